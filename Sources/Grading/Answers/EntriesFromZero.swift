import Texts

/// The names that a sheet has with an index 0, as programs count, and that may have their other indices from there as well.
struct EntriesFromZero {
  private var names: Set<String> = []

  /// Those among the names that were not read.
  init(_ problems: ProblemList, in bytes: [UInt8]) {
    for problem in problems.first {
      let written = Cursor(bytes, problem.range).text(problem.range)
      if let (name, indices) = Self.indexed(written), indices.contains("0") { names.insert(name) }
    }
  }

  var isEmpty: Bool { names.isEmpty }

  func hold(_ answer: Answer) -> Bool {
    Self.indexed(answer.nameAsWritten).map { names.contains($0.name) } ?? false
  }

  static func reason(_ answer: Answer) -> String {
    "\(shortened(answer.nameAsWritten)) is used together with an index 0, so its indices may start at 0; here the first entry has index 1"
  }

  /// dW2 and 0, 1 of dW2[0,1].
  private static func indexed(_ written: String) -> (name: String, indices: [Substring])? {
    guard let open = written.firstIndex(of: "["), written.last == "]" else { return nil }
    let inner = written[open...].dropFirst().dropLast()
    return (String(written[..<open]), inner.split { $0 == "," || $0 == " " || $0 == "[" || $0 == "]" })
  }
}
