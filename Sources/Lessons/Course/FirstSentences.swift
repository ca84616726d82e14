import Documents
import Formulas

extension Prose {
  /// Its first sentence, and the second where both are no longer than `limit` characters; links are left as words.
  func firstSentences(atMost limit: Int) -> Prose {
    let sentences = Prose(pieces.flatMap(\.withoutLink)).sentences
    guard let first = sentences.first else { return self }
    let both = sentences.prefix(2).reduce(Prose([]), +)
    return both.length <= limit ? both : first
  }

  /// How many characters it has, mathematics aside.
  private var length: Int {
    pieces.reduce(0) { length, piece in
      switch piece {
      case .text(let text), .code(let text): length + text.count
      case .emphasis(let prose), .strong(let prose), .link(let prose, _): length + prose.length
      case .math, .term, .error: length
      }
    }
  }

  /// One after the other, each with the space that follows it.
  private var sentences: [Prose] {
    var sentences: [Prose] = []
    var current: [Inline] = []
    for piece in pieces {
      guard case .text(let text) = piece else {
        current.append(piece)
        continue
      }
      var rest = text[...]
      while let end = rest.endOfSentence {
        sentences.append(Prose(current + [.text(String(rest[..<end]))]))
        current = []
        rest = rest[end...]
      }
      if !rest.isEmpty { current.append(.text(String(rest))) }
    }
    return current.isEmpty ? sentences : sentences + [Prose(current)]
  }
}

extension Prose.Inline {
  fileprivate var withoutLink: [Self] {
    if case .link(let prose, _) = self { return prose.pieces }
    return [self]
  }
}

extension Substring {
  /// Where the sentence after the first begins: behind a mark and a space, or a mark as wide as a
  /// letter, where no small letter goes on.
  ///
  /// `nil` where the text has no second one.
  fileprivate var endOfSentence: Index? {
    var (beforeLast, last): (Character, Character) = (" ", " ")
    var hasEnded = false
    for index in indices {
      let character = self[index]
      if hasEnded, last.isWhitespace || "。？！”）".contains(last), !character.isWhitespace {
        if !character.isLowercase { return index }
        hasEnded = false
      } else if ".?!。？！".contains(character) {
        hasEnded = !(last.isLetter && (beforeLast == "." || beforeLast == " " && last.isUppercase))
      } else if !character.isWhitespace, !")\"”’".contains(character) {
        hasEnded = false
      }
      (beforeLast, last) = (last, character)
    }
    return nil
  }
}
