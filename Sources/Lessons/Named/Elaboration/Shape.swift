/// How many entries an array has along each of its indices; a number has none.
struct Shape: Hashable {
  /// The most indices that something may have.
  static let most = 4
  static let number = Shape()

  private(set) var rank = 0
  private var lengths = SIMD4<Int32>(repeating: 1)

  /// Along an index, counted from 0.
  subscript(axis: Int) -> Int { Int(lengths[axis & 3]) }

  /// Whether there is room for one index more.
  mutating func append(_ length: Int) {
    guard rank < Self.most else { return }
    lengths[rank] = Int32(clamping: length)
    rank += 1
  }

  init() {}

  init(_ lengths: [Int]) {
    for length in lengths { append(length) }
  }

  /// How many entries there are.
  var count: Int { (0..<rank).reduce(1) { $0 * self[$1] } }

  /// The place of an entry in the order of the indices, the last running first.
  func place(_ number: Int) -> Place {
    var place = Place()
    var rest = number
    for axis in (0..<rank).reversed() where self[axis] > 0 {
      place[axis] = rest % self[axis]
      rest /= self[axis]
    }
    return place
  }

  /// "a number", "2 entries", "2 × 3", as they stand behind "is" or "has".
  var words: String {
    switch rank {
    case 0: "is a number"
    case 1: "has \(counted(self[0], "entry", "entries"))"
    default: "is " + (0..<rank).map { grouped(self[$0]) }.joined(separator: " × ")
    }
  }
}

/// Four small numbers, one for each index that there is: where an entry stands, counted from 0, or what its indices are.
struct Place: Hashable {
  private var numbers = SIMD4<Int32>(repeating: 0)

  subscript(axis: Int) -> Int {
    get { Int(numbers[axis & 3]) }
    set { numbers[axis & 3] = Int32(clamping: newValue) }
  }

  func list(_ rank: Int) -> [Int] { (0..<min(rank, Shape.most)).map { self[$0] } }
}
