import Texts

/// What looks like an answer and was not read.
package struct UnreadLine: Hashable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// As it was typed, cut where it is long.
  package let written: String
  /// Why it was not read, and the way out.
  package let reason: String
  /// The bytes at fault.
  let range: Range<Int>
}

/// All of a sheet that looks like answers and was not read.
package struct UnreadLines: Hashable, Sendable {
  /// The first of them, in the order of the sheet, twenty at most.
  package let first: [UnreadLine]
  /// How many there are in all.
  package let count: Int

  /// None.
  package static let none = UnreadLines(first: [], count: 0)
}

extension UnreadLines {
  private static let longestLine = 80

  /// The lines at which there are problems; `number` says what a line is called.
  init(_ problems: ProblemList, in bytes: [UInt8], number: (_ place: Int) -> Int) {
    first = problems.first.map { problem in
      let place = min(max(problem.range.lowerBound, 0), bytes.count)
      var start = place
      while start > 0, bytes[start - 1] != 0x0A, place - start < 4 * Self.longestLine { start -= 1 }
      let end = min(Lines.end(of: place, in: bytes), start + 8 * Self.longestLine)
      let line = Cursor(bytes, start..<end).text(start..<end)
      let words = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      let written =
        words.count > Self.longestLine ? words.prefix(Self.longestLine - 1) + "…" : words
      return UnreadLine(
        line: number(place), written: harmless(written), reason: problem.message, range: problem.range)
    }
    count = problems.count
  }
}

/// Why a line was not read, and the way out.
extension NameReading {
  /// Of a word before a number.
  func stranger(_ word: String) -> String {
    if word.contains(".weight") || word.contains(".bias") {
      return
        "\(word) is printed before a parameter and before its gradient; write \(word).grad = … for the gradient"
    }
    return "\(word) is not the name of a quantity; write names as in \(example)"
  }

  /// Of a line with words around a number.
  var notUnderstood: String {
    "this line has a number and names a quantity, but was not understood; write it as name = value, such as \(example) = -0.35"
  }

  /// Of a line that begins with a sign.
  var valueAlone: String {
    "no name stands before this number; write it as name = value, such as \(example) = -0.35"
  }

  /// Of a number in a table.
  func numberAlone(_ number: String) -> String {
    "\(number) has no name: neither its row nor its column says which quantity it is; write it as name = value, such as \(example) = -0.35"
  }

  /// Of a row with a number for each example.
  func isOfExamples(_ word: String) -> String {
    "the columns of \(word) are examples; write each number on a line of its own, with the name from the worksheet"
  }
}
