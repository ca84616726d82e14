import Formulas

/// Makes the wrong formulas of a line: the kinds of rewriting, applied to whatever the formula is made of.
struct Rewriter {
  let exercise: Exercise
  let roles: Roles
  let line: Int
  let role: Role
  /// What is right, without names that are only other names: w for ∂z/∂a.
  let right: Formula
  private(set) var found: [(label: Label, formula: Formula)] = []
  /// What is no mistake, and the labels that are there.
  private let rights: Set<Formula>
  private var seen: Set<Label> = []

  init(_ exercise: Exercise, _ roles: Roles, _ line: Int) {
    (self.exercise, self.roles, self.line) = (exercise, roles, line)
    role = roles.all[line]
    let own = exercise.lines[line]
    let short = exercise.plain(own.shortcut ?? own.formula)
    right = short
    rights = [own.formula, exercise.plain(own.formula), short]
    rewriteSpecially()
    rewrite(short)
    // Who does not see that something cancels goes the long way wrong.
    if own.shortcut != nil {
      seen = []
      rewrite(exercise.plain(own.formula))
    }
  }

  /// Whether the line of a graph is the slope of one function: a local gradient, or the derivative by what feeds nothing but
  /// the result.
  var isSlope: Bool {
    role.kind == .localGradient
      || role.kind == .derivative
        && !exercise.lines[line].formula.names.contains { if case .partial = $0 { true } else { false } }
  }

  mutating func add(_ label: Label, _ formula: Formula?) {
    guard let formula, !rights.contains(formula), isBefore(formula), seen.insert(label).inserted else {
      return
    }
    found.append((label, formula))
  }

  /// Whether a formula is made of what comes before the line.
  private func isBefore(_ formula: Formula) -> Bool {
    formula.names.allSatisfy { name in
      exercise.entries[name].map { $0 < line || $0 >= exercise.lines.count } ?? false
    }
  }

  /// The role of a name, beside that of the line.
  func part(_ formula: Formula) -> Label.Part {
    if formula.isNumber { return .constant(formula) }
    guard formula.isName, let entry = exercise.entries[formula] else { return .composite }
    let own = roles.all[entry]
    if isSlope, case .partial(let above, let below) = exercise.lines[line].name {
      if formula == .symbol(above) { return .output }
      if formula == .symbol(below) { return .input }
    }
    // ∂C/∂a and ∂C/∂z of outputs are parts like those of hidden neurons.
    var kind = own.kind == .costSlope ? .passed : own.kind == .outputError ? .error : own.kind
    // The step of a bias is made of the same parts as that of a weight.
    if role.kind == .newBias {
      kind =
        kind == .totalBiasGradient
        ? .totalWeightGradient : kind == .biasGradient ? .weightGradient : kind == .bias ? .weight : kind
    }
    return .name(
      kind, layers: own.layer.map { $0 - (role.layer ?? $0) } ?? 0,
      isOfOther: own.example != nil && role.example != nil && own.example != role.example)
  }

  /// The names in a term, by their roles.
  private func parts(_ term: Formula) -> [Label.Part] {
    let names = term.unsigned.names
    return names.isEmpty ? [part(term.unsigned)] : names.map(part)
  }

  private mutating func rewrite(_ formula: Formula) {
    rewriteFactors(formula)
    rewriteTerms(formula)
    rewriteNames(formula)
    add(.turn, -formula)
    for (above, below) in factors { add(.scale(above, below), formula.scaled(above, below)) }
    add(
      .added,
      formula.changing { part in
        if case .product(let factors) = part, factors.count > 1 { .total(factors) } else { nil }
      })
    add(
      .multiplied,
      formula.changing { part in
        if case .sum(let terms) = part, terms.count > 1 { .product(terms.map(\.unsigned)) } else { nil }
      })
    add(
      .powerDropped,
      formula.changing { part in
        if case .power(let base, let exponent) = part, exponent > 1 {
          exponent == 2 ? base : .power(base, exponent - 1)
        } else {
          nil
        }
      })
    for (one, other) in Self.functions {
      add(
        .function(one, other),
        formula.changing { part in
          if case .call(one, let x) = part { .call(other, x) } else { nil }
        })
    }
    add(
      .argumentTurned,
      formula.changing { part in
        if case .call(let function, let x) = part, function != .ln { .call(function, -x) } else { nil }
      })
    for base in [10, 2] {
      add(
        .base(base),
        formula.changing { part in
          if case .call(.ln, _) = part { part / .call(.ln, .integer(base)) } else { nil }
        })
    }
    for sibling in [Label.Sibling.own, .kind(.activation), .kind(.weightedInput)] {
      add(.times(sibling), extra(sibling).map { formula * $0 })
    }
    for sibling in [Label.Sibling.layer(1), .layer(-1), .neuron(1), .neuron(2)] {
      add(.whole(sibling), other(exercise.lines[line].name, sibling).map(written))
    }
    if role.kind == .activation { add(.whole(.kind(.weightedInput)), formula.names.first) }
  }

  /// A name, or what it comes to where that is not known yet.
  private func written(_ name: Formula) -> Formula {
    guard let entry = exercise.entries[name], entry > line, entry < exercise.lines.count else { return name }
    return exercise.plain(exercise.lines[entry].formula)
  }

  private static let functions: [(Formula.Function, Formula.Function)] = [
    (.sigma, .tanh), (.tanh, .sigma), (.sin, .cos), (.cos, .sin), (.ln, .exp), (.exp, .ln),
  ]

