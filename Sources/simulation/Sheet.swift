import Formulas
import Grading

/// What is handed in.
enum Share: String, CaseIterable {
  case everything, gradients, parameters
}

/// The kinds of students.
enum Kind: String, CaseIterable {
  case catalogued = "mistakes of the published list"
  case named = "other mistakes"
  case rewriting = "one random rewriting"
  case twoRewritings = "two random rewritings"
  case formula = "a formula of random names"
  case pen = "digits changed"
  case number = "one random number alone"
  case line = "one random line"
  case correct = "no mistake"
  case nonsense = "nonsense"

  /// Whether the person believes a wrong formula, which can be named.
  var hasFormula: Bool {
    switch self {
    case .catalogued, .named, .rewriting, .twoRewritings, .formula: true
    case .pen, .number, .line, .correct, .nonsense: false
    }
  }
}

/// What one person handed in, and what is known of how it came about.
struct Sheet {
  var kind: Kind
  var share: Share
  /// How many digits, or the habit of somebody without a mistake.
  var hand: Hand
  /// What was done, in a few words.
  var story: String
  /// The numbers, by their lines.
  var written: [Int: Written]
  /// The wrong formulas that are believed, by their lines.
  var wrong: [Int: Formula] = [:]
  /// The id that the published list has for it.
  var id: String?
  /// The lines that may be called the first wrong one.
  var first: Set<Int> = []
  /// The line that the pen slipped in.
  var slip: Int?
  /// What its number is multiplied by, where the sign was lost or the point moved.
  var slipFactor: Double?
}

/// A mistake that may be made: the wrong formulas by their lines, made everywhere or in one place.
struct Mistaken {
  let kind: Kind
  let id: String?
  let name: String
  /// Where it is made.
  var place = ""
  let wrong: [Int: Formula]
}
