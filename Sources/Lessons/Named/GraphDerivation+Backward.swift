import Backprop
import Documents
import Formulas

/// From the result back to what is given.
extension GraphDerivation {
  mutating func backward() -> [Block] {
    var known: Set<Formula> = []
    var blocks = backward(
      .heading(level: 2, say(HeadingPhrase.backwardPass(example: nil))), wordsOfBackward, knowing: &known)
    let result = result
    // Said once, beside the first line that it is true of.
    if let (place, product) = blocks.enumerated().lazy.compactMap({ place, block in
      block.equations.first?.chainRule(of: result).map { (place, $0) }
    }).first {
      blocks.insert(.paragraph(say(product)), at: place + 1)
    }
    return blocks
  }

  /// The same under another heading, without the lines of what is known by name already.
  mutating func backward(_ heading: Block, _ words: Prose, knowing known: inout Set<Formula>) -> [Block] {
    let shown = (steps.wayBack + steps.withoutEffect).filter { id in
      id != steps.root
        && (isWanted(.total(id)) || steps.fed(by: id).contains { isWantedFactor($0, id) })
    }
    guard !shown.isEmpty else { return [] }
    var blocks: [Block] = [heading, .paragraph(words)]
    blocks += edges(shown) + flats(shown)
    let without = Set(steps.withoutEffect)
    let (last, others) = (shown.filter(without.contains), shown.filter { !without.contains($0) })
    let groups = isDirect ? [others.sorted() + last] : steps.groups(others) + [last].filter { !$0.isEmpty }
    for group in groups { blocks += backward(group, knowing: &known) }
    // What leads to the equations at once is not interrupted.
    if let words = wordsOfCondition(in: blocks) { blocks.insert(words, at: isDirect ? 1 : 2) }
    return blocks
  }

  /// What a condition in brackets is, if there is one.
  func wordsOfCondition(in blocks: [Block]) -> Block? {
    let conditions = blocks.flatMap(\.equations).flatMap(\.conditions)
    let all = Set(conditions)
    return conditions.min(by: { $0.size < $1.size }).map { condition in
      .paragraph(say(GraphPhrase.condition(condition, hasTies: all.contains { $0.isOpposed(in: all) })))
    }
  }

  /// Which letters stand for derivatives, by one of those that have some.
  private var wordsOfShortNames: Prose {
    if notation.derivatives == nil { return "" }
    let derivative = steps.wayBack.filter { $0 != steps.root }.map(steps.derivative).first { name in
      if case .partial(let above, let below) = name {
        notation.hasShortName(of: above, by: below)
      } else {
        false
      }
    }
    return derivative.map { say(GraphPhrase.shortNames($0)) } ?? ""
  }

  private func isWantedFactor(_ of: Graph.ID, _ by: Graph.ID) -> Bool {
    isWanted(.factor(of: of, by: by))
  }

  var wordsOfBackward: Prose {
    guard steps.root != nil else {
      return Prose.sentences([
        say(GraphPhrase.backwardFromGiven(graph.result.name, called: result)), wordsOfShortNames,
      ])
    }
    // The equations follow at once where there is no way to go back.
    if isDirect { return Prose.sentences([wordsOfShortNames, wordsOfDirect]) }
    let repeats = steps.wayBack.contains { steps.fed(by: $0).count > 1 }
    return Prose.sentences([
      say(GraphPhrase.backward(from: result, to: givesAll ? nil : namesOfParameters, repeats: repeats)),
      wordsOfShortNames,
    ])
  }

  /// What leads to derivatives that need no way back.
  var wordsOfDirect: Prose {
    let only = parameters.count == 1 ? parameters.first.map(name) : nil
    return say(GraphPhrase.direct(result, by: only))
  }

  /// The entries of one quantity: where they go, the local gradients, and the sums of their products.
  private mutating func backward(_ group: [Graph.ID], knowing known: inout Set<Formula>) -> [Block] {
    var blocks: [Block] = isDirect ? [] : [.paragraph(lead(group))]
    let spelled = spelled(group, form: form(backTo:))
    for id in group {
      let (factors, total) = steps.backward(to: id)
      for factor in factors where isWanted(factor.kind) {
        // Whether a number is exact is found out as its line is made, also where it stands already.
        let line = line(factor)
        if spelled.contains(id), known.insert(factor.name).inserted { blocks.append(line) }
      }
      if let total, isWanted(total.kind) {
        let line = line(total)
        if spelled.contains(id) { blocks.append(line) }
      }
    }
    guard spelled.count < group.count, let sides = steps.derivative(by: group[0]).sidesOfDerivative else {
      return blocks
    }
    let array = Formula.partial(sides.above, by: graph.quantity(of: group[0]).symbol)
    return blocks + tables(of: group, called: steps.derivative, array)
  }

