import Formulas

/// A graph is read in any arithmetic: at `Double` it computes, at `Formula` it writes itself down.
extension Graph {
  /// The values of all entries, from those that are given.
  public func values<A: Algebra>(given value: (ID, Numeral) -> A = { A($1) }) -> [A] {
    var values: [A] = []
    values.reserveCapacity(count)
    var stack: [A] = []
    for id in 0..<count {
      if isGiven(id), let numeral = given[id] {
        values.append(value(id, numeral))
      } else {
        values.append(self.value(of: id, &stack) { values[$0] })
      }
    }
    return values
  }

  /// The first entry that is no finite number, or in whose definition something is none, as 1/0 is in σ(1/0).
  public func firstNotFinite(in values: [Double]) -> ID? {
    var stack: [Double] = []
    return values.indices.first { id in
      var isFinite = values[id].isFinite
      guard isFinite, !isGiven(id) else { return !isFinite }
      _ = value(of: id, &stack, { values[$0] }) { _, _, arguments in
        isFinite = isFinite && arguments.allSatisfy(\.isFinite)
      }
      return !isFinite
    }
  }

  /// Whether something is divided by 0 in the definition of an entry.
  public func dividesByZero(_ id: ID, in values: [Double]) -> Bool {
    guard !isGiven(id) else { return false }
    var stack: [Double] = []
    var found = false
    _ = value(of: id, &stack, { values[$0] }) { instruction, _, arguments in
      found = found || (instruction.operation == .quotient && arguments.last == 0)
    }
    return found
  }

  /// What an entry comes to that is defined, from the values of those before it.
  ///
  /// A single operation on entries and numbers is done at once; the results of several wait on the stack.
  func value<A: Algebra>(of id: ID, _ stack: inout [A], _ entry: (ID) -> A) -> A {
    let (code, places) = (instructions.span, places(of: id))
    guard let last = places.last else { return A(0) }
    switch (places.count, code[last].arity) {
    case (2, 1): return value(of: code[last], value(of: code[last - 1], entry))
    case (3, 2):
      return value(of: code[last], value(of: code[last - 2], entry), value(of: code[last - 1], entry))
    default: break
    }
    stack.removeAll(keepingCapacity: true)
    for place in places {
      let instruction = code[place]
      switch instruction.arity {
      case 0: stack.append(value(of: instruction, entry))
      case 1: stack.append(value(of: instruction, stack.removeLast()))
      case 2:
        let y = stack.removeLast()
        stack.append(value(of: instruction, stack.removeLast(), y))
      case let arity:
        let value = value(of: instruction, stack.suffix(arity))
        stack.removeLast(arity)
        stack.append(value)
      }
    }
    return stack.last ?? A(0)
  }

  /// The same; `visit` sees each instruction that has arguments, its place in the code and these.
  func value<A: Algebra>(
    of id: ID, _ stack: inout [A], _ entry: (ID) -> A, visit: (Instruction, Int, ArraySlice<A>) -> Void
  ) -> A {
    stack.removeAll(keepingCapacity: true)
    for place in places(of: id) {
      let instruction = instructions[place]
      let arguments = stack.suffix(instruction.arity)
      if !arguments.isEmpty { visit(instruction, place, arguments) }
      let value =
        switch arguments.count {
        case 0: self.value(of: instruction, entry)
        case 1: self.value(of: instruction, arguments[arguments.startIndex])
        case 2:
          self.value(
            of: instruction, arguments[arguments.startIndex], arguments[arguments.startIndex + 1])
        default: self.value(of: instruction, arguments)
        }
      stack.removeLast(arguments.count)
      stack.append(value)
    }
    return stack.last ?? A(0)
  }

  /// The result of an instruction without arguments; of a function, what it makes of none.
  func value<A: Algebra>(of instruction: Instruction, _ entry: (ID) -> A) -> A {
    switch instruction.operation {
    case .entry: entry(Int(instruction.operand))
    case .number: A(numerals[Int(instruction.operand)])
    case .whole: A(Int(instruction.operand))
    case .sum, .product, .quotient, .negative, .wholePower, .power, .exp, .exponentialMinusOne, .ln,
      .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .greater, .atLeast,
      .max, .min, .softmax, .logSumExp, .named:
      value(of: instruction, [A]()[...])
    }
  }

  /// The result of an instruction with two arguments.
  func value<A: Algebra>(of instruction: Instruction, _ x: A, _ y: A) -> A {
    switch instruction.operation {
    case .sum: x + y
    case .product: x * y
    case .quotient: x / y
    case .power: A.power(x, y)
    case .greater: A.truth(x, y, orEqual: false)
    case .atLeast: A.truth(x, y, orEqual: true)
    case .max: A.max(x, y)
    case .min: A.min(x, y)
    case .entry, .number, .whole, .negative, .wholePower, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin,
      .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .softmax, .logSumExp, .named:
      value(of: instruction, [x, y][...])
    }
  }

  /// The result of an instruction with any number of arguments; of none it is 1 for a product, and 0 otherwise.
  func value<A: Algebra>(of instruction: Instruction, _ x: ArraySlice<A>) -> A {
    switch instruction.operation {
    case .product: A.product(x)
    case .max: x.first.map { x.dropFirst().reduce($0) { A.max($0, $1) } } ?? A(0)
    case .min: x.first.map { x.dropFirst().reduce($0) { A.min($0, $1) } } ?? A(0)
    case .softmax: x.isEmpty ? A(0) : A.softmax(Array(x))[Int(instruction.place)]
    case .logSumExp: A.logSumExp(Array(x))
    case .sum, .entry, .number, .whole, .quotient, .negative, .wholePower, .power, .exp,
      .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus, .magnitude, .sign,
      .step, .greater, .atLeast, .named:
      A.total(x)
    }
  }

  /// The result of an instruction with one argument.
  func value<A: Algebra>(of instruction: Instruction, _ x: A) -> A {
    switch instruction.operation {
    case .negative: -x
    case .wholePower: A.wholePower(x, Int(instruction.operand))
    case .exp: A.exp(x)
    case .exponentialMinusOne: A.exponentialMinusOne(x)
    case .ln: A.ln(x)
    case .squareRoot: A.squareRoot(x)
    case .sin: A.sin(x)
    case .cos: A.cos(x)
    case .tanh: A.tanh(x)
    case .sigmoid: A.logistic(x)
    case .softplus: A.softplus(x)
    case .magnitude: A.magnitude(x)
    case .sign: A.sign(x)
    case .step: A.step(x)
    case .named: instruction.function.map { A.named($0, x) } ?? x
    case .softmax, .logSumExp: value(of: instruction, [x][...])
    case .entry, .number, .whole, .sum, .product, .quotient, .power, .greater, .atLeast, .max, .min: x
    }
  }
}

extension Algebra {
  /// The factors multiplied, from the first to the last.
  static func product(_ factors: some Sequence<Self>) -> Self {
    var iterator = factors.makeIterator()
    guard var product = iterator.next() else { return Self(1) }
    while let factor = iterator.next() { product = product * factor }
    return product
  }

  /// xⁿ for a whole n, which may be negative.
  static func wholePower(_ x: Self, _ exponent: Int) -> Self {
    exponent < 0
      ? Self(1) / power(x, Self(Int(exponent.magnitude))) : power(x, Self(exponent))
  }
}
