import Formulas

/// The ids that names stand for.
extension Layout {
  /// The quantity of a name as JSON and answers have it, `w2[1,3]` or `a1[2]@3`; `nil` where there is none.
  ///
  /// With it comes the example that the quantity belongs to, counted from 0, where examples do not share it.
  package func quantity(named name: String) -> (id: ID, example: Int?)? {
    guard let symbol = Symbol(name: name), let id = self.id(of: symbol) else { return nil }
    let example = isShared(id) ? nil : (symbol.example ?? 1) - 1
    // What is read may be written in other ways, too: with a needless bracket, or a zero before a number.
    guard (0..<exampleCount).contains(example ?? 0), self.symbol(id, example: example).name == name else {
      return nil
    }
    return (id, example)
  }

  /// Whether a quantity belongs to no example, or to all of them.
  package func isShared(_ id: ID) -> Bool { id < parameterCount || id == cost || id == penalty }
}

extension Symbol {
  /// The symbol that a name was probably made from; other names may give the same.
  fileprivate init?(name: String) {
    let ofNeurons: [Character: Meaning] = ["w": .weight, "b": .bias, "z": .weightedInput, "a": .activation]
    let parts = name.dropFirst().split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let letter = name.first, let place = parts.first else { return nil }
    let digits = place.prefix { $0.isASCII && $0.isNumber }
    let indices = place.dropFirst(digits.count).split { "[,]".contains($0) }.compactMap { Int($0) }
    let example = parts.count > 1 ? Int(parts[1]) : nil
    if let meaning = ofNeurons[letter] {
      self.init(meaning, layer: Int(digits), indices: Indices(indices), example: example)
    } else if letter == "C" {
      self.init(.cost, example: Int(digits))
    } else if letter == "R" {
      self.init(.penalty)
    } else {
      return nil
    }
  }
}
