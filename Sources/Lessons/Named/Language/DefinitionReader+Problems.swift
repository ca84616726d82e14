import Texts

/// What the grammar expects and does not find, in sentences.
extension DefinitionReader {
  mutating func equalsSign() throws(Problem) {
    skipBlanks()
    let place = cursor.range
    guard cursor.take("=") else {
      let found = cursor.isAtEnd ? "the definition ends" : "\(shown(place)) was found"
      if cursor.begins(with: ":=") {
        throw Problem(
          at: place.lowerBound..<(place.lowerBound + 2),
          "a definition has = after its name; write it without the colon")
      }
      for sign in ["+=", "-=", "*=", "/="] where cursor.begins(with: sign) {
        throw Problem(
          at: place.lowerBound..<(place.lowerBound + 2),
          "\(sign) changes a value, but here each name has one value; use another name for the new value")
      }
      if cursor.next == "-" || cursor.next == "." {
        throw Problem(at: place, "a name has letters, digits and underscores; write _ for this sign")
      }
      if cursor.next == "'" || cursor.next == "′" {
        throw Problem(at: place, "a name has no prime; a new weight is written w_new")
      }
      throw Problem(
        at: place, "a definition has = after its name, as in c = a + b, but \(found) here")
    }
    if cursor.next == "=" {
      throw Problem(at: cursor.range, "a definition has one =, as in c = a + b; remove this one")
    }
  }

  func noHead() -> Problem {
    if let odd = oddCharacter() { return odd }
    if cursor.isAtEnd {
      return Problem(
        at: cursor.range, "this definition is empty; write a definition, as in c = a + b, or remove it")
    }
    return Problem(
      at: cursor.range,
      "a definition begins with a name, as in c = a + b, but \(shown(cursor.range)) was found")
  }

  func noRange(from start: Int) -> Problem {
    if cursor.begins(with: "..") {
      return Problem(at: start..<(start + 2), "a range has three points, as in 1...4")
    }
    let found = cursor.isAtEnd ? "the definition ends" : "\(shown(cursor.range)) was found"
    return Problem(
      at: cursor.range,
      "after \"for\" a letter and its range are expected, as in \"for i in 1...4\", but \(found)")
  }

  func noEntry(before ahead: DefinitionReader, _ start: Int) -> Problem {
    Problem(
      at: start..<ahead.cursor.position,
      "\"else\" must follow an entry that may be out of range, as in (x[i-1] else 0)")
  }

  /// Something else stands where a value should.
  func noValue() -> Problem {
    if let odd = oddCharacter() { return odd }
    if cursor.isAtEnd {
      return Problem(
        at: cursor.range, "the definition ends here, but a number, a name or a parenthesis is expected")
    }
    if cursor.next == "[" {
      if let entry = entryThatIsNoNumber() {
        return Problem(
          at: entry,
          "\(shown(entry)) is not a number; an array that is given has numbers only, as in [1, 2.5]")
      }
      return Problem(
        at: cursor.range,
        "brackets are written only after a name; write parentheses, or concat(a, b) for an array"
      )
    }
    return Problem(
      at: cursor.range,
      "a number, a name or a parenthesis is expected here, but \(shown(cursor.range)) was found")
  }

  /// Of an array in brackets the first entry that is no finite number, if another one is.
  private func entryThatIsNoNumber() -> Range<Int>? {
    let bytes = cursor.bytes[cursor.position..<cursor.end]
    let entries = bytes.split { "[],; \t".utf8.contains($0) }
    func isNumber(_ entry: ArraySlice<UInt8>) -> Bool {
      Double(String(decoding: entry, as: UTF8.self))?.isFinite ?? false
    }
    guard entries.contains(where: isNumber), let odd = entries.first(where: { !isNumber($0) }) else {
      return nil
    }
    return odd.startIndex..<odd.endIndex
  }

