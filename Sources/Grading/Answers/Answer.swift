import Formulas

/// A quantity with what somebody says it is.
package struct Answer: Hashable, Sendable {
  /// Counted from 1.
  package let line: Int
  /// The bytes of the whole answer, its name included.
  package let range: Range<Int>
  /// The name, as in `Exercise.entries`.
  package let name: Formula
  /// The name as it was typed, without blanks around it.
  package let nameAsWritten: String
  /// What stands after each = or ≈, at least one; the last is the answer, those before it are the steps to it.
  package let sides: [Side]
  /// The value before the step where what was written is its change, Δw = −0.1; the sides are the value after it.
  package var changed: Formula?
}

extension Answer {
  /// The same with its sides as they were typed, with decimal commas if the text has them.
  func quoted(from text: SheetText) -> Answer {
    guard let typed = text.typed else { return self }
    var rest = range.clamped(to: text.bytes.indices)
    let sides = sides.map { side -> Side in
      guard let place = text.bytes[rest].firstRange(of: Array(side.written.utf8)) else { return side }
      rest = place.upperBound..<rest.upperBound
      return Side(
        written: String(decoding: typed[place], as: UTF8.self), formula: side.formula, decimal: side.decimal)
    }
    return Answer(
      line: line, range: range, name: name, nameAsWritten: nameAsWritten, sides: sides, changed: changed)
  }
}

/// What stands after one = or ≈.
package struct Side: Hashable, Sendable {
  /// As it was typed, without blanks around it.
  package let written: String
  /// Numbers, operations, and names of the exercise.
  package let formula: Formula
  /// Set where the side is a decimal and nothing else: -0.354, 1.20, 3e-4, 2·10^-3.
  package let decimal: Decimal?
}

/// A number as somebody wrote it, with what its digits claim.
package struct Decimal: Hashable, Sendable {
  /// The double nearest to it.
  package let value: Double
  /// From the first digit that is not 0: three in 0.185 and in 100, none in 0.00.
  package let significantDigits: Int
  /// One unit of the last digit written: 0.01 for 1.20 as for 0.00.
  package let unit: Double
}
