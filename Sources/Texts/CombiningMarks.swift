/// Marks that stand on the character before them, as accents do.
///
/// To compare two texts, Swift puts the marks of each character in their order, in a time that grows with the square of their
/// number. So many as here no writing has: Unicode Standard Annex 15 calls a text without longer rows safe for streams.
enum CombiningMarks {
  /// The most that may follow each other.
  static let most = 30

  /// The first row that is too long, if there is one; expects UTF-8.
  static func problem(in bytes: [UInt8]) -> Problem? {
    var (index, start, count) = (0, 0, 0)
    while index < bytes.count {
      if bytes[index] < 0x80 {
        (index, count) = (index + 1, 0)
        continue
      }
      let (scalar, length) = UTF8Text.scalar(at: index, in: bytes)
      if let scalar, isMark(scalar) {
        if count == 0 { start = index }
        count += 1
        if count > most { return Problem(at: start..<(index + length), message) }
      } else {
        count = 0
      }
      index += length
    }
    return nil
  }

  private static let message =
    "more than \(most) accents or other marks are on one character here, which is the limit; remove some"

  /// Whether a scalar is put in order with its neighbors; some that are not have parts that are.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0F73, 0x0F75, 0x0F81: true
    default: scalar.properties.canonicalCombiningClass != .notReordered
    }
  }
}
