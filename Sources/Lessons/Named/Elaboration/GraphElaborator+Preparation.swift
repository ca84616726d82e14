import Texts

/// Which entries each line has.
extension GraphElaborator {
  /// The most entries, given and defined.
  static let mostEntries = 1_000_000

  /// Finds the entries of all lines, each line after those that say its shape.
  mutating func prepareLines() {
    var queue = Array(lines.indices)
    // The lines that wait for a quantity, and those that wait for the end of the queue because they waited so often.
    var waiting: [Int: [Int]] = [:]
    var late: [Int] = []
    while !isStopped, !queue.isEmpty {
      var next: [Int] = []
      var hasNew = false
      for number in queue where !lines[number].isReady && !isStopped {
        let quantity = lines[number].quantity
        do throws(Halt) {
          if lines[number].isBroken { throw .broken }
          try prepare(number)
          lines[number].isReady = true
        } catch {
          unbindAll()
          if case .waits(let other) = error {
            lines[number].waits += 1
            if lines[number].waits > Self.mostWaits {
              late.append(number)
            } else {
              waiting[other, default: []].append(number)
            }
            continue
          }
          report(error, of: number)
          quantities[quantity].isBroken = true
        }
        hasNew = true
        next += waiting.removeValue(forKey: quantity) ?? []
      }
      if next.isEmpty {
        if hasNew { (next, late) = (late, []) }
        if next.isEmpty, !takesFirstRows {
          takesFirstRows = true
          next = (waiting.values.joined() + late).sorted()
          (waiting, late) = ([:], [])
        }
      }
      queue = next
    }
    if !isStopped { reportWaiting() }
  }

  /// How often a line is looked at again as soon as something that it waits for is there.
  private static let mostWaits = 100

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
    for (order, axis) in lines[number].colonAxes.enumerated() {
      guard let known = quantities[quantity].table?.ends[axis]?.upperBound, known != shape[order] else {
        continue
      }
      throw .problem(
        written.body.range,
        "\(text(written.body)) \(shape.words), but the rows of \(shown(quantity)) that are known have "
          + "\(grouped(known)); all rows of a name are equally long")
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
    case .call(_, let arguments): arguments.contains { mentions(letter, $0) }
    case .number, .power, .matrixProduct, .transposed, .fallback, .condition: false
    }
  }

  mutating func leftRange(_ letter: Int) throws(Halt) -> ClosedRange<Int> {
    ClosedRange(
      try range(of: letter, in: [lines[current].written.body], part: -1, at: leftPlace(of: letter)))
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
}
