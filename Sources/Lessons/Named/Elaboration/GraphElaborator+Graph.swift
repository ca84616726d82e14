import Backprop
import Formulas
import Texts

/// Makes the graph from the definitions.
extension GraphElaborator {
  /// What a lesson says besides its given numbers and its definitions.
  struct Wishes {
    /// The name of the result.
    let of: JSONValue?
    /// The upstream gradients of the result.
    let seed: JSONValue?
    /// The quantities with respect to which the result is derived.
    let by: [JSONValue]?
    /// Whether another result is named later, so that the last definition may be an array, and others unused.
    var isNamedLater = false
  }

  /// The graph, and the entries by which a gradient is taken; `nil` only where a problem was added.
  mutating func graph(_ wishes: Wishes, in source: [UInt8]) -> (graph: Graph, by: [Graph.ID])? {
    lookUpNames()
    // The last definition that can be read is not the last one, perhaps.
    let result = hasUnread && wishes.of == nil ? nil : resultLine(wishes.of, in: source)
    if !hasUnread {
      checkOrder()
      let derived = result.flatMap { quantity(named: $0.name) }
      if problems.count == 0 {
        checkUse(deriving: derived, saysWhat: wishes.of != nil || wishes.isNamedLater)
      }
    }
    prepareLines()
    addGivens()
    writeLines()
    let parameters = parameters(wishes.by)
    let derived = result.flatMap { derive($0, wishes) }
    for number in quantities.indices
    where quantities[number].isUsedAsIndex && !quantities[number].isUsedAsNumber {
      builder.markAsIndex(number)
    }
    guard problems.count == 0, let derived, let parameters else { return nil }
    let graph = builder.graph(deriving: derived)
    return (graph, parameters.isEmpty ? graph.given.indices.filter(graph.isParameter) : parameters)
  }

