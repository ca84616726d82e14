import Texts

/// Indices behind a name, in brackets, in parentheses, and those of an example and a layer.
extension Cursor {
  /// {x=2,l=1}, as Nielsen writes the errors of an example in a mini-batch.
  mutating func takeExampleAndLayer() -> (example: String, layer: String)? {
    var ahead = self
    guard ahead.take("{") else { return nil }
    var numbers: [Unicode.Scalar: String] = [:]
    repeat {
      ahead.skipBlanks()
      guard let letter = ahead.next, ["x", "l"].contains(letter) else { return nil }
      ahead.skip()
      ahead.skipBlanks()
      guard ahead.take("=") else { return nil }
      ahead.skipBlanks()
      numbers[letter] = ahead.digits()
      ahead.skipBlanks()
    } while ahead.take(",")
    guard let example = numbers["x"], let layer = numbers["l"], !example.isEmpty, !layer.isEmpty,
      ahead.take("}")
    else { return nil }
    self = ahead
    return (example, layer)
  }

  /// [1,3] and [1][3]; what is in it is compared as it is, so that a wrong one is said to name nothing.
  mutating func takeBracketList() -> [String]? {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("[") else { return nil }
    // A list of numbers is a value, and no index: delta1 [-0.0662 0.0497].
    var inner = ""
    while let next = ahead.next, next != "]", inner.utf8.count < 24 {
      if next == "." || next == "[" || next == "-" || next == "−" { return nil }
      if !Self.isBlank(next) {
        inner.unicodeScalars.append(next)
      } else if next == " ", !inner.isEmpty {
        inner += " "
      }
      ahead.skip()
    }
    guard ahead.take("]"), !inner.isEmpty else { return nil }
    let parts = inner.split(separator: ",", omittingEmptySubsequences: false).map { $0.trimmed { $0 == " " } }
    if parts.contains(where: { $0.contains(" ") }) { return nil }
    self = ahead
    return parts
  }

  /// (1) and (1,2), as MATLAB has indices and plain text a layer.
  mutating func takeIndicesInParentheses() -> [String]? {
    var ahead = self
    guard ahead.take("(") else { return nil }
    var indices: [String] = []
    repeat {
      let digits = ahead.digits()
      guard (1...3).contains(digits.utf8.count) else { return nil }
      indices.append(digits)
    } while ahead.take(",")
    guard ahead.take(")") else { return nil }
    self = ahead
    return indices
  }
}
