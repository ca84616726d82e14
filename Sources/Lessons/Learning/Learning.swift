import Backprop
import Formulas

/// How a lesson learns, besides its learning rate, and how far it is.
public struct Learning: Hashable, Sendable {
  /// A number that a step has left behind.
  struct Kept: Hashable, Sendable {
    /// Its digits: of a number that is not exact, those that give the same double again.
    var numeral: Numeral
    var isExact = true

    /// A number whose digits are its own.
    init(exactly numeral: Numeral) { self.numeral = numeral }

    /// A number that was rounded; 0 for what is not finite.
    init(rounded value: Double) {
      (numeral, isExact) = (Numeral("\(value)") ?? Numeral(integer: 0), false)
    }
  }

  /// What moves the parameters.
  public var optimizer = Optimizer.gradientDescent
  /// How the learning rate changes.
  public var schedule = Schedule.constant
  /// How many steps are derived.
  public var steps = 1
  /// Whether each step follows the cost of one example, and not of all.
  public var takesEachExample = false
  /// Which step the lesson is at, counted from 1.
  package var number = 1
  /// The parameters that a step has rounded: the digits of their numbers are not their own.
  var rounded: Set<Int> = []
  /// What the optimizer keeps of each parameter, in its order; of none before the first step.
  var state: [Int: [Kept]] = [:]

  /// The most steps of a lesson.
  public static let mostSteps = 100

  /// The largest number of steps times parameters in a document.
  private static let mostNumbers = 100_000

  /// Throws where several steps of so many parameters would be too much.
  func checkSize(_ count: Int) throws(WorkedExampleError) {
    guard steps > 1, steps * count > Self.mostNumbers else { return }
    throw .refused(
      "\(steps) steps of \(grouped(count)) numbers are too many to derive: steps times numbers may be \(grouped(Self.mostNumbers)) at most; 'trace train' takes more"
    )
  }

  /// Why a step has no fraction.
  func hasNoFraction(_ name: String) -> WorkedExampleError {
    if case .warmupCosine = schedule {
      return .refused("the cosine of the schedule warmup-cosine has no exact fraction, as --exact needs")
    }
    if optimizer.rule.type.takesRoots {
      return .refused(
        """
        \(optimizer.rule.rawValue) takes a square root, and that of \(name) has no exact fraction: --exact takes \
        gradient-descent, momentum and nesterov
        """)
    }
    return .refused(
      "the fraction of \(name) takes integers beyond 128 bits, which --exact computes with: use fewer steps or shorter numbers"
    )
  }

  /// Throws where a step has worked out what is no finite number.
  func checkIsFinite(_ value: Double, _ name: Formula) throws(WorkedExampleError) {
    guard !value.isFinite, case .symbol(let symbol) = name else { return }
    throw .noFiniteResult(
      "in step \(number) \(symbol.name) is \(value.isNaN ? "not a number: something is divided by 0" : "infinite")"
    )
  }

  /// Gradient descent, one step of it.
  public init() {}

  /// The step that it is at.
  package var time: UpdateTime { UpdateTime(optimizer, number: number) }

  /// η in the step that it is at, in any arithmetic.
  package func rate<A: Algebra>(_ start: A) -> A {
    schedule.rate(start, step: number, of: steps, pi: A(Self.pi))
  }

  private static let pi = Numeral("\(Double.pi)") ?? Numeral(integer: 3)

  /// The lines of the step for a parameter; `start` is the learning rate of the lesson.
  package func lines<A: Algebra>(of w: A, _ id: Int, slope: A, start: Numeral) -> [(
    quantity: UpdateQuantity, value: A
  )] {
    optimizer.lines(
      of: w, slope: slope, state: state[id, default: []].map { A($0.numeral) }, rate: rate(A(start)),
      number: number)
  }

  /// The new value of a parameter.
  package func updated<A: Algebra>(_ w: A, _ id: Int, slope: A, start: Numeral) -> A {
    lines(of: w, id, slope: slope, start: start).last?.value ?? w
  }
}

extension Learning {
  /// The learning rate of the step as a line, where a schedule changes it.
  func rateLine(_ start: Numeral) -> Equation? {
    guard schedule != .constant else { return nil }
    let formula = schedule.rate(Self.startName, step: number, of: steps, pi: Self.piName)
    return Equation(Self.rateName, [.init(.equals, formula)])
  }

  static let rateName = Formula.symbol(Symbol(.learningRate))
  /// η₀, and π.
  static let startName = Formula.symbol(Symbol(.optimizer(Word("eta0"))))
  private static let piName = Formula.symbol(Symbol(.optimizer(Word("pi"))))

  /// What a step needs besides the derivatives, by name: the learning rate, the constants of the optimizer, and what it has kept of
  /// these parameters.
  func givens(
    _ start: Numeral?, of ids: [Int], name: (UpdateQuantity, Int) -> Symbol
  ) -> [(name: Formula, value: Kept)] {
    guard let start else { return [] }
    let kept = ids.flatMap { id in
      optimizer.rule.type.states.enumerated().map { place, quantity in
        let known = state[id].flatMap { $0.indices.contains(place) ? $0[place] : nil }
        return (Formula.symbol(name(quantity, id)), known ?? Kept(exactly: Numeral(integer: 0)))
      }
    }
    let rates =
      schedule == .constant
      ? [(Self.rateName, Kept(exactly: start))]
      : [
        (Self.startName, Kept(exactly: start)), (Self.piName, Kept(rounded: Double.pi)),
        (Self.rateName, Kept(rounded: rate(start.value))),
      ]
    return rates + optimizer.givens.map { ($0.name, Kept(exactly: $0.value)) } + kept
  }
}

extension Ledger {
  /// What a step needs; exact numbers are fractions where everything is.
  mutating func define(_ givens: [(name: Formula, value: Learning.Kept)]) {
    for (name, kept) in givens {
      if kept.isExact {
        define(name, as: isInFractions ? kept.numeral.asFraction ?? kept.numeral : kept.numeral)
      } else {
        self[name] = kept.numeral.value
      }
    }
  }
}
