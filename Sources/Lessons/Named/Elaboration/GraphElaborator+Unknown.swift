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
      let meant = strangers.contains(word) ? nil : suggestion(for: word, among: GraphFunction.words)
      let way =
        meant.map { "did you mean \($0)?" } ?? "the functions are "
        + GraphFunction.words.joined(separator: ", ")
      problems.add(at: place, "the function \(shown) is unknown; \(way)")
    } else {
      // To compare it with every name of a large lesson would take longer than to read it.
      let names = quantities.prefix(Self.mostCompared).map { lexicon.names[$0.name] }
      let meant = suggestion(for: word, among: names)
      let way =
        meant.map { "did you mean \(shortened($0))?" }
        ?? "give it a number under \"given\" (trace derive: as in y=2), or define it above"
      problems.add(at: place, "the name \(shown) is unknown; \(way)")
    }
  }
}
