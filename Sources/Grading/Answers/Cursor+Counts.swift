import Texts

/// What labels of tables count.
extension Cursor {
  /// Takes `layer 1`, `Schicht (1)`, `1. Schicht`, `from neuron 2`, 第1层.
  mutating func takeCount() -> (TableLabel.Count, Int)? {
    var ahead = self
    _ = ahead.take("第")
    if let number = Int(ahead.digits()) {
      _ = [".", "st", "nd", "rd", "th"].contains { ahead.take($0) }
      ahead.skipBlanks()
      guard let count = ahead.takeWordForCount() else { return nil }
      self = ahead
      return (count, number)
    }
    ahead = self
    _ = ahead.take("(")
    let isInParentheses = ahead.position > position
    guard let count = ahead.takeWordForCount() else { return nil }
    ahead.skipSignsBeforeNumber()
    if count == .row || count == .column, ahead.takeWordForCount() == .neuron {
      ahead.skipSignsBeforeNumber()
    }
    guard let number = Int(ahead.digits()) else { return nil }
    if ahead.next == ")", isInParentheses || text(position..<ahead.position).contains("(") { ahead.skip() }
    // layer 1.5 counts nothing, and to 2x is no place.
    if let next = ahead.next, next == "." || next == "/" || Self.isLetter(next) && next.isASCII { return nil }
    self = ahead
    return (count, number)
  }

  private mutating func skipSignsBeforeNumber() {
    while let next, Self.isBlank(next) || ["=", ".", ":", "(", "#"].contains(next) { skip() }
  }

  private mutating func takeWordForCount() -> TableLabel.Count? {
    var ahead = self
    let start = position
    while let next = ahead.next, Self.isLetter(next), next.isASCII { ahead.skip() }
    if ahead.position > start {
      guard let count = TableLabel.counts[ahead.text(start..<ahead.position).lowercased()] else { return nil }
      self = ahead
      return count
    }
    let words = TableLabel.counts.filter { !($0.key.first?.isASCII ?? true) }
    // The longer word first: 个神经元 begins as no other.
    for (word, count) in words.sorted(by: { $0.key.count > $1.key.count }) where take(word) { return count }
    return nil
  }
}
