import Formulas

/// Where the weights stand on the edges of a network: each on its own edge, near the neuron that it leads to, and as far as there is
/// room for all on no other label and on no neuron.
struct WeightLabels {
  /// An edge between the middles of two neurons, and how wide the label is that it has.
  struct Edge {
    let (from, to): (Drawing.Point, Drawing.Point)
    let width: Double
  }

  /// In the order of the edges.
  private(set) var places: [Drawing.Point] = []

  /// How far from the middle of a neuron a label stands where nothing is in its way, and how far apart the places are that are tried.
  private static let (usual, step) = (52.0, 4.0)
  /// What lies on another label is worst, on the line of another edge is bad, and away from the usual place is only less usual.
  private static let (onLabel, onLine, away) = (100.0, 6.0, 0.05)
  private static let height = 15.0
  /// Each label is placed again when all others have a place.
  private static let rounds = 3

  /// Labels on `edges`, around neurons and what is written at them.
  init(_ edges: [Edge], around taken: [LabelFrame]) {
    let candidates = edges.map(Self.candidates)
    /// How bad a place is by itself.
    let own = zip(edges.indices, candidates).map { edge, frames in
      frames.map { distance, frame in
        let lines = edges.indices.count { $0 != edge && Self.covers(frame, edges[$0]) }
        let overlap = taken.reduce(0) { $0 + $1.overlap(with: frame) }
        return Self.penalty(overlap) + Self.onLine * Double(lines) + Self.away * abs(distance - Self.usual)
      }
    }
    var chosen: [LabelFrame?] = edges.map { _ in nil }
    for _ in 0..<Self.rounds {
      for edge in edges.indices {
        chosen[edge] = nil
        let others = chosen.compactMap { $0 }
        let costs = zip(own[edge], candidates[edge]).map { own, candidate in
          own + Self.penalty(others.reduce(0) { $0 + $1.overlap(with: candidate.frame) })
        }
        let best = costs.indices.min { costs[$0] < costs[$1] }
        chosen[edge] = best.map { candidates[edge][$0].frame }
      }
    }
    places = zip(chosen, edges).map { $0?.middle ?? $1.to }
  }

  private static func penalty(_ overlap: Double) -> Double { overlap > 0 ? onLabel + overlap : 0 }

  /// All places on an edge between its neurons, by their distance from the second.
  private static func candidates(_ edge: Edge) -> [(distance: Double, frame: LabelFrame)] {
    let (dx, dy) = (edge.from.x - edge.to.x, edge.from.y - edge.to.y)
    let length = (dx * dx + dy * dy).squareRoot()
    return stride(from: 28, through: max(28, length - 28), by: step).map { distance in
      (
        distance,
        LabelFrame(middle: edge.to.towards(edge.from, distance), width: edge.width, height: height)
      )
    }
  }

  private static func covers(_ frame: LabelFrame, _ edge: Edge) -> Bool {
    (0...32).contains { share in
      let t = Double(share) / 32
      return frame.holds(
        .init(x: edge.from.x + (edge.to.x - edge.from.x) * t, y: edge.from.y + (edge.to.y - edge.from.y) * t))
    }
  }
}
