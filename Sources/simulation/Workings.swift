import Formulas
import Grading

/// The lines of an exercise as somebody works them out who believes certain formulas.
///
/// It reads the names and formulas of the lines and nothing of the marker.
struct Workings {
  let exercise: Exercise
  /// Each line's formula, and the short way if it has one, over the numbers of entries.
  private let rules: [Rule]

  /// A formula over numbers of entries, and which it needs.
  private struct Rule {
    let formula: Formula
    let short: Formula?
    let needs: [Int]
  }

  init(_ exercise: Exercise) {
    self.exercise = exercise
    rules = exercise.lines.map { line in
      let (long, short) = (line.formula, line.shortcut ?? line.formula)
      return Rule(
        formula: Self.numbered(long, exercise) ?? long,
        short: line.shortcut.flatMap { Self.numbered($0, exercise) },
        needs: (long.names + short.names).compactMap { exercise.entries[$0] })
    }
  }

  /// A formula with the number of its entry for each name; `nil` where a name is none of the exercise.
  private static func numbered(_ formula: Formula, _ exercise: Exercise) -> Formula? {
    var isKnown = true
    let numbered = formula.substituting { part -> Formula? in
      guard part.isName else { return nil }
      guard let entry = exercise.entries[part] else {
        isKnown = false
        return nil
      }
      return .symbol(Symbol(.entry, layer: entry))
    }
    return isKnown ? numbered : nil
  }

  /// Whether a formula is written in names of the exercise only.
  func knows(_ formula: Formula) -> Bool { formula.names.allSatisfy { exercise.entries[$0] != nil } }

  /// Whether a line only copies a name or a number, so that nothing is rounded there.
  func isCopy(_ line: Int) -> Bool {
    if case .number = exercise.lines[line].formula { true } else { exercise.lines[line].formula.isName }
  }

  /// The values of all entries in the order of the derivation, with wrong formulas of some lines.
  ///
  /// `bits` is the precision of every operation, `write` says what the person goes on with.
  func values(
    believing wrong: [Int: Formula], givens: [Double]? = nil, bits: Int? = nil,
    write: (Int, Double) -> Double = { $1 }
  ) -> [Double] {
    var values = exercise.values
    let count = exercise.lines.count
    if let givens { values.replaceSubrange(count..., with: givens) }
    var isTouched = [Bool](repeating: givens != nil, count: values.count)
    for line in 0..<count {
      let rule = rules[line]
      var formula = rule.formula
      if let changed = wrong[line] {
        isTouched[line] = true
        formula = Self.numbered(changed, exercise) ?? .quotient(.integer(0), .integer(0))
      } else {
        isTouched[line] = isTouched[line] || rule.needs.contains { isTouched[$0] }
        // The short way, a − y, is right for nobody who has another ∂C/∂a.
        if let short = rule.short, !isTouched[line] { formula = short }
      }
      func entry(_ name: Formula) -> Double {
        if case .symbol(let symbol) = name, let number = symbol.layer { values[number] } else { .nan }
      }
      let value = bits.map { formula.evaluated(bits: $0, entry) } ?? formula.evaluated(entry)
      values[line] = write(line, value)
    }
    return values
  }

  /// The error from which a parameter's derivative or its new value follows; any other line is its own.
  func lastNeed(of line: Int) -> Int {
    guard exercise.isGradient(line) || exercise.isNewParameter(line) else { return line }
    return rules[line].needs.filter(exercise.isOfResult).map(lastNeed).max() ?? line
  }

  /// What a formula comes to on the values of entries.
  func value(of formula: Formula, _ values: [Double]) -> Double {
    formula.evaluated { name in exercise.entries[name].map { values[$0] } ?? .nan }
  }

  /// Numbers for what is given, of another exercise of the same shape.
  func otherGivens(_ generator: inout SplitMix64) -> [Double] {
    exercise.values.dropFirst(exercise.lines.count).map { value in
      let size = Double.random(in: 0.2...1.7, using: &generator)
      return value < 0 ? -size : size
    }
  }
}