  /// Something stands behind a value that is complete, or before what opened at a place is closed.
  func leftover(openedAt opening: Int?) -> Problem {
    if let opening, let call = unknownCall(openedAt: opening) { return call }
    if let odd = oddCharacter() { return odd }
    if let opening, cursor.isAtEnd {
      let opener = shown(opening..<(opening + 1))
      return Problem(
        at: opening..<(opening + 1), "the \(opener) that opens here is never closed; close it")
    }
    let place = cursor.range
    if cursor.next == "," {
      return Problem(
        at: place,
        "a comma separates indices or arguments; write a number with a point, as in 0.5")
    }
    if let problem = strayCloser(openedAt: opening) { return problem }
    if cursor.begins(with: "==") { return Self.comparison(at: place.lowerBound..<(place.lowerBound + 2)) }
    if cursor.next == "=" {
      if let opening, let axis = axis(openedAt: opening) { return axis }
      return Problem(at: place, "a definition has one =; write each definition on a line of its own")
    }
    if cursor.next == ";" {
      return Problem(at: place, "each definition is a string of its own; write the next one after a comma")
    }
    if cursor.begins(with: "..") {
      return Problem(
        at: place,
        "a range is written in brackets, as in x[6...10], or after \"for\", as in \"for i in 1...4\"")
    }
    if cursor.next == "." { return pointInName() }
    if cursor.next == ":" {
      return Problem(at: place, "a part of an array is written x[1...5], counting from 1")
    }
    if cursor.isAtNumber {
      return Problem(at: place, "a sign is missing before this number; a product is written with *")
    }
    if cursor.next == "'" || cursor.next == "′" {
      return Problem(at: place, "this prime has nothing to transpose; a new weight is written w_new")
    }
    var ahead = self
    if opening != nil, ahead.takeWord("for") || ahead.takeWord("in") {
      return Problem(
        at: place, "ranges are written at the end of the definition, as in s = sum(x[i], i) for i in 2...3")
    }
    if cursor.next == "[" {
      return Problem(
        at: place,
        "an index is written after a name; give the part before it a name of its own, as in c = a + b")
    }
    return Problem(
      at: place, "\(shown(place)) is not allowed here; a sign such as + or *, or the end, is expected")
  }

  /// 1/2(a - y) is half of a − y to some, and 1 divided by 2(a − y) to others.
  func twoReadings(_ factors: [Operand], _ next: Expression) -> Problem {
    let divisor = factors.last?.value ?? next
    let before = factors.dropLast().last?.value ?? divisor
    let (above, below, behind) = (text(of: before), text(of: divisor), text(of: next))
    if divisor.name != nil, divisor.range.upperBound == next.range.lowerBound, behind.hasPrefix("("),
      UnknownFunction.isKnown(below)
    {
      return Problem(at: divisor.range, UnknownFunction.sentence(below))
    }
    return Problem(
      at: before.range.lowerBound..<next.range.upperBound,
      "this can be read in two ways; write \(above)/\(below)*\(behind) or \(above)/(\(below)*\(behind))")
  }

  private static func comparison(at place: Range<Int>) -> Problem {
    Problem(
      at: place,
      "comparisons are not supported; step(x) is 1 if x > 0, and 0 otherwise, and a sum leaves values of a letter out, "
        + "as in sum(x[k], k ≠ i)")
  }

  /// A character that no definition has.
  private func oddCharacter() -> Problem? {
    guard let next = cursor.next else { return nil }
    if let invisible = invisibility(of: next) { return Problem(at: cursor.range, invisible) }
    let place = cursor.range
    switch next {
    case "{", "}":
      return Problem(at: place, "\(shown(place)) is not supported; write ( and ), or [ and ] around indices")
    case "√": return Problem(at: place, "√ is not supported; write sqrt(x)")
    case "Σ", "∑": return Problem(at: place, "\(shown(place)) is not supported; write sum(x[i], i)")
    case "ᵀ": return Problem(at: place, "ᵀ is not supported; X' transposes a matrix X")
    case "⊙", "∘":
      return Problem(
        at: place, "\(shown(place)) is not supported; * multiplies arrays of one shape entry by entry")
    case "<", ">", "≤", "≥":
      return Self.comparison(at: place)
    case "#": return Problem(at: place, "comments are not supported; put the comment into the summary")
    case "\\": return Problem(at: place, "TeX is not supported; write a function as in tanh(x)")
    case "|" where cursor.begins(with: "||"), "‖", "∥":
      return Problem(
        at: place, "bars are not supported; write norm(x), and for its square sum(x^2)")
    case "|": return Problem(at: place, "bars are not supported; write abs(x)")
    case "%": return Problem(at: place, "% is not read here; the rest of a division is mod(i, 3)")
    case "?", "!", "&", "\"", "$", "~", "`", "∂", "∇":
      return Problem(at: place, "\(shown(place)) is not allowed in a definition; remove it")
    default: break
    }
    if !next.isASCII, next.properties.isAlphabetic {
      return Problem(
        at: place,
        "\(shown(place)) is not allowed in a name; a name has Greek letters, letters from a to z, digits and underscores"
      )
    }
    return nil
  }

  func shown(_ range: Range<Int>) -> String { "“" + shortened(cursor.text(range)) + "”" }
  func text(of part: Expression) -> String {
    shortened(cursor.text(part.range).split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}
