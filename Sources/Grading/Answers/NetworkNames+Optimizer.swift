import Formulas
import Lessons
import Texts

/// What an optimizer keeps of each weight and bias, by the letters of programs, documents and courses.
extension NetworkNames {
  /// A letter of an optimizer by the name that it has on a worksheet: `new v_w2[1,3]`, `m_hat_b1`, `beta1`.
  func letterOfOptimizer(_ cursor: inout Cursor) -> NameMatch? {
    var ahead = cursor
    let isNew = ahead.takeNewBeforeName()
    guard let token = ahead.takeNameToken(), !ahead.isInPlace,
      let found = formulas[(isNew ? "new " : "") + token.exact],
      case .symbol(let symbol) = found, symbol.isOfOptimizer
    else { return nil }
    cursor = ahead
    return .quantity(found)
  }

  /// `v_{w,13,\\mathrm{new}}^{(2)}` and m̂_w₁₃⁽²⁾ as documents print them; V_dW2, `S_{db^{[1]}}` and `v^{corrected}_{dW}` as Andrew Ng
  /// has them, where the letter means what is kept after the step.
  func state(_ start: Cursor, isLeft: Bool) -> [Taken] {
    guard !states.isEmpty else { return [] }
    var cursor = start
    var isNew = cursor.takeNewBeforeName()
    guard let letter = cursor.takeLetterOfState() else { return [] }
    let isBraced = cursor.takeLowered() == .braced
    let isOfGradient = cursor.take("d") || cursor.take("\\mathrm{d}") || cursor.take("∂")
    guard let parameter = cursor.takeNetworkLetter(), [.weight, .bias].contains(parameter),
      let state = state(letter.text, hasHat: letter.hasHat, isOfGradient: isOfGradient)
    else { return [] }
    var (place, _) = cursor.takePlace(isLeft: isLeft && !isBraced)
    if isBraced {
      guard cursor.takeRestOfList(&place), cursor.take("}") else { return [] }
      place.add(cursor.takePlace(isLeft: isLeft).place)
    }
    let isCorrected = cursor.takeCorrected()
    if cursor.isInName { return [] }
    isNew = isNew || isOfGradient || place.isNew
    place.isNew = false
    let name = isCorrected && !letter.hasHat ? state + "_hat" : state
    guard states.contains(name) else { return [] }
    // What is corrected has one value only.
    let readings = NetworkReadings(parameter, place, outline)
      .of(state: name, isNew: isNew && !name.hasSuffix("_hat"))
    return [Taken(by: readings, cursor: cursor)]
  }

  /// The letter of the lesson for one that is written; `nil` where the lesson's optimizer keeps nothing of the kind.
  private func state(_ written: String, hasHat: Bool, isOfGradient: Bool) -> String? {
    func known(_ letters: [String]) -> String? { letters.first { states.contains($0) } }
    // A velocity is no mean of squares.
    let isSecond = formulas["mu"] == nil
    let letter: String? =
      switch written {
      // In this course V is the velocity and the first moment, and S the second.
      case "v", "V": isOfGradient ? known(["m", "v"]) : known(["v"])
      case "s", "S": isSecond && (isOfGradient || !states.contains("m")) ? known(["v", "G"]) : nil
      case "m", "M": known(["m"])
      case "G", "cache": known(["G", "v"])
      case _: nil
      }
    return letter.map { hasHat ? $0 + "_hat" : $0 }
  }
}

extension NetworkReadings {
  /// The same of what an optimizer keeps of the parameters.
  fileprivate func of(state: String, isNew: Bool) -> NetworkReadings {
    func renamed(_ name: NetworkName) -> NetworkName {
      var name = name
      name.letter = state + "_" + name.letter
      name.isNew = isNew
      return name
    }
    return NetworkReadings(strict: strict.map(renamed), loose: loose.map(renamed))
  }
}

extension WrittenPlace {
  /// Adds what stands behind the braces.
  fileprivate mutating func add(_ other: WrittenPlace) {
    if plain.isEmpty { plain = other.plain }
    raised += other.raised
    lowered += other.lowered
    brackets = brackets ?? other.brackets
    isNew = isNew || other.isNew
  }
}

extension Cursor {
  fileprivate enum Lowering { case braced, plain }

  /// Whether something of a place would go on here: what is kept of w₁₃⁽²⁾ has more behind its w.
  fileprivate var isInPlace: Bool {
    guard let next else { return false }
    var ahead = self
    return ["⁽", "^", "_"].contains(next) || Letters.lowered(next) != nil || ahead.takeRaised() != nil
  }

  /// v, `m_hat`, `\\hat{m}`, m̂, `V^{corrected}`.
  fileprivate mutating func takeLetterOfState() -> (text: String, hasHat: Bool)? {
    var ahead = self
    var hasHat = ahead.take("\\hat")
    ahead.skipBlanks()
    let isBraced = hasHat && ahead.take("{")
    guard let text = ["cache", "v", "V", "s", "S", "m", "M", "G"].first(where: { ahead.take($0) }) else {
      return nil
    }
    if isBraced { guard ahead.take("}") else { return nil } }
    if ahead.take("\u{302}") || ahead.take("_hat") || ahead.take("hat") || ahead.takeCorrected() {
      hasHat = true
    }
    self = ahead
    return (text, hasHat)
  }

  /// The word for a corrected bias.
  fileprivate mutating func takeCorrected() -> Bool {
    [
      "^{corrected}", "^{\\text{corrected}}", "^{\\mathrm{corrected}}", "^{corr}", "^{\\text{corr}}",
      "_corrected", "_corr",
      "_hat",
    ].contains { take($0) }
  }

  /// Takes _ or _{, if it is there.
  fileprivate mutating func takeLowered() -> Lowering {
    guard take("_") else { return .plain }
    return take("{") ? .braced : .plain
  }

  /// Takes `,13,\\mathrm{new}` and the like within braces.
  fileprivate mutating func takeRestOfList(_ place: inout WrittenPlace) -> Bool {
    skipBlanks()
    while take(",") {
      skipBlanks()
      if takeWordForNew() {
        place.isNew = true
      } else {
        let digits = digits()
        guard !digits.isEmpty, place.lowered.count < 4 else { return false }
        place.lowered.append(digits)
      }
      skipBlanks()
    }
    return true
  }
}
