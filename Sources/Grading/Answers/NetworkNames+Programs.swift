import Texts

/// The names that programs print: a gradient as a part of its tensor.
extension NetworkNames {
  /// W1.grad, grad_W1, grad W1, ∇W1.
  func gradient(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    if cursor.takeSignOfGradient() {
      let isEnclosed = cursor.last == UInt8(ascii: "(")
      // ∇_{W2} C: by what stands below, of what stands behind.
      let isLowered = !isEnclosed && cursor.take("_")
      let isBraced = isLowered && cursor.take("{")
      return plain(cursor, isLeft: isLeft).compactMap { taken in
        var taken = taken
        taken.of = Self.ofCost
        taken.isOfExample = taken.by.strict.first?.letter == "z"
        if isEnclosed { guard taken.cursor.takeAfterBlanks(")") else { return nil } }
        if isBraced { guard taken.cursor.take("}") else { return nil } }
        if isLowered { taken.cursor.skipCost() }
        return taken
      }
    }
    guard let letter = cursor.takeNetworkLetter() else { return [] }
    let (place, _) = cursor.takePlace(isLeft: false)
    guard cursor.take(".grad") || cursor.take("_grad") || cursor.take(".gradient") else { return [] }
    cursor.skipTensorTail()
    if cursor.isInName { return [] }
    return [Taken(of: Self.ofCost, by: NetworkReadings(letter, place, outline), cursor: cursor)]
  }

  /// 0.weight.grad, model[0].bias.grad, fc1.weight.grad, layers.0.weight.
  func module(_ start: Cursor, isLeft: Bool) -> [Taken] {
    guard isLeft else { return [] }
    var cursor = start
    guard let (number, isBias) = cursor.takeModuleParameter() else { return [] }
    var place = WrittenPlace()
    // 0, 2, 4 of a list of layers and activations are layers 1, 2, 3.
    let isCounted =
      modules.count == outline.layers || !modules.allSatisfy { (1...outline.layers).contains($0) }
    let layer = isCounted ? modules.firstIndex(of: number).map { $0 + 1 } ?? number : number
    place.plain = "\(layer - outline.shift)"
    let isGradient = cursor.take(".grad") || cursor.take("_grad")
    cursor.skipTensorTail()
    if let brackets = cursor.takeBracketList() { place.brackets = brackets }
    let readings = NetworkReadings(isBias ? .bias : .weight, place, outline)
    return [Taken(of: isGradient ? Self.ofCost : nil, by: readings, cursor: cursor)]
  }
}

extension Cursor {
  /// Takes ∇, grad, or the ∂ of ∂_{w} C.
  fileprivate mutating func takeSignOfGradient() -> Bool {
    let signs = ["grad_", "grad ", "grad(", "gradient of ", "nabla_", "∇", "\\nabla ", "\\nabla"]
    if signs.contains(where: { take($0) }) { return true }
    var ahead = self
    guard ahead.take("∂") || ahead.take("\\partial"), ahead.next == "_" else { return false }
    self = ahead
    return true
  }

  /// Passes over the letter of the cost behind the sign of a gradient.
  fileprivate mutating func skipCost() {
    var ahead = self
    ahead.skipBlanks()
    guard ahead.takeNetworkLetter() == .cost, !ahead.isInName else { return }
    self = ahead
  }
}
