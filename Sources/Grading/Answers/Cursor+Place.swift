import Lessons
import Texts

/// The numbers, marks and words at the letter of a quantity.
extension Cursor {
  /// Takes the numbers and words that belong to a letter; `snapshots` are the shorter readings, the longest last.
  mutating func takePlace(isLeft: Bool) -> (place: WrittenPlace, shorter: [(WrittenPlace, Cursor)]) {
    var place = WrittenPlace()
    var shorter: [(WrittenPlace, Cursor)] = []
    place.plain = digits()
    while true {
      let before = (place, self)
      if let digits = takeLoweredDigits() {
        guard place.lowered.isEmpty else { break }
        place.lowered = digits
      } else if let raised = takeRaisedMark(), place.raised.count < 2 {
        shorter.append(before)
        switch raised {
        case .numbers(let groups, let isNew):
          place.raised += groups
          if isNew { place.isNew = true }
        case .new: place.isNew = true
        }
      } else if next == "_", let below = takeBelow() {
        guard place.lowered.isEmpty || below.digits.isEmpty else {
          self = before.1
          break
        }
        if place.lowered.isEmpty { place.lowered = below.digits }
        if below.isNew { place.isNew = true }
      } else if let list = takeBracketList() {
        place.brackets = (place.brackets ?? []) + list
      } else if isLeft, let list = takeIndicesInParentheses() {
        place.brackets = (place.brackets ?? []) + list
      } else if let example = takeExampleMark() {
        place.example = example
      } else if isLeft, takeNewMark() {
        place.isNew = true
      } else if place.isNew, place.plain.isEmpty, place.lowered.isEmpty, Self.isDigit(self.byte(0)) {
        // w_new3
        place.plain = digits()
      } else {
        break
      }
    }
    return (place, shorter)
  }

  /// ₁, ₁₃, ₁,₃.
  private mutating func takeLoweredDigits() -> [String]? {
    guard let next, !next.isASCII, Letters.lowered(next) != nil else { return nil }
    var groups = [""]
    while let scalar = self.next {
      if let digit = Letters.lowered(scalar) {
        groups[groups.count - 1] += digit
        skip()
      } else if scalar == "," {
        var ahead = self
        ahead.skip()
        guard ahead.next.flatMap(Letters.lowered) != nil else { break }
        groups.append("")
        self = ahead
      } else {
        break
      }
    }
    return groups
  }

  private enum RaisedMark {
    case numbers([WrittenPlace.Raised], isNew: Bool)
    case new
  }

  /// ², ⁽²⁾, ^2, ^(2), ^{(2)}, ^[2], ^{[2](3)}, ^{new}, ^+.
  private mutating func takeRaisedMark() -> RaisedMark? {
    var ahead = self
    if let next = ahead.next, !next.isASCII {
      if ahead.take("⁺") {
        self = ahead
        return .new
      }
      let isEnclosed = ahead.take("⁽")
      var digits = ahead.take("ᴸ") ? "L" : ""
      if digits.isEmpty, ahead.next == "⁻" { return nil }
      if digits.isEmpty || isEnclosed && ahead.next == "⁻" { digits += ahead.takeRaised() ?? "" }
      guard !digits.isEmpty, !isEnclosed || ahead.take("⁾") else { return nil }
      self = ahead
      return .numbers([.init(digits: digits, isEnclosed: isEnclosed)], isNew: false)
    }
    guard ahead.take("^") else { return nil }
    ahead.skipBlanks()
    if let (example, layer) = ahead.takeExampleAndLayer() {
      self = ahead
      return .numbers(
        [.init(digits: layer, isEnclosed: true), .init(digits: example, isEnclosed: true)], isNew: false)
    }
    let isBraced = ahead.take("{")
    var groups: [WrittenPlace.Raised] = []
    while groups.count < 2 {
      ahead.skipBlanks()
      let closer: Unicode.Scalar? =
        ahead.take("(") || ahead.take("\\left(") ? ")" : ahead.take("[") ? "]" : nil
      let digits = ahead.takeLastLayer(isEnclosed: isBraced || closer != nil) ?? ahead.digits()
      if digits.isEmpty {
        guard groups.isEmpty else { break }
        // new, (t+1), +, \prime
        if closer == ")"
          ? ahead.take("t+1)") || ahead.take("new)") : ahead.takeWordForNew() || ahead.take("+")
        {
          if isBraced, !ahead.take("}") { return nil }
          self = ahead
          return .new
        }
        return nil
      }
      if let closer {
        _ = ahead.take("\\right")
        guard ahead.take(closer) else { return nil }
      }
      groups.append(.init(digits: digits, isEnclosed: closer != nil))
      guard isBraced || ahead.next == "(" && closer == "]" else { break }
      _ = ahead.take(",")
      if ahead.next == "}" { break }
    }
    let isNew = isBraced && (ahead.take("\\prime") || ahead.take("'") || ahead.take("+"))
    if isBraced, !ahead.take("}") { return nil }
    // ^2.5 is an exponent.
    if !isBraced, groups.first?.isEnclosed == false, ahead.next == ".", Self.isDigit(ahead.byte(1)) {
      return nil
    }
    self = ahead
    return groups.isEmpty ? nil : .numbers(groups, isNew: isNew)
  }

