@testable import Exports

/// What a block of DEFLATE with fixed codes says (RFC 1951, section 3.2.6), read in the plainest way; `nil` if it is broken.
///
/// It has nothing in common with `Deflate`: lengths and distances come from tables, and codes are read bit by bit.
func inflated(_ bytes: [UInt8]) -> [UInt8]? {
  var place = 0
  func bit() -> Int? {
    guard place < 8 * bytes.count else { return nil }
    defer { place += 1 }
    return Int(bytes[place / 8]) >> (place % 8) & 1
  }
  func number(_ count: Int) -> Int? {
    var number = 0
    for position in 0..<count {
      guard let bit = bit() else { return nil }
      number += bit << position
    }
    return number
  }
  func code(_ count: Int, after start: Int = 0) -> Int? {
    var code = start
    for _ in 0..<count {
      guard let bit = bit() else { return nil }
      code = 2 * code + bit
    }
    return code
  }
  func symbol() -> Int? {
    guard let seven = code(7) else { return nil }
    if seven <= 0b0010111 { return 256 + seven }
    guard let eight = code(1, after: seven) else { return nil }
    if eight <= 0b10111111 { return eight - 0b00110000 }
    if eight <= 0b11000111 { return 280 + eight - 0b11000000 }
    return code(1, after: eight).map { 144 + $0 - 0b110010000 }
  }
  guard number(3) == 0b011 else { return nil }
  var content: [UInt8] = []
  while let symbol = symbol() {
    if symbol == 256 { return place > 8 * (bytes.count - 1) ? content : nil }
    guard symbol > 256 else {
      content.append(UInt8(symbol))
      continue
    }
    guard symbol <= 285, let extra = number(extraOfLength[symbol - 257]), let nearness = code(5),
      nearness < 30, let more = number(extraOfDistance[nearness])
    else { return nil }
    let distance = distances[nearness] + more
    guard distance <= content.count else { return nil }
    for _ in 0..<lengths[symbol - 257] + extra { content.append(content[content.count - distance]) }
  }
  return nil
}

private let lengths = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195,
  227, 258,
]
private let extraOfLength = [
  0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
]
private let distances = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
  6145,
  8193, 12289, 16385, 24577,
]
private let extraOfDistance = [
  0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13,
]

/// The files of an archive one after the other, as its headers have them; `nil` if one of them does not agree with its header.
func unpacked(_ archive: [UInt8]) -> [(name: String, content: [UInt8])]? {
  func number(_ count: Int, at place: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
  }
  var files: [(String, [UInt8])] = []
  var place = 0
  while place + 30 <= archive.count, number(4, at: place) == 0x0403_4B50 {
    let (method, size, packed) = (
      number(2, at: place + 8), number(4, at: place + 22), number(4, at: place + 18)
    )
    let start = place + 30 + number(2, at: place + 26)
    guard start + packed <= archive.count else { return nil }
    let bytes = Array(archive[start..<start + packed])
    guard let content = method == 8 ? inflated(bytes) : bytes, content.count == size,
      CyclicRedundancyCheck.of(content) == UInt32(number(4, at: place + 14))
    else { return nil }
    files.append((String(decoding: archive[place + 30..<start], as: UTF8.self), content))
    place = start + packed
  }
  return files
}
