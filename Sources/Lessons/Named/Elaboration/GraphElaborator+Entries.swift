import Texts

/// The entries of a line, each with a slot.
extension GraphElaborator {
  mutating func addBox(_ axes: [Int], _ row: Shape) throws(Halt) {
    let written = lines[current].written
    var lower = Place()
    var lengths: [Int] = []
    var next = 0
    for axis in 0..<(quantities[lines[current].quantity].rank ?? 0) {
      if written.index.isEmpty {
        lengths.append(row[axis])
        lower[axis] = 1
        continue
      }
      switch written.index[axis] {
      case .all, .part:
        lengths.append(row[next])
        lower[axis] = 1
        next += 1
      case .at(let value):
        if let name = value.name, self.value(ofLetter: name) != nil {
          let range = try leftRange(name)
          lengths.append(range.count)
          lower[axis] = range.lowerBound
        } else {
          lengths.append(1)
          lower[axis] = try whole(value)
        }
      }
    }
    var count = 1
    for length in lengths {
      count = min(count * length, Self.mostEntries + 1)
    }
    try checkCount(count)
    let shape = Shape(lengths)
    lines[current].letterAxes = axes
    let quantity = lines[current].quantity
    let box = EntryTable.Box(lower: lower, shape: shape, firstSlot: keys.count)
    let rank = lengths.count
    for number in 0..<count {
      var key = shape.place(number)
      for axis in 0..<rank { key[axis] += lower[axis] }
      addSlot(key, quantity, line: current)
    }
    if let twice = quantities[quantity].table?.add(box) { throw definedTwice(quantity, twice) }
  }

  private func checkCount(_ count: Int) throws(Halt) {
    guard keys.count + count <= Self.mostEntries else {
      throw .tooMuch(
        lines[current].written.nameRange,
        "with this definition the graph has more than \(grouped(Self.mostEntries)) entries, which is the limit"
      )
    }
  }

  /// The letter that runs where an earlier line has a whole number, or where something is given.
  private func letterOfFirst(earlier line: Int) -> Int? {
    if line == current { return nil }
    for (axis, index) in lines[current].written.index.enumerated() {
      guard case .at(let value) = index, let letter = value.name, lines[current].letters.contains(letter)
      else { continue }
      guard line >= 0, line < lines.count else { return letter }
      let earlier = lines[line].written.index
      if axis < earlier.count, case .at(let first) = earlier[axis], case .number = first.content {
        return letter
      }
    }
    return nil
  }

  private func definedTwice(_ quantity: Int, _ key: Place) -> Halt {
    let line = quantities[quantity].table?.slot(of: key).map { Int(lineOfSlot[$0]) } ?? -1
    let entry = shown(quantity, key)
    // A line for the first entry alone, and then one with a letter that begins there as well.
    if let letter = letterOfFirst(earlier: line) {
      let (name, how) = (lexicon.names[letter], line < 0 ? "given as well" : "defined above")
      let first = value(ofLetter: letter) ?? 1
      return .problem(
        lines[current].written.nameRange,
        "\(name) runs from \(first) here, and \(entry) is \(how); begin later, as in \"for \(name) in \(first + 1)...\(first + 3)\""
      )
    }
    let how = line < 0 ? "given and defined as well" : "defined twice"
    return .problem(
      lines[current].written.nameRange, "\(entry) is \(how); leave out one of the two")
  }

  /// Adds the entries for all values of the letters from here on.
  mutating func addRows(_ letters: ArraySlice<Int>, _ row: Shape) throws(Halt) {
    if let letter = letters.first {
      let range = try leftRange(letter)
      for value in range {
        bind(letter, value)
        try addRows(letters.dropFirst(), row)
      }
      return
    }
    try checkCount(row.count)
    let quantity = lines[current].quantity
    var key = Place()
    for (axis, index) in lines[current].written.index.enumerated() {
      if case .at(let value) = index { key[axis] = try whole(value) }
    }
    let values = lines[current].letters.map { Int32(clamping: letterValues[$0]) }
    for number in 0..<row.count {
      let place = row.place(number)
      for (order, axis) in lines[current].colonAxes.enumerated() { key[axis] = place[order] + 1 }
      if let twice = quantities[quantity].table?.add(key, slot: keys.count) {
        _ = twice
        throw definedTwice(quantity, key)
      }
      addSlot(key, quantity, line: current)
      lines[current].letterValues += values
    }
  }
}
