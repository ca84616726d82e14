import Formulas

/// The derivatives of a graph's result by some of its givens, forward: each number that a given reaches is computed with its slope.
///
/// Several givens go through the graph together, each number with its slopes by all of them: so it is gone through less often.
struct ForwardMode {
  private typealias Slopes = SIMD4<Double>

  /// The derivatives by the givens that went through.
  private(set) var slopes: [(by: Graph.ID, value: Double)] = []
  /// How many instructions the givens so far would have taken one after the other.
  private(set) var operations = 0.0

  private let run: GraphRun
  /// The givens that go through as soon as there are enough of them, with what they reach.
  private var waiting: [Reach] = []
  /// For each entry its place among those that they reach together; −1 where none of them reaches it.
  private var places: [Int32]
  private var stack: [DualNumber<Slopes>] = []

  init(_ run: GraphRun) {
    self.run = run
    places = Array(repeating: -1, count: run.graph.count)
  }

  /// One more given, with what it reaches.
  mutating func add(_ reach: Reach) {
    operations += reach.operations
    waiting.append(reach)
    if waiting.count == Slopes.scalarCount { finish() }
  }

  /// Goes through the graph by those that wait.
  mutating func finish() {
    let reached = reachedByWaiting()
    let (graph, values, seeds, places) = (run.graph, run.values, run.seeds, places)
    var moved: [Slopes] = []
    moved.reserveCapacity(reached.count)
    func entry(_ id: Graph.ID) -> DualNumber<Slopes> {
      DualNumber(values[id], slope: places[id] < 0 ? .zero : moved[Int(places[id])])
    }
    for id in reached {
      var own = graph.isGiven(id) ? Slopes.zero : graph.value(of: id, &stack, entry).slope
      // What is moved by itself may have a definition, as in the derivatives by a quantity on the way.
      for (lane, reach) in waiting.enumerated() where reach.entries.first == id { own[lane] = 1 }
      moved.append(own)
    }
    for (lane, reach) in waiting.enumerated() {
      guard let given = reach.entries.first else { continue }
      let terms = reach.entries.lazy.filter { seeds[$0] != 0 }.map { id in
        moved[Int(places[id])][lane].times(seeds[id])
      }
      slopes.append((given, .total(terms)))
    }
    for id in reached { self.places[id] = -1 }
    waiting.removeAll(keepingCapacity: true)
  }

  /// What they reach together, in the order in which it is computed.
  private mutating func reachedByWaiting() -> [Graph.ID] {
    var reached: [Graph.ID] = []
    for reach in waiting {
      for id in reach.entries where places[id] < 0 {
        places[id] = 0
        reached.append(id)
      }
    }
    reached.sort()
    for (place, id) in reached.enumerated() { places[id] = Int32(truncatingIfNeeded: place) }
    return reached
  }
}

extension GraphTrace<Double> {
  /// The derivatives of the result by some of the givens in forward mode, which takes nothing from the trace but the values.
  package func forwardDerivatives(by givens: [Graph.ID]) -> [Double] {
    let run = GraphRun(self)
    var (mode, isMarked) = (ForwardMode(run), Array(repeating: false, count: graph.count))
    for id in givens { mode.add(Reach(of: id, in: run, marking: &isMarked)) }
    mode.finish()
    return mode.slopes.map(\.value)
  }
}
