import Lessons
import Texts

/// Names of quantities, as people type and as documents print them.
extension Cursor {
  /// Takes a name: letters, digits, underscores, what stands below and above them, and indices in brackets.
  mutating func takeNameToken() -> NameToken? {
    var ahead = self
    guard var token = ahead.nameBase() else { return nil }
    if ahead.begins(with: ".grad") {
      _ = ahead.take(".grad")
      token.base += "_grad"
    }
    if let brackets = ahead.takeIndices() { token.indices += brackets }
    if token.indices.isEmpty, let step = ahead.takeRaisedIndex() { token.indices = [step] }
    self = ahead
    return token
  }

  private mutating func nameBase() -> NameToken? {
    var token = NameToken("")
    guard takeNamePart(&token, depth: 0) else { return nil }
    while takeNamePart(&token, depth: 0) || takeBelow(&token, depth: 0) {}
    return token
  }

  /// Letters and digits; the first part of a name begins with a letter.
  private mutating func takeNamePart(_ token: inout NameToken, depth: Int) -> Bool {
    guard let next, depth < 4 else { return false }
    if next.isASCII {
      if Self.isLetter(next) || Self.isDigit(byte(0)) && !token.base.isEmpty {
        // What is a number below may be an index.
        guard token.indices.isEmpty else { return false }
        token.base.unicodeScalars.append(next)
        skip()
        return true
      }
      return next == "\\" && takeCommand(&token, depth: depth)
    }
    guard token.indices.isEmpty else { return false }
    if token.base == "_", let word = Self.wordsForNew.first(where: { take($0) }) {
      token.base += word
      return true
    }
    if let digit = Letters.lowered(next), !token.base.isEmpty {
      token.base += digit
      skip()
      var ahead = self
      while ahead.take(","), let digit = ahead.next.flatMap(Letters.lowered) {
        token.base += "," + digit
        ahead.skip()
        self = ahead
      }
      return true
    }
    let mark = token.base.isEmpty ? nil : Letters.mark(next)
    guard let name = mark ?? Letters.marked(next) ?? Letters.greek(next) else { return false }
    token.base += name
    skip()
    return true
  }

  /// \beta, \hat{x}, \mathit{loss}.
  private mutating func takeCommand(_ token: inout NameToken, depth: Int) -> Bool {
    var ahead = self
    _ = ahead.take("\\")
    let start = ahead.position
    while let next = ahead.next, next.isASCII, Self.isLetter(next) { ahead.skip() }
    let word = ahead.text(start..<ahead.position)
    if Letters.greekNames.contains(word), token.indices.isEmpty {
      token.base += word
      if ahead.next == " ", !token.base.isEmpty {
        // The blank ends the command.
        var beyond = ahead
        beyond.skipBlanks()
        if beyond.next == "_" { ahead = beyond }
      }
      self = ahead
      return true
    }
    let isAccent = ["hat", "bar", "tilde"].contains(word)
    guard isAccent || ["mathit", "mathrm", "text", "mathbf", "operatorname"].contains(word) else {
      return false
    }
    ahead.skipBlanks()
    // Below a name there may be a number alone.
    var inner = NameToken(token.base.isEmpty ? "" : "_")
    if ahead.take("{") {
      if token.base.isEmpty {
        while ahead.takeNamePart(&inner, depth: depth + 1) || ahead.takeBelow(&inner, depth: depth + 1) {}
      } else if let list = ahead.takeList(depth: depth + 1) {
        inner.base += list
      }
      guard ahead.take("}") else { return false }
    } else {
      guard ahead.takeNamePart(&inner, depth: depth + 1) else { return false }
    }
    if !token.base.isEmpty { inner.base.removeFirst() }
    guard !inner.base.isEmpty else { return false }
    if word == "mathrm", token.base.isEmpty, inner.base == "d" {
      // \mathrm{d} \theta is one name.
      var beyond = ahead
      beyond.skipBlanks()
      var differential = inner
      if beyond.takeNamePart(&differential, depth: depth + 1) { (ahead, inner) = (beyond, differential) }
    }
    token.base += inner.base + (isAccent ? "_" + word : "")
    token.indices += inner.indices
    self = ahead
    return true
  }

  /// What stands below: `_1`, `_{1,3}`, `_{\mathrm{prev}}`.
  private mutating func takeBelow(_ token: inout NameToken, depth: Int) -> Bool {
    guard depth < 4, next == "_", !token.base.isEmpty, token.indices.isEmpty else { return false }
    var ahead = self
    ahead.skip()
    guard ahead.take("{") else {
      // An underscore at the end is a blank to fill in, or emphasis.
      guard let next = ahead.next, Self.isLetter(next) || Self.isDigit(ahead.byte(0)) || next == "\\" else {
        return false
      }
      var inner = NameToken("_")
      guard ahead.takeNamePart(&inner, depth: depth + 1) else { return false }
      token.base += inner.base
      self = ahead
      return true
    }
    guard let below = ahead.takeList(depth: depth + 1), ahead.take("}") else { return false }
    let parts = below.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard parts.allSatisfy({ !$0.isEmpty }) else { return false }
    if parts.count > 1, parts.allSatisfy({ Int($0) != nil }) {
      token.indices = parts
    } else {
      token.base += parts.map { "_" + $0 }.joined()
    }
    self = ahead
    return true
  }

