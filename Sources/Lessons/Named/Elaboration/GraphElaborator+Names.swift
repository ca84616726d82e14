import Texts

/// What each name of a line stands for.
extension GraphElaborator {
  /// Looks up the names of all lines.
  mutating func lookUpNames() {
    letterValues = Array(repeating: Self.unbound, count: lexicon.names.count)
    while quantityOfName.count < lexicon.names.count { quantityOfName.append(-1) }
    for number in lines.indices { lookUpNames(of: number) }
  }

  /// Looks up the names of a line.
  mutating func lookUpNames(of number: Int) {
    var look = NameLook(line: number, unknown: unknownNames)
    // The set moves: kept in two places, each line would copy it.
    unknownNames = []
    lookUp(&look)
    unknownNames = look.unknown
    lines[number].uses = look.uses
    lines[number].letters = look.letters
  }

  /// The state of a walk through one line.
  struct NameLook {
    let line: Int
    /// Names that were reported as unknown.
    var unknown: Set<Int>
    /// The letters on the left.
    var letters: [Int] = []
    /// The letters in scope, with how many times each was introduced.
    var scope: [Int: Int] = [:]
    /// Letters that were reported as unknown.
    var strays: Set<Int> = []
    /// Letters of sums.
    var running: Set<Int> = []
    var uses: [(quantity: Int, range: Range<Int>)] = []
    var used: Set<Int> = []
  }

  private mutating func lookUp(_ look: inout NameLook) {
    let written = lines[look.line].written
    for index in written.index {
      switch index {
      case .all: break
      case .at(let expression): lookUpLeft(expression, &look)
      case .part(let first, let last):
        add(
          look.line, first.range.lowerBound..<last.range.upperBound,
          "the left side takes letters, whole numbers or colons as indices; write a letter, and after the definition "
            + "its range, as in \"for i in 6...10\"")
      }
    }
    for letter in look.letters { look.scope[letter, default: 0] += 1 }
    lookUp(written.body, asIndex: false, &look)
    var ranged: Set<Int> = []
    for range in written.ranges {
      let name = lexicon.names[range.letter]
      if !look.letters.contains(range.letter), !look.running.contains(range.letter) {
        add(look.line, range.place, "the range of \(name) is not needed; no index here is \(name)")
      } else if !ranged.insert(range.letter).inserted {
        add(look.line, range.place, "\(name) has two ranges; leave out one")
      }
      lookUp(range.first, asIndex: true, &look)
      lookUp(range.last, asIndex: true, &look)
      look.scope[range.letter, default: 0] += 1
    }
  }

  private mutating func lookUpLeft(_ expression: Expression, _ look: inout NameLook) {
    let owner = lexicon.names[lines[look.line].written.name]
    switch expression.content {
    case .number: break
    case .name(let name):
      let shown = lexicon.names[name]
      if let known = quantity(named: name) {
        let role = quantities[known].isGiven ? "is given" : "is a quantity"
        add(
          look.line, expression.range,
          "\(shown) cannot be an index of \(owner), because it \(role); choose another letter")
      } else if !lexicon.isLetter(name) {
        add(
          look.line, expression.range, "an index is one letter, but \(shown) has more; write i, for example")
        look.unknown.insert(name)
      } else if !look.letters.contains(name) {
        look.letters.append(name)
      }
    case .sum(let terms): for term in terms { lookUpLeft(term.value, &look) }
    case .product(let factors) where !factors.contains { $0.sign == .over }:
      for factor in factors { lookUpLeft(factor.value, &look) }
    case .negative(let value): lookUpLeft(value, &look)
    case .product, .entry, .power, .matrixProduct, .transposed, .call, .fallback, .condition:
      add(
        look.line, expression.range,
        "the left side takes letters, whole numbers or colons as indices, as in \(owner)[t,:]")
    }
  }

  mutating func lookUp(_ expression: Expression, asIndex: Bool, _ look: inout NameLook) {
    switch expression.content {
    case .number: break
    case .name(let name): use(name, expression.range, asIndex: asIndex, hasIndices: false, &look)
    case .entry(let name, let indices):
      use(
        name, expression.range.lowerBound..<expression.range.lowerBound + nameLength(expression, look.line),
        asIndex: asIndex, hasIndices: true, &look)
      for index in indices { lookUp(index, in: expression, asIndex, &look) }
    case .sum(let terms): for term in terms { lookUp(term.value, asIndex: asIndex, &look) }
    case .product(let factors):
      if asIndex, factors.contains(where: { $0.sign == .over }) { addNoIndex(expression, look.line) }
      for factor in factors { lookUp(factor.value, asIndex: asIndex, &look) }
    case .negative(let value): lookUp(value, asIndex: asIndex, &look)
    case .condition:
      add(
        look.line, expression.range,
        "a condition says which values of a letter a sum takes, as in sum(x[k], k ≠ i); step(x) is 1 where x > 0, and 0 elsewhere"
      )
    case .call(.mod, let arguments) where asIndex && arguments.count == 2:
      for argument in arguments { lookUp(argument, asIndex: true, &look) }
    case .power, .matrixProduct, .transposed, .call, .fallback:
      if asIndex { addNoIndex(expression, look.line) } else { lookUpArguments(expression, &look) }
    }
  }

