import Texts

/// What is said of names that stand for nothing, and of what is no index.
extension GraphElaborator {
  mutating func addNoIndex(_ expression: Expression, _ line: Int) {
    add(
      line, expression.range,
      "an index has letters and whole numbers with +, - and * between them, as in x[2*i-1]")
  }

  mutating func addUnknown(_ name: Int, _ range: Range<Int>, _ look: inout NameLook) {
    lines[look.line].isBroken = true
    if hasNameless { return }
    guard look.unknown.insert(name).inserted else { return }
    let word = lexicon.names[name]
    let behind = lines[look.line].text.utf8.dropFirst(range.upperBound).first { $0 != UInt8(ascii: " ") }
    let place = lines[look.line].places.range(range)
    guard problems.hasRoom(at: place) else {
      problems.add(at: place, "")
      return
    }
    let shown = shortened(word)
    if behind == UInt8(ascii: "("), word.utf8.count > 1 {
      problems.add(at: place, UnknownFunction.sentence(word))
    } else {
      // To compare it with every name of a large lesson would take longer than to read it.
      let names = quantities.prefix(Self.mostCompared).map { lexicon.names[$0.name] }
      let meant = suggestion(for: word, among: names)
      let way =
        wayOfName(word) ?? meant.map { "did you mean \(shortened($0))?" }
        ?? "give it a number (under \"given\" in a lesson, as in \(shown)=2 for trace derive), or define it above"
      problems.add(at: place, "the name \(shown) is unknown; \(way)")
    }
  }

  /// What to write in place of a name that is no name of a quantity: Σ, or x_i with an index behind it.
  private func wayOfName(_ word: String) -> String? {
    if word == "Sigma" || word.hasPrefix("sum_") { return "a sum is written sum(x[i], i)" }
    if word == "Pi" || word.hasPrefix("prod_") { return "a product is written product(x[i], i)" }
    guard let line = word.lastIndex(of: "_") else { return nil }
    let (array, index) = (String(word[..<line]), word[word.index(after: line)...])
    guard !index.isEmpty, index.utf8.count <= 2, let name = lexicon.known(array),
      let number = quantity(named: name),
      (quantities[number].rank ?? 0) > 0
    else { return nil }
    return "an entry is written \(array)[\(index.map(String.init).joined(separator: ","))]"
  }
}
