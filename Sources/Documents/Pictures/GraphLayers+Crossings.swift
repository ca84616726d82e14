/// Which vertex stands above which.
extension GraphLayers {
  /// Up to here the order of small graphs has long settled.
  private static let sweeps = 24

  /// How many pairs of lines cross.
  var crossings: Int {
    let places = places
    return layers.reduce(0) { sum, layer in
      sum
        + layer.indices.reduce(0) { sum, upper in
          layer[(upper + 1)...].reduce(sum) { $0 + Self.crossings(after[layer[upper]], after[$1], places) }
        }
    }
  }

  /// How many lines cross if what leads to `upper` begins above what leads to `lower`.
  private static func crossings(_ upper: [Int], _ lower: [Int], _ places: [Int]) -> Int {
    upper.reduce(0) { sum, above in sum + lower.count { places[above] > places[$0] } }
  }

  /// Each vertex's place in its layer.
  private var places: [Int] {
    var places = Array(repeating: 0, count: vertices.count)
    for layer in layers { for (place, vertex) in layer.enumerated() { places[vertex] = place } }
    return places
  }

  /// Brings every layer into the order of the middles of what its vertices are joined to, to and fro, and keeps the best.
  mutating func removeCrossings() {
    var (best, least) = (layers, crossings)
    for sweep in 0..<Self.sweeps where least > 0 {
      // Ties are broken the other way round in every second pair of sweeps.
      sortLayers(isForward: sweep % 2 == 0, breaksTiesUpward: sweep % 4 > 1)
      exchangeNeighbours()
      let found = crossings
      if found < least { (best, least) = (layers, found) }
    }
    layers = best
  }

  private mutating func sortLayers(isForward: Bool, breaksTiesUpward: Bool) {
    var places = places
    for layer in isForward ? Array(layers.indices) : layers.indices.reversed() {
      let keyed = layers[layer].enumerated().map {
        place, vertex -> (middle: Double, place: Int, vertex: Int) in
        let joined = isForward ? before[vertex] : after[vertex]
        let sum = joined.reduce(0) { $0 + places[$1] }
        return (
          joined.isEmpty ? Double(place) : Double(sum) / Double(joined.count),
          breaksTiesUpward ? -place : place, vertex
        )
      }
      layers[layer] = keyed.sorted { ($0.middle, $0.place) < ($1.middle, $1.place) }.map(\.vertex)
      for (place, vertex) in layers[layer].enumerated() { places[vertex] = place }
    }
  }

  /// Exchanges two vertices, one above the other, as long as this leaves fewer crossings.
  private mutating func exchangeNeighbours() {
    var places = places
    // Every exchange removes a crossing, hence this ends.
    var isBetter = true
    while isBetter {
      isBetter = false
      for layer in layers.indices {
        for upper in layers[layer].indices.dropLast() {
          let (u, v) = (layers[layer][upper], layers[layer][upper + 1])
          let now =
            Self.crossings(before[u], before[v], places) + Self.crossings(after[u], after[v], places)
          let then =
            Self.crossings(before[v], before[u], places) + Self.crossings(after[v], after[u], places)
          guard then < now else { continue }
          layers[layer].swapAt(upper, upper + 1)
          (places[u], places[v]) = (upper + 1, upper)
          isBetter = true
        }
      }
    }
  }
}
