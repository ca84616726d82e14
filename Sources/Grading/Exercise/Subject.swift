import Documents
import Formulas
import Lessons

/// A network or a graph of named quantities as the subject of an exercise: everything in which the two differ.
protocol Subject: Sendable {
  /// The lines, each after those that it needs.
  var lines: [Line] { get }
  /// The given numbers, by name.
  var givens: [(name: Formula, value: Numeral)] { get }
  /// The values of names in the trace; throws if one is not finite.
  func values() throws(WorkedExampleError) -> [Formula: Double]
  /// How each quantity changes with each that it is computed from, also where no derivative is derived by that.
  var localGradients: [LocalGradientFormula] { get }
  /// What reads its names.
  func names(of exercise: Exercise) -> any NameReading
  /// The question and the part of a worksheet that ask for a line; `nil` if none does.
  func place(of line: Line) -> (section: WorksheetSection, part: WorksheetPart)?
  /// The material of a worksheet: what stands before its questions, and the calculation of each line.
  func material(_ settings: Settings) throws(WorkedExampleError) -> WorksheetMaterial
  /// Exercises of the same shape with other numbers, the same ones each time.
  func others() -> [Exercise]
  /// What it is.
  var kind: SubjectKind { get }
  /// The number of examples.
  var examples: Int { get }
}

extension Subject {
  /// Three exercises, drawn without testing whether mistakes have different results.
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

/// What an exercise is about, of which sentences speak.
package enum SubjectKind: Hashable, Sendable {
  /// Layers of neurons, or any named quantities.
  case network, graph
}
