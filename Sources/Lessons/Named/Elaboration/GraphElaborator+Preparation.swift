import Texts

/// Which entries each line has.
extension GraphElaborator {
  /// The most entries, given and defined.
  static let mostEntries = 1_000_000

  /// Finds the entries of all lines, each line after those that say its shape.
  mutating func prepareLines() {
    var queue = Array(lines.indices)
    var waiting: [Int: [Int]] = [:]
    var head = 0
    while head < queue.count, !isStopped {
      let number = queue[head]
      head += 1
      if lines[number].isReady { continue }
      let quantity = lines[number].quantity
      do throws(Halt) {
        if lines[number].isBroken { throw .broken }
        try prepare(number)
        lines[number].isReady = true
      } catch {
        unbindAll()
        if case .waits(let other) = error {
          lines[number].waits += 1
          waiting[other, default: []].append(number)
          continue
        }
        report(error, of: number)
        quantities[quantity].isBroken = true
      }
      queue += waiting.removeValue(forKey: quantity) ?? []
    }
    if !isStopped { reportWaiting() }
  }

  /// What still waits needs itself.
  private mutating func reportWaiting() {
    guard let first = lines.indices.first(where: { !lines[$0].isReady && !lines[$0].isBroken }) else {
      return
    }
    var needs: [Int: Int] = [:]
    for number in lines.indices where !lines[number].isReady && !lines[number].isBroken {
      current = number
      do throws(Halt) { try prepare(number) } catch {
        if case .waits(let other) = error { needs[lines[number].quantity] = other }
      }
      unbindAll()
      quantities[lines[number].quantity].isBroken = true
      lines[number].isBroken = true
    }
    var path = [lines[first].quantity]
    while let last = path.last, let next = needs[last] {
      if let start = path.firstIndex(of: next) {
        path = Array(path[start...])
        break
      }
      path.append(next)
    }
    let line = quantities[path[0]].lines.first ?? first
    let hasIndices = !lines[line].written.index.isEmpty
    let way =
      hasIndices
      ? "; give its first entries, as in \"\(shown(path[0]))[0]\": [0, 0], which say how long it is" : ""
    add(line, lines[line].written.nameRange, cycleSentence(path.map { shown($0) }) + way)
  }

  /// "p needs q and q needs p: that is a cycle".
  func cycleSentence(_ names: [String]) -> String {
    let shown = names.count > 6 ? names.prefix(3) + ["…"] + names.suffix(2) : names[...]
    let steps = zip(shown, shown.dropFirst() + shown.prefix(1)).map { "\($0) needs \($1)" }
    guard let last = steps.last, steps.count > 1 else { return "\(steps.joined()): that is a cycle" }
    return steps.dropLast().joined(separator: ", ") + " and \(last): that is a cycle"
  }

  private mutating func prepare(_ number: Int) throws(Halt) {
    current = number
    dependsOnLetters = false
    let written = lines[number].written
    let letters = bindingOrder()
    lines[number].letters = letters
    for letter in letters {
      let range = try leftRange(letter)
      bind(letter, range.lowerBound)
    }
    let shape = try shape(written.body)
    let quantity = lines[number].quantity
    let rank = written.index.isEmpty ? shape.rank : written.index.count
    if let known = quantities[quantity].rank, known != rank {
      throw .problem(
        written.nameRange,
        "\(shown(quantity)) has \(counted(known, "index", "indices")) elsewhere, but \(rank) here")
    }
    let colons = written.index.indices.filter { if case .all = written.index[$0] { true } else { false } }
    lines[number].colonAxes = written.index.isEmpty ? Array(0..<rank) : colons
    if lines[number].colonAxes.count != shape.rank {
      let name = shown(quantity)
      throw .problem(
        written.body.range,
        "the left side has \(counted(colons.count, "colon")), but \(text(written.body)) \(shape.words); "
          + (colons.count < shape.rank
            ? "write a colon on the left for each index of the right side, as in \(name)[n,:]"
            : "a colon on the left stands for an index of the right side"))
    }
    lines[number].rowShape = shape
    if quantities[quantity].rank == nil {
      quantities[quantity].rank = rank
    }
    if quantities[quantity].table == nil { quantities[quantity].table = EntryTable(rank: rank) }
    let start = keys.count
    if let axes = letterAxes(letters) {
      try addBox(axes, shape)
    } else {
      try addRows(letters[...], shape)
    }
    unbindAll()
    lines[number].slots = start..<keys.count
  }

  /// The letters on the left, each after those that its range uses.
  private func bindingOrder() -> [Int] {
    var order: [Int] = []
    var rest = lines[current].letters
    while !rest.isEmpty {
      let next = rest.firstIndex { letter in
        let range = lines[current].written.ranges.first { $0.letter == letter }
        guard let range else { return true }
        return !rest.contains { $0 != letter && (mentions($0, range.first) || mentions($0, range.last)) }
      }
      order.append(rest.remove(at: next ?? 0))
    }
    return order
  }

  private func mentions(_ letter: Int, _ expression: Expression) -> Bool {
    switch expression.content {
    case .name(let name): name == letter
    case .entry(_, let indices):
      indices.contains { if case .at(let index) = $0 { mentions(letter, index) } else { false } }
    case .sum(let terms): terms.contains { mentions(letter, $0.value) }
    case .product(let factors): factors.contains { mentions(letter, $0.value) }
    case .negative(let value): mentions(letter, value)
    case .number, .power, .matrixProduct, .transposed, .call, .fallback: false
    }
  }

  private mutating func leftRange(_ letter: Int) throws(Halt) -> ClosedRange<Int> {
    try range(
      of: letter, in: [lines[current].written.body], part: -1, at: leftPlace(of: letter))
  }

  private func leftPlace(of letter: Int) -> Range<Int> {
    for index in lines[current].written.index {
      if case .at(let value) = index, mentions(letter, value) { return value.range }
    }
    return lines[current].written.nameRange
  }

  /// Where each letter stands on the left, if each stands alone and runs as far for all values of the others.
  private func letterAxes(_ letters: [Int]) -> [Int]? {
    var axes = Array(repeating: -1, count: letters.count)
    for (axis, index) in lines[current].written.index.enumerated() {
      guard case .at(let value) = index else { continue }
      if let name = value.name, let place = letters.firstIndex(of: name) {
        guard axes[place] < 0, isFixed(name) else { return nil }
        axes[place] = axis
      } else if mentionsLetter(value) {
        return nil
      }
    }
    return axes.contains(-1) ? nil : axes
  }

  private mutating func addBox(_ axes: [Int], _ row: Shape) throws(Halt) {
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
        "with this definition the graph has more than \(grouped(Self.mostEntries)) entries, which is the most"
      )
    }
  }

  private func definedTwice(_ quantity: Int, _ key: Place) -> Halt {
    let line = quantities[quantity].table?.slot(of: key).map { Int(lineOfSlot[$0]) } ?? -1
    let how =
      line < 0
      ? "is given and defined as well; leave one of the two out"
      : "is defined twice; leave one of the two out"
    return .problem(lines[current].written.nameRange, "\(shown(quantity, key)) \(how)")
  }

  /// Adds the entries for all values of the letters from here on.
  private mutating func addRows(_ letters: ArraySlice<Int>, _ row: Shape) throws(Halt) {
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
