import Backprop

/// Writing the entries, each after those that it needs.
extension GraphElaborator {
  /// Writes all lines in their order, as far as the entries allow; where lines need each other, as in a recurrence, the first
  /// entries of all of them, then the second ones, and so on.
  mutating func writeLines() {
    numberCodes = lexicon.numerals.map { builder.number($0) }
    var open = lines.indices.filter { lines[$0].isReady }
    var next = lines.map(\.slots.lowerBound)
    // Where nearly every try is one too early, each entry is written after what it asks for.
    var triesLeft = 2 * keys.count
    while !open.isEmpty {
      var hasProgress = false
      for line in open {
        while next[line] < lines[line].slots.upperBound {
          if ids[next[line]] < 0 {
            guard triesLeft > 0 else { break }
            if !write(next[line]) {
              triesLeft -= 1
              break
            }
            hasProgress = true
          }
          if isStopped { return }
          next[line] += 1
        }
      }
      open.removeAll { next[$0] == lines[$0].slots.upperBound }
      if let first = open.first, triesLeft <= 0 || !hasProgress {
        complete(next[first])
        if isStopped { return }
      }
    }
  }

  /// Writes an entry, if all that it needs is there; if not, `missing` says what is not.
  private mutating func write(_ slot: Int) -> Bool {
    let line = Int(lineOfSlot[slot])
    code.removeAll()
    missing.removeAll(keepingCapacity: true)
    let usesBefore = useCount
    do throws(Halt) {
      try writeEntry(slot)
    } catch {
      unbindAll()
      report(error, of: line)
      if !isStopped { giveUp(line) }
      return true
    }
    unbindAll()
    guard missing.isEmpty else {
      // It is written again when they are there.
      useCount = usesBefore
      return false
    }
    let key = keys[slot].list(quantities[lines[line].quantity].rank ?? 0)
    let id = builder.define(code, in: line, as: lines[line].quantity, at: key)
    ids[slot] = Int32(clamping: id)
    return true
  }

  /// Writes an entry after all that it needs, with a stack of its own: a recurrence may have any length.
  private mutating func complete(_ slot: Int) {
    var stack = [slot]
    var isOpen: Set<Int> = []
    while let top = stack.last {
      if ids[top] >= 0 || write(top) {
        if isStopped { return }
        isOpen.remove(top)
        stack.removeLast()
        continue
      }
      isOpen.insert(top)
      if let again = missing.first(where: { isOpen.contains($0) }) {
        reportCycle(from: again, stack.filter { isOpen.contains($0) })
        isStopped = true
        return
      }
      stack += missing.reversed()
    }
  }

  /// Gives the entries of a line any number, so that what uses them can be looked at.
  private mutating func giveUp(_ line: Int) {
    lines[line].isBroken = true
    for slot in lines[line].slots where ids[slot] < 0 { ids[slot] = 0 }
  }

  private mutating func reportCycle(from slot: Int, _ path: [Int]) {
    let start = path.firstIndex(of: slot) ?? 0
    var seen: Set<Int> = []
    let circle = path[start...].filter { seen.insert($0).inserted }
    let names = circle.map { shown(Int(quantityOfSlot[$0]), keys[$0]) }
    let line = Int(lineOfSlot[slot])
    var way = ""
    if names.count == 1, let letter = lines[line].letters.first {
      let (name, index) = (shown(lines[line].quantity), lexicon.names[letter])
      way = "; an earlier entry is written \(name)[\(index)-1]"
    }
    add(line, lines[line].written.nameRange, cycleSentence(names) + way)
  }

  private mutating func writeEntry(_ slot: Int) throws(Halt) {
    current = Int(lineOfSlot[slot])
    let key = keys[slot]
    for (number, letter) in lines[current].letters.enumerated() {
      if let axes = lines[current].letterAxes {
        bind(letter, key[axes[number]])
      } else {
        let place = (slot - lines[current].slots.lowerBound) * lines[current].letters.count + number
        bind(letter, Int(lines[current].letterValues[place]))
      }
    }
    var place = Place()
    for (order, axis) in lines[current].colonAxes.enumerated() { place[order] = key[axis] - 1 }
    let body = lines[current].written.body
    if lines[current].shapes[Int(body.number)] == nil {
      let shape = try shape(body)
      let row = lines[current].rowShape
      guard shape == row else {
        throw .problem(
          body.range,
          "\(text(body)) \(shape.words)\(letterWords), but \(row.words.replacing("is ", with: "was ").replacing("has ", with: "had ")) before; the rows of an array are equally long"
        )
      }
    }
    try write(body, at: place)
  }
}
