import Texts

/// The lines of a graph, from their texts.
extension GraphElaborator {
  /// Reads all definitions; what cannot be read still defines the name that it begins with.
  mutating func read(_ definitions: [JSONValue], in source: [UInt8]) {
    for value in definitions {
      guard case .string(let text) = value.content else { continue }
      let places = StringPlaces(of: value, in: source)
      var reader = DefinitionReader(Array(text.utf8), lexicon)
      do throws(Problem) {
        try add(text, places, try reader.definition())
      } catch {
        hasUnread = true
        problems.add(at: places.range(error.range), error.message)
        var again = DefinitionReader(Array(text.utf8), lexicon)
        guard let head = try? again.head(), again.endsItsName,
          !GraphFunction.isReserved(lexicon.names[head.name])
        else {
          hasNameless = true
          continue
        }
        quantities[addQuantity(head.name)].isBroken = true
      }
    }
  }

  private mutating func add(
    _ text: String, _ places: StringPlaces, _ written: WrittenDefinition
  ) throws(Problem) {
    let word = lexicon.names[written.name]
    if GraphFunction.isReserved(word) {
      throw Problem(at: written.nameRange, "\(word) is a reserved word; choose another name")
    }
    let number = addQuantity(written.name)
    lines.append(DefinitionLine(text, places, written, quantity: number))
    let quantity = quantities[number]
    let earlier = quantity.lines.first
    if let earlier, written.index.isEmpty || lines[earlier].written.index.isEmpty {
      add(
        lines.count - 1, written.nameRange,
        "\(shown(number)) is defined twice; give this one another name, as in \(shown(number))_new")
    } else if quantity.isGiven, quantity.rank == 0 || written.index.isEmpty {
      add(
        lines.count - 1, written.nameRange,
        "\(shown(number)) is given and defined as well; leave out one of the two")
    }
    quantities[number].lines.append(lines.count - 1)
    if !written.index.isEmpty, quantity.rank == nil {
      quantities[number].rank = written.index.count
      quantities[number].table = EntryTable(rank: written.index.count)
    } else if let rank = quantity.rank, !written.index.isEmpty, rank != written.index.count {
      add(
        lines.count - 1, written.nameRange,
        "\(shown(number)) has \(counted(rank, "index", "indices")) elsewhere, but \(written.index.count) here"
      )
    }
  }
}
