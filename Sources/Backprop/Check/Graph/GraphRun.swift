/// A graph that was computed, and who reads what, so that moving one given repeats only what that given reaches.
struct GraphRun {
  let graph: Graph
  let values: [Double]
  /// How often each entry counts in the result: its seed.
  let seeds: [Double]
  /// What it takes to compute each entry, in instructions.
  let operations: [Double]
  /// The edges in the definitions of the entries that have some.
  private(set) var edges: [Graph.ID: [GraphEdge]] = [:]
  private let isBelowResult: [Bool]
  /// The entries that read each entry, one after the other, and where those of each begin.
  private let readers: [Int32]
  private let firstReader: [Int32]

  init(_ trace: GraphTrace<Double>) {
    let graph = trace.graph
    (self.graph, values) = (graph, trace.values)
    isBelowResult = graph.entriesBelowResult
    var seeds = Array(repeating: 0.0, count: graph.count)
    for (place, id) in graph.result.entries.enumerated() {
      seeds[id] += graph.result.seeds?[place].value ?? 1
    }
    self.seeds = seeds
    var first = [Int32](repeating: 0, count: graph.count + 1)
    for id in 0..<graph.count { Self.forEachUse(by: id, of: graph) { first[$0 + 1] += 1 } }
    for id in 0..<graph.count { first[id + 1] += first[id] }
    firstReader = first
    var readers = [Int32](repeating: 0, count: first.last.map { Int($0) } ?? 0)
    for id in 0..<graph.count {
      Self.forEachUse(by: id, of: graph) { used in
        readers[Int(first[used])] = Int32(clamping: id)
        first[used] += 1
      }
    }
    self.readers = readers
    operations = (0..<graph.count).map(graph.operations)
    for id in 0..<graph.count where graph.instructions[graph.places(of: id)].contains(where: \.hasEdge) {
      edges[id] = edges(of: id) { values[$0] }
    }
  }

  private static func forEachUse(by id: Graph.ID, of graph: Graph, _ body: (Graph.ID) -> Void) {
    let (code, places) = (graph.instructions.span, graph.places(of: id))
    if let last = places.last, code[last].endsDerivatives { return }
    for place in places where code[place].operation == .entry { body(Int(code[place].operand)) }
  }

  /// What the result is computed from and an entry reaches, in the order in which it is computed, the entry first; `isMarked`
  /// is all false before and after.
  func reach(of id: Graph.ID, marking isMarked: inout [Bool]) -> [Graph.ID] {
    guard isBelowResult[id] else { return [id] }
    var found = [id]
    isMarked[id] = true
    var (next, last) = (0, id)
    while next < found.count {
      let id = found[next]
      for place in Int(firstReader[id])..<Int(firstReader[id + 1]) {
        let reader = Int(readers[place])
        guard isBelowResult[reader], !isMarked[reader] else { continue }
        isMarked[reader] = true
        last = max(last, reader)
        found.append(reader)
      }
      next += 1
    }
    // Where they lie close together, going over all that is between takes less time than sorting.
    let isClose = last - id < Self.close * found.count
    if isClose { found = (id...last).filter { isMarked[$0] } } else { found.sort() }
    for id in found { isMarked[id] = false }
    return found
  }

  private static let close = 16
}
