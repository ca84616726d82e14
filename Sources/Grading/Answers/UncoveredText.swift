/// Slides that show an equation piece by piece, as `\uncover<2->{{} = 0.66}`: what they show in the end.
enum UncoveredText {
  private static let opening = Array("\\uncover<".utf8)

  /// The same text with the pieces side by side; `nil` if there are none. Line ends stay where they are.
  static func whole(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.firstRange(of: opening) != nil else { return nil }
    var whole: [UInt8] = []
    whole.reserveCapacity(bytes.count)
    // For each brace that is open, whether it is the end of a piece.
    var isPiece: [Bool] = []
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: opening), let start = pieceStart(in: bytes, at: place + opening.count) {
        isPiece.append(true)
        place = start
        // An empty group keeps the distance of an operator there.
        if bytes[place...].starts(with: "{}".utf8) { place += 2 }
        continue
      }
      switch bytes[place] {
      case UInt8(ascii: "{"): isPiece.append(false)
      case UInt8(ascii: "}"):
        if isPiece.popLast() == true {
          place += 1
          continue
        }
      case _: break
      }
      whole.append(bytes[place])
      place += 1
    }
    return whole
  }

  /// Where a piece begins whose slides, such as `2->{`, stand at a place.
  private static func pieceStart(in bytes: [UInt8], at place: Int) -> Int? {
    let slides = bytes[place...].prefix(12)
    guard let end = slides.firstIndex(of: UInt8(ascii: ">")), bytes.indices.contains(end + 1),
      bytes[end + 1] == UInt8(ascii: "{")
    else { return nil }
    return end + 2
  }
}
