import Formulas

/// The rules by which a page judges answers: a derivation as arithmetic, with the wrong formulas of each line.
///
/// Lines are numbered from 0 on, and the given numbers follow after the lines; in formulas they are
/// `Symbol(.entry, layer: number)`.
public struct AnswerRules: Hashable, Sendable {
  /// A mistake of the catalog.
  public struct Mistake: Hashable, Sendable {
    /// The identifier, which programs read.
    public let id: String
    /// How often it is seen.
    public let evidence: Double
    /// The hint for this mistake.
    public let hint: String

    /// A mistake with its identifier, its evidence and its hint.
    public init(id: String, evidence: Double, hint: String) {
      (self.id, self.evidence, self.hint) = (id, evidence, hint)
    }
  }

  /// A wrong formula of a line.
  public struct Wrong: Hashable, Sendable {
    /// The number of the rewriting, the same in every line where it is made.
    public let label: Int
    /// The number of the mistake in `mistakes`.
    public let mistake: Int
    /// The wrong formula of the line.
    public let formula: Formula

    /// A wrong formula with its rewriting and its mistake.
    public init(label: Int, mistake: Int, formula: Formula) {
      (self.label, self.mistake, self.formula) = (label, mistake, formula)
    }
  }

  /// The correct formulas of each line over the numbers before it: one, or two if there is a second way.
  public var lines: [[Formula]]
  /// The given numbers of the lesson.
  public var givens: [Double]
  /// The significant digits that are asked for.
  public var asked: Int
  /// What typed numbers may have before their decimals, besides a point.
  public var decimal = DecimalSign.point
  /// The wrong formulas of each line.
  public var wrong: [[Wrong]] = []
  /// The mistakes of all wrong formulas.
  public var mistakes: [Mistake] = []
  /// The number of the slip of the pen in `mistakes`.
  public var pen = 0
  /// Groups of lines that one mistake makes wrong together.
  public var groups: [[Int]] = []
  /// Sets of groups, by their numbers, that one mistake makes wrong together.
  public var joint: [[Int]] = []
  /// The layer of each line; `nil` if it belongs to none.
  public var layers: [Int?] = []
  /// For a line of an example, the first with the same place in an example.
  public var places: [Int?] = []
  /// The lines in the order of the derivation.
  public var order: [Int] = []
  /// For lines, those that only say them again.
  public var copies: [Int: [Int]] = [:]
  /// The correct ways of writing that differ from the lesson's.
  public var conventions = Conventions()
  /// What is said of each of them, by its name.
  public var conventionWords: [String: String] = [:]

  /// The rules of a derivation.
  public init(lines: [[Formula]], givens: [Double], asked: Int) {
    (self.lines, self.givens, self.asked) = (lines, givens, asked)
  }

  /// The lines that show a way of writing, and the formulas for it.
  public struct Conventions: Hashable, Sendable {
    /// The lines of δ.
    public var errors: [Int] = []
    /// The lines that follow from the lines of δ.
    public var afterErrors: [Int] = []
    /// The lines of the derivatives of the cost with respect to the outputs, which stand before those of δ.
    public var slopesOfCost: [Int] = []
    /// The lines with an entry for each weight.
    public var weights: [Int] = []
    /// The new weights among them.
    public var newWeights: [Int] = []
    /// For each line of a weight, the line at its transposed place.
    public var transposed: [Int: Int?] = [:]
    /// The lines of the cost.
    public var costs: [Int] = []
    /// The lines of the cost of all examples.
    public var totalCosts: [Int] = []
    /// The lines of what momentum keeps.
    public var velocities: [Int] = []
    /// η.
    public var rate = 0.0
    /// The formulas with the other slope at a kink.
    public var otherSlopes: [Int: Formula] = [:]
    /// The formulas with another factor, ½ or 2, in the cost.
    public var otherHalves: [[Int: Formula]] = []
    /// The lines that show whether an activation is that before dropout.
    public var masked: [Int] = []
    /// The formulas where an activation is that before dropout.
    public var beforeDropout: [Int: Formula] = [:]
    /// The formulas where derivatives, too, are with respect to the activation before dropout.
    public var derivativesBeforeDropout: [Int: Formula] = [:]
    /// Whether the cost is the sum over the examples, and not their mean.
    public var areAdded = false
    /// The formulas with the sum over the examples in place of the mean, or the other way round.
    public var sums: [Int: Formula] = [:]

    /// No other ways of writing.
    public init() {}
  }
}
