import Backprop
import Formulas
import Texts

/// Reads the given numbers of a lesson.
extension GraphElaborator {
  /// Reads "given": numbers and arrays of them, each under its name or under the indices of an entry.
  mutating func give(_ value: JSONValue?) {
    guard let value else { return }
    guard case .object(let members) = value.content else {
      problems.add(
        at: value.range,
        #"what is given must be an object, such as { "a": 2, "x": [1, 2] }, but is \#(value.kind)"#)
      return
    }
    for member in members where !isStopped { give(member) }
  }

  private mutating func give(_ member: JSONMember) {
    guard let (name, first) = key(member) else {
      hasNameless = true
      return
    }
    let word = lexicon.names[name]
    if GraphFunction.isReserved(word) {
      problems.add(at: member.keyRange, "\(word) is a reserved word; choose another name")
      hasNameless = true
      return
    }
    let quantity = addQuantity(name)
    if quantities[quantity].givenPlace == nil { quantities[quantity].givenPlace = member.keyRange }
    do throws(Problem) {
      let shape = try shape(of: member.value, member.key, depth: first.count)
      try give(member, quantity, first, shape)
    } catch {
      problems.add(at: error.range, error.message)
      quantities[quantity].isBroken = true
    }
  }

  private mutating func give(
    _ member: JSONMember, _ quantity: Int, _ first: [Int], _ shape: Shape
  ) throws(Problem) {
    let rank = first.count + shape.rank
    if let known = quantities[quantity].rank, known != rank {
      throw Problem(
        at: member.keyRange,
        "\(shown(quantity)) is given with \(counted(known, "index", "indices")) and here with \(rank)")
    }
    guard keys.count + shape.count <= Self.mostEntries else {
      isStopped = true
      throw Problem(
        at: member.keyRange,
        "with these numbers the graph has more than \(grouped(Self.mostEntries)) entries, which is the limit")
    }
    quantities[quantity].rank = rank
    var lower = Place()
    for axis in 0..<rank { lower[axis] = axis < first.count ? first[axis] : 1 }
    let lengths = first.map { _ in 1 } + (0..<shape.rank).map { shape[$0] }
    let box = Shape(lengths)
    if quantities[quantity].table == nil { quantities[quantity].table = EntryTable(rank: rank) }
    let given = EntryTable.Box(lower: lower, shape: box, firstSlot: keys.count)
    if let twice = quantities[quantity].table?.add(given) {
      throw Problem(
        at: member.keyRange, "\(shown(quantity, twice)) is given twice; leave out one of the two")
    }
    var next = 0
    try addNumbers(member.value, quantity, lower, box, &next)
  }

  private mutating func addNumbers(
    _ value: JSONValue, _ quantity: Int, _ lower: Place, _ shape: Shape, _ next: inout Int
  ) throws(Problem) {
    switch value.content {
    case .array(let elements):
      for element in elements { try addNumbers(element, quantity, lower, shape, &next) }
    case .number(let text):
      guard let numeral = Numeral(text) else {
        throw Problem(at: value.range, "\(shortened(text)) cannot be read")
      }
      var key = shape.place(next)
      for axis in 0..<shape.rank { key[axis] += lower[axis] }
      next += 1
      addSlot(key, quantity, line: -1)
      given.append(numeral)
    case .null, .boolean, .string, .object: break
    }
  }

  /// How many numbers there are along each index; all rows must be equally long.
  func shape(of value: JSONValue, _ name: String, depth: Int) throws(Problem) -> Shape {
    switch value.content {
    case .number: return .number
    case .array(let elements):
      guard depth < Shape.most else {
        throw Problem(at: value.range, "\(shortened(name)) has more than four indices, which is the limit")
      }
      guard let first = elements.first else {
        throw Problem(
          at: value.range, "\(shortened(name)) has an empty array; write its numbers, or leave it out")
      }
      let row = try shape(of: first, name, depth: depth + 1)
      for element in elements.dropFirst() {
        let other = try shape(of: element, name, depth: depth + 1)
        if other != row {
          throw Problem(
            at: element.range,
            "the rows of \(shortened(name)) are not alike: the first \(row.words), and this one \(other.words)"
          )
        }
      }
      var lengths = [elements.count]
      for axis in 0..<row.rank { lengths.append(row[axis]) }
      return Shape(lengths)
    case .string(let text):
      let way = Numeral(text) == nil ? "" : "; leave out the quotes"
      throw Problem(
        at: value.range, "\(shortened(name)) must be given as numbers, but here is \(value.kind)\(way)")
    case .null, .boolean, .object:
      throw Problem(at: value.range, "\(shortened(name)) must be given as numbers, but here is \(value.kind)")
    }
  }

  /// A name, perhaps with whole numbers in brackets: `h[0]`.
  private mutating func key(_ member: JSONMember) -> (name: Int, indices: [Int])? {
    var reader = DefinitionReader(Array(member.key.utf8), lexicon)
    do throws(Problem) {
      let expression = try reader.expression()
      switch expression.content {
      case .name(let name): return (name, [])
      case .entry(let name, let indices):
        let numbers = indices.compactMap { index -> Int? in
          if case .at(let value) = index { plainNumber(value) } else { nil }
        }
        if numbers.count == indices.count { return (name, numbers) }
        problems.add(
          at: member.keyRange,
          "an index of \(shortened(lexicon.names[name])) is not a whole number up to \(grouped(Self.largestIndex)); an entry is "
            + "given as in \"h[0]\"")
        return nil
      case .number, .sum, .product, .negative, .power, .matrixProduct, .transposed, .call, .fallback,
        .condition:
        break
      }
    } catch {}
    let word = member.key.unicodeScalars.allSatisfy(\.isASCII) && GraphFunction.isReserved(member.key)
    problems.add(
      at: member.keyRange,
      word
        ? "\(member.key) is a reserved word; choose another name"
        : "\(quoted(member.key)) is no name, which has letters, digits and underscores and begins with a letter; "
          + "an entry is given as in \"h[0]\"")
    return nil
  }

  func plainNumber(_ expression: Expression) -> Int? {
    switch expression.content {
    case .number(let number):
      guard let whole = lexicon.wholes[number], whole.magnitude <= Self.largestIndex else { return nil }
      return whole
    case .negative(let value): return plainNumber(value).map { -$0 }
    case .name, .entry, .sum, .product, .power, .matrixProduct, .transposed, .call, .fallback, .condition:
      return nil
    }
  }
}
