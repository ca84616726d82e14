import Formulas
import Texts

/// Names of named quantities that are run together, and those that count the steps of an optimizer.
extension GraphNames {
  /// dqdx and `dq_dx`: ∂q/∂x.
  func runTogether(_ token: NameToken) -> NameMatch? {
    guard token.base.first == "d" else { return nil }
    let letters = token.base.dropFirst()
    for place in letters.indices.dropFirst() where letters[place] == "d" {
      let before = letters[..<place]
      let of = NameToken(String(before.last == "_" ? before.dropLast() : before))
      var by = token
      by.base = String(letters[letters.index(after: place)...])
      guard !by.base.isEmpty, case .symbol(let below)? = entry(by),
        case .symbol(let above)? = entry(of) ?? (isCostAlias(of) ? .symbol(result) : nil),
        let found = derivative(of: above, by: below)
      else { continue }
      return found
    }
    return nil
  }

  /// `f_x`: ∂f/∂x, of the result.
  func lowered(_ token: NameToken) -> NameMatch? {
    guard let place = token.base.firstIndex(of: "_"), token.base[..<place] == result.name[...] else {
      return nil
    }
    var by = token
    by.base = String(token.base[token.base.index(after: place)...])
    guard case .symbol(let below)? = entry(by) else { return nil }
    return derivative(of: result, by: below)
  }

  /// ∇f and `grad f`: the derivatives by all that the lesson derives by, in its order.
  func gradient(_ cursor: inout Cursor) -> NameMatch? {
    var ahead = cursor
    guard ["∇", "\\nabla ", "grad ", "gradient of "].contains(where: { ahead.take($0) }),
      let of = ahead.takeNameToken(), of.exact == result.name, !ahead.isInName
    else { return nil }
    let entries = parameters.map { Formula.partial(result, by: $0) }
    guard !entries.isEmpty, entries.allSatisfy(known.contains) else { return nil }
    cursor = ahead
    if entries.count == 1 { return .quantity(entries[0]) }
    return .array(QuantityArray(name: "∇" + result.name, rows: entries.count, columns: 1, entries: entries))
  }

  /// θ_0, θ_1 and `v^{(1)}`: what a step starts from, and what it makes of it.
  func stepped(_ token: NameToken) -> NameMatch? {
    guard let (stem, number) = Self.step(of: token), let found = entry(stem) else { return nil }
    let new = afterStep(found)
    // What is worked out in a step has one value only: g, `m_hat`.
    guard new != nil || found.isOfOptimizer || stem.base == "g" else { return nil }
    switch number {
    case 0: return new == nil ? nil : .quantity(found)
    case 1: return .quantity(new ?? found)
    case _: return .unknown(token.exact)
    }
  }

  /// Whether it is a name of what a step after the first makes.
  func isOfLaterStep(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    var cursor = Cursor(bytes, bytes.indices)
    guard let token = cursor.takeNameToken(), let (_, number) = Self.step(of: token), number > 1 else {
      return false
    }
    return stepped(token) == .unknown(token.exact)
  }

  /// What a name has before the number of a step, and the number.
  private static func step(of token: NameToken) -> (stem: NameToken, number: Int)? {
    if token.indices.count == 1, let number = Int(token.indices[0]) { return (NameToken(token.base), number) }
    let digits = token.base.reversed().prefix { ("0"..."9").contains($0) }
    guard token.indices.isEmpty, (1...4).contains(digits.count), let number = Int(String(digits.reversed()))
    else { return nil }
    let stem = token.base.dropLast(digits.count)
    return (NameToken(String(stem.last == "_" ? stem.dropLast() : stem)), number)
  }

  /// V_dw and `S_{db}` as Andrew Ng has them: the velocity or the first moment, and the second, after the step.
  func kept(_ token: NameToken) -> NameMatch? {
    guard let first = token.base.first, "vVsS".contains(first) else { return nil }
    let rest = token.base.dropFirst().drop { $0 == "_" }
    guard rest.first == "d", rest.count > 1 else { return nil }
    var parameter = String(rest.dropFirst())
    let correction = ["_corrected", "_corr", "_hat"].first { parameter.hasSuffix($0) }
    parameter.removeLast(correction?.count ?? 0)
    let isVelocity = first.lowercased() == "v"
    // A velocity is no mean of squares.
    if !isVelocity, entry(NameToken("mu"))?.isOfOptimizer ?? false { return nil }
    for letter in isVelocity ? ["m", "v"] : ["v", "G"] {
      let names = [parameter, parameter.lowercased()].map {
        NameToken(letter + (correction == nil ? "" : "_hat") + "_\($0)", indices: token.numbers)
      }
      // One parameter needs no name.
      for name in names + [NameToken(letter + (correction == nil ? "" : "_hat"))] {
        guard let found = entry(name), found.isOfOptimizer else { continue }
        if let new = correction == nil ? afterStep(found) : found { return .quantity(new) }
      }
    }
    return nil
  }
}

extension NameToken {
  fileprivate var numbers: [Int] { indices.compactMap { Int($0) } }
}
