import Backprop
import Formulas

/// What functions compute.
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
    case .relu: try writePositivePart(first, place)
    case .leakyReLU: try writeLeakyReLU(first, arguments.dropFirst().first, place)
    case .elu: try writeELU(first, arguments.dropFirst().first, place)
    case .silu:
      try write(first, at: place)
      try apply(.sigmoid, first, place)
      code.apply(.product, toLast: 2)
    case .sum: try reduce(.sum, arguments, place, call)
    case .product: try reduce(.product, arguments, place, call)
    case .mean: try reduce(.sum, arguments, place, call, isMean: true)
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

  private mutating func apply(
    _ operation: Graph.Operation, _ argument: Expression, _ place: Place
  ) throws(Halt) {
    try write(argument, at: place)
    code.apply(operation, toLast: 1)
  }

  /// max(0, x): at 0 the slope is that of the first, on the left.
  private mutating func writePositivePart(_ x: Expression, _ place: Place) throws(Halt) {
    code.append(whole: 0)
    try write(x, at: place)
    code.apply(.max, toLast: 2)
  }

  /// min(x, 0): at 0 the slope is that of the first, on the left.
  private mutating func writeNegativePart(_ x: Expression, _ place: Place) throws(Halt) {
    try write(x, at: place)
    code.append(whole: 0)
    code.apply(.min, toLast: 2)
  }

  /// max(0, x) + p·min(x, 0).
  private mutating func writeLeakyReLU(_ x: Expression, _ slope: Expression?, _ place: Place) throws(Halt) {
    try writePositivePart(x, place)
    if let slope { try write(slope, at: place) } else { code.append(builder.number(.hundredth)) }
    try writeNegativePart(x, place)
    code.apply(.product, toLast: 2)
    code.apply(.sum, toLast: 2)
  }

  /// max(0, x) + p·(e^min(x, 0) − 1).
  private mutating func writeELU(_ x: Expression, _ scale: Expression?, _ place: Place) throws(Halt) {
    try writePositivePart(x, place)
    if let scale { try write(scale, at: place) }
    try writeNegativePart(x, place)
    code.apply(.exponentialMinusOne, toLast: 1)
    code.apply(.product, toLast: scale == nil ? 1 : 2)
    code.apply(.sum, toLast: 2)
  }

  /// The largest or the smallest of several values, or of all that letters run over.
  private mutating func choose(
    _ operation: Graph.Operation, _ function: GraphFunction, _ arguments: [Expression], _ place: Place,
    _ call: Expression
  ) throws(Halt) {
    let (values, _) = split(function, arguments) { value(ofLetter: $0) != nil }
    if values.count == 1 { return try reduce(operation, arguments, place, call) }
    for value in values { try write(value, at: place) }
    code.apply(operation, toLast: values.count)
  }

  /// Everything of one argument, or the argument for each value of some letters.
  private mutating func reduce(
    _ operation: Graph.Operation, _ arguments: [Expression], _ place: Place, _ call: Expression,
    isMean: Bool = false
  ) throws(Halt) {
    var count = 0
    let letters = arguments.dropFirst()
    if letters.isEmpty {
      let shape = try shape(arguments[0])
      count = shape.count
      for number in 0..<count { try write(arguments[0], at: shape.place(number)) }
    } else {
      try run(letters, arguments[0], place, call, &count)
    }
    code.apply(operation, toLast: count)
    if isMean {
      code.append(whole: count)
      code.apply(.quotient, toLast: 2)
    }
  }

  private mutating func run(
    _ letters: ArraySlice<Expression>, _ value: Expression, _ place: Place, _ call: Expression,
    _ count: inout Int
  ) throws(Halt) {
    guard let letter = letters.first, let name = letter.name else {
      count += 1
      return try write(value, at: place)
    }
    let range = try range(of: name, in: [value], part: Int(call.number), at: letter.range)
    // Each value takes at least a number.
    guard range.count <= Self.mostInstructions else { throw tooLong() }
    for k in range {
      bind(name, k)
      try run(letters.dropFirst(), value, place, call, &count)
    }
    unbind(name)
  }
}