  /// What is derived, as if it were a definition; without a name, the last one.
  private mutating func resultLine(_ of: JSONValue?, in source: [UInt8]) -> ResultLine? {
    guard let of else {
      guard let last = lines.last else { return nil }
      let (name, range) = (last.written.name, last.written.nameRange)
      return ResultLine(
        name: name, text: lexicon.names[name], places: last.places,
        expression: Expression(.name(name), number: 0, at: range), partCount: 1)
    }
    guard case .string(let text) = of.content else {
      problems.add(at: of.range, #""of" must be a name, such as "L", but is \#(of.kind)"#)
      return nil
    }
    let places = StringPlaces(of: of, in: source)
    var reader = DefinitionReader(Array(text.utf8), lexicon)
    do throws(Problem) {
      let expression = try reader.expression()
      switch expression.content {
      case .name(let name), .entry(let name, _):
        return ResultLine(
          name: name, text: text, places: places, expression: expression, partCount: reader.partCount)
      case .number, .sum, .product, .negative, .power, .matrixProduct, .transposed, .call, .fallback,
        .condition:
        problems.add(
          at: of.range,
          #""of" takes a name or an entry, such as "L" or "p[1]"; define the quantity, and name it here"#)
      }
    } catch {
      problems.add(at: places.range(error.range), error.message)
    }
    return nil
  }

  /// The place that says what is derived.
  private struct ResultLine {
    let name: Int
    let text: String
    let places: StringPlaces
    let expression: Expression
    let partCount: Int
  }

  private mutating func derive(_ result: ResultLine, _ wishes: Wishes) -> Graph.Result? {
    let written = WrittenDefinition(
      name: result.name, nameRange: result.expression.range, index: [], body: result.expression, ranges: [],
      partCount: result.partCount)
    lines.append(DefinitionLine(result.text, result.places, written, quantity: 0))
    defer { lines.removeLast() }
    current = lines.count - 1
    while letterValues.count < lexicon.names.count { letterValues.append(Self.unbound) }
    while quantityOfName.count < lexicon.names.count { quantityOfName.append(-1) }
    lookUpNames(of: current)
    if lines[current].isBroken { return nil }
    do throws(Halt) {
      let shape = try shape(result.expression)
      let entries = try entries(result.expression, shape)
      let isOpen = wishes.isNamedLater && wishes.seed == nil && shape.rank > 0
      let seeds =
        isOpen ? entries.map { _ in Numeral(integer: 1) } : try seeds(wishes.seed, shape, result)
      return Graph.Result(name: result.text, entries: entries, seeds: seeds)
    } catch {
      report(error, of: current)
      return nil
    }
  }

  private mutating func entries(_ expression: Expression, _ shape: Shape) throws(Halt) -> [Graph.ID] {
    code.removeAll()
    var entries: [Graph.ID] = []
    for number in 0..<shape.count {
      let place = shape.place(number)
      let key: Place
      let owner: Int?
      switch expression.content {
      case .entry(let name, let indices): (owner, key) = (quantity(named: name), try self.key(indices, place))
      case .name(let name):
        var all = Place()
        for axis in 0..<shape.rank { all[axis] = place[axis] + 1 }
        (owner, key) = (quantity(named: name), all)
      case .number, .sum, .product, .negative, .power, .matrixProduct, .transposed, .call, .fallback,
        .condition:
        throw .broken
      }
      guard let owner else { throw .broken }
      guard let slot = quantities[owner].table?.slot(of: key) else {
        throw outOfRange(owner, key, expression)
      }
      entries.append(Int(ids[slot]))
    }
    return entries
  }

  /// What comes from above, in the shape of what is derived.
  private mutating func seeds(
    _ seed: JSONValue?, _ shape: Shape, _ result: ResultLine
  ) throws(Halt) -> [Numeral]? {
    guard let seed else {
      if shape.rank == 0 { return nil }
      let name = shortened(result.text)
      let first = Array(repeating: "1", count: shape.rank).joined(separator: ",")
      let entry = result.expression.name == nil ? "" : "name one, as in \"of\": \"\(name)[\(first)]\", "
      let way = shape.count > 1 ? entry + "define their sum, as in total = sum(\(name)), " : entry
      let products = productOfColumns.map {
        "; \($0)*\($1) is taken entry by entry, and \($0) @ \($1) is the dot product"
      }
      throw .problem(
        result.expression.range,
        "\(name) \(shape.words), but the result must be a number; \(way)or give under \"seed\" the upstream gradients\(products ?? "")"
      )
    }
    do throws(Problem) {
      let own = try self.shape(of: seed, "the seed", depth: 0)
      if own != shape {
        problems.add(
          at: seed.range, "the seed \(own.words), but \(shortened(result.text)) \(shape.words)")
        return nil
      }
    } catch {
      problems.add(at: error.range, error.message)
      return nil
    }
    var numerals: [Numeral] = []
    func collect(_ value: JSONValue) {
      switch value.content {
      case .array(let elements): elements.forEach(collect)
      case .number(let text): if let numeral = Numeral(text) { numerals.append(numeral) }
      case .null, .boolean, .string, .object: break
      }
    }
    collect(seed)
    return numerals
  }

  /// The entries of the names under "by"; none where it is not said, and `nil` where a problem was added.
  private mutating func parameters(_ names: [JSONValue]?) -> [Graph.ID]? {
    var parameters: [Graph.ID] = []
    var seen: Set<Int> = []
    var isRight = true
    for value in names ?? [] {
      guard case .string(let text) = value.content else { continue }
      var reader = DefinitionReader(Array(text.utf8), lexicon)
      let expression = try? reader.expression()
      let name = expression?.name.flatMap { quantity(named: $0) }
      let problem: String?
      if let name, quantities[name].isGiven {
        if !seen.insert(name).inserted {
          problem = "\(shown(name)) is listed twice under \"by\"; remove one of the two"
        } else if quantities[name].isUsedAsIndex, !quantities[name].isUsedAsNumber {
          problem =
            "\(shown(name)) is only used as an index, so nothing can be differentiated with respect to it"
        } else {
          problem = nil
          for slot in keys.indices.prefix(given.count) where Int(quantityOfSlot[slot]) == name {
            parameters.append(Int(ids[slot]))
          }
        }
      } else if let name {
        problem = "\(shown(name)) is defined, and \"by\" names what is given"
      } else if case .entry(let whole, _)? = expression?.content, let owner = quantity(named: whole),
        quantities[owner].isGiven
      {
        problem = "\"by\" names whole quantities; write \(shown(owner)) for all its entries"
      } else {
        let givens = quantities.filter(\.isGiven).map { lexicon.names[$0.name] }
        let way =
          suggestion(for: text, among: givens).map { "did you mean \(shortened($0))?" }
          ?? "name something that is given"
        problem = "\(quoted(text)) is not given; \(way)"
      }
      if let problem {
        problems.add(at: value.range, problem)
        isRight = false
      }
    }
    return isRight ? parameters : nil
  }

  private mutating func addGivens() {
    for quantity in quantities {
      _ = builder.add(quantity: lexicon.names[quantity.name], rank: quantity.rank ?? 0)
    }
    for line in lines { _ = builder.add(definition: line.text) }
    for (slot, numeral) in given.enumerated() {
      let quantity = Int(quantityOfSlot[slot])
      let key = keys[slot].list(quantities[quantity].rank ?? 0)
      ids[slot] = Int32(clamping: builder.give(numeral, to: quantity, at: key))
    }
  }
}
