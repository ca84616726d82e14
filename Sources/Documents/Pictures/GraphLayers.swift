/// The nodes of a graph in layers, so that every edge leads from a layer to a later one.
///
/// After Sugiyama, Tagawa and Toda, "Methods for visual understanding of hierarchical system structures" (1981): an edge that
/// passes layers has a vertex in each of them. All edges out of a node share theirs.
struct GraphLayers {
  /// A node by its place, or the line of one that passes a layer.
  enum Vertex: Hashable {
    case node(Int)
    case line(from: Int, layer: Int)
  }

  let vertices: [Vertex]
  /// The vertices of each layer, from top to bottom.
  var layers: [[Int]]
  /// The vertices of the layer before that lead to each vertex, and those of the layer after that it leads to.
  let (before, after): ([[Int]], [[Int]])
  /// The vertices of each edge, both ends among them.
  let routes: [[Int]]

  /// Layers of `count` nodes with edges that form no cycle, from each node to others by their places.
  init(_ count: Int, _ edges: [(from: Int, to: Int)]) {
    let levels = Self.levels(count, edges)
    var vertices = (0..<count).map(Vertex.node)
    var layers = Array(repeating: [Int](), count: (levels.max() ?? -1) + 1)
    for (node, level) in levels.enumerated() { layers[level].append(node) }
    var places: [Vertex: Int] = [:]
    var (before, after) = (Array(repeating: [Int](), count: count), Array(repeating: [Int](), count: count))
    var routes: [[Int]] = []
    for edge in edges {
      var route = [edge.from]
      for layer in (levels[edge.from] + 1)..<levels[edge.to] {
        let line = Vertex.line(from: edge.from, layer: layer)
        let place = places[line] ?? vertices.count
        if places[line] == nil {
          places[line] = place
          vertices.append(line)
          layers[layer].append(place)
          before.append([])
          after.append([])
        }
        route.append(place)
      }
      route.append(edge.to)
      for (from, to) in zip(route, route.dropFirst()) where !after[from].contains(to) {
        after[from].append(to)
        before[to].append(from)
      }
      routes.append(route)
    }
    (self.vertices, self.layers, self.routes) = (vertices, layers, routes)
    (self.before, self.after) = (before, after)
    removeCrossings()
  }

  /// The place of each node in an order in which edges lead to later nodes; on a cycle the first of its nodes comes first.
  static func ranks(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    var (next, waiting) = (Array(repeating: [Int](), count: count), Array(repeating: 0, count: count))
    for edge in edges {
      next[edge.from].append(edge.to)
      waiting[edge.to] += 1
    }
    var ranks = [Int?](repeating: nil, count: count)
    var ready = (0..<count).filter { waiting[$0] == 0 }
    var (taken, ranked) = (0, 0)
    func rank(_ node: Int) {
      guard ranks[node] == nil else { return }
      ranks[node] = ranked
      ranked += 1
      for follower in next[node] {
        waiting[follower] -= 1
        if waiting[follower] == 0 { ready.append(follower) }
      }
    }
    for first in 0..<count {
      while taken < ready.count {
        rank(ready[taken])
        taken += 1
      }
      // Whatever has no rank by now waits for itself.
      rank(first)
    }
    return ranks.map { $0 ?? 0 }
  }

  /// The layer of each node: one after the last of those that it uses; what uses none stands just before its first use.
  private static func levels(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
    let ranks = ranks(count, edges)
    var levels = Array(repeating: 0, count: count)
    var isStart = Array(repeating: true, count: count)
    for edge in edges.sorted(by: { ranks[$0.from] < ranks[$1.from] }) {
      levels[edge.to] = max(levels[edge.to], levels[edge.from] + 1)
      isStart[edge.to] = false
    }
    var firstUse = [Int?](repeating: nil, count: count)
    for edge in edges { firstUse[edge.from] = min(firstUse[edge.from] ?? .max, levels[edge.to]) }
    for node in 0..<count where isStart[node] { levels[node] = (firstUse[node] ?? 1) - 1 }
    return levels
  }
}
