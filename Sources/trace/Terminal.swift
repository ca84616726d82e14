import Formulas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is known of the terminal that text goes to.
enum Terminal {
  /// How text is written: plain in a file and in a pipe, and on standard output as its terminal has it.
  static func style(isASCII: Bool, isFile: Bool) -> TextStyle {
    guard !isFile, StandardOutput.isTerminal else { return TextStyle(isASCII: isASCII) }
    return style(isASCII: isASCII) { name in getenv(name).map { String(cString: $0) } }
  }

  /// The same at a terminal with these variables.
  static func style(isASCII: Bool, _ variable: (String) -> String?) -> TextStyle {
    func isSet(_ name: String) -> Bool { !(variable(name) ?? "").isEmpty }
    return TextStyle(
      isASCII: isASCII || !isUnicode(variable),
      isColoured: isSet("TERM") && variable("TERM") != "dumb" && !isSet("NO_COLOR"), stacksFractions: true)
  }

  /// Of the variables that say which characters there are, the first that is set counts; an empty one is not.
  private static func isUnicode(_ variable: (String) -> String?) -> Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(variable).first { !$0.isEmpty } ?? ""
    let name = locale.uppercased()
    return name.contains("UTF-8") || name.contains("UTF8")
  }
}
