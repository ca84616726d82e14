import Backprop
import Formulas

/// What a name stands for in a derivation, as far as mistakes depend on it.
///
/// This is the only place that knows how names are built.
struct Role: Hashable, Sendable {
  /// What kind of quantity or derivative.
  enum Kind: Hashable, Sendable {
    // Of layers.
    case weight, bias, weightedInput, activation, target, cost, penalty, totalCost
    case costSlope, passed, slope, otherSlope, error, outputError, weightGradient, biasGradient
    case share, penaltySlope, totalWeightGradient, totalBiasGradient, onward
    case newWeight, newBias
    // Of named quantities: one by its name, ∂(one)/∂(what feeds it), ∂(result)/∂(one), and one after the step.
    case named(Word)
    case localGradient, derivative, update
    // What an optimizer keeps of a parameter, before the step and after it, and its constants.
    case kept(UpdateQuantity), newKept(UpdateQuantity), constant(Word)
    case rate, other
  }

  let kind: Kind
  /// That of the quantity, or that by which it is the derivative.
  let layer: Int?
  let indices: [Int]
  let example: Int?

  /// `last` is the number of layers, `result` what a graph comes to, `hasParts` whether the cost is made of several.
  init(_ name: Formula, last: Int, result: Symbol?, hasParts: Bool) {
    switch name {
    case .symbol(let symbol):
      // The forward pass with the new parameters has numbers of examples that none has.
      kind = (symbol.example ?? 0) < 0 ? .other : Self.kind(symbol, hasParts: hasParts)
      (layer, indices, example) = (symbol.layer, Array(symbol.indices), symbol.example)
    case .partial(let above, let below):
      kind = Self.kind(above, below, last: last, result: result, hasParts: hasParts)
      (layer, indices) = (below.layer, Array(below.indices))
      example = below.example ?? above.example
    case .number, .negative, .sum, .product, .quotient, .power, .raised, .call, .max, .min, .truth, .nabla,
      .transpose, .matrixProduct, .elementwise:
      (kind, layer, indices, example) = (.other, nil, [], nil)
    }
  }

  private static func kind(_ symbol: Symbol, hasParts: Bool) -> Kind {
    switch symbol.meaning {
    case .weight: .weight
    case .bias: .bias
    case .weightedInput: .weightedInput
    case .activation: .activation
    case .target: .target
    case .cost: symbol.example == nil && hasParts ? .totalCost : .cost
    case .penalty: .penalty
    case .learningRate: .rate
    case .newWeight: .newWeight
    case .newBias: .newBias
    case .named(let word): .named(word)
    case .newNamed: .update
    // The running means without their bias are worked out in the step.
    case .optimizer(let word):
      UpdateQuantity(word).map { $0.isState ? .kept($0) : .newKept($0) } ?? .constant(word)
    case .newOptimizer(let word): UpdateQuantity(word).map { .newKept($0) } ?? .other
    case .newCost, .otherTerms, .path, .gradient, .weightMatrix, .error, .jacobian,
      .ones, .mask, .squaredGradient, .squaredWeightGradient, .entry, .derivative:
      .other
    }
  }

  private static func kind(
    _ above: Symbol, _ below: Symbol, last: Int, result: Symbol?, hasParts: Bool
  ) -> Kind {
    let isTotal = hasParts && above.example == nil
    switch (above.meaning, below.meaning) {
    case (.named, _), (_, .named): return above == result ? .derivative : .localGradient
    case (.cost, .cost), (.cost, .penalty): return .share
    case (.penalty, _): return .penaltySlope
    case (.cost, .weight): return isTotal ? .totalWeightGradient : .weightGradient
    case (.cost, .bias): return isTotal ? .totalBiasGradient : .biasGradient
    case (.cost, .activation):
      return below.example != nil && isTotal ? .onward : below.layer == last ? .costSlope : .passed
    case (.cost, .weightedInput):
      return below.example != nil && isTotal ? .onward : below.layer == last ? .outputError : .error
    case (.activation, .weightedInput): return above.indices == below.indices ? .slope : .otherSlope
    default: return .other
    }
  }
}

extension UpdateQuantity {
  /// What a word such as `v`, `v_w` or `m_hat` stands for in an optimizer.
  fileprivate init?(_ word: Word) {
    let found = Self.allCases.filter { word.text == $0.rawValue || word.text.hasPrefix($0.rawValue + "_") }
    guard let longest = found.max(by: { $0.rawValue.count < $1.rawValue.count }) else { return nil }
    self = longest
  }
}

