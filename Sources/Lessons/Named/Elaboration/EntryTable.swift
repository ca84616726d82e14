/// Which entries a quantity has, and the slot of each.
///
/// What fills a box of indices is found by arithmetic; single entries, and those of more boxes than a few, by their indices.
struct EntryTable {
  /// Entries with all indices from `lower` on, in so many slots that follow each other.
  struct Box {
    let lower: Place
    let shape: Shape
    let firstSlot: Int
  }

  private static let mostBoxes = 8
  private var boxes: [Box] = []
  private var others: [Place: Int32] = [:]
  private let rank: Int
  /// The smallest and the largest index from 1 on, by axis; starting values are no part of it.
  private(set) var ends: [ClosedRange<Int>?]

  init(rank: Int) {
    self.rank = rank
    ends = Array(repeating: nil, count: rank)
  }

  /// The slot of an entry.
  func slot(of key: Place) -> Int? {
    for box in boxes {
      if let offset = offset(of: key, in: box) { return box.firstSlot + offset }
    }
    if others.isEmpty { return nil }
    return others[key].map { Int($0) }
  }

  private func offset(of key: Place, in box: Box) -> Int? {
    var offset = 0
    for axis in 0..<rank {
      let place = key[axis] - box.lower[axis]
      guard place >= 0, place < box.shape[axis] else { return nil }
      offset = offset * box.shape[axis] + place
    }
    return offset
  }

  /// Adds an entry; the result is the slot of an entry that is already there.
  mutating func add(_ key: Place, slot: Int) -> Int? {
    if let earlier = self.slot(of: key) { return earlier }
    others[key] = Int32(clamping: slot)
    for axis in 0..<rank { extend(axis, to: key[axis]...key[axis]) }
    return nil
  }

  /// Adds a box of entries; the result is an entry that is already there.
  mutating func add(_ box: Box) -> Place? {
    if box.shape.count == 1 {
      return add(box.lower, slot: box.firstSlot).map { _ in box.lower }
    }
    if !boxes.isEmpty || !others.isEmpty {
      for (key, _) in keys(of: box) where slot(of: key) != nil { return key }
    }
    if boxes.count < Self.mostBoxes {
      boxes.append(box)
    } else {
      for box in boxes + [box] {
        for (key, slot) in keys(of: box) { others[key] = Int32(clamping: slot) }
      }
      boxes = []
    }
    for axis in 0..<rank {
      extend(axis, to: box.lower[axis]...(box.lower[axis] + max(box.shape[axis], 1) - 1))
    }
    return nil
  }

  private func keys(of box: Box) -> some Sequence<(Place, Int)> {
    // Captured alone: with the table itself, each change of it would copy it.
    let rank = rank
    return (0..<box.shape.count).lazy.map { number in
      var key = box.shape.place(number)
      for axis in 0..<rank { key[axis] += box.lower[axis] }
      return (key, box.firstSlot + number)
    }
  }

  private mutating func extend(_ axis: Int, to range: ClosedRange<Int>) {
    guard range.upperBound >= 1 else { return }
    let known = ends[axis] ?? (max(1, range.lowerBound)...range.upperBound)
    ends[axis] =
      min(known.lowerBound, max(1, range.lowerBound))...max(known.upperBound, range.upperBound)
  }
}
