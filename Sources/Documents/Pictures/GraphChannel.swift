/// The lines between two layers of a graph that is drawn in characters: level ones, and upright ones on tracks.
struct GraphChannel {
  /// What leads out of a row, and into which rows it goes.
  struct Net {
    let source: Int
    let targets: [Int]

    var rows: ClosedRange<Int> {
      targets.reduce(source...source) { min($0.lowerBound, $1)...max($0.upperBound, $1) }
    }

    /// Whether it needs a track.
    var isBent: Bool { targets != [source] }
  }

  /// To which sides a line leads from the middle of a character.
  struct Sides: OptionSet, Hashable {
    let rawValue: Int
    static let (up, down) = (Sides(rawValue: 1), Sides(rawValue: 2))
    static let (left, right) = (Sides(rawValue: 4), Sides(rawValue: 8))
    static let level: Sides = [.left, .right]
  }

  /// By row and column.
  private(set) var sides: [[Sides]]

  /// The lines of these nets in so many rows, no two of which have their source, or a target, in the same row; `nil` if two
  /// lines would run into one.
  init?(_ nets: [Net], rows: Int) {
    guard let tracks = Self.tracks(nets) else { return nil }
    let width = (tracks.compactMap { $0 }.max() ?? -1) + 3
    sides = Array(repeating: Array(repeating: [], count: width), count: rows)
    for (net, track) in zip(nets, tracks) {
      guard let track else {
        for x in 0..<width { sides[net.source][x] = .level }
        continue
      }
      for x in 0...track { sides[net.source][x] = .level }
      for row in net.targets { for x in (track + 2)..<width { sides[row][x] = .level } }
    }
    // Where a level line crosses an upright one it goes on behind it.
    for (net, track) in zip(nets, tracks) {
      guard let track else { continue }
      for row in net.rows {
        var here = Sides()
        if row > net.rows.lowerBound { here.insert(.up) }
        if row < net.rows.upperBound { here.insert(.down) }
        if row == net.source { here.insert(.left) }
        if net.targets.contains(row) { here.insert(.right) }
        sides[row][track + 1] = here
      }
    }
  }

  /// The track of each net that needs one, from the left; `nil` if there is no order in which no two lines run into one.
  private static func tracks(_ nets: [Net]) -> [Int?]? {
    var tracks = [Int?](repeating: nil, count: nets.count)
    var open = nets.indices.filter { nets[$0].isBent }
    var used: [[ClosedRange<Int>]] = []
    while !open.isEmpty {
      guard
        let next = open.first(where: { net in
          !open.contains { $0 != net && mustPrecede(nets[$0], nets[net]) }
        })
      else { return nil }
      open.removeAll { $0 == next }
      let earlier = nets.indices.filter { tracks[$0] != nil && mustPrecede(nets[$0], nets[next]) }
      var track = (earlier.compactMap { tracks[$0] }.max() ?? -1) + 1
      while track < used.count, used[track].contains(where: nets[next].rows.overlaps) { track += 1 }
      while track >= used.count { used.append([]) }
      used[track].append(nets[next].rows)
      tracks[next] = track
    }
    return tracks
  }

  /// Whether the track of one lies to the left of the other's: its line ends in the row in which the other's goes on.
  private static func mustPrecede(_ first: Net, _ second: Net) -> Bool {
    second.targets.contains(first.source)
  }
}
