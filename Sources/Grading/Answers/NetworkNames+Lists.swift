import Formulas
import Texts

/// Lists with an array for each layer, as Nielsen's program has them, and their entries.
extension NetworkNames {
  /// zs, activations, nabla_b, self.weights: all layers; `zs[0]`, `nabla_w[-1]`: one of them.
  func listOfLayers(_ cursor: inout Cursor) -> NameMatch? {
    var start = cursor
    _ = start.take("self.") || start.take("net.")
    for list in Self.lists {
      for word in list.words {
        var ahead = start
        guard ahead.take(word), !ahead.isInName else { continue }
        if ahead.next == "[" {
          // grad_w[1,2] is an entry of a matrix.
          guard !word.hasPrefix("grad"), let match = entry(of: list.name, from: list.first, &ahead) else {
            continue
          }
          cursor = ahead
          return match
        }
        guard ahead.next != "." else { continue }
        let all = (list.first...max(list.first, outline.layers)).map { array(list.name, layer: $0) }
        guard all.allSatisfy({ $0 != nil }) else { return nil }
        cursor = ahead
        return .layers(all.compactMap(\.self))
      }
    }
    return nil
  }

  /// The array of a list that an index means, or an entry of it.
  ///
  /// Programs count from 0, and from −1 backwards; a sheet that has the number of the last layer, and no 0, counts layers.
  private func entry(of name: String, from first: Int, _ cursor: inout Cursor) -> NameMatch? {
    var ahead = cursor
    guard let index = ahead.takeIndex(), ahead.take("]") else { return nil }
    let start = ahead.position
    let inner = ahead.takeEntryFromZero()
    if ahead.isInName || ahead.next == "." || ahead.next == "[" { return nil }
    let countsFromZero = listIndices.contains { $0 <= 0 }
    let layer: Int
    if index < 0 {
      layer = outline.layers + 1 + index
    } else if first == 0 || listIndices.contains(outline.layers) && !countsFromZero {
      layer = index
    } else {
      layer = index + 1
      if !countsFromZero, outline.layers > 1 {
        cursor = ahead
        return .ambiguous([index, layer].compactMap { array(name, layer: $0)?.name })
      }
    }
    let written = ahead.text(cursor.position..<ahead.position)
    let unknown = name.replacing("#", with: "") + written
    cursor = ahead
    guard (first...outline.layers).contains(layer), let array = array(name, layer: layer) else {
      return .unknown(unknown)
    }
    guard ahead.position > start else {
      return array.entries.count == 1 ? .quantity(array.entries[0]) : .array(array)
    }
    let (row, column) = (inner.first ?? 0, inner.count > 1 ? inner[1] : 0)
    guard countsFromZero, inner.count < 3, row < array.rows, column < array.columns else {
      return .unknown(unknown)
    }
    return .quantity(array.entries[row * array.columns + column])
  }

  private func array(_ name: String, layer: Int) -> QuantityArray? {
    let plain = name.replacing("#", with: "\(layer)")
    return outline.section.flatMap { arrays[plain + "@\($0)"] } ?? arrays[plain]
  }

  /// The words for a list, the layer of its first entry, and what its entries are, with # for the layer.
  private static let lists: [(words: [String], first: Int, name: String)] = [
    (["zs", "Zs"], 1, "z#"), (["activations", "acts"], 0, "a#"), (["deltas"], 1, "dC/dz#"),
    (["delta_nabla_b", "nabla_b", "grad_b", "grads_b"], 1, "dC/db#"),
    (["delta_nabla_w", "nabla_w", "grad_w", "grads_w"], 1, "dC/dw#"),
    (["biases"], 1, "b#"), (["weights"], 1, "w#"),
  ]

  /// The indices that a text has behind the words for lists of what all layers have but the input.
  static func listIndices(in text: [UInt8]) -> Set<Int> {
    let words = lists.filter { $0.first > 0 }.flatMap(\.words).map { Array($0.utf8) }
    var indices: Set<Int> = []
    let bytes = text.span
    for place in bytes.indices where bytes[place] == UInt8(ascii: "[") {
      guard words.contains(where: { text[max(0, place - $0.count)..<place].elementsEqual($0) }) else {
        continue
      }
      var cursor = Cursor(text, place..<min(place + 12, text.count))
      if let index = cursor.takeIndex(), cursor.next == "]" { indices.insert(index) }
    }
    return indices
  }
}

extension Cursor {
  /// Takes [ and a whole number.
  fileprivate mutating func takeIndex() -> Int? {
    var ahead = self
    guard ahead.take("[") else { return nil }
    let sign = ahead.takeMinus() ? -1 : 1
    guard let number = Int(ahead.digits()), number < 1_000 else { return nil }
    self = ahead
    return sign * number
  }

  /// Takes [0,1] or [0][1]; nothing for what is no index.
  fileprivate mutating func takeEntryFromZero() -> [Int] {
    var indices: [Int] = []
    while let list = takeBracketList() { indices += list.map { Int($0) ?? .max } }
    return indices
  }
}
