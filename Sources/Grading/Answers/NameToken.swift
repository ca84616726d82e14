import Formulas

/// A name as it was spelled: letters, digits and accents, and its indices.
struct NameToken: Hashable {
  /// In the letters of names: Greek ones by their English names, digits on the line, accents as `_hat`.
  var base: String
  /// As they were written, one by one; none where there were no brackets.
  var indices: [String] = []

  init(_ base: String, indices: some Sequence<Int> = []) {
    self.base = base
    self.indices = indices.map { "\($0)" }
  }

  /// With its indices in brackets.
  var exact: String { base + (indices.isEmpty ? "" : "[" + indices.joined(separator: ",") + "]") }

  /// Spellings in which x[1], x_1 and x1 are the same, and W[1,3] and W13 are.
  var looseKeys: [String] {
    var (letters, accents): ([Substring], [Substring]) = ([], [])
    for part in base.split(separator: "_") {
      let name = part.prefix { !("0"..."9").contains($0) }
      if !letters.isEmpty, ["hat", "bar", "tilde"].contains(name) {
        accents.append(name)
        letters.append(part.dropFirst(name.count))
      } else {
        letters.append(part)
      }
    }
    let text = letters.joined() + (accents.isEmpty ? "" : "^" + accents.joined(separator: "^"))
    if indices.isEmpty { return [text] }
    let (head, tail) = (letters.joined(), accents.isEmpty ? "" : "^" + accents.joined(separator: "^"))
    let apart = head + indices.joined(separator: ",") + tail
    return indices.count > 1 && indices.allSatisfy { $0.count == 1 }
      ? [apart, head + indices.joined() + tail] : [apart]
  }
}
