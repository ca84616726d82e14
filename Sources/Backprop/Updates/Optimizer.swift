import Formulas

/// How a step moves the parameters: a rule and its constants.
public struct Optimizer: Hashable, Sendable {
  /// The rules; the raw value is the name in a lesson.
  public enum Rule: String, CaseIterable, Hashable, Sendable {
    /// A file each in this folder.
    case gradientDescent = "gradient-descent", momentum, nesterov, adagrad, rmsprop, adam, adamw

    /// The rule.
    public var type: any UpdateRule.Type {
      switch self {
      case .gradientDescent: GradientDescent.self
      case .momentum: Momentum.self
      case .nesterov: Nesterov.self
      case .adagrad: AdaGrad.self
      case .rmsprop: RMSprop.self
      case .adam: Adam.self
      case .adamw: AdamW.self
      }
    }

    /// The rule applied: chosen by a switch, so that it is compiled for doubles.
    func apply<A: Algebra>(_ update: inout Update<A>) {
      switch self {
      case .gradientDescent: GradientDescent.apply(&update)
      case .momentum: Momentum.apply(&update)
      case .nesterov: Nesterov.apply(&update)
      case .adagrad: AdaGrad.apply(&update)
      case .rmsprop: RMSprop.apply(&update)
      case .adam: Adam.apply(&update)
      case .adamw: AdamW.apply(&update)
      }
    }
  }

  /// A constant of an optimizer's rule.
  public struct Constant: Hashable, Sendable {
    /// The ranges of a constant.
    public enum Range: Hashable, Sendable {
      /// From 0 up to but not including 1.
      case belowOne
      /// At least 0.
      case notNegative
    }

    /// The name of the constant in a lesson.
    public let key: String
    /// The name of the constant's letter.
    public let letter: String
    /// What it is if a lesson does not say.
    public let usual: String
    /// What it may be.
    public let range: Range

    init(_ key: String, letter: String? = nil, _ usual: String, _ range: Range) {
      (self.key, self.letter, self.usual, self.range) = (key, letter ?? key, usual, range)
    }
  }

  /// The rule.
  public let rule: Rule
  /// Its constants, in its order.
  public var constants: [Numeral]
  /// Whether the result is to become larger, and not smaller.
  public var ascends = false

  /// A rule with its constants; those that are left out are the usual ones.
  public init(_ rule: Rule, _ constants: [String: Numeral] = [:]) {
    self.rule = rule
    self.constants = rule.type.constants.map {
      constants[$0.key] ?? Numeral($0.usual) ?? Numeral(integer: 0)
    }
  }

  /// What a lesson has that names none.
  public static let gradientDescent = Optimizer(.gradientDescent)

  /// A letter of an optimizer.
  package static func letter(_ name: String) -> Formula { .symbol(Symbol(.optimizer(Word(name)))) }

  /// Its constants by their letters.
  public var givens: [(name: Formula, value: Numeral)] {
    zip(rule.type.constants, constants).map { (Self.letter($0.letter), $1) }
  }
}

/// What one optimizer does.
public protocol UpdateRule: Sendable {
  /// What it keeps of each parameter.
  static var states: [UpdateQuantity] { get }
  /// Its constants.
  static var constants: [Optimizer.Constant] { get }
  /// Whether the learning rate is divided by a square root.
  static var takesRoots: Bool { get }
  /// Works out the new value of a parameter.
  static func apply<A: Algebra>(_ update: inout Update<A>)
}

extension UpdateRule {
  public static var takesRoots: Bool { constants.contains { $0.key == "epsilon" } }
}

extension Optimizer {
  /// The lines of step `number` for a parameter, with what the optimizer kept of it: nothing in the first step.
  public func lines<A: Algebra>(
    of w: A, slope: A, state: [A] = [], rate: A, number: Int
  ) -> [(quantity: UpdateQuantity, value: A)] {
    var update = Update(
      self, rate: rate, constants: constants.map { A($0) }, number: number, w: w, slope: slope, state: state)
    rule.apply(&update)
    return update.lines
  }

  /// A step for one parameter after the other, of which only the new values are wanted.
  func update(rate: Double, number: Int) -> Update<Double> {
    Update(self, rate: rate, constants: constants.map(\.value), number: number, records: false)
  }

  /// The same lines in symbols; `name` says what stands for a quantity after the step, `old` for one before it.
  func formulas(
    of w: Formula, slope: Formula, number: Int, old: (UpdateQuantity) -> Formula,
    name: @escaping (UpdateQuantity) -> Formula
  ) -> [(quantity: UpdateQuantity, value: Formula)] {
    var update = Update<Formula>(
      self, rate: .symbol(Symbol(.learningRate)), constants: givens.map(\.name), number: number, w: w,
      slope: slope, state: rule.type.states.map(old), name: name)
    rule.apply(&update)
    return update.lines
  }
}
