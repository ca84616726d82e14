import Formulas

extension GradientCheck {
  /// Compares the derivatives of a graph's result by some of its entries, each given, with forward mode and nudges.
  ///
  /// Where there are too many of them for their size, a seeded sample is nudged, and a larger one is run in forward mode.
  public init(of trace: GraphTrace<Double>, by givens: [Graph.ID]) {
    self.init(of: trace, by: givens, budget: 20_000_000)
  }

  init(of trace: GraphTrace<Double>, by givens: [Graph.ID], budget: Double, seed: UInt64 = 1) {
    let ways = GraphWays(trace, by: givens, budget: budget, seed: seed)
    self.init(
      Parameters(
        indices: givens, method: .forward, trace: trace.gradients,
        magnitudes: GraphTrace<Rounded>(trace.graph).gradients.map(\.error), recomputed: ways.forward,
        isSample: ways.isSample, numeric: ways.numeric))
  }
}

/// The derivatives of a graph's result in two ways that share no slope with its trace.
struct GraphWays {
  /// By forward mode, for each entry; 0 where it was not run.
  private(set) var forward: [Double]
  /// By nudges.
  private(set) var numeric: NumericGradient.Estimates
  /// The entries by which forward mode was run; `nil` where it was by all.
  private(set) var isSample: Set<Graph.ID>?

  /// Runs forward mode within a budget of so many instructions, and nudges within as many.
  init(_ trace: GraphTrace<Double>, by givens: [Graph.ID], budget: Double, seed: UInt64) {
    let run = GraphRun(trace)
    forward = Array(repeating: 0, count: trace.graph.count)
    numeric = NumericGradient.Estimates(count: trace.graph.count)
    var isMarked = Array(repeating: false, count: trace.graph.count)
    var mode = ForwardMode(run)
    var (disc, rounded) = (MovedGiven<Disc>(run), MovedGiven<Rounded>(run))
    var sample = Set<Graph.ID>()
    for id in Self.order(givens, of: trace.graph, seed: seed) {
      guard mode.operations < budget else { break }
      let reach = Reach(of: id, in: run, marking: &isMarked)
      mode.add(reach)
      sample.insert(id)
      guard disc.operations + rounded.operations < budget else { continue }
      disc.take(reach)
      rounded.take(reach)
      let neighbourhoods = Neighbourhood.all(of: &disc, rounding: &rounded)
      numeric[id] = Nudge(
        value: run.values[id], slopes: [1], neighbourhoods: neighbourhoods, penalty: nil
      ).estimate(&rounded)
    }
    mode.finish()
    for (id, slope) in mode.slopes { forward[id] = slope }
    isSample = sample.count < Set(givens).count ? sample : nil
  }

  /// One entry of each quantity, and then the others, as chance has it.
  private static func order(_ givens: [Graph.ID], of graph: Graph, seed: UInt64) -> [Graph.ID] {
    var generator = SplitMix64(seed: seed)
    var (known, shuffled) = (Set<Int32>(), givens)
    shuffled.shuffle(byNumbersOf: &generator)
    let first = shuffled.filter { known.insert(graph.quantity[$0]).inserted }
    let isFirst = Set(first)
    return first + shuffled.filter { !isFirst.contains($0) }
  }
}
