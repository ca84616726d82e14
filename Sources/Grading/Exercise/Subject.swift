import Documents
import Formulas
import Lessons

/// What an exercise derives, a network or a graph of named quantities: all in which the two differ.
protocol Subject: Sendable {
  /// Each line after those that it needs.
  var lines: [Line] { get }
  /// What the lesson gives, by name.
  var givens: [(name: Formula, value: Numeral)] { get }
  /// The values of names, as the trace has them; throws where one is not finite.
  func values() throws(WorkedExampleError) -> [Formula: Double]
  /// How each quantity changes with each that it is computed from, also where no derivative is derived by that.
  var localGradients: [LocalGradientFormula] { get }
  /// What reads its names.
  func names(of exercise: Exercise) -> any NameReading
  /// Where a worksheet asks for a line; `nil` for what it does not ask for.
  func place(of line: Line) -> (section: WorksheetSection, part: WorksheetPart)?
  /// What a worksheet shows before its questions, and how each line is worked out.
  func material(_ settings: Settings) throws(WorkedExampleError) -> WorksheetMaterial
  /// Exercises of the same shape with other numbers, the same ones each time.
  func others() -> [Exercise]
  /// How its numbers, and those of others, are spoken of.
  var words: SubjectWords { get }
}

extension Subject {
  /// Three exercises, drawn without asking whether they tell mistakes apart.
  func drawn(_ exercise: (_ seed: UInt64) throws -> Exercise) -> [Exercise] {
    (1...3 as ClosedRange<UInt64>).compactMap { try? exercise($0) }
  }
}

/// ∂(of)/∂(by) as a formula.
struct LocalGradientFormula: Sendable {
  let of, by: Symbol
  let formula: Formula
  let isOfResult: Bool
}

/// What is said of a network in one way and of a graph in another.
struct SubjectWords: Sendable {
  /// What it is.
  let noun: String
  /// What is typed to see it again.
  let command: String
  /// With its own numbers, and with other ones.
  let here, elsewhere: String
  /// How many examples there are.
  let examples: Int
}
