import Backprop
import Formulas

/// A value, and how far from it a number may lie that is taken for it.
package struct Accepted: Hashable, Sendable {
  /// What comes out without any rounding.
  package let value: Double
  /// Not negative; 0 where only the value itself is.
  package let tolerance: Double

  /// The same with no more room than this.
  package func within(_ room: Double) -> Accepted {
    Accepted(value: value, tolerance: Swift.min(tolerance, room))
  }
}

extension Exercise {
  /// By how much the step moves the parameter of a line; `nil` where the line is no new parameter.
  package func step(at line: Int) -> Double? {
    guard case .symbol(let new) = lines[line].name else { return nil }
    let old = lines[line].formula.names.first { name in
      if case .symbol(let old) = name { old.updated == new } else { false }
    }
    return old.flatMap { entries[$0] }.map { (values[line] - values[$0]).magnitude }
  }
}

/// The numbers that are taken for a value where nothing else is written: what a platform has instead of a marker.
extension Marker {
  /// What is accepted in each line from somebody who works with so many significant digits.
  ///
  /// Each line on the way may have been rounded, and so may the number itself; but no more is accepted than a hundredth of
  /// the value. `mark` finds no mistake in any of it, and asks for more digits of what is off by more than a unit.
  package func accepted(digits: Int) -> [Accepted] { accepted(digits, widest: 0.01) }

  /// What is right but for its digits, of which only the first two are there, rounded: a tenth of the value at the most, so
  /// that a platform never takes 0 for it.
  package var nearlyAccepted: [Accepted] { accepted(2, widest: 0.1) }

  private func accepted(_ digits: Int, widest: Double) -> [Accepted] {
    let run = Run(hand(digits), supposing: Supposition())
    return exercise.lines.indices.map {
      accepted(run.foreseen[$0], exercise.values[$0], digits, widest: widest)
    }
  }

  private func accepted(_ belief: Belief, _ value: Double, _ digits: Int, widest: Double) -> Accepted {
    let unit = value.unit(digits: digits)
    let units = unit > 0 ? value / unit : 0
    // Nothing is rounded of what has no more digits.
    let isExact = belief.low == belief.high && (units - units.rounded()).magnitude <= 1e-9 * units.magnitude
    let reach = Swift.max(belief.high - value, value - belief.low, 0)
    let most = Swift.max(unit, widest * value.magnitude)
    let tolerance = reach.isFinite ? Swift.min(reach + unit / 2, most) : most
    return Accepted(value: value, tolerance: isExact ? 0 : tolerance)
  }

  /// A sheet with no number, or with one.
  private func hand(_ digits: Int, at line: Int? = nil) -> Handwriting {
    var claims = [Claim?](repeating: nil, count: exercise.lines.count)
    if let line {
      claims[line] = Claim(exercise.values[line], unit: exercise.values[line].unit(digits: digits))
    }
    return Handwriting(
      exercise: exercise, claims: claims, rules: exercise.rules, values: exercise.values, ending: .rounds,
      precision: .digits(Swift.min(Swift.max(digits, Self.leastDigitsBehindOne), Self.mostDigits)),
      fewestDigits: Swift.max(2, digits), isSingle: false, areFew: true,
      copies: catalog.copies)
  }
}

/// A number to which a mistake leads.
package struct WrongNumber: Sendable {
  /// The likeliest that leads to it.
  package let mistake: Mistake
  /// The line where it is made: that of the number, or one on the way to it.
  package let source: Int
  /// What comes out, and what is taken for it.
  package let accepted: Accepted
}

extension Marker {
  /// The numbers to which mistakes with a name lead in a line, the likeliest first, from somebody who works with so many digits.
  ///
  /// Mistakes with the same number are one, and so are those whose numbers the rounding makes the same; what is accepted as
  /// `right` is no wrong number.
  package func wrongNumbers(at line: Int, digits: Int, besides right: Accepted, most: Int) -> [WrongNumber] {
    let hand = hand(digits, at: line)
    let run = Run(hand, supposing: Supposition())
    guard let search = Search(catalog, hand, Supposition(), [], run, at: line) else { return [] }
    var met: [(candidate: Catalog.Candidate, source: Int, value: Double)] = []
    // Numbers that look alike when they are rounded are one.
    func isOne(_ value: Double, _ other: Accepted) -> Bool {
      let rounding = Swift.max(value.unit(digits: digits), other.value.unit(digits: digits)) / 2
      return (value - other.value).magnitude <= other.tolerance + rounding
    }
    search.forEachLead { candidate, source, value in
      if candidate.mistake.isNamed, !isOne(value, right) { met.append((candidate, source, value)) }
    }
    let blank = self.hand(digits)
    let plain = Run(blank, supposing: Supposition())
    var found: [WrongNumber] = []
    for (candidate, source, value) in met.sorted(by: { $0.candidate.prior > $1.candidate.prior }) {
      guard found.count < most else { break }
      guard !found.contains(where: { isOne(value, $0.accepted) }) else { continue }
      let changes = Suspect(candidate.lead, named: candidate.mistake).changes
      let belief = Run(blank, supposing: Supposition(changes: changes), after: plain, to: line + 1)
        .foreseen[line]
      found.append(
        WrongNumber(
          mistake: candidate.mistake, source: source, accepted: accepted(belief, value, digits, widest: 0.1)))
    }
    return found
  }
}
