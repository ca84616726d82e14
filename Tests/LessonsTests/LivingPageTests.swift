import Foundation
import Formulas
import Testing

@testable import Documents
@testable import Lessons

/// A number of a lesson by its name, and where it stands in the lesson's file, before and after it is changed.
private let changes: [(lesson: String, name: String, from: String, to: String, number: String)] = [
  ("single-chain", "w1", "[[1.2]]", "[[-2.5]]", "-2.5"),
  ("single-chain", "a0", "[0.8]", "[12.3456789]", "12.3456789"),
  // Saturated: some lines are written from z.
  ("single-chain", "b3", "[0.1]", "[31]", "31"),
  ("relu-chain", "a0", "[0.8]", "[-0.8]", "-0.8"),
  ("exact-fractions", "b1[1]", "[0.5, 0.25]", "[-3, 0.25]", "-3"),
  ("softmax", "w2[1,1]", "[1.0, -0.5]", "[7.25, -0.5]", "7.25"),
  ("weight-decay", "w1[2,1]", "[0, 0.6]", "[-1e-5, 0.6]", "-1e-5"),
  ("circuit", "z", "\"z\": -4", "\"z\": 1.79e-5", "1.79e-5"),
  // Exactly between two numbers of six digits.
  ("circuit", "x", "\"x\": -2", "\"x\": 0.1953125", "0.1953125"),
  ("fork-and-max", "z", "\"z\": 0", "\"z\": 2.5", "2.5"),
  // The paths to some weights cancel: what rounding leaves of their sum is shown as 0.
  (
    "attention", "X[2,1]", "[[1, 0], [0, 1], [1, 1]],\n    \"Wq\"", "[[1, 0], [1, 1], [1, 1]],\n    \"Wq\"",
    "1"
  ),
  ("layer-norm", "gamma[3]", "[1, 2, 1, 0.5]", "[1, 2, -0.3, 0.5]", "-0.3"),
  // In each step of an optimizer a name has another value.
  ("adam", "theta", "\"theta\": 4", "\"theta\": -0.7", "-0.7"),
  ("momentum", "eta", "\"learningRate\": 0.1", "\"learningRate\": 0.2345", "0.2345"),
  ("hessian", "w1", "\"w1\": 2", "\"w1\": 1.3322509", "1.3322509"),
]

/// The lines of a page with a number changed, each as the page writes its numbers.
private let script = """
  \(PageAssets.computing)
  const [, , work] = process.argv;
  for (const { numbers, name, number } of JSON.parse(require("fs").readFileSync(work, "utf8"))) {
    const sheet = makeSheet(numbers);
    const made = sheet.compute(new Map([[sheet.givens.findIndex((given) => given.name === name), numeralOf(number)]]));
    console.log(JSON.stringify(numbers.lines.map((_, place) => made.line(place)?.sides.map((chunks) =>
      '<span class="side">' + chunks.map((chunk) => '<math display="block">' + chunk + "</math>").join("") + "</span>").join("\\n") ?? "")));
  }
  """

private enum Node {
  static let isThere = (try? output(["--version"])) != nil

  struct Failure: Error {}

  static func output(_ arguments: [String]) throws -> Data {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["node"] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure() }
    return said
  }

  /// The lines that the script prints for some work.
  static func lines(_ work: String) throws -> [Substring] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, input) = (
      folder.appendingPathComponent("page.js"), folder.appendingPathComponent("work.json")
    )
    try Data(script.utf8).write(to: program)
    try Data(work.utf8).write(to: input)
    return String(decoding: try output([program.path, input.path]), as: UTF8.self).split(separator: "\n")
  }
}

private func narrator(_ source: String) throws -> any Narrator {
  try WorkedExample(WrittenLesson(json: Array(source.utf8)), settings: Settings()).narrator
}

@Test(.enabled(if: Node.isThere, "There is no node here, which runs the script of a page."))
func `A page computes each line of a changed number to the digits that the command prints`() throws {
  var (work, expected): ([String], [[Int: String]]) = ([], [])
  for (lesson, name, from, to, number) in changes {
    let source = String(decoding: try #require(Catalog.source(of: lesson)), as: UTF8.self)
    #expect(source.components(separatedBy: from).count == 2, "\(lesson) has \(from) once")
    let sheet = try #require(try narrator(source).page().spreadsheet, "\(lesson)")
    let numbers = sheet.json(decimal: .point, words: [:]) { _, _ in "" }
    work.append("{\"numbers\":\(numbers),\"name\":\"\(name)\",\"number\":\"\(number)\"}")
    let changed = try narrator(source.replacingOccurrences(of: from, with: to))
    let writer = HTMLWriter(notation: .threeBlueOneBrown, spreadsheet: sheet)
    var lines: [Int: String] = [:]
    for equation in changed.blocks().flatMap(\.equations) {
      if let line = sheet.line(of: equation) { lines[line] = writer.text(of: .equation(equation)) }
    }
    expected.append(lines)
  }
  let found = try Node.lines("[\(work.joined(separator: ",\n"))]")
  try #require(found.count == changes.count)
  for (change, (lines, found)) in zip(changes, zip(expected, found)) {
    let computed = try JSONDecoder().decode([String].self, from: Data(found.utf8))
    #expect(lines.count >= 8)
    for (line, text) in lines {
      #expect(
        text.hasSuffix(computed[line] + "</span></div>\n"),
        "\(change.lesson), \(change.name) = \(change.number), line \(line)")
    }
  }
}
