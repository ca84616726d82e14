import Formulas

/// How answers are judged where this program does not run: a derivation as arithmetic, with the ways in which it goes wrong.
///
/// Every line has a number, from 0 on, and after the lines what is given has one; formulas are written in
/// `Symbol(.entry, layer: number)`.
public struct AnswerRules: Hashable, Sendable {
  /// A mistake, as it is told.
  public struct Mistake: Hashable, Sendable {
    /// The name that programs read.
    public let id: String
    /// How often it is seen.
    public let evidence: Double
    /// What a tutor says to who makes it.
    public let hint: String

    /// A mistake with what to say of it.
    public init(id: String, evidence: Double, hint: String) {
      (self.id, self.evidence, self.hint) = (id, evidence, hint)
    }
  }

  /// A wrong formula of a line.
  public struct Wrong: Hashable, Sendable {
    /// The number of the rewriting, the same in every line where it is made.
    public let label: Int
    /// Which of the mistakes it is.
    public let mistake: Int
    /// What it makes of the line.
    public let formula: Formula

    /// A formula with what is wrong with it.
    public init(label: Int, mistake: Int, formula: Formula) {
      (self.label, self.mistake, self.formula) = (label, mistake, formula)
    }
  }

  /// The formulas of each line, over numbers before it: the right one, and another that is as right, if there is one.
  public var lines: [[Formula]]
  /// What the lesson gives.
  public var givens: [Double]
  /// The significant digits that are asked for.
  public var asked: Int
  /// The wrong formulas of each line.
  public var wrong: [[Wrong]] = []
  /// All that the wrong formulas are called.
  public var mistakes: [Mistake] = []
  /// Which of the mistakes a slip of the pen is.
  public var pen = 0
  /// Lines that a way of thinking makes wrong together.
  public var groups: [[Int]] = []
  /// Groups, by their numbers, that go wrong together.
  public var joint: [[Int]] = []
  /// The layer that each line belongs to, where it belongs to one.
  public var layers: [Int?] = []
  /// For a line of an example, the first with the same place in an example.
  public var places: [Int?] = []
  /// The lines in the order of the derivation.
  public var order: [Int] = []
  /// What people write otherwise, and what shows it.
  public var conventions = Conventions()

  /// The rules of a derivation.
  public init(lines: [[Formula]], givens: [Double], asked: Int) {
    (self.lines, self.givens, self.asked) = (lines, givens, asked)
  }

  /// The lines by which ways of writing are known, and the formulas with which they go.
  public struct Conventions: Hashable, Sendable {
    /// The lines of δ.
    public var errors: [Int] = []
    /// The lines of what follows from them.
    public var afterErrors: [Int] = []
    /// The lines of the slope of the cost, which stand before them.
    public var slopesOfCost: [Int] = []
    /// The lines with an entry for each weight.
    public var weights: [Int] = []
    /// The new weights among them.
    public var newWeights: [Int] = []
    /// Which of them stands in whose place where weights are stored from inputs to outputs.
    public var transposed: [Int: Int?] = [:]
    /// The lines of the cost.
    public var costs: [Int] = []
    /// The lines of the cost of all examples.
    public var totalCosts: [Int] = []
    /// The formulas with the other slope at a kink.
    public var otherSlopes: [Int: Formula] = [:]
    /// Those with other factors ½ or 2 in the cost.
    public var otherHalves: [[Int: Formula]] = []
    /// Those of the sum over the examples.
    public var sums: [Int: Formula] = [:]

    /// None.
    public init() {}
  }
}