  private mutating func lookUp(
    _ index: Expression.Index, in entry: Expression, _ isInIndex: Bool, _ look: inout NameLook
  ) {
    switch index {
    case .at(let value): lookUp(value, asIndex: true, &look)
    case .all:
      if isInIndex { addNoIndex(entry, look.line) }
    case .part(let first, let last):
      if isInIndex { addNoIndex(entry, look.line) }
      lookUp(first, asIndex: true, &look)
      lookUp(last, asIndex: true, &look)
    }
  }

  private mutating func lookUpArguments(_ expression: Expression, _ look: inout NameLook) {
    switch expression.content {
    case .power(let base, let exponent):
      lookUp(base, asIndex: false, &look)
      if let name = exponent.name, lexicon.names[name] == "T", quantity(named: name) == nil,
        look.scope[name, default: 0] == 0
      {
        let x = text(base.range, of: look.line)
        add(look.line, expression.range, "T is unknown; a transpose is written \(x)', not \(x)^T")
      } else {
        lookUp(exponent, asIndex: false, &look)
      }
    case .matrixProduct(let left, let right):
      lookUp(left, asIndex: false, &look)
      lookUp(right, asIndex: false, &look)
    case .transposed(let value): lookUp(value, asIndex: false, &look)
    case .fallback(let entry, let other):
      lookUp(entry, asIndex: false, &look)
      let before = look.uses.count
      lookUp(other, asIndex: false, &look)
      if look.uses.count > before || mentionsQuantity(other) {
        add(
          look.line, other.range,
          "\"else\" must be followed by a constant number, as in (x[i-1] else 0)")
      }
    case .call(let function, let arguments): lookUpCall(function, arguments, &look)
    case .number, .name, .entry, .sum, .product, .negative, .condition: break
    }
  }

  private func mentionsQuantity(_ expression: Expression) -> Bool {
    switch expression.content {
    case .name(let name), .entry(let name, _): quantity(named: name) != nil
    case .negative(let value): mentionsQuantity(value)
    case .sum(let terms): terms.contains { mentionsQuantity($0.value) }
    case .product(let factors): factors.contains { mentionsQuantity($0.value) }
    case .power(let a, let b): mentionsQuantity(a) || mentionsQuantity(b)
    case .call(_, let arguments): arguments.contains { mentionsQuantity($0) }
    case .number, .matrixProduct, .transposed, .fallback, .condition: false
    }
  }

  private mutating func use(
    _ name: Int, _ range: Range<Int>, asIndex: Bool, hasIndices: Bool, _ look: inout NameLook
  ) {
    if look.scope[name, default: 0] > 0 {
      if hasIndices {
        add(look.line, range, "\(lexicon.names[name]) is the letter of an index here, and has no entries")
      }
      return
    }
    guard let known = quantity(named: name) else {
      if !asIndex, !hasIndices, name == lexicon.e || name == lexicon.pi { return }
      if asIndex, !hasIndices, lexicon.isLetter(name) {
        lines[look.line].isBroken = true
        if look.strays.insert(name).inserted {
          add(
            look.line, range,
            "\(lexicon.names[name]) is unknown here; an index is a letter of the left side or of a sum, "
              + "or a given whole number")
        }
      } else {
        addUnknown(name, range, &look)
      }
      return
    }
    if asIndex {
      if !quantities[known].isGiven {
        add(
          look.line, range,
          "\(shown(known)) is computed, so it cannot be an index; "
            + "an index is a letter, a whole number, or a given whole number")
      }
      quantities[known].isUsedAsIndex = true
    } else {
      quantities[known].isUsedAsNumber = true
    }
    if look.used.insert(known).inserted { look.uses.append((known, range)) }
  }

  /// How many bytes the name of an entry takes.
  private func nameLength(_ entry: Expression, _ line: Int) -> Int {
    let text = lines[line].text.utf8.dropFirst(entry.range.lowerBound)
    return text.prefix { $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: " ") }.count
  }
}