/// The roles of all entries of an exercise, and what stands beside each.
struct Roles: Sendable {
  let all: [Role]
  let names: [Formula]
  /// The number of layers; 0 of a graph.
  let last: Int
  let outputs, examples: Int
  /// Whether the cost is the sum over several examples, and not their mean.
  let areAdded: Bool
  private let known: [Role: Formula]
  private let families: [Role: [Formula]]
  /// How far the indices of each family go.
  private let widths: [Role: [Int]]

  init(_ exercise: Exercise) {
    let pairs = exercise.entries.sorted { $0.value < $1.value }
    names = pairs.map(\.key)
    let symbols = names.compactMap { name in if case .symbol(let symbol) = name { symbol } else { nil } }
    let last = symbols.filter { $0.meaning == .activation }.compactMap(\.layer).max() ?? 0
    // The last derivative is one of the result.
    let derivative = exercise.lines.last { if case .partial = $0.name { true } else { false } }
    let result: Symbol? = if case .partial(let above, _)? = derivative?.name { above } else { nil }
    let costs = symbols.filter { $0.meaning == .cost && $0.example ?? 1 > 0 }
    let hasParts = costs.contains { $0.example == nil } && costs.contains { $0.example != nil }
    all = names.map { Role($0, last: last, result: result, hasParts: hasParts) }
    self.last = last
    outputs = Swift.max(1, Set(symbols.filter { $0.meaning == .target }.map { Array($0.indices) }).count)
    examples = Swift.max(1, Set(costs.compactMap(\.example)).count)
    let share = Formula.quotient(.integer(1), .integer(examples))
    areAdded =
      examples > 1
      && !zip(all, exercise.lines).contains { role, line in
        var isDivided = false
        if role.kind == .totalCost { line.formula.forEachPart { isDivided = isDivided || $0 == share } }
        return isDivided
      }
    var known: [Role: Formula] = [:]
    var families: [Role: [Formula]] = [:]
    var widths: [Role: [Int]] = [:]
    for (role, name) in zip(all, names) where role.kind != .other {
      let family = role.asLetter.with(indices: [])
      known[role.asLetter] = name
      families[family, default: []].append(name)
      let width = widths[family] ?? []
      widths[family] =
        width.count == role.indices.count ? zip(width, role.indices).map { Swift.max($0, $1) } : role.indices
    }
    (self.known, self.families, self.widths) = (known, families, widths)
  }

  /// The name of a role, if there is one; an index is left out where a layer has one neuron.
  func name(_ role: Role) -> Formula? {
    let letter = role.asLetter
    if let name = known[letter] { return name }
    if role.indices == [1] { return known[letter.with(indices: [])] }
    return role.indices.isEmpty ? known[letter.with(indices: [1])] : nil
  }

  /// The name of a role, or of the last there is where its layer has not so many.
  func nearest(_ role: Role) -> Formula? {
    let width = widths[role.asLetter.with(indices: [])] ?? []
    return name(
      role.with(
        indices: width.enumerated().map { place, width in
          role.indices.indices.contains(place) ? Swift.min(role.indices[place], width) : 1
        }))
  }

  /// Those of one letter, layer and example, in the order of their indices.
  func family(of role: Role) -> [Formula] { families[role.asLetter.with(indices: [])] ?? [] }
}

extension Role {
  /// The same with other indices.
  func with(indices: [Int]) -> Role { Role(kind, layer, indices, example) }
  /// The same in another layer.
  func with(layer: Int?) -> Role { Role(kind, layer, indices, example) }
  /// The same of another kind.
  func with(kind: Kind) -> Role { Role(kind, layer, indices, example) }
  /// The same of another example.
  func with(example: Int?) -> Role { Role(kind, layer, indices, example) }

  private init(_ kind: Kind, _ layer: Int?, _ indices: [Int], _ example: Int?) {
    (self.kind, self.layer, self.indices, self.example) = (kind, layer, indices, example)
  }

  /// ∂C/∂a and ∂C/∂z have one letter each, of outputs and of hidden neurons.
  fileprivate var asLetter: Role {
    kind == .costSlope ? with(kind: .passed) : kind == .outputError ? with(kind: .error) : self
  }
}
