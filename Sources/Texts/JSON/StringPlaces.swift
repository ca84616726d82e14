/// Where the bytes of a string's text stand in the file that it was read from.
package struct StringPlaces {
  private let start: Int
  private let end: Int
  /// Where each byte comes from, and one more for the end; `nil` without an escape.
  private let places: [Int32]?

  /// The places of a string that was read from `source`.
  package init(of value: JSONValue, in source: [UInt8]) {
    let inner = value.range.clamped(to: 0..<source.count).dropFirst().dropLast()
    start = inner.startIndex
    end = inner.endIndex
    places =
      source[inner.startIndex..<inner.endIndex].contains(UInt8(ascii: "\\"))
      ? Self.places(in: source[inner.startIndex..<inner.endIndex]) : nil
  }

  /// The bytes of the file that a part of the text was read from.
  package func range(_ part: Range<Int>) -> Range<Int> {
    let (lower, upper) = (place(part.lowerBound), place(part.upperBound))
    return lower..<max(lower, upper)
  }

  private func place(_ offset: Int) -> Int {
    guard let places else { return min(start + offset, end) }
    return offset < places.count ? Int(places[offset]) : end
  }

  private static func places(in text: ArraySlice<UInt8>) -> [Int32] {
    var places: [Int32] = []
    places.reserveCapacity(text.count + 1)
    var index = text.startIndex
    while index < text.endIndex {
      guard text[index] == UInt8(ascii: "\\") else {
        places.append(Int32(clamping: index))
        index += 1
        continue
      }
      let (bytes, length) = escape(text[index...])
      places += repeatElement(Int32(clamping: index), count: bytes)
      index += length
    }
    places.append(Int32(clamping: text.endIndex))
    return places
  }

  /// How many bytes an escape means, and how many it takes.
  private static func escape(_ text: ArraySlice<UInt8>) -> (bytes: Int, length: Int) {
    guard text.dropFirst().first == UInt8(ascii: "u") else { return (1, 2) }
    let digits = String(decoding: text.dropFirst(2).prefix(4), as: UTF8.self)
    switch UInt32(digits, radix: 16) ?? 0 {
    case 0..<0x80: return (1, 6)
    case 0x80..<0x800: return (2, 6)
    case 0xD800..<0xE000: return (4, 12)
    default: return (3, 6)
    }
  }
}