  /// L, the last layer; and L-1, in parentheses or braces.
  private mutating func takeLastLayer(isEnclosed: Bool) -> String? {
    var ahead = self
    guard ahead.take("L") else { return nil }
    if let next = ahead.next, Self.isLetter(next) || Self.isDigit(ahead.byte(0)) { return nil }
    self = ahead
    ahead.skipBlanks()
    guard isEnclosed, ahead.takeMinus() else { return "L" }
    ahead.skipBlanks()
    let back = ahead.digits()
    guard (1...8).contains(back.utf8.count) else { return "L" }
    self = ahead
    return "L-" + back
  }

  /// _1, _13, _{1,3}, _{new}, _{11,\text{new}}, _1,3 not: a comma on the line ends it.
  private mutating func takeBelow() -> (digits: [String], isNew: Bool)? {
    var ahead = self
    guard ahead.take("_") else { return nil }
    if ahead.takeWordForNew() {
      self = ahead
      return ([], true)
    }
    guard ahead.take("{") else {
      let digits = ahead.digits()
      guard !digits.isEmpty else { return nil }
      // w_1_3
      var groups = [digits]
      while groups.count < 3, ahead.next == "_", Self.isDigit(ahead.byte(1)) {
        ahead.skip()
        groups.append(ahead.digits())
      }
      self = ahead
      return (groups, false)
    }
    var groups: [String] = []
    var isNew = false
    repeat {
      ahead.skipBlanks()
      if ahead.takeWordForNew() {
        isNew = true
      } else {
        let digits = ahead.digits()
        guard !digits.isEmpty, groups.count < 4 else { return nil }
        groups.append(digits)
      }
      ahead.skipBlanks()
    } while ahead.take(",") || Self.isDigit(ahead.byte(0))
    guard ahead.take("}") else { return nil }
    self = ahead
    return (groups, isNew)
  }

  /// C_k and C_x, the cost of the example that the text is about.
  mutating func takeLetterOfExample() {
    var ahead = self
    guard ahead.take("_") else { return }
    let isBraced = ahead.take("{")
    guard ahead.take(oneOf: ["k", "x"]), !isBraced || ahead.take("}"), !ahead.isInName else { return }
    self = ahead
  }

  private mutating func takeExampleMark() -> String? {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.take("@") else { return nil }
    ahead.skipBlanks()
    let number = ahead.digits()
    guard !number.isEmpty else { return nil }
    self = ahead
    return number
  }

  mutating func takePrime() -> Bool {
    take("_prime") || take("prime") || take("'") || take("′") || take("’") || take("^{\\prime}")
      || take("^\\prime")
  }
}
