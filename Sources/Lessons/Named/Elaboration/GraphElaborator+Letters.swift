import Texts

/// How far letters run, and what an index is.
extension GraphElaborator {
  /// The range of a letter in a part of the line that is read; `part` is the number of the sum, −1 for the left side.
  mutating func range(
    of letter: Int, in expressions: ArraySlice<Expression>, part: Int, at place: Range<Int>
  ) throws(Halt) -> Range<Int> {
    for range in lines[current].written.ranges where range.letter == letter {
      let (first, last) = (try whole(range.first), try whole(range.last))
      // Up to i − 1 there is nothing for the first i, and the sum is 0.
      guard first <= last || (part >= 0 && first == last + 1) else {
        let ends = range.first.range.lowerBound..<range.last.range.upperBound
        throw .problem(
          ends, "the range of \(lexicon.names[letter]), \(first)...\(last), is empty\(letterWords)")
      }
      return first..<(last + 1)
    }
    if let said = lines[current].said[part]?[letter] { return Range(said) }
    let range = try saidRange(of: letter, in: expressions, at: place)
    lines[current].said[part, default: [:]][letter] = range
    return Range(range)
  }

  /// Whether the range of a letter may be another for other values of the letters that it is said with.
  func isFixed(_ letter: Int) -> Bool {
    for range in lines[current].written.ranges where range.letter == letter {
      return !mentionsLetter(range.first) && !mentionsLetter(range.last)
    }
    return true
  }

  /// Whether a letter stands in an index.
  func mentionsLetter(_ expression: Expression) -> Bool {
    switch expression.content {
    case .name(let name): quantity(named: name) == nil
    case .entry(_, let indices):
      indices.contains { if case .at(let index) = $0 { mentionsLetter(index) } else { false } }
    case .sum(let terms): terms.contains { mentionsLetter($0.value) }
    case .product(let factors): factors.contains { mentionsLetter($0.value) }
    case .negative(let value): mentionsLetter(value)
    case .call(_, let arguments): arguments.contains { mentionsLetter($0) }
    case .number, .power, .matrixProduct, .transposed, .fallback, .condition: false
    }
  }

  /// A place where a letter stands alone as an index.
  private struct Saying {
    let entry: Expression
    let range: ClosedRange<Int>
  }

  /// What the places say where the letter stands alone as an index of what stands above.
  private mutating func saidRange(
    of letter: Int, in expressions: ArraySlice<Expression>, at place: Range<Int>
  ) throws(Halt) -> ClosedRange<Int> {
    var sayings: [Saying] = []
    for expression in expressions { try collect(letter, in: expression, &sayings) }
    let name = lexicon.names[letter]
    guard let first = sayings.first else {
      throw .problem(
        place,
        "the range of \(name) is unknown; add it after the definition, as in \"for \(name) in 1...4\""
      )
    }
    for other in sayings where other.range != first.range {
      throw .problem(
        other.entry.range,
        "\(name) would run over \(Self.words(first.range)) in \(text(first.entry)) and over "
          + "\(Self.words(other.range)) in \(text(other.entry)); add the range that is meant after the "
          + "definition, \"for \(name) in \(Self.words(first.range.clamped(to: other.range)))\"")
    }
    return first.range
  }

  static func words(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound)...\(range.upperBound)" }

  private mutating func collect(
    _ letter: Int, in expression: Expression, _ sayings: inout [Saying]
  ) throws(Halt) {
    switch expression.content {
    case .number, .name: break
    case .entry(let name, let indices):
      for (axis, index) in indices.enumerated() {
        switch index {
        case .all: break
        case .at(let value):
          if value.name == letter {
            if let range = try ends(name, axis) { sayings.append(Saying(entry: expression, range: range)) }
          } else {
            try collect(letter, in: value, &sayings)
          }
        case .part(let first, let last):
          try collect(letter, in: first, &sayings)
          try collect(letter, in: last, &sayings)
        }
      }
    case .sum(let terms): for term in terms { try collect(letter, in: term.value, &sayings) }
    case .product(let factors): for factor in factors { try collect(letter, in: factor.value, &sayings) }
    case .negative(let value), .transposed(let value): try collect(letter, in: value, &sayings)
    case .power(let a, let b), .matrixProduct(let a, let b), .fallback(let a, let b),
      .condition(let a, _, let b):
      try collect(letter, in: a, &sayings)
      try collect(letter, in: b, &sayings)
    case .call(_, let arguments): for argument in arguments { try collect(letter, in: argument, &sayings) }
    }
  }

  /// The indices of a quantity that stands above the line that is read.
  private func ends(_ name: Int, _ axis: Int) throws(Halt) -> ClosedRange<Int>? {
    guard let number = quantity(named: name) else { return nil }
    let quantity = quantities[number]
    guard quantity.lines.allSatisfy({ $0 < current }) else { return nil }
    if quantity.isBroken { throw .broken }
    if quantity.lines.contains(where: { !lines[$0].isReady }) { throw .waits(for: number) }
    guard let table = quantity.table, axis < table.ends.count else { return nil }
    return table.ends[axis]
  }

