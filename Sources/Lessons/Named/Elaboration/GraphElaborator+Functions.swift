import Backprop
import Formulas

/// Writes the code of function calls.
extension GraphElaborator {
  mutating func write(
    _ function: GraphFunction, _ arguments: [Expression], at place: Place, _ call: Expression
  ) throws(Halt) {
    let first = arguments[0]
    switch function {
    case .exp: try apply(.exp, first, place)
    case .ln, .log: try apply(.ln, first, place)
    case .sqrt: try apply(.squareRoot, first, place)
    case .sin: try apply(.sin, first, place)
    case .cos: try apply(.cos, first, place)
    case .tanh: try apply(.tanh, first, place)
    case .sigmoid: try apply(.sigmoid, first, place)
    case .softplus: try apply(.softplus, first, place)
    case .abs: try apply(.magnitude, first, place)
    case .step: try apply(.step, first, place)
    case .sign: try apply(.sign, first, place)
    case .tan: try apply(.tan, first, place)
    case .sinh: try apply(.sinh, first, place)
    case .cosh: try apply(.cosh, first, place)
    case .arcsin: try apply(.arcsin, first, place)
    case .arccos: try apply(.arccos, first, place)
    case .arctan: try apply(.arctan, first, place)
    case .erf: try apply(.erf, first, place)
    case .floor: try apply(.floor, first, place)
    case .stop: try apply(.stop, first, place)
    case .log2: try writeLogarithm(first, base: 2, place)
    case .log10: try writeLogarithm(first, base: 10, place)
    case .clip:
      try write(first, at: place)
      try write(arguments[1], at: place)
      code.apply(.max, toLast: 2)
      try write(arguments[2], at: place)
      code.apply(.min, toLast: 2)
    case .gelu: try writeGELU(first, place)
    case .selu: try writeSELU(first, place)
    case .dot: try write(first, times: arguments[1], at: place)
    case .norm:
      try reduce(.sum, function, arguments, place, call) { $0.raise(to: 2) }
      code.apply(.squareRoot, toLast: 1)
    case .logsumexp: try reduce(.logSumExp, function, arguments, place, call)
    case .mod:
      // x − n ⌊x/n⌋
      try write(first, at: place)
      try write(arguments[1], at: Place())
      try write(first, at: place)
      try write(arguments[1], at: Place())
      code.apply(.quotient, toLast: 2)
      code.apply(.floor)
      code.apply(.product, toLast: 2)
      code.apply(.negative, toLast: 1)
      code.apply(.sum, toLast: 2)
    case .relu: try writePositivePart(first, place)
    case .leakyReLU: try writeLeakyReLU(first, arguments.dropFirst().first, place)
    case .elu: try writeELU(first, arguments.dropFirst().first, place)
    case .silu:
      try write(first, at: place)
      try apply(.sigmoid, first, place)
      code.apply(.product, toLast: 2)
    case .sum: try reduce(.sum, function, arguments, place, call)
    case .product: try reduce(.product, function, arguments, place, call)
    case .mean: try reduce(.sum, function, arguments, place, call)
    case .max: try choose(.max, .max, arguments, place, call)
    case .min: try choose(.min, .min, arguments, place, call)
    case .softmax:
      let count = try shape(first)[0]
      for k in 0..<count {
        var there = Place()
        there[0] = k
        try write(first, at: there)
      }
      code.softmax(ofLast: count, at: place[0])
    case .concat:
      var rest = place[0]
      for argument in arguments {
        let shape = try shape(argument)
        if rest < shape.count { return try write(argument, at: shape.place(rest)) }
        rest -= shape.count
      }
    }
  }

  mutating func apply(
    _ operation: Graph.Operation, _ argument: Expression, _ place: Place
  ) throws(Halt) {
    try write(argument, at: place)
    code.apply(operation, toLast: 1)
  }

  private mutating func apply(
    _ function: NamedFunction, _ argument: Expression, _ place: Place
  ) throws(Halt) {
    try write(argument, at: place)
    code.apply(function)
  }

  /// ln x / ln b.
  private mutating func writeLogarithm(_ x: Expression, base: Int, _ place: Place) throws(Halt) {
    try apply(.ln, x, place)
    code.append(whole: base)
    code.apply(.ln, toLast: 1)
    code.apply(.quotient, toLast: 2)
  }

  /// The largest or the smallest of several values, or of all that letters run over.
  private mutating func choose(
    _ operation: Graph.Operation, _ function: GraphFunction, _ arguments: [Expression], _ place: Place,
    _ call: Expression
  ) throws(Halt) {
    let (values, _, _) = split(function, arguments) { value(ofLetter: $0) != nil }
    if values.count == 1 { return try reduce(operation, function, arguments, place, call) }
    for value in values { try write(value, at: place) }
    code.apply(operation, toLast: values.count)
  }

  /// Everything of one argument, or the argument for each value of some letters.
  private mutating func reduce(
    _ operation: Graph.Operation, _ function: GraphFunction, _ arguments: [Expression], _ place: Place,
    _ call: Expression, each change: (inout Graph.Code) -> Void = { _ in }
  ) throws(Halt) {
    var count = 0
    let (_, letters, conditions) = split(function, arguments) { value(ofLetter: $0) != nil }
    if letters.isEmpty, conditions.isEmpty {
      let shape = try shape(arguments[0])
      count = shape.count
      for number in 0..<count {
        try write(arguments[0], at: shape.place(number))
        change(&code)
      }
    } else {
      try run(letters, conditions, arguments[0], place, call, &count, change)
    }
    if count == 0 {
      guard function == .sum || function == .product else {
        throw .problem(
          call.range,
          "nothing is left of which \(function.rawValue) could be taken\(letterWords); "
            + "change the condition, so that it leaves something")
      }
      return code.append(whole: function == .sum ? 0 : 1)
    }
    code.apply(operation, toLast: count)
    if function == .mean {
      code.append(whole: count)
      code.apply(.quotient, toLast: 2)
    }
  }

  /// Values that are left out take time as well.
  private mutating func leaveOut() throws(Halt) {
    leftOutCount += 1
    if leftOutCount > Self.mostUses { throw tooLong() }
  }

  private mutating func run(
    _ letters: ArraySlice<Expression>, _ conditions: [Expression], _ value: Expression, _ place: Place,
    _ call: Expression,
    _ count: inout Int, _ change: (inout Graph.Code) -> Void
  ) throws(Halt) {
    guard let letter = letters.first, let name = letter.name else {
      for condition in conditions {
        guard case .condition(let a, let relation, let b) = condition.content else { continue }
        if !relation.holds(try whole(a), try whole(b)) { return try leaveOut() }
      }
      count += 1
      try write(value, at: place)
      return change(&code)
    }
    let range = try range(of: name, in: [value], part: Int(call.number), at: letter.range)
    if range.isEmpty { return try leaveOut() }
    // Each value takes at least a number.
    guard range.count <= Self.mostInstructions else { throw tooLong() }
    for k in range {
      bind(name, k)
      try run(letters.dropFirst(), conditions, value, place, call, &count, change)
    }
    unbind(name)
  }
}
