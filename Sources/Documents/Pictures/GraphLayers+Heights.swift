/// How far down each vertex stands.
extension GraphLayers {
  private static let sweeps = 24
  /// A vertex with nothing to one side makes way for all others.
  private static let least = 0.01

  /// The height of each vertex, y going down: as level with what it is joined to as the `distance` allows that each keeps
  /// from the next below it.
  func heights(distance: (_ upper: Int, _ lower: Int) -> Double) -> [Double] {
    var heights = Array(repeating: 0.0, count: vertices.count)
    let offsets = layers.map { layer in
      zip(layer, layer.dropFirst()).reduce(into: [0.0]) { offsets, pair in
        offsets.append((offsets.last ?? 0) + distance(pair.0, pair.1))
      }
    }
    for (layer, offsets) in zip(layers, offsets) {
      for (vertex, offset) in zip(layer, offsets) { heights[vertex] = offset - (offsets.last ?? 0) / 2 }
    }
    for sweep in 0..<Self.sweeps {
      let isForward = sweep % 2 == 0
      // At last both sides count at once.
      let isLast = sweep >= Self.sweeps / 2
      for l in isForward ? Array(layers.indices) : layers.indices.reversed() {
        let (layer, offsets) = (layers[l], offsets[l])
        let wishes = layer.enumerated().map { place, vertex -> (height: Double, weight: Double) in
          let joined =
            (isForward || isLast ? before[vertex] : []) + (!isForward || isLast ? after[vertex] : [])
          var (sum, weight) = (heights[vertex] * Self.least, Self.least)
          for other in joined {
            let share = straightness(vertex, other)
            sum += heights[other] * share
            weight += share
          }
          return (sum / weight - offsets[place], weight)
        }
        for (place, height) in Self.ascending(wishes).enumerated() {
          heights[layer[place]] = height + offsets[place]
        }
      }
    }
    straighten(&heights, distance)
    return heights
  }

  /// Levels the line out of a node that passes layers, where all that stands above and below it leaves room.
  private func straighten(_ heights: inout [Double], _ distance: (_ upper: Int, _ lower: Int) -> Double) {
    let neighbours = layers.reduce(into: [Int: (above: Int?, below: Int?)]()) { neighbours, layer in
      for (place, vertex) in layer.enumerated() {
        neighbours[vertex] = (
          place > 0 ? layer[place - 1] : nil, place + 1 < layer.count ? layer[place + 1] : nil
        )
      }
    }
    for line in lines {
      let least = line.compactMap { vertex in
        neighbours[vertex]?.above.map { heights[$0] + distance($0, vertex) }
      }.max()
      let most = line.compactMap { vertex in
        neighbours[vertex]?.below.map { heights[$0] - distance(vertex, $0) }
      }.min()
      let (low, high) = (least ?? -.infinity, most ?? .infinity)
      guard low <= high else { continue }
      let middle = line.map { heights[$0] }.reduce(0, +) / Double(line.count)
      for vertex in line { heights[vertex] = Swift.min(Swift.max(middle, low), high) }
    }
  }

  /// The vertices of each line that passes several layers.
  private var lines: [[Int]] {
    var lines: [Int: [Int]] = [:]
    for (place, vertex) in vertices.enumerated() {
      if case .line(let from, _) = vertex { lines[from, default: []].append(place) }
    }
    return lines.sorted { $0.key < $1.key }.map(\.value).filter { $0.count > 1 }
  }

  /// How much it matters that two vertices are level: the line of an edge bends at its ends, if anywhere.
  private func straightness(_ vertex: Int, _ other: Int) -> Double {
    switch (vertices[vertex], vertices[other]) {
    case (.line, .line): 8
    case (.line, .node), (.node, .line): 2
    case (.node, .node): 1
    }
  }

  /// The heights nearest to the wishes, by the sum of weighted squares, of which none is below the next.
  ///
  /// Neighbours that are out of order are pooled: Ayer et al., "An empirical distribution function for sampling with
  /// incomplete information" (1955).
  static func ascending(_ wishes: [(height: Double, weight: Double)]) -> [Double] {
    var pools: [(height: Double, weight: Double, count: Int)] = []
    for wish in wishes {
      var pool = (height: wish.height, weight: wish.weight, count: 1)
      while let last = pools.last, last.height > pool.height {
        let weight = last.weight + pool.weight
        pool = (
          (last.height * last.weight + pool.height * pool.weight) / weight, weight, last.count + pool.count
        )
        pools.removeLast()
      }
      pools.append(pool)
    }
    return pools.flatMap { Array(repeating: $0.height, count: $0.count) }
  }
}
