import Formulas
import Testing

@testable import Backprop

@Suite("Local gradients as formulas")
struct SlopeFormulaTests {
  private static let values = ["0.5", "-1.5", "2", "-0.25", "3"]

  @Test("A local gradient that is written down has the value of the one that is computed")
  func values() {
    var random = SplitMix64(seed: 29)
    var (exact, compared) = (0, 0)
    for _ in 0..<1_500 {
      var small = SmallGraph()
      let given = zip("abcde", Self.values).map { small.give(String($0), $1) }
      small.define("y", Self.code(of: given, depth: 3, &random))
      let graph = small.graph
      let id = graph.count - 1
      let (doubles, fractions): ([Double], [Rational]) = (graph.values(), graph.values())
      let slopes = zip(graph.slopes(of: id) { doubles[$0] }, graph.slopes(of: id) { fractions[$0] })
      for (slope, fraction) in slopes where slope.value.isFinite {
        let withTies = graph.isOnEdge(id, values: doubles)
        guard let formula = graph.slopeFormula(of: id, by: slope.by, withTies: withTies) else {
          Issue.record("no formula of \(graph.formula(of: id))")
          continue
        }
        let size = Self.size(of: formula, graph, doubles)
        guard size.isFinite else { continue }
        let written: Double = formula.evaluated { Self.value(of: $0, graph, doubles) }
        compared += 1
        #expect((written - slope.value).magnitude <= 1e-12 * max(size, 1e-300), "\(formula)")
        guard fraction.value.isExact, fractions[id].isExact else { continue }
        exact += 1
        #expect(
          formula.evaluated { Self.value(of: $0, graph, fractions) } as Rational == fraction.value,
          "\(formula)")
      }
    }
    #expect(compared > 2_000 && exact > 1_000)
  }

  private static func value<A: Algebra>(of name: Formula, _ graph: Graph, _ values: [A]) -> A {
    guard case .symbol(let symbol) = name, let id = graph.entry(symbol) else { return A(0) / A(0) }
    return values[id]
  }

  /// What rounding is measured by: the value with all terms taken as positive.
  private static func size(of formula: Formula, _ graph: Graph, _ values: [Double]) -> Double {
    func value(_ formula: Formula) -> Double { formula.evaluated { Self.value(of: $0, graph, values) } }
    func size(_ formula: Formula) -> Double {
      switch formula {
      case .negative(let x): return size(x)
      case .sum(let terms): return terms.map(size).reduce(0, +)
      case .product(let factors): return factors.map(size).reduce(1, *)
      case .quotient(let above, let below):
        return size(above) / value(below).magnitude * (size(below) / value(below).magnitude)
      case .number, .symbol, .partial, .power, .raised, .call, .max, .min, .truth, .nabla, .transpose,
        .matrixProduct,
        .elementwise:
        return 4 * value(formula).magnitude
      }
    }
    return size(formula)
  }

  private static func code(of given: [Graph.Code], depth: Int, _ random: inout SplitMix64) -> Graph.Code {
    func part() -> Graph.Code { code(of: given, depth: depth - 1, &random) }
    switch Int.random(in: depth == 0 ? 0..<3 : 2..<14, using: &random) {
    case 0, 1: return given[Int.random(in: given.indices, using: &random)]
    case 2: return .whole(Int.random(in: -2...4, using: &random))
    case 3: return -part()
    case 4, 5: return part() + part()
    case 6, 7, 8: return part() * part()
    case 9, 10: return .of(.quotient, part(), part())
    case 11: return .power(part(), 2)
    case 12: return .of([.sin, .exp, .tanh, .magnitude][Int.random(in: 0..<4, using: &random)], part())
    default: return .of(Bool.random(using: &random) ? .max : .min, part(), part(), part(), part())
    }
  }

  @Test(
    "Of several, the largest is told from all others together, and from those before it only where some are equal"
  )
  func largest() {
    for (last, text) in [("2", "[b > max(a, c)]"), ("3", "[b > a] * [b >= c]")] {
      var small = SmallGraph()
      let (a, b, c) = (small.give("a", "1"), small.give("b", "3"), small.give("c", last))
      small.define("y", .of(.max, a, b, c))
      small.define("L", .power(.entry(3), 2))
      let formula = GraphSteps(small.graph, by: small.givens).localGradient(of: 3, by: 1)?.formula
      #expect(formula.map(Self.text) == text)
    }
  }

  @Test("What is only multiplied by 0 is not used, and its derivative has no such term")
  func lost() {
    var small = SmallGraph()
    let (w, x) = (small.give("w", "2"), small.give("x", "3"))
    let y = small.define("y", w * .whole(0) + w * x)
    let z = small.define("z", .whole(0) * (w + x) + x)
    small.define("L", y + z)
    let steps = GraphSteps(small.graph, by: small.givens)
    #expect(steps.fed(by: 0) == [2] && steps.lost(of: 0) == [3])
    #expect(steps.fed(by: 1) == [2, 3] && steps.lost(of: 1) == [])
    #expect((steps.localGradient(of: 2, by: 0)?.formula).map(Self.text) == "x")
    #expect(small.trace.gradients == [3, 3, 1, 1, 1])
  }

  private static func text(_ formula: Formula) -> String {
    Typesetter(notation: .threeBlueOneBrown, markup: ASCIIMarkup()).piece(formula).text
  }
}
