import Formulas

/// Where the local derivatives stand on the edges of a graph: none lies over another.
struct SlopeLabels {
  /// How far along its last bend a label may stand: as near to the middle as others let it.
  private static let shares = [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26, 0.82, 0.18]
  private static let height = 15.0

  /// One for each edge; none where an edge has no slope, or no room for it.
  private(set) var places: [Drawing.Point?] = []

  init(_ picture: GraphPicture, _ plan: GraphPlan) {
    let pieces = plan.curves.map { Array(zip($0, $0.dropFirst())) }
    func covers(_ frame: LabelFrame, _ edge: Int) -> Bool {
      pieces[edge].contains { start, end in
        frame.reaches(from: start.x, to: end.x)
          && (0...24).contains { frame.holds(Self.point(from: start, to: end, Double($0) / 24)) }
      }
    }
    var taken = plan.boxes.map { LabelFrame(middle: $0.middle, width: $0.width, height: $0.height) }
    for (edge, slope) in picture.edges.map(\.slope).enumerated() {
      guard let slope, let bend = Self.lastBend(plan.curves[edge]) else {
        places.append(nil)
        continue
      }
      let width = PictureText.width(of: "\(Formula.number(slope))", isQuiet: true) + 4
      let frames = Self.shares.map { share in
        LabelFrame(middle: Self.point(from: bend.0, to: bend.1, share), width: width, height: Self.height)
      }
      // The fewer other edges it covers the better.
      let covered = frames.map { frame in
        pieces.indices.count { $0 != edge && covers(frame, $0) }
      }
      let free = frames.indices.filter { place in !taken.contains { $0.meets(frames[place]) } }
      guard let best = free.min(by: { (covered[$0], $0) < (covered[$1], $1) }) else {
        places.append(nil)
        continue
      }
      taken.append(frames[best])
      places.append(frames[best].middle)
    }
  }

  /// Of an edge, between the last two layers.
  private static func lastBend(_ curve: [Drawing.Point]) -> (Drawing.Point, Drawing.Point)? {
    guard curve.count > 2 else { return nil }
    return (curve[curve.count - 3], curve[curve.count - 2])
  }

  /// A point of a curve that is level at both ends, as a cubic of Bézier with its control points halfway between them.
  static func point(from start: Drawing.Point, to end: Drawing.Point, _ t: Double) -> Drawing.Point {
    let rise = t * t * (3 - 2 * t)
    let middle = (start.x + end.x) / 2
    let s = 1 - t
    return Drawing.Point(
      x: s * s * s * start.x + 3 * s * t * middle + t * t * t * end.x,
      y: start.y + (end.y - start.y) * rise)
  }
}
