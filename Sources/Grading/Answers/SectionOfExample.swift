import Lessons
import Texts

/// Which example the section that is read is about, as its heading says, and whether it is about something that is not judged:
/// `## Example 2, forward`, `## Step 2`, `## The Hessian`.
struct SectionOfExample {
  private let bytes: [UInt8]
  private var example: Int?
  /// What is not judged.
  enum Passed {
    /// What a worked example prints besides what is asked for.
    case printed(PassedOver.Kind)
    /// What somebody says of a step after the first.
    case step(Int)
    /// Second derivatives and Newton's step, below a heading.
    case second(Range<Int>)

    static let reasonForSecond = "second derivatives and Newton's step are not judged"
  }

  /// Why the section in which the place of the last question is is not judged; `nil` if it is.
  var passedOver: Passed? { isProgram && isWorkedExample ? .printed(.programs) : section }
  private var section: Passed?
  /// Whether it is in a cell of code, ```{code-cell} or ```{python}.
  private var isProgram = false
  /// Whether the text is a worked example as the program prints it: what it says besides answers is no answer of anybody.
  let isWorkedExample: Bool
  private var level = 0
  private var levelPassedOver = 0
  private var place = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isWorkedExample = PrintedHeading.check.contains { words in
      words.allSatisfy { Lines.find($0, from: 0, in: bytes) != nil }
    }
  }

  /// The example of the section in which a place is; places are asked for in their order.
  mutating func example(at wanted: Int) -> Int? {
    while place < min(wanted, bytes.count) {
      let line = place..<Lines.end(of: place, in: bytes)
      read(line)
      place = line.upperBound + 1
    }
    return example
  }

  /// Looks at a line, which may be a heading.
  private mutating func read(_ line: Range<Int>) {
    if bytes[line].starts(with: "```".utf8) {
      isProgram = ["{code-cell}", "{python}"].contains { bytes[line].dropFirst(3).starts(with: $0.utf8) }
    }
    guard let (level, title) = Self.heading(line, of: bytes) else { return }
    var cursor = title
    cursor.skipMarksAndBlanks()
    if cursor.takeWordForExample(), let number = Int(cursor.digits()) {
      (example, self.level) = (number, level)
    } else if level <= self.level {
      example = nil
    }
    if let found = passed(cursor, line) {
      (section, levelPassedOver) = (found, level)
    } else if level <= levelPassedOver {
      section = nil
    }
  }

  /// What stands below a title, if it is not judged.
  private func passed(_ title: Cursor, _ line: Range<Int>) -> Passed? {
    func isEnd(_ cursor: Cursor) -> Bool {
      cursor.text(cursor.position..<cursor.end).allSatisfy { $0.isWhitespace || "}*".contains($0) }
    }
    for (before, after) in PrintedHeading.step {
      var cursor = title
      // A title of somebody's own, such as "Step 2: backward", is about the first step of descent as well.
      if cursor.take(before), let number = Int(cursor.digits()), number > 1, cursor.take(after), isEnd(cursor)
      {
        return isWorkedExample ? .printed(.laterSteps) : .step(number)
      }
    }
    let words = title.text(title.position..<title.end)
    if PrintedHeading.curve.contains(where: { before, after in
      words.hasPrefix(before) && words.contains(after.trimmed()) && !after.isEmpty
    }) {
      return .printed(.laterSteps)
    }
    return (PrintedHeading.second + ["Newton’s step"]).contains { title.begins(with: $0) }
      ? (isWorkedExample ? .printed(.secondDerivatives) : .second(line)) : nil
  }
  private static func heading(_ line: Range<Int>, of bytes: [UInt8]) -> (level: Int, title: Cursor)? {
    var cursor = Cursor(bytes, line)
    if cursor.take("#") {
      var level = 1
      while cursor.take("#") { level += 1 }
      return (level, cursor)
    }
    if cursor.take("\\") {
      if cursor.take("question ") {
        _ = cursor.take("\\textbf{")
        return (2, cursor)
      }
      for (level, word) in [(2, "section"), (3, "subsection"), (4, "subsubsection"), (4, "paragraph")] {
        if cursor.take(word + "*{") || cursor.take(word + "{") { return (level, cursor) }
      }
      return nil
    }
    if let level = level(below: line, of: bytes) { return (level, cursor) }
    // Example 2 alone in a line of plain text, or before a colon.
    var plain = Cursor(bytes, line)
    plain.skipMarksAndBlanks()
    if plain.takeWordForExample(), !plain.digits().isEmpty {
      let hasColon = plain.take(":")
      plain.skipMarksAndBlanks()
      if hasColon || plain.isAtEnd { return (9, Cursor(bytes, line)) }
    }
    return nil
  }

  /// The level of a title above a row of signs.
  private static func level(below line: Range<Int>, of bytes: [UInt8]) -> Int? {
    let start = line.upperBound + 1
    guard start < bytes.count, let level = underlines[bytes[start]] ?? nil, line.count > 1 else { return nil }
    let row = String(decoding: bytes[start..<Lines.end(of: start, in: bytes)].prefix(400), as: UTF8.self)
    guard row.unicodeScalars.count > 2, let sign = row.unicodeScalars.first,
      row.unicodeScalars.allSatisfy({ $0 == sign || $0 == "\r" })
    else { return nil }
    return signs[sign] ?? level
  }

  private static let underlines: [UInt8: Int?] = [0x3D: 1, 0x2D: 2, 0x2E: 3, 0xE2: 3, 0x7E: 3]
  private static let signs: [Unicode.Scalar: Int] = ["═": 1, "=": 1, "─": 2, "-": 2, "┄": 3, ".": 3]
}

extension Cursor {
  fileprivate mutating func takeWordForExample() -> Bool {
    guard ["Example", "example", "Sample", "sample", "Beispiel", "样本", "例"].contains(where: { take($0) })
    else {
      return false
    }
    skipBlanks()
    return true
  }
}
