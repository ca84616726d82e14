import Formulas

@testable import Backprop

/// A graph whose definitions are drawn: every operation, values that are used several times, and ties more often than chance
/// would have them.
struct RandomGraph {
  let graph: Graph
  let givens: [Graph.ID]

  /// Draws until all values are finite.
  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    while true {
      let drawn = Drawing.drawn(&generator)
      let values: [Double] = drawn.graph.values()
      guard values.allSatisfy({ $0.isFinite && $0.magnitude < 1e9 }) else { continue }
      self = drawn
      return
    }
  }

  fileprivate init(graph: Graph, givens: [Graph.ID]) { (self.graph, self.givens) = (graph, givens) }
}

private struct Drawing {
  var builder = Graph.Builder()
  var known: [Graph.ID] = []
  let isTame: Bool

  static func drawn(_ generator: inout SplitMix64) -> RandomGraph {
    var drawing = Drawing(isTame: Bool.random(using: &generator))
    var givens: [Graph.ID] = []
    let count = Int.random(in: 1...3, using: &generator)
    for number in 0..<count {
      let rank = Int.random(in: 0...1, using: &generator)
      let quantity = drawing.builder.add(quantity: "x\(number)", rank: rank)
      for index in 0..<(rank == 0 ? 1 : Int.random(in: 1...3, using: &generator)) {
        let value = drawing.value(&generator)
        givens.append(drawing.builder.give(value, to: quantity, at: rank == 0 ? [] : [index + 1]))
      }
    }
    drawing.known = givens
    for number in 0..<Int.random(in: 1...8, using: &generator) {
      let line = drawing.builder.add(definition: "")
      let size = Int.random(in: 1...4, using: &generator)
      let quantity = drawing.builder.add(quantity: "y\(number)", rank: size > 1 ? 1 : 0)
      let codes = size > 1 ? drawing.row(size, &generator) : [drawing.code(depth: 3, &generator)]
      var new: [Graph.ID] = []
      for (index, code) in codes.enumerated() {
        new.append(drawing.builder.define(code, in: line, as: quantity, at: size > 1 ? [index + 1] : []))
      }
      drawing.known += new
    }
    let isSum = Bool.random(using: &generator)
    let entries = isSum ? Array(drawing.known.suffix(3)) : Array(drawing.known.suffix(1))
    let seeds = isSum ? entries.map { _ in drawing.value(&generator) } : nil
    return RandomGraph(
      graph: drawing.builder.graph(deriving: Graph.Result(name: "L", entries: entries, seeds: seeds)),
      givens: givens)
  }

  func value(_ generator: inout SplitMix64) -> Numeral {
    switch Int.random(in: 0..<10, using: &generator) {
    case 0: Numeral(integer: 0)
    case 1...3: Numeral(integer: Int.random(in: -2...2, using: &generator))
    case 4: Numeral(integer: Int.random(in: -1000...1000, using: &generator))
    default:
      Numeral("\(Double(Int.random(in: -3000...3000, using: &generator)) / 1000)") ?? Numeral(integer: 1)
    }
  }

  /// A softmax, or one formula for each.
  mutating func row(_ size: Int, _ generator: inout SplitMix64) -> [Graph.Code] {
    guard Int.random(in: 0..<3, using: &generator) == 0 else {
      return (0..<size).map { _ in code(depth: 2, &generator) }
    }
    let arguments = (0..<size).map { _ in code(depth: 1, &generator) }
    return (0..<size).map { .softmax(arguments, at: $0) }
  }

  mutating func code(depth: Int, _ generator: inout SplitMix64) -> Graph.Code {
    func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
    if depth == 0 || pick(5) == 0 {
      switch pick(5) {
      case 0: return builder.number(value(&generator))
      case 1: return .whole(pick(4))
      default: return .entry(known[pick(known.count)])
      }
    }
    switch pick(16) {
    case 0, 1: return .apply(.sum, some(depth, &generator))
    case 2, 3: return .apply(.product, some(depth, &generator))
    case 4:
      let above = code(depth: depth - 1, &generator)
      return .apply(.quotient, [above, code(depth: depth - 1, &generator)])
    case 5: return .apply(.negative, [code(depth: depth - 1, &generator)])
    case 6: return .power(code(depth: depth - 1, &generator), pick(7) - 2)
    case 7:
      let base = code(depth: depth - 1, &generator)
      return .apply(.power, [base, code(depth: depth - 1, &generator)])
    case 8, 9: return .apply([.max, .min][pick(2)], some(depth, &generator))
    case 10: return .apply([.magnitude, .step][pick(2)], [code(depth: depth - 1, &generator)])
    case 11:
      // ReLU, a leaky one, and ELU.
      let x = code(depth: depth - 1, &generator)
      let above = Graph.Code.apply(.max, [.whole(0), x])
      let below = Graph.Code.apply(.min, [x, .whole(0)])
      return [
        above, .apply(.sum, [above, .apply(.quotient, [below, .whole(10)])]),
        .apply(.sum, [above, .apply(.exponentialMinusOne, [below])]),
      ][pick(3)]
    case 12:
      let functions = NamedFunction.allCases.filter { $0 != .stop }
      let x = code(depth: depth - 1, &generator)
      return .named(functions[pick(functions.count)], isTame ? .apply(.sin, [x]) : x)
    default:
      let functions: [Graph.Operation] = [
        .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid, .softplus,
      ]
      let function = functions[pick(functions.count)]
      var x = code(depth: depth - 1, &generator)
      if isTame {
        switch function {
        case .ln, .squareRoot: x = .apply(.sum, [.whole(1), .power(x, 2)])
        case .exp, .exponentialMinusOne: x = .apply(.sin, [x])
        case .entry, .number, .whole, .sum, .product, .quotient, .negative, .wholePower, .power, .sin, .cos,
          .tanh, .sigmoid, .softplus, .magnitude, .sign, .step, .greater, .atLeast, .max, .min, .softmax,
          .logSumExp, .named:
          break
        }
      }
      return .apply(function, [x])
    }
  }

  private mutating func some(_ depth: Int, _ generator: inout SplitMix64) -> [Graph.Code] {
    (0..<Int.random(in: 2...3, using: &generator)).map { _ in code(depth: depth - 1, &generator) }
  }
}
