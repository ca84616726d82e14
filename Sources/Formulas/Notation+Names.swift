/// How the names of a named lesson look: the same in every notation.
extension Notation.Look {
  /// The name as courses write it, with its indices below: `beta2` is β₂, `x_hat[3]` is x̂₃, `h_prev` has a word below.
  ///
  /// Where the name has digits below it already, its indices stand in brackets behind: W₁[1,3].
  init(_ word: Word, indices: Indices, newWord: String? = nil) {
    // Where it stands for any entry its letters are behind it in brackets, x[i+1].
    let pieces = word.text.split(separator: "[", maxSplits: 1).map(String.init)
    let letterIndices = pieces.count > 1 ? String(pieces[1].dropLast()) : nil
    var parts = (pieces.first ?? "").split(separator: "_").map(String.init)
    let first = parts.isEmpty ? word.text : parts.removeFirst()
    let (letters, digits) = Self.split(first)
    var accent: Accent?
    var marks = digits.isEmpty ? [] : [digits]
    let letter = GreekLetters.letter(named: letters) ?? letters
    for part in parts {
      let (name, digits) = Self.split(part)
      // Over a word an accent would not be seen to belong to all of it.
      if accent == nil, letter.count == 1, let found = Accent(rawValue: name) {
        accent = found
        if !digits.isEmpty { marks.append(digits) }
      } else {
        marks.append(GreekLetters.letter(named: part) ?? part)
      }
    }
    let text = letterIndices ?? indices.text(separator: ",")
    let (hasIndices, endsInDigits) = (!text.isEmpty, marks.last?.allSatisfy(\.isNumber) == true)
    self.init(letter, below: hasIndices && !endsInDigits ? text : nil, newWord: newWord)
    self.accent = accent
    self.marks = marks
    behind = hasIndices && endsInDigits ? "[\(text)]" : ""
  }

  /// What stands before the digits at the end, and these; all of it where there are digits elsewhere as well.
  private static func split(_ text: String) -> (letters: String, digits: String) {
    func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
    let digits = String(text.reversed().prefix(while: isDigit).reversed())
    let letters = text.dropLast(digits.count)
    return letters.isEmpty || letters.contains(where: isDigit) ? (text, "") : (String(letters), digits)
  }
}