  /// The value of an index.
  mutating func whole(_ expression: Expression) throws(Halt) -> Int {
    let value: Int
    switch expression.content {
    case .number(let number):
      guard let whole = lexicon.wholes[number] else {
        throw .problem(expression.range, "the index \(text(expression)) is not a whole number")
      }
      value = whole
    case .name(let name):
      if let letter = self.value(ofLetter: name) { return letter }
      guard let number = quantity(named: name) else {
        throw .problem(
          expression.range,
          "\(lexicon.names[name]) is unknown here; a range uses only letters further left")
      }
      value = try given(number, Place(), rank: 0, expression)
    case .entry(let name, let indices):
      guard let number = quantity(named: name) else { throw .broken }
      var key = Place()
      for (axis, index) in indices.enumerated() {
        if case .at(let index) = index { key[axis] = try whole(index) }
      }
      value = try given(number, key, rank: indices.count, expression)
    case .sum(let terms):
      var sum = 0
      for term in terms { sum += (term.sign == .minus ? -1 : 1) * (try whole(term.value)) }
      value = sum
    case .product(let factors):
      var product = 1
      for factor in factors {
        product = Self.limited(product.multipliedReportingOverflow(by: try whole(factor.value)))
      }
      value = product
    case .negative(let inner): value = -(try whole(inner))
    case .call(.mod, let arguments) where arguments.count == 2:
      let (x, n) = (try whole(arguments[0]), try whole(arguments[1]))
      guard n > 0 else {
        throw .problem(
          arguments[1].range, "the second argument of mod must be above 0, but is \(n)\(letterWords)")
      }
      value = (x % n + n) % n
    case .power, .matrixProduct, .transposed, .call, .fallback, .condition: throw .broken
    }
    guard value.magnitude <= Self.largestIndex else {
      throw .problem(
        expression.range,
        "the index \(text(expression)) is too large\(letterWords); the largest is 1,000,000,000")
    }
    return value
  }

  static let largestIndex = 1_000_000_000

  private static func limited(_ product: (Int, Bool)) -> Int {
    product.1 || product.0.magnitude > largestIndex ? largestIndex + 1 : product.0
  }

  /// A number that is given, as an index.
  private func given(
    _ number: Int, _ key: Place, rank: Int, _ expression: Expression
  ) throws(Halt) -> Int {
    let quantity = quantities[number]
    if quantity.isBroken { throw .broken }
    guard let known = quantity.rank else { throw .waits(for: number) }
    guard known == rank else { throw .problem(expression.range, rankSentence(number, known, rank)) }
    guard let slot = quantity.table?.slot(of: key) else { throw outOfRange(number, key, expression) }
    guard lineOfSlot[slot] < 0, slot < given.count else {
      throw .problem(
        expression.range,
        "\(shown(number, key)) is computed, so it cannot be an index\(letterWords)")
    }
    guard let whole = given[slot].wholeNumber else {
      throw .problem(
        expression.range,
        "\(shown(number, key)) is \(shortened(given[slot].typed))\(letterWords), and an index is a whole number"
      )
    }
    return whole
  }

  func rankSentence(_ quantity: Int, _ rank: Int, _ used: Int) -> String {
    let has = rank == 0 ? "is a number, without indices" : "has \(counted(rank, "index", "indices"))"
    let way =
      rank == 2 && used == 1 ? "; a row is \(shown(quantity))[n,:], and a column \(shown(quantity))[:,n]" : ""
    return "\(shown(quantity)) \(has), but here it has \(counted(used, "index", "indices"))\(way)"
  }

  /// The problem of an entry that is neither given nor defined.
  func outOfRange(_ quantity: Int, _ key: Place, _ expression: Expression) -> Halt {
    let ends = quantities[quantity].table?.ends ?? []
    let has = ends.map { $0.map(Self.words) ?? "none from 1 on" }.joined(separator: " × ")
    let entry = shown(quantity, key)
    let start = key.list(ends.count).contains { $0 < 1 }
    let isRecurrence = start && quantities[quantity].lines.contains(current)
    var way = ""
    if isRecurrence {
      way = "; give the starting value, as in \"\(entry)\": 0"
    } else if start {
      if text(expression).contains(where: { $0 == "-" || $0 == "−" }) == false {
        way = "; indices count from 1"
      }
    }
    if !bound.isEmpty {
      way +=
        (isRecurrence ? ", " : "; ")
        + "add the ranges of the letters after the definition, or write (\(text(expression)) else 0)"
    }
    return .problem(
      expression.range, "\(entry) is out of range\(letterWords): \(shown(quantity)) has \(has)\(way)")
  }
}
