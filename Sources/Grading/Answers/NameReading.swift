import Formulas
import Lessons
import Texts

/// What takes the names of an exercise from what somebody typed.
protocol NameReading: Sendable {
  /// A name that is asked for, to show how an answer is written.
  var example: String { get }
  /// The example that a section is about, counted from 1; `nil` outside of such sections.
  var section: Int? { get set }
  /// Takes a name, if what is next is built like one.
  ///
  /// On the left of an answer all that can belong to a name does; in arithmetic, a² may be a square.
  func take(_ cursor: inout Cursor, isLeft: Bool) -> NameMatch?
  /// The value of a name, where it is known.
  func value(of name: Formula) -> Double?
  /// The same for a sheet that has such a text: what it calls its modules is looked at.
  func reading(_ text: [UInt8]) -> any NameReading
  /// The same for a sheet that counts its layers on by one, or back; `nil` where there are no layers.
  func counting(layersOn count: Int) -> (any NameReading)?
  /// The same with other meanings of the columns of dZ and dA, where a sheet has them and there are several examples.
  func readingColumnsOtherwise(in text: [UInt8]) -> [any NameReading]
  /// What a step makes of a parameter, or of what an optimizer keeps; `nil` for what no step changes.
  func afterStep(_ name: Formula) -> Formula?
  /// Whether the words before a name are the lesson's own: what is said there of a number is no answer.
  func areOfLesson(_ words: String) -> Bool
  /// What the cost of an example is called, or that of all.
  func costName(ofExample example: Int?) -> String?
  /// Whether x is a name also where it may be a sign of multiplication.
  var takesCrossAsName: Bool { get }
  /// How many steps of descent the lesson has.
  var steps: Int { get }
  /// Whether it is a name for what the lesson gives.
  func isGiven(_ name: Formula) -> Bool
  /// What is wrong with a name that the exercise does not have, and which one may have been meant.
  func unknown(_ text: String, written: String) -> String
}

/// What something that is built like a name stands for.
enum NameMatch: Hashable, Sendable {
  /// One number: a line, a given, or a derivative along all paths between two quantities.
  case quantity(Formula)
  /// Several numbers with one name: a matrix, a column.
  case array(QuantityArray)
  /// A list with an entry for each layer, as Nielsen's program has them: zs, activations, nabla_b.
  case layers([QuantityArray])
  /// What a step of gradient descent adds to a parameter, or takes away from it; its value after the step comes first.
  case change(new: Formula, old: Formula, isTakenAway: Bool = false)
  /// What several names may stand for, as answers write them.
  case ambiguous([String])
  /// None, as an answer would write it.
  case unknown(String)
}

extension NameMatch {
  /// What a name of several numbers means before one number.
  func before(_ value: Cursor) -> NameMatch {
    guard case .array(let array) = self, array.singles.count == 1, !AnswerValue.holdsArray(value) else {
      return self
    }
    return .quantity(array.singles[0])
  }
}

/// The entries of a quantity, row by row.
struct QuantityArray: Hashable, Sendable {
  let name: String
  let rows: Int
  let columns: Int
  let entries: [Formula]
  /// What the name means where one number is given: h1 for the first neuron, if layer 1 is no single one.
  var singles: [Formula] = []
}

extension NameReading {
  func readingColumnsOtherwise(in text: [UInt8]) -> [any NameReading] { [] }

  func take(_ cursor: inout Cursor) -> NameMatch? { take(&cursor, isLeft: false) }

  /// Why a name cannot be read; `nil` for one that can.
  func problem(_ match: NameMatch, written: String) -> String? {
    switch match {
    case .quantity, .array, .layers, .change: nil
    case .ambiguous(let names):
      "\(shortened(written)) may be \(names.prefix(4).joined(separator: " or ")); write the full name"
    case .unknown(let text): unknown(text, written: written)
    }
  }
}

extension Exercise {
  /// What reads its names.
  var names: any NameReading { subject.names(of: self) }
}
