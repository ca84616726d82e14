import Formulas

/// A given of a graph that was run, and the result as the given moves, in any arithmetic over doubles.
struct MovedGiven<Scalar: DoubleBased>: Moved {
  let run: GraphRun
  /// How many instructions were done so far; a function counts as several.
  private(set) var operations = 0.0

  /// The given, and behind it what it reaches.
  private var reach: [Graph.ID] = []
  /// What it takes to run them.
  private var cost = 0.0
  /// For each entry its place in `reach`; −1 where it does not move.
  private var places: [Int32]
  private var stack: [Scalar] = []

  init(_ run: GraphRun) {
    self.run = run
    places = Array(repeating: -1, count: run.graph.count)
  }

  /// Moves this given from now on, which reaches these entries.
  mutating func take(_ reach: Reach) {
    for id in self.reach { places[id] = -1 }
    self.reach = reach.entries
    cost = reach.operations
    for (place, id) in self.reach.enumerated() { places[id] = Int32(clamping: place) }
  }

  var partCount: Int { 1 }
  var divisor: Int { 1 }
  var size: Double { reach.first.map { run.values[$0].magnitude } ?? 0 }

  mutating func result(of part: Int, movedBy change: Scalar, _ crossed: inout [GraphEdge]) -> Scalar {
    operations += cost
    guard let given = reach.first else { return .exact(0) }
    // Names and closures of their own, so that nothing is shared anew for each entry.
    let (run, graph, reach, places, values, seeds) = (run, run.graph, reach, places, run.values, run.seeds)
    var moved: [Scalar] = [.exact(values[given]) + change]
    moved.reserveCapacity(reach.count)
    for place in 1..<reach.count {
      let id = reach[place]
      let value = graph.value(of: id, &stack) { id in
        places[id] < 0 ? .exact(values[id]) : moved[Int(places[id])]
      }
      moved.append(value)
      guard !run.edges.isEmpty, let edges = run.edges[id] else { continue }
      let now = run.edges(of: id) { id in places[id] < 0 ? values[id] : moved[Int(places[id])].value }
      for (old, new) in zip(edges, now) where old != new { crossed.append(new) }
    }
    return .total(
      zip(reach, moved).lazy.filter { seeds[$0.0] != 0 }.map { $0.1.scaled(by: seeds[$0.0]) })
  }

  func site(of corner: GraphEdge) -> Kink.Site { run.site(of: corner) }
}

/// What a given of a graph reaches.
struct Reach {
  /// The given, and behind it what it reaches, in the order in which it is computed.
  let entries: [Graph.ID]
  /// What it takes to run them once.
  let operations: Double

  /// What it takes to begin, also where nothing is reached.
  private static let start = 20.0

  init(of given: Graph.ID, in run: GraphRun, marking isMarked: inout [Bool]) {
    entries = run.reach(of: given, marking: &isMarked)
    operations = entries.reduce(Self.start) { $0 + run.operations[$1] }
  }
}

extension Graph {
  /// What it takes to compute an entry, in instructions; e^x and its like take as long as some of them.
  func operations(of id: ID) -> Double {
    code(of: id).reduce(0) { sum, instruction in
      switch instruction.operation {
      case .entry, .number, .whole, .sum, .product, .quotient, .negative, .magnitude, .sign, .step, .greater,
        .atLeast, .max, .min:
        sum + 1
      case .wholePower, .power, .exp, .exponentialMinusOne, .ln, .squareRoot, .sin, .cos, .tanh, .sigmoid,
        .softplus, .named:
        sum + 2
      case .softmax, .logSumExp: sum + 4 * Double(instruction.arity)
      }
    }
  }
}
