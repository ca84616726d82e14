import Formulas

extension Graph {
  /// One operation in reverse Polish notation: its arguments come before it.
  public struct Instruction: Hashable, Sendable {
    /// The operation.
    public let operation: Operation
    /// The number of arguments; for an entry, a number or a whole power: which one.
    let operand: Int32
    /// The output of a softmax, counted from 0.
    let place: Int32
  }

  /// The operations of a definition.
  public enum Operation: UInt8, Hashable, Sendable {
    /// The value of an entry.
    case entry
    /// A number of the definition.
    case number
    /// A whole number.
    case whole
    /// The sum or the product of the arguments.
    case sum, product
    /// The first divided by the second.
    case quotient
    /// The argument with the opposite sign.
    case negative
    /// To a whole power that is written; and the first to the power of the second.
    case wholePower, power
    /// eˣ, eˣ − 1, ln x, √x, sin x, cos x.
    case exp, exponentialMinusOne, ln, squareRoot, sin, cos
    /// tanh x, σ(x) = 1 / (1 + e⁻ˣ), ln (1 + eˣ).
    case tanh, sigmoid, softplus
    /// |x|, its slope, and 1 where x > 0 and 0 elsewhere.
    case magnitude, sign, step
    /// 1 where the first is larger than the second, or at least as large, and 0 elsewhere.
    case greater, atLeast
    /// The largest and the smallest of the arguments, the first of those that are equal.
    case max, min
    /// One of e^(x_j) / Σ_k e^(x_k), and ln Σ_k e^(x_k).
    case softmax, logSumExp
    /// A function that only graphs have.
    case named
  }

  /// A calculation that is being put together.
  ///
  /// It is the postfix form of an expression: each part is complete, and what is done with it follows.
  public struct Code: Sendable {
    /// In the order in which they are done.
    public internal(set) var instructions: [Instruction]

    init(_ instructions: [Instruction]) { self.instructions = instructions }

    /// The value of an entry.
    public static func entry(_ id: ID) -> Code { Code([Instruction(.entry, Int32(clamping: id))]) }

    /// A whole number.
    public static func whole(_ value: Int) -> Code { Code([Instruction(.whole, Int32(clamping: value))]) }

    /// A number that the builder keeps.
    static func number(_ index: Int) -> Code { Code([Instruction(.number, Int32(clamping: index))]) }

    /// All arguments together; one sum or product of a single argument is the argument.
    public static func apply(_ operation: Operation, _ arguments: [Code]) -> Code {
      let isAlone = arguments.count == 1 && [.sum, .product, .max, .min, .logSumExp].contains(operation)
      if let only = arguments.first, isAlone { return only }
      var all: [Instruction] = []
      all.reserveCapacity(arguments.reduce(1) { $0 + $1.instructions.count })
      for argument in arguments { all += argument.instructions }
      all.append(Instruction(operation, Int32(clamping: arguments.count)))
      return Code(all)
    }

    /// An instruction after its arguments, as many as it takes.
    static func apply(_ instruction: Instruction, _ arguments: [Code]) -> Code {
      Code(arguments.flatMap(\.instructions) + [instruction])
    }

    /// To a whole power.
    public static func power(_ base: Code, _ exponent: Int) -> Code {
      Code(base.instructions + [Instruction(.wholePower, Int32(clamping: exponent))])
    }

    /// A function that only graphs have.
    static func named(_ function: NamedFunction, _ argument: Code) -> Code {
      Code(argument.instructions + [Instruction(function)])
    }

    /// The output of a softmax at a place, counted from 0; at a place that there is not, the nearest.
    public static func softmax(_ arguments: [Code], at place: Int) -> Code {
      let place = Swift.min(Swift.max(0, place), Swift.max(0, arguments.count - 1))
      var code = apply(.softmax, arguments)
      code.instructions[code.instructions.count - 1] = Instruction(
        .softmax, Int32(clamping: arguments.count), place: Int32(clamping: place))
      return code
    }
  }
}

extension Graph.Operation {
  /// Whether it is a slope that does not change with its arguments, but jumps.
  var isCondition: Bool { self == .sign || self == .greater || self == .atLeast }
}

extension Graph.Instruction {
  init(_ operation: Graph.Operation, _ operand: Int32, place: Int32 = 0) {
    self.operation = operation
    self.operand = operand
    self.place = place
  }

  /// The function that it is, of those that only graphs have.
  init(_ function: NamedFunction) {
    self.init(.named, Int32(clamping: NamedFunction.allCases.firstIndex(of: function) ?? 0))
  }

  /// The function, of those that only graphs have.
  public var function: NamedFunction? {
    let place = Int(operand)
    return operation == .named && NamedFunction.allCases.indices.contains(place)
      ? NamedFunction.allCases[place] : nil
  }

  /// Whether its slope jumps somewhere.
  var hasEdge: Bool { operation.hasEdge || function == .floor }

  /// Whether nothing is derived through it: a condition, or a number that counts as given.
  var endsDerivatives: Bool { operation.isCondition || function == .stop }

  /// How many arguments stand before it.
  var arity: Int {
    switch operation {
    case .entry, .number, .whole: 0
    case .sum, .product, .max, .min, .softmax, .logSumExp: Int(operand)
    case .quotient, .power, .greater, .atLeast: 2
    case .negative, .wholePower, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid,
      .softplus, .magnitude, .sign, .step, .named:
      1
    }
  }
}