  /// "How f changes with x. x feeds q and r."
  func lead(_ group: [Graph.ID]) -> Prose {
    let subjects = called(group)
    let isSeeded = group.contains { id in steps.root == nil && graph.result.entries.contains(id) }
    let isShort = group.count == 1 && steps.fed(by: group[0]).count <= Self.mostListed
    let targets = group.flatMap { steps.fed(by: $0) }
    var (seen, ofQuantity, order) = (Set<Graph.ID>(), [Symbol: [Graph.ID]](), [Symbol]())
    for of in targets where seen.insert(of).inserted {
      let quantity = graph.quantity(of: of).symbol
      if ofQuantity[quantity] == nil { order.append(quantity) }
      ofQuantity[quantity, default: []].append(of)
    }
    let fed = isShort ? targets.map(name) : order.compactMap { ofQuantity[$0] }.flatMap(called)
    if fed.isEmpty {
      if isSeeded { return say(GraphPhrase.upstreamGiven(subjects, result: result)) }
      if group.count == 1, hasStops, graph.entriesBelowResult[group[0]] {
        return say(GraphPhrase.stopped(name(group[0]), result: result))
      }
      return say(
        group.count > 1
          ? GraphPhrase.noEffects(names(group), result: result) : .noEffect(name(group[0]), result: result))
    }
    let sentence = say(GraphPhrase.feeds(subjects, result: result, fed, isSeeded: isSeeded))
    let lost = group.flatMap { id in
      steps.lost(of: id).filter { !graph.isStopped($0) }.map {
        GraphPhrase.Loss(quantity: name(id), place: name($0))
      }
    }
    if lost.isEmpty { return sentence }
    let losses = GraphPhrase.multipliedByZero(
      Array(lost.prefix(Self.mostListed)), areMore: lost.count > Self.mostListed)
    return Prose.sentences([sentence, say(losses)])
  }

  private func names(_ ids: [Graph.ID]) -> GraphPhrase.Names {
    .init(shown: ids.prefix(Self.mostListed).map(name), areMore: ids.count > Self.mostListed)
  }

  /// What a sentence calls entries of one quantity: what is given, and all that is computed, by the name of the quantity, and a part
  /// of what is computed one by one.
  private func called(_ ids: [Graph.ID]) -> [Formula] {
    guard let first = ids.first else { return [] }
    let quantity = graph.quantity(of: first)
    let isWhole = graph.given[first] != nil || ids.count == quantity.entries.count { graph.given[$0] == nil }
    return ids.count > 1 && isWhole || ids.count > Self.mostListed
      ? [.symbol(quantity.symbol)] : ids.map(name)
  }

  /// What is said where entries are computed at an edge of max, min, |x| or the step function.
  func edges(_ shown: [Graph.ID]) -> [Block] {
    let fed = Set(shown.flatMap(steps.fed)).sorted()
    let edges = fed.map { graph.edges(of: $0, values: work.trace.values) }
    let found = zip(fed, edges).filter { !$1.isEmpty }.map(\.0)
    let kinds = Graph.Edge.allCases.filter { kind in edges.contains { $0.contains(kind) } }
    return found.isEmpty ? [] : [.paragraph(say(GraphPhrase.atEdges(names(found), kinds)))]
  }

  /// What is said of the step function and of floor, if they have a slope here that is needed, and of stop.
  func flats(_ shown: [Graph.ID]) -> [Block] {
    var (hasStep, hasFloor) = (false, false)
    for of in Set(shown.flatMap(steps.fed)) {
      graph.formula(of: of).forEachPart {
        guard case .call(let function, let x) = $0, !x.names.isEmpty else { return }
        hasStep = hasStep || function == .unitStep
        hasFloor = hasFloor || function == .named(.floor)
      }
    }
    let flats: [GraphPhrase] =
      (hasStep ? [.stepIsFlat] : []) + (hasFloor ? [.floorIsFlat] : [])
      + (hasStops ? [.stopEndsGradients] : [])
    return flats.map { .paragraph(say($0)) }
  }

  /// Whether something counts as given here that is computed.
  private var hasStops: Bool { (0..<graph.count).contains(where: graph.isStopped) }

  /// More names than these in a sentence are nothing to read.
  static let mostListed = 8
}

extension Equation {
  /// The two derivatives of the first product, if its first side is a local gradient times an upstream gradient, or a sum of such
  /// products.
  fileprivate func chainRule(of result: Formula) -> GraphPhrase? {
    guard let terms = sides.first?.formula.terms else { return nil }
    let products = terms.compactMap { term -> GraphPhrase? in
      guard case .product(let factors) = term, factors.count == 2, factors.allSatisfy(\.isDerivative),
        let upstream = factors.last(where: { $0.sidesOfDerivative.map { Formula.symbol($0.above) } == result }
        ),
        let local = factors.first(where: { $0 != upstream })
      else { return nil }
      return .products(local: local, upstream: upstream)
    }
    return products.count == terms.count ? products.first : nil
  }

  /// The conditions of the first side that has one: over names.
  fileprivate var conditions: [Formula] {
    for side in sides {
      var found: [Formula] = []
      side.formula.forEachPart { if case .truth = $0 { found.append($0) } }
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension Formula {
  /// Whether there is the opposite of a condition that also holds for equal numbers: [y > x] beside [x ≥ y].
  fileprivate func isOpposed(in all: Set<Formula>) -> Bool {
    guard case .truth(let x, let y, orEqual: true) = self else { return false }
    return all.contains(.truth(y, x, orEqual: false))
  }

  /// How many formulas it is made of.
  fileprivate var size: Int {
    var size = 0
    forEachPart { _ in size += 1 }
    return size
  }
}
