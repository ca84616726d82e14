import Formulas

/// What people do with the digits that they do not write.
package struct Habit: Hashable, Sendable {
  /// Whether the rest is cut off, and not rounded.
  package let truncates: Bool
  /// Whether the numbers as written are what the person goes on with, or those behind them.
  package let carriesWritten: Bool

  /// A habit of both kinds.
  package init(truncates: Bool, carriesWritten: Bool) {
    self.truncates = truncates
    self.carriesWritten = carriesWritten
  }

  /// All four; that of rounding, and going on with what is written, comes first.
  package static let all = [false, true].flatMap { truncates in
    [true, false].map { Habit(truncates: truncates, carriesWritten: $0) }
  }

  /// A value, as it is written with so many digits.
  package func written(_ value: Double, digits: Int) -> Claim? {
    guard value.isFinite else { return nil }
    let unit = value.unit(digits: digits)
    guard unit > 0 else { return Claim(0, unit: 0) }
    // What is a whole number but for the rounding of the division stays it.
    let count = value / unit * (1 + 1e-12)
    return Claim((truncates ? count.rounded(.towardZero) : count.rounded()) * unit, unit: unit)
  }
}

extension Exercise {
  /// What somebody writes in every line who makes these mistakes and has this habit.
  package func written(making suspects: [Suspect], _ habit: Habit, digits: Int) -> [Claim?] {
    var claims = [Claim?](repeating: nil, count: lines.count)
    _ = derived(making: suspects) { line, value in
      guard let written = habit.written(value, digits: digits) else { return value }
      claims[line] = written
      return habit.carriesWritten && isRounded(line) ? written.value : value
    }
    return claims
  }
}
