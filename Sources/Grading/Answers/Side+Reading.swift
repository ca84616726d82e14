import Formulas
import Lessons
import Texts

extension Side {
  /// Whether another says the same: in the same letters, or the same number to as many digits as both have.
  func says(_ other: Side) -> Bool {
    if written == other.written { return true }
    guard let decimal, let second = other.decimal else { return false }
    let unit = max(decimal.unit, second.unit)
    return (decimal.value - second.value).magnitude <= unit / 2 * (1 + 1e-9)
  }

  /// The sides of a value; those that are blanks are left out.
  static func read(_ value: Cursor, _ names: any NameReading) throws(Problem) -> [Side] {
    guard value.end - value.position <= ExpressionReader.byteLimit else {
      throw Problem(
        at: value.range,
        "the value that begins here has more than \(ExpressionReader.byteLimit) bytes, which is the limit"
      )
    }
    var sides: [Side] = []
    let relations = Relation.all(in: value)
    let ends = relations.map(\.lowerBound) + [value.end]
    let starts = [value.position] + relations.map(\.upperBound)
    for (index, (start, end)) in zip(starts, ends).enumerated() {
      let side = Cursor(value.bytes, start..<end)
      let isLast = index == relations.count
      if !isLast { try side.checkIsOneAnswer() }
      guard !side.isBlankToFill else { continue }
      // A step may be written in ways that are no arithmetic; the result counts.
      if isLast {
        sides.append(try Side(side, names))
      } else if let step = try? Side(side, names) {
        sides.append(step)
      }
    }
    return sides
  }

  private init(_ side: Cursor, _ names: any NameReading) throws(Problem) {
    var range = Cursor(side.bytes, side.trimmed).withoutHedges
    while let inner = Cursor(side.bytes, range).unboxed { range = inner }
    range = Cursor(side.bytes, range).numberBeforeItsCheck(names) ?? range
    let cursor = Cursor(side.bytes, range)
    written = cursor.text(range)
    var number = Decimal.read(cursor)
    if number == nil { number = try cursor.decimalWithComma() }
    if let (decimal, numeral) = number {
      self.decimal = decimal
      formula = .number(numeral)
    } else {
      decimal = nil
      var reader = ExpressionReader(cursor, names)
      formula = try reader.whole()
    }
  }
}

extension Cursor {
  /// Of `0.66 a1` before a sign of equality, a1 is the next answer, and no factor.
  fileprivate func checkIsOneAnswer() throws(Problem) {
    let words = text(trimmed).split { $0 == " " || $0 == "," || $0 == ";" }
    guard words.count == 2, Double(words[0]) != nil, let letter = words[1].first, letter.isLetter,
      words[1].count > 1
    else { return }
    throw Problem(at: trimmed, "a second answer begins in this line; give each a line of its own")
  }

  /// The number in tensor(0.66, grad_fn=<AddBackward0>), np.float64(0.66), Array(0.66, dtype=float32).
  var numberOfProgram: Range<Int>? {
    var ahead = self
    let words = [
      "tensor", "torch.tensor", "np.float64", "np.float32", "numpy.float64", "np.array", "array", "Array",
      "jnp.array",
      "float", "tf.Tensor", "Tensor",
    ]
    guard words.contains(where: { ahead.begins(with: $0 + "(") && ahead.take($0 + "(") }) else { return nil }
    let start = ahead.position
    while let next = ahead.next, next != ",", next != ")" { ahead.skip() }
    let inner = Cursor(bytes, start..<ahead.position).trimmed
    guard bytes[end - 1] == UInt8(ascii: ")"), Decimal.read(Cursor(bytes, inner)) != nil else { return nil }
    return inner
  }

  /// What stands in \boxed{…}, \num{…}, \mathbf{…}, if that is all.
  fileprivate var unboxed: Range<Int>? {
    if let printed = numberOfProgram { return printed }
    var ahead = self
    guard
      ["\\boxed", "\\num", "\\mathbf", "\\mathrm", "\\text", "\\underline", "\\fbox"].contains(where: {
        ahead.take($0)
      }),
      ahead.take("{"), bytes[end - 1] == UInt8(ascii: "}")
    else { return nil }
    let inner = ahead.position..<(end - 1)
    return bytes[inner].contains(UInt8(ascii: "{")) ? nil : inner
  }
}
