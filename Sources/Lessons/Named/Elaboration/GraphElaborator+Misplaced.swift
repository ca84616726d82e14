import Texts

/// What stands above what, and what is used at all.
extension GraphElaborator {
  /// Finds names that are used before they are defined, and not because lines need each other.
  mutating func checkOrder() {
    guard lines.indices.contains(where: { line in lines[line].uses.contains { isBelow($0.quantity, line) } })
    else { return }
    let circles = self.circles()
    for number in lines.indices {
      for (quantity, range) in lines[number].uses
      where isBelow(quantity, number) && circles[quantity] != circles[lines[number].quantity] {
        guard let below = quantities[quantity].lines.first else { continue }
        let definition = shortened(lines[below].text)
        add(
          number, range,
          "\(shown(quantity)) is used before it is defined; move “\(definition)” above this definition")
      }
    }
  }

  /// Whether a quantity is defined only by other lines that stand below a line.
  private func isBelow(_ quantity: Int, _ line: Int) -> Bool {
    !quantities[quantity].isGiven && quantities[quantity].lines.allSatisfy { $0 > line }
  }

  /// Numbers for the quantities, the same for those that need each other.
  ///
  /// Source: Tarjan, Depth-first search and linear graph algorithms (1972), with a stack in place of recursion.
  private func circles() -> [Int] {
    let needs = quantities.map { $0.lines.flatMap { lines[$0].uses.map(\.quantity) } }
    var circle = Array(repeating: -1, count: needs.count)
    var order = Array(repeating: -1, count: needs.count)
    var lowest = order
    var (open, path): ([Int], [(node: Int, next: Int)]) = ([], [])
    var (count, circleCount) = (0, 0)
    for root in needs.indices where order[root] < 0 {
      path.append((root, 0))
      while let (node, next) = path.last {
        if next == 0 {
          (order[node], lowest[node]) = (count, count)
          count += 1
          open.append(node)
        }
        if next < needs[node].count {
          path[path.count - 1].next += 1
          let other = needs[node][next]
          if order[other] < 0 {
            path.append((other, 0))
          } else if circle[other] < 0 {
            lowest[node] = min(lowest[node], order[other])
          }
          continue
        }
        if lowest[node] == order[node] {
          while let last = open.popLast() {
            circle[last] = circleCount
            if last == node { break }
          }
          circleCount += 1
        }
        path.removeLast()
        if let above = path.last?.node { lowest[above] = min(lowest[above], lowest[node]) }
      }
    }
    return circle
  }

  /// Finds what nothing uses: of what is given always, of what is defined if the lesson does not say what is derived.
  mutating func checkUse(deriving result: Int?, saysWhat: Bool) {
    var used: Set<Int> = []
    if let result { used.insert(result) }
    for line in lines { used.formUnion(line.uses.lazy.map(\.quantity).filter { $0 != line.quantity }) }
    for number in quantities.indices where !used.contains(number) {
      if let line = quantities[number].lines.first {
        if saysWhat { continue }
        let (name, place) = (shown(number), lines[line].places.range(lines[line].written.nameRange))
        problems.add(at: place, "\(name) is never used; remove it, or name the result under \"of\"")
      } else if let place = quantities[number].givenPlace {
        let name = shown(number)
        problems.add(at: place, "\(name) is never used; remove it, or use it in a definition")
      }
    }
  }
}
