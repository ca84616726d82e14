import Backprop
import Documents
import Formulas

/// From the result back to what is given.
extension GraphDerivation {
  mutating func backward() -> [Block] {
    var known: Set<Formula> = []
    return backward(.heading(level: 2, "Backward pass"), wordsOfBackward, knowing: &known)
  }

  /// The same under another heading, without the lines of what is known by name already.
  mutating func backward(_ heading: Block, _ words: Prose, knowing known: inout Set<Formula>) -> [Block] {
    let shown = (steps.derived.reversed() + steps.withoutEffect).filter { id in
      id != steps.root
        && (isWanted(.total(id)) || steps.fed(by: id).contains { isWantedFactor($0, id) })
    }
    guard !shown.isEmpty else { return [] }
    var blocks: [Block] = [heading, .paragraph(words)] + edges(shown) + flats(shown)
    let without = Set(steps.withoutEffect)
    let (last, others) = (shown.filter(without.contains), shown.filter { !without.contains($0) })
    let groups = isDirect ? [others.reversed() + last] : steps.groups(others) + [last].filter { !$0.isEmpty }
    for group in groups { blocks += backward(group, knowing: &known) }
    // What leads to the equations at once is not interrupted.
    if let words = Self.wordsOfCondition(in: blocks) { blocks.insert(words, at: isDirect ? 1 : 2) }
    return blocks
  }

  /// What a condition in brackets is, if there is one.
  static func wordsOfCondition(in blocks: [Block]) -> Block? {
    blocks.flatMap(\.equations).compactMap(\.condition).min(by: { $0.size < $1.size }).map {
      .paragraph("A condition in brackets, \($0), is 1 if it holds, and 0 otherwise.")
    }
  }

  private func isWantedFactor(_ of: Graph.ID, _ by: Graph.ID) -> Bool {
    isWanted(.factor(of: of, by: by))
  }

  var wordsOfBackward: Prose {
    guard steps.root != nil else {
      return """
        What comes after \(Prose([.code(graph.result.name)])) is called \(result) here, and the derivatives of \(result) with \
        respect to its entries, the upstream gradients, are given. From there the backward pass goes back to what is given: \
        each local gradient is multiplied by the upstream gradient, and where a value is used more than once, the gradients \
        add.
        """
    }
    if isDirect { return wordsOfDirect }
    return """
      The backward pass starts at \(result) and goes back to what is given. The derivative of \(result) with respect to a \
      quantity is the local gradient of what the quantity feeds, times the upstream gradient, which is known by then. Where a \
      value is used more than once, the gradients add.
      """
  }

  /// What leads to derivatives that need no way back.
  var wordsOfDirect: Prose {
    "The derivative of \(result) with respect to each quantity that it is computed from:"
  }

  /// The entries of one quantity: where they go, the local gradients, and the sums of their products.
  private mutating func backward(_ group: [Graph.ID], knowing known: inout Set<Formula>) -> [Block] {
    var blocks: [Block] = isDirect ? [] : [.paragraph(lead(group))]
    for id in group {
      let (factors, total) = steps.backward(to: id)
      for factor in factors where isWanted(factor.kind) {
        // Whether a number is exact is found out as its line is made, also where it stands already.
        let line = line(factor)
        if known.insert(factor.name).inserted { blocks.append(line) }
      }
      if let total, isWanted(total.kind) { blocks.append(line(total)) }
    }
    return blocks
  }

  /// "How f changes with x. x feeds q and r."
  func lead(_ group: [Graph.ID]) -> Prose {
    let whole = Formula.symbol(graph.quantity(of: group[0]).symbol)
    let subject = group.count == 1 ? name(group[0]) : whole
    let head: Prose = "\(strong: "How \(result) changes with \(subject).")"
    let isSeeded = group.contains { id in steps.root == nil && graph.result.entries.contains(id) }
    var fed: [Formula] = []
    let isShort = group.count == 1 && steps.fed(by: group[0]).count <= Self.mostNames
    for id in group {
      for of in steps.fed(by: id) {
        let target =
          isShort ? name(of) : .symbol(graph.quantity(of: of).symbol)
        if !fed.contains(target) { fed.append(target) }
      }
    }
    if fed.isEmpty {
      if isSeeded { return "\(head) The upstream gradient is given." }
      guard group.count > 1 else { return "\(head) It has no effect on \(result)." }
      let names =
        group.prefix(Self.mostNames).map { "\(name($0))" as Prose }
        + (group.count > Self.mostNames ? ["others"] : [])
      let all = Prose.enumeration(names)
      return "\(strong: "How \(result) changes with \(all).") They have no effect on \(result)."
    }
    let goes: Prose = "\(head) \(subject) feeds \(Prose.enumeration(fed.map { "\($0)" }))"
    let sentence: Prose =
      isSeeded ? "\(goes), and has an upstream gradient that is given besides." : "\(goes)."
    let lost = group.flatMap { id in steps.lost(of: id).map { "\(name(id)) in \(name($0))" as Prose } }
    guard let first = lost.first else { return sentence }
    let all = lost.count > Self.mostNames ? lost.prefix(Self.mostNames) + ["others"] : lost
    return lost.count == 1
      ? "\(sentence) \(first) is multiplied by 0 and adds nothing."
      : "\(sentence) \(Prose.enumeration(Array(all))) are multiplied by 0 and add nothing."
  }

  /// What is said where entries are computed at an edge of max, min, |x| or the step function.
  func edges(_ shown: [Graph.ID]) -> [Block] {
    let fed = Set(shown.flatMap(steps.fed)).sorted()
    let found = fed.filter { graph.isOnEdge($0, values: work.trace.values) }
    guard !found.isEmpty else { return [] }
    let names = found.prefix(Self.mostNames).map { "\(name($0))" as Prose }
    let all = found.count > names.count ? names + ["others"] : names
    return [
      .paragraph(
        """
        \(Prose.enumeration(all)) \(all.count == 1 ? "is" : "are") at an edge here, where the derivative does not exist. The \
        usual choice is made: of equal arguments of max and min the first one counts, and |x| and the step function have the \
        slope 0.
        """)
    ]
  }

  /// What is said of the step function, if it has a slope here that is needed.
  func flats(_ shown: [Graph.ID]) -> [Block] {
    let hasStep = Set(shown.flatMap(steps.fed)).contains { of in
      var found = false
      graph.formula(of: of).forEachPart {
        if case .call(.unitStep, let x) = $0, !x.names.isEmpty { found = true }
      }
      return found
    }
    return hasStep
      ? [
        .paragraph(
          "The step function is flat on both sides of 0: its slope is 0, and no gradient goes through it.")
      ]
      : []
  }

  /// More names than these in a sentence are nothing to read.
  private static let mostNames = 8
}

extension Equation {
  /// The shortest condition of the first side that has one: over names.
  fileprivate var condition: Formula? {
    for side in sides {
      var found: [Formula] = []
      side.formula.forEachPart { if case .truth = $0 { found.append($0) } }
      if let shortest = found.min(by: { $0.size < $1.size }) { return shortest }
    }
    return nil
  }
}

extension Formula {
  /// How many formulas it is made of.
  fileprivate var size: Int {
    var size = 0
    forEachPart { _ in size += 1 }
    return size
  }
}
