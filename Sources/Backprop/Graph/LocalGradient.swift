import Formulas

/// One way to go on with a derivative, from what is above it.
enum Change<A: Algebra> {
  case unchanged
  case reversed
  case times(A)

  /// The chain rule: this one, and then the next.
  func then(_ next: Change) -> Change {
    switch (self, next) {
    case (.unchanged, _): next
    case (_, .unchanged): self
    case (.reversed, .reversed): .unchanged
    case (.reversed, .times(let x)), (.times(let x), .reversed): .times(-x)
    case (.times(let x), .times(let y)): .times(x * y)
    }
  }

  var value: A {
    switch self {
    case .unchanged: A(1)
    case .reversed: -A(1)
    case .times(let x): x
    }
  }
}

/// The calculation of one entry, gone through forward, and then backward.
///
/// It is a tree, so that there is one path to each leaf, and the chain rule is a product along it.
struct LocalGradient<A: Algebra> {
  private let code: [Graph.Instruction]
  private var values: [A] = []
  /// The arguments of each instruction, one after the other, and where those of each begin.
  private var arguments: [Int32] = []
  private var firstArgument: [Int32] = []
  /// Whether an entry is below it.
  private var isVariable: [Bool] = []
  /// Whether arguments that are chosen from may be equal.
  private let withTies: Bool

  init(of id: Graph.ID, in graph: Graph, withTies: Bool = true, _ entry: (Graph.ID) -> A) {
    self.withTies = withTies
    code = Array(graph.code(of: id))
    var stack: [Int32] = []
    for (place, instruction) in code.enumerated() {
      let start = arguments.count
      firstArgument.append(Int32(clamping: start))
      arguments += stack[(stack.count - instruction.arity)...]
      stack.removeLast(instruction.arity)
      let own = arguments[start...]
      let x = own.map { values[Int($0)] }
      isVariable.append(instruction.operation == .entry || own.contains { isVariable[Int($0)] })
      stack.append(Int32(clamping: place))
      values.append(graph.value(of: instruction, x[...], entry))
    }
    firstArgument.append(Int32(clamping: arguments.count))
  }

  private func arguments(of place: Int) -> ArraySlice<Int32> {
    arguments[Int(firstArgument[place])..<Int(firstArgument[place + 1])]
  }

  /// The derivatives by the entries; `names` are what the whole is called where it is written down, or, of a softmax, all of its
  /// outputs.
  func slopes(writtenWith names: [Formula]? = nil) -> [(by: Graph.ID, value: A)] {
    var above = [Change<A>?](repeating: nil, count: code.count)
    if !above.isEmpty { above[code.count - 1] = .unchanged }
    var found: [(by: Graph.ID, value: A)] = []
    var firstPlaces: [Int] = []
    var places: [Graph.ID: Int] = [:]
    for place in code.indices.reversed() {
      guard let change = above[place] else { continue }
      let instruction = code[place]
      if instruction.operation == .entry {
        let id = Int(instruction.operand)
        if let known = places[id] {
          // The later one in the formula is met first.
          found[known].value = change.value + found[known].value
          firstPlaces[known] = place
        } else {
          places[id] = found.count
          found.append((id, change.value))
          firstPlaces.append(place)
        }
        continue
      }
      let own = arguments(of: place)
      guard own.contains(where: { isVariable[Int($0)] }) else { continue }
      let isWhole = place == code.count - 1
      let local = changes(at: place, own.map { values[Int($0)] }, names.map { isWhole ? $0 : [] })
      for (argument, next) in zip(own, local) where isVariable[Int(argument)] {
        above[Int(argument)] = change.then(next)
      }
    }
    // An entry that comes twice may be met in between others.
    let isInOrder = zip(firstPlaces, firstPlaces.dropFirst()).allSatisfy(>)
    return isInOrder
      ? found.reversed() : found.indices.sorted { firstPlaces[$0] < firstPlaces[$1] }.map { found[$0] }
  }

  /// What has its edge here: arguments that are chosen from are equal, or one whose sign decides is 0.
  var edges: Set<Graph.Edge> {
    Set(
      code.indices.compactMap { place in
        let x = arguments(of: place).map {
          (value: values[Int($0)] as? Double, isVariable: isVariable[Int($0)])
        }
        guard x.contains(where: \.isVariable), let edge = Graph.Edge(code[place]) else { return nil }
        let isThere =
          switch edge {
          case .max, .min:
            {
              let chosen = x.filter { $0.value == values[place] as? Double }
              return chosen.count > 1 && chosen.contains { $0.isVariable }
            }()
          case .magnitude, .step: x.first?.value == (x.count > 1 ? x.last?.value : 0)
          case .floor: x.first?.value.map(NamedFunction.isWhole) ?? false
          }
        return isThere ? edge : nil
      })
  }