  /// 2, 3, 4, how many examples and outputs there are, and their inverses.
  private var factors: [(Int, Int)] {
    let counts = [2, 3, 4] + [roles.examples, roles.outputs].filter { $0 > 4 }
    return counts.flatMap { [($0, 1), (1, $0)] } + [(1, 10), (10, 1)]
  }

  private mutating func rewriteFactors(_ formula: Formula) {
    var classes: [Label.Part] = []
    formula.forEachPart { inner in
      guard case .product(let factors) = inner else { return }
      for factor in factors where !classes.contains(part(factor)) { classes.append(part(factor)) }
    }
    if classes.isEmpty, formula.isName { classes = [part(formula)] }
    func each(_ own: Label.Part, _ other: (Formula) -> Formula?) -> Formula? {
      if formula.isName { return other(formula) ?? .integer(1) }
      return formula.mappingFactors { factors in
        factors.contains { part($0) == own }
          ? factors.compactMap { part($0) == own ? other($0) : $0 } : nil
      }
    }
    for own in classes {
      add(.drop(own), each(own) { _ in nil })
      add(.double(own), each(own) { .power($0, 2) })
      add(.invert(own), each(own) { .integer(1) / $0 })
      add(.magnitude(own), each(own) { $0.isNumber ? nil : .call(.magnitude, $0) })
    }
  }

  /// More like terms than these are not left out one by one.
  static let mostPaths = 12

  private mutating func rewriteTerms(_ formula: Formula) {
    var sums: [[Formula]] = []
    formula.forEachPart { if case .sum(let terms) = $0 { sums.append(terms) } }
    rewriteUses(formula)
    for terms in sums {
      let classes = terms.map(parts)
      // In their order, so that every run of the program comes to the same.
      for (number, own) in classes.enumerated() where !classes[..<number].contains(own) {
        let places = terms.indices.filter { classes[$0] == own }
        func with(_ other: (Formula) -> [Formula]) -> Formula? {
          formula.changing { part in
            guard part == .sum(terms) else { return nil }
            return .total(terms.indices.flatMap { classes[$0] == own ? other(terms[$0]) : [terms[$0]] })
          }
        }
        add(.turnTerm(own), with { [-$0] })
        if places.count < terms.count {
          add(.dropTerm(own), with { _ in [] })
          add(.doubleTerm(own), with { [$0, $0] })
        }
        guard places.count > 1 else { continue }
        func keeping(_ isKept: (Int) -> Bool) -> Formula? {
          formula.changing { part in
            part == .sum(terms)
              ? .total(terms.indices.filter { classes[$0] != own || isKept($0) }.map { terms[$0] }) : nil
          }
        }
        for (number, place) in places.prefix(Self.mostPaths).enumerated() {
          add(.only(number), keeping { $0 == place })
          if places.count > 2 { add(.without(number), keeping { $0 != place }) }
        }
        if let neuron = role.indices.first, places.indices.contains(neuron - 1) {
          let own = places[neuron - 1]
          add(.onlyOwn, keeping { $0 == own })
        }
      }
    }
  }

  /// Of the uses of a value in a graph one is there, or all but one; or those in one definition, which may be several.
  private mutating func rewriteUses(_ formula: Formula) {
    guard role.kind == .derivative, case .sum(let terms) = formula else { return }
    for place in terms.indices.prefix(Self.mostPaths) {
      add(.only(place), terms[place])
      if terms.count > 2 {
        add(.without(place), .total(terms.enumerated().filter { $0.offset != place }.map(\.element)))
      }
    }
    let definitions = terms.map(definition)
    for (number, own) in definitions.enumerated() where !definitions[..<number].contains(own) {
      func total(_ isKept: (Int) -> Bool) -> Formula {
        .total(terms.indices.filter(isKept).map { terms[$0] })
      }
      guard let own, definitions.count(where: { $0 != own }) > 0 else { continue }
      add(.onlyThrough(own), total { definitions[$0] == own })
      add(.notThrough(own), total { definitions[$0] != own })
    }
  }

  /// What a term of such a sum goes through: t of ∂t/∂x · ∂C/∂t.
  private func definition(_ term: Formula) -> Role.Kind? {
    guard case .partial(let result, let own) = exercise.lines[line].name else { return nil }
    for case .partial(let above, let below) in term.names {
      let through = below == own ? above : below
      if above != result || below != own { return .named(through) }
    }
    return nil
  }

  private mutating func rewriteNames(_ formula: Formula) {
    var classes: [Label.Part] = []
    for name in formula.names where !classes.contains(part(name)) { classes.append(part(name)) }
    for own in classes {
      func exchange(_ sibling: Label.Sibling) {
        add(
          .exchange(own, sibling),
          formula.renaming { part($0) == own ? other($0, sibling).map(written) : nil })
      }
      exchange(.ofNeuron)
      exchange(.input)
      for offset in [1, -1, 2] {
        exchange(.layer(offset))
        exchange(.transposedLayer(offset))
      }
      for offset in 1...3 { exchange(.neuron(offset)) }
      exchange(.transposed)
      exchange(.example(1))
      if case .name(let kind, _, _) = own {
        for neighbour in kind.neighbours { exchange(.kind(neighbour)) }
      }
      exchange(.own)
      // In a graph any two that stand together are siblings.
      if roles.last == 0 || own == .output || own == .input {
        for (number, name) in formula.names.prefix(6).enumerated() where part(name) != own {
          add(.exchange(own, .other(number)), formula.renaming { part($0) == own ? name : nil })
        }
      }
    }
  }
}

extension Role.Kind {
  /// That of a quantity of a graph.
  fileprivate static func named(_ symbol: Symbol) -> Role.Kind? {
    if case .named(let word) = symbol.meaning { .named(word) } else { nil }
  }
}
