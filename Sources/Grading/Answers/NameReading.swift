import Formulas
import Texts

/// What takes the names of an exercise from what somebody typed.
protocol NameReading: Sendable {
  /// A name that is asked for, to show how an answer is written.
  var example: String { get }
  /// Whether names are printed as they are typed, so that lines of documents are answers like others.
  var readPrintedLines: Bool { get }
  /// Takes a name, if what is next is built like one.
  func take(_ cursor: inout Cursor) -> NameShape?
  /// The quantity that is meant, if the exercise has it.
  subscript(shape: NameShape) -> Formula? { get }
  /// Whether it is a name for what the lesson gives.
  func isGiven(_ name: Formula) -> Bool
  /// What is wrong with a name that the exercise does not have, and which one may have been meant.
  func unknown(_ shape: NameShape, written: String) -> String
}

extension NameReading {
  var readPrintedLines: Bool { false }
}

extension Exercise {
  /// What reads its names.
  var names: any NameReading { subject.names(of: self) }
}
