/// Bytes in the format DEFLATE, in one block with its fixed codes (RFC 1951, section 3.2.6).
///
/// Bytes that stood there before are written as a run: how many they are, and how far back (Ziv and Lempel, 1977).
struct Deflate {
  /// What comes of the bytes.
  private(set) var bytes: [UInt8] = []

  private let content: [UInt8]
  /// Bits that are not yet a whole byte, the first of them the lowest.
  private var bits = 0
  private var bitCount = 0
  /// For each hash of three bytes the last place that has it; and for each place the one with the same hash before.
  private var last = [Int32](repeating: -1, count: 1 << 15)
  private var before = [Int32](repeating: -1, count: Self.window)

  /// How far back a run may begin.
  private static let window = 1 << 15
  private static let (leastRun, mostRun) = (3, 258)
  /// So many places are compared, and a run of so many bytes is long enough not to look for a longer one.
  private static let (mostTries, longEnough) = (48, 64)

  /// Compresses the content of a file.
  init(_ content: [UInt8]) {
    self.content = content
    // The last block, which has the fixed codes.
    append(0b011, 3)
    var place = 0
    // The run that was found here when it was compared with the one before.
    var known: Run?
    while place < content.count {
      let run = known ?? longestRun(at: place)
      known = nil
      remember(place)
      let isShort = run.length < Self.leastRun
      if !isShort, run.length < Self.longEnough { known = longestRun(at: place + 1) }
      if isShort || known.map({ $0.length > run.length }) ?? false {
        appendSymbol(Int(content[place]))
        place += 1
        continue
      }
      known = nil
      append(run)
      for next in place + 1..<place + run.length { remember(next) }
      place += run.length
    }
    appendSymbol(Self.endOfBlock)
    append(0, 7)
  }

  private struct Run {
    var length = 0
    var distance = 0
  }

  private func hash(_ place: Int) -> Int? {
    guard place + 2 < content.count else { return nil }
    let three = UInt32(content[place]) << 16 | UInt32(content[place + 1]) << 8 | UInt32(content[place + 2])
    // Any odd number that spreads the bits.
    return Int((three &* 0x9E37_79B1) >> 17)
  }

  private mutating func remember(_ place: Int) {
    guard let hash = hash(place) else { return }
    before[place % Self.window] = last[hash]
    last[hash] = Int32(truncatingIfNeeded: place)
  }

  /// The longest run that begins here and is found, the nearest of those.
  private func longestRun(at place: Int) -> Run {
    var best = Run()
    guard let hash = hash(place) else { return best }
    let most = min(Self.mostRun, content.count - place)
    var (other, tries) = (Int(last[hash]), Self.mostTries)
    while other >= 0, place - other < Self.window, tries > 0, best.length < most {
      var length = 0
      while length < most, content[other + length] == content[place + length] { length += 1 }
      if length > best.length { best = Run(length: length, distance: place - other) }
      other = Int(before[other % Self.window])
      tries -= 1
    }
    return best
  }

  private static let endOfBlock = 256

  /// A byte, the end, or the class of a length.
  private mutating func appendSymbol(_ symbol: Int) {
    switch symbol {
    case ..<144: appendCode(0x30 + symbol, 8)
    case ..<256: appendCode(0x190 + symbol - 144, 9)
    case ..<280: appendCode(symbol - 256, 7)
    default: appendCode(0xC0 + symbol - 280, 8)
    }
  }

  /// A length and a distance: each a class, and its place in the class in so many bits.
  private mutating func append(_ run: Run) {
    let (length, distance) = (run.length - Self.leastRun, run.distance - 1)
    if run.length == Self.mostRun {
      appendSymbol(285)
    } else {
      let extra = max(0, Self.logarithm(length) - 2)
      appendSymbol(257 + 4 * extra + length >> extra)
      append(length & (1 << extra - 1), extra)
    }
    let extra = max(0, Self.logarithm(distance) - 1)
    appendCode(2 * extra + distance >> extra, 5)
    append(distance & (1 << extra - 1), extra)
  }

  /// To the base of 2, rounded down; 0 of 0.
  private static func logarithm(_ number: Int) -> Int {
    max(0, Int.bitWidth - 1 - number.leadingZeroBitCount)
  }

  /// A code begins with its highest bit.
  private mutating func appendCode(_ code: Int, _ count: Int) {
    append((0..<count).reduce(0) { $0 << 1 | code >> $1 & 1 }, count)
  }

  /// Any other number begins with its lowest bit.
  private mutating func append(_ number: Int, _ count: Int) {
    bits |= number << bitCount
    bitCount += count
    while bitCount >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
      bitCount -= 8
    }
  }
}