  /// The derivatives of one operation by its arguments; `names` are there where it is written down.
  private func changes(at place: Int, _ x: [A], _ names: [Formula]?) -> [Change<A>] {
    let instruction = code[place]
    let y = values[place]
    let own = names?.count == 1 ? names?.first as? A : nil
    let named = own ?? y
    switch instruction.operation {
    case .entry, .number, .whole: return []
    case .sum: return x.map { _ in .unchanged }
    case .negative: return [.reversed]
    case .product: return Self.others(x, by: *).map { $0.map(Change.times) ?? .unchanged }
    case .quotient:
      let (above, below) = (x[0], x[1])
      let isPlain = names != nil && own == nil
      return [.times(A(1) / below), .times(-(isPlain ? above / A.square(below) : named / below))]
    case .wholePower: return [Self.power(x[0], Int(instruction.operand))]
    case .power:
      let isVariable = self.isVariable[Int(arguments[Int(firstArgument[place]) + 1])]
      return [
        .times(A.weighted(x[1], A.power(x[0], x[1] - A(1)))),
        isVariable ? .times(A.weighted(named, A.ln(x[0]))) : .unchanged,
      ]
    case .exp: return [.times(named)]
    case .exponentialMinusOne: return [.times(A.exp(x[0]))]
    case .ln: return [.times(A(1) / x[0])]
    case .squareRoot: return [.times(A(1) / (A(2) * named))]
    case .sin: return [.times(A.cos(x[0]))]
    case .cos: return [.times(-A.sin(x[0]))]
    case .softplus: return [.times(Softplus().slope(Reading(named), x[0]))]
    case .magnitude: return [.times(A.sign(x[0]))]
    case .sign, .step: return [.times(A(0))]
    case .named: return [.times(instruction.function?.slope(at: x[0], value: named) ?? A(0))]
    case .greater, .atLeast: return [.times(A(0)), .times(A(0))]
    case .sigmoid:
      let a = names == nil ? Reading.logistic(x[0]) : Reading(named)
      return [.times(Sigmoid().slope(a, x[0]))]
    case .tanh:
      let a = names == nil ? Reading.hyperbolic(x[0]) : Reading(named)
      return [.times(Tanh().slope(a, x[0]))]
    case .softmax: return Self.softmax(x, at: Int(instruction.place), names)
    // ∂y/∂x_k = e^(x_k)/Σ_j e^(x_j) = e^(x_k − y)
    case .logSumExp:
      return names == nil ? A.softmax(x).map { .times($0) } : x.map { .times(A.exp($0 - named)) }
    case .max:
      return choice(x, A.max) { x, before in
        A.truth(x, before, orEqual: false)
      } after: { x, after in
        A.truth(x, after, orEqual: true)
      }
    case .min:
      return choice(x, A.min) { x, before in
        A.truth(before, x, orEqual: false)
      } after: { x, after in
        A.truth(after, x, orEqual: true)
      }
    }
  }

  /// ∂(xⁿ)/∂x = n xⁿ⁻¹.
  private static func power(_ x: A, _ n: Int) -> Change<A> {
    switch n {
    case 0: .times(A(0))
    case 1: .unchanged
    case 2: .times(A(2) * x)
    case 3...: .times(A(n) * A.power(x, A(n - 1)))
    default: .times(-(A(-n) / A.power(x, A(1 - n))))
    }
  }

  /// ∂a_k/∂z_j = a_k (1 − a_k) for j = k, and −a_k a_j for others.
  private static func softmax(_ z: [A], at k: Int, _ names: [Formula]?) -> [Change<A>] {
    let written = names?.compactMap { $0 as? A }
    let outputs: [Reading<A>] =
      if let written {
        (written.count == z.count ? written : A.softmax(z)).map { Reading($0) }
      } else {
        Reading.softmax(z)
      }
    return z.indices.map { j in
      .times(
        j == k ? Softmax().slope(outputs[k], z[k]) : Softmax().crossSlope(outputs[k], by: outputs[j]))
    }
  }

  /// Of each argument, whether it is the one that is chosen: past all before it, and not behind any after it.
  private func choice(
    _ x: [A], _ choose: (A, A) -> A, before: (A, A) -> A, after: (A, A) -> A
  ) -> [Change<A>] {
    if !withTies, x.count > 2 {
      return zip(x, Self.others(x, by: choose)).map { x, others in
        others.map { .times(before(x, $0)) } ?? .unchanged
      }
    }
    let (first, last) = (
      Self.prefixes(x, by: choose), Array(Self.prefixes(x.reversed(), by: { choose($1, $0) }).reversed())
    )
    return x.indices.map { k in
      let past = k > 0 ? Change.times(before(x[k], first[k - 1])) : .unchanged
      return past.then(k + 1 < x.count ? .times(after(x[k], last[k + 1])) : .unchanged)
    }
  }

  /// For each of the numbers what becomes of all the others; `nil` where there is none.
  private static func others(_ x: [A], by combine: (A, A) -> A) -> [A?] {
    let (first, last) = (
      prefixes(x, by: combine), Array(prefixes(x.reversed(), by: { combine($1, $0) }).reversed())
    )
    return x.indices.map { k in
      let before = k > 0 ? first[k - 1] : nil
      guard k + 1 < x.count else { return before }
      return before.map { combine($0, last[k + 1]) } ?? last[k + 1]
    }
  }

  /// The first, the first two, and so on, combined.
  private static func prefixes(_ x: [A], by combine: (A, A) -> A) -> [A] {
    var result: [A] = []
    result.reserveCapacity(x.count)
    for value in x { result.append(result.last.map { combine($0, value) } ?? value) }
    return result
  }
}
