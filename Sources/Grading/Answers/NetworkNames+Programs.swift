import Texts

/// The names that programs print: a gradient as a part of its tensor.
extension NetworkNames {
  /// W1.grad, grad_W1, grad W1, ∇W1.
  func gradient(_ start: Cursor, isLeft: Bool) -> [Taken] {
    var cursor = start
    if ["grad_", "grad ", "grad(", "gradient of ", "nabla_", "∇", "\\nabla "].contains(where: {
      cursor.take($0)
    }) {
      let isEnclosed = cursor.last == UInt8(ascii: "(")
      return plain(cursor, isLeft: isLeft).compactMap { taken in
        var taken = taken
        taken.of = Self.ofCost
        if isEnclosed { guard taken.cursor.takeAfterBlanks(")") else { return nil } }
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
