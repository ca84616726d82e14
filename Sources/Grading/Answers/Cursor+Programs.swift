import Texts

/// Names as programs have them, and what stands around names.
extension Cursor {
  /// Whether a word would go on here.
  var isInName: Bool {
    guard let next else { return false }
    if next == "_" { return byte(1).map { Self.isDigit($0) || Self.isLetter(Unicode.Scalar($0)) } ?? false }
    return Self.isLetter(next) || next == "⁽" || Self.isDigit(byte(0)) || next == "\u{302}"
  }

  /// Takes ∂, d, \partial, \mathrm{d}, with the blanks around it.
  mutating func takeDifferential() -> Bool {
    skipBlanks()
    guard
      take("del ") || take("partial ") || take("d") || take("∂") || take("\\partial") || take("\\mathrm{d}")
        || take("\\mathrm d")
        || take("\\text{d}")
    else { return false }
    skipBlanks()
    return true
  }

  mutating func takeAfterBlanks(_ scalar: Unicode.Scalar) -> Bool {
    skipBlanks()
    return take(scalar)
  }

  /// .data, .item(), .numpy(): what programs ask of a tensor.
  mutating func skipTensorTail() {
    while take(".item()") || take(".data") || take(".numpy()") || take(".tolist()") || take(".detach()") {}
  }

  /// Takes the number of a module and which of its parameters it is.
  mutating func takeModuleParameter() -> (number: Int, isBias: Bool)? {
    var ahead = self
    let start = ahead.position
    while let next = ahead.next, next.isASCII, ahead.position - start < 64,
      Self.isLetter(next) || Self.isDigit(ahead.byte(0)) || next == "." || next == "_" || next == "["
        || next == "]"
    {
      if let isBias = ahead.takeParameterWord() {
        let digits = text(start..<ahead.position).dropLast(isBias ? 5 : 7).reversed().drop {
          ".]_".contains($0)
        }
        .prefix { $0.isNumber }
        guard let number = Int(String(digits.reversed())), number < 1_000_000 else { return nil }
        self = ahead
        return (number, isBias)
      }
      ahead.skip()
    }
    return nil
  }

  /// The numbers of all modules in a text that have weights or biases.
  static func modules(in text: [UInt8]) -> [Int] {
    var numbers: Set<Int> = []
    for place in text.indices where text[place] == UInt8(ascii: ".") {
      var cursor = Cursor(text, place..<min(place + 8, text.count))
      guard cursor.takeParameterWord() != nil else { continue }
      var end = place
      while end > 0, text[end - 1] == UInt8(ascii: "]") { end -= 1 }
      var start = end
      while start > 0, end - start < 6, isDigit(text[start - 1]) { start -= 1 }
      if let number = Int(String(decoding: text[start..<end], as: UTF8.self)) { numbers.insert(number) }
    }
    return numbers.sorted()
  }

  private mutating func takeParameterWord() -> Bool? {
    if take(".weight") { return false }
    return take(".bias") ? true : nil
  }
}