  /// What stands in braces below a name: names and numbers with commas between them; `nil` where there is nothing.
  private mutating func takeList(depth: Int) -> String? {
    var list = ""
    repeat {
      skipBlanks()
      var inner = NameToken("_")
      if take("-") { inner.base += "-" }
      while takeNamePart(&inner, depth: depth) || takeBelow(&inner, depth: depth) {}
      let indices = inner.indices.map { "," + $0 }.joined()
      list += (list.isEmpty ? "" : ",") + inner.base.dropFirst() + indices
      skipBlanks()
    } while take(",")
    return list.isEmpty ? nil : list
  }

  /// [1, 3], of whole numbers.
  private mutating func takeIndices() -> [String]? {
    var ahead = self
    guard ahead.take("[") else { return nil }
    var indices: [String] = []
    repeat {
      ahead.skipBlanks()
      let sign = ahead.takeMinus() ? "-" : ""
      let digits = ahead.digits()
      guard !digits.isEmpty, digits.utf8.count < 9, let number = Int(sign + digits) else { return nil }
      indices.append("\(number)")
      ahead.skipBlanks()
    } while ahead.take(",") && indices.count < 8
    guard ahead.take("]") else { return nil }
    self = ahead
    return indices
  }

  /// ^{(2)}, ^{<2>}, ^(2), <2>: a step in time, and no exponent.
  private mutating func takeRaisedIndex() -> String? {
    var ahead = self
    let isRaised = ahead.take("^")
    let isBraced = isRaised && ahead.take("{")
    let closer: Unicode.Scalar
    if ahead.take("<") || ahead.take("⟨") || ahead.take("\\langle ") {
      closer = ahead.last == UInt8(ascii: "<") ? ">" : "⟩"
    } else if isBraced && ahead.take("(") {
      closer = ")"
    } else {
      return nil
    }
    let digits = ahead.digits()
    guard (1...8).contains(digits.utf8.count), let number = Int(digits) else { return nil }
    guard ahead.take(closer) || closer == "⟩" && ahead.take("\\rangle") else { return nil }
    if isBraced { guard ahead.take("}") else { return nil } }
    self = ahead
    return "\(number)"
  }

  /// Takes the word or sign for a gradient before the name that it is by: `∇x f`, `∇_x f`, `grad x`, `d/dx f`.
  mutating func takeGradientOperator() -> (by: NameToken, of: NameToken?)? {
    var ahead = self
    if ahead.take("d/d") || ahead.take("∂/∂") || ahead.take("\\frac{d}{d")
      || ahead.take("\\frac{\\partial}{\\partial ")
    {
      let isBraced = begins(with: "\\")
      guard let by = ahead.takeNameToken(), !isBraced || ahead.take("}") else { return nil }
      ahead.skipBlanks()
      let isEnclosed = ahead.take("(")
      guard let of = ahead.takeNameToken(), !isEnclosed || ahead.take(")") else { return nil }
      self = ahead
      return (by, of)
    }
    let hasSign = ahead.take("∇") || ahead.take("\\nabla ") || ahead.take("\\nabla")
    guard
      hasSign
        || ["gradient of ", "gradient ", "Gradient ", "grad ", "grad_"].contains(where: { ahead.take($0) })
    else { return nil }
    let isLowered = hasSign && ahead.take("_")
    let isBraced = isLowered && ahead.take("{")
    guard let by = ahead.takeNameToken(), !isBraced || ahead.take("}") else { return nil }
    self = ahead
    guard hasSign else { return (by, nil) }
    ahead.skipBlanks()
    guard let of = ahead.takeNameToken() else { return (by, nil) }
    self = ahead
    return (by, of)
  }

  /// ∂ of one by another: `df/dx`, `d f / d x`, `\frac{\partial f}{\partial x}`.
  mutating func takeRatio() -> (of: NameToken, by: NameToken)? {
    var ahead = self
    if ahead.take("\\frac") || ahead.take("\\dfrac") || ahead.take("\\tfrac") {
      guard ahead.take("{"), let of = ahead.takeDifferential(), ahead.take("}"), ahead.take("{"),
        let by = ahead.takeDifferential(), ahead.take("}")
      else { return nil }
      self = ahead
      return (of, by)
    }
    guard let of = ahead.takeDifferential(), ahead.take("/") else { return nil }
    ahead.skipBlanks()
    guard let by = ahead.takeDifferential(endsBlanks: false) else { return nil }
    self = ahead
    return (of, by)
  }

  private mutating func takeDifferential(endsBlanks: Bool = true) -> NameToken? {
    skipBlanks()
    guard take("d") || take("∂") || take("\\partial") || take("\\mathrm{d}") || take("\\mathrm d") else {
      return nil
    }
    skipBlanks()
    let token = takeNameToken()
    if endsBlanks { skipBlanks() }
    return token
  }
}
