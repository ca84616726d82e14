#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes files as Swift: `embed OUTPUT FILE…` makes of each a text that is named after it, of `page.css` `page_css`.
///
/// The package manager embeds a file as an array of numbers, which takes the compiler a hundred times as long as a literal text.
let paths = CommandLine.arguments.dropFirst()
var source = "enum PackageResources {\n"
for path in paths.dropFirst() {
  let text = try String(contentsOfFile: path, encoding: .utf8)
  let name = String(path.split(separator: "/").last ?? "").map { $0.isLetter || $0.isNumber ? $0 : "_" }
  var fence = "#"
  while text.contains("\"\"\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  source += "  static let \(String(name)) = \(fence)\"\"\"\n\(text)\n\"\"\"\(fence)\n"
}
if let output = paths.first { try (source + "}\n").write(toFile: output, atomically: true, encoding: .utf8) }
