import Backprop
import Formulas
import Lessons

/// A line where a mistake may be made, and the names around it.
package struct Site: Sendable {
  let lesson: Lesson
  let layout: Layout
  let line: Line
  /// Where the line stands in the network.
  package let place: Place

  /// A line of a network; `nil` for one of anything else.
  init?(_ subject: NetworkSubject, _ line: Line) {
    guard let place = line.place else { return nil }
    (lesson, layout) = (subject.lesson, subject.layout)
    (self.line, self.place) = (line, place)
  }

  /// What is right.
  package var right: Formula { line.formula }
  /// What is right, as people write it: a − y where there is such a form.
  var short: Formula { line.shortcut ?? line.formula }

  /// L.
  package var last: Int { layout.layerCount }
  /// How many neurons a layer has; none where there is no such layer.
  package func width(_ l: Int) -> Int { layout.widths.indices.contains(l) ? layout.widths[l] : 0 }
  /// The neurons of a layer, counted from 0; none where there is no such layer.
  package func neurons(_ l: Int) -> Range<Int> { 0..<width(l) }
  /// How many outputs there are.
  package var outputs: Int { width(last) }
  /// How many examples.
  package var examples: Int { layout.exampleCount }

  /// f of a layer; `nil` for the input, and where there is no such layer.
  package func activation(_ l: Int) -> Activation? {
    lesson.layers.indices.contains(l - 1) ? lesson.layers[l - 1].activation : nil
  }

  private func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: line.example) }
  private var c: Symbol { symbol(layout.exampleCost) }

  /// w^(l) into neuron j from neuron k.
  package func w(_ l: Int, _ j: Int, _ k: Int) -> Formula { .symbol(symbol(layout.weight(l, j, k))) }
  /// b^(l) of neuron j; `nil` where the layer has no biases.
  package func b(_ l: Int, _ j: Int) -> Formula? { layout.bias(l, j).map { .symbol(symbol($0)) } }
  /// z^(l) of neuron j.
  package func z(_ l: Int, _ j: Int) -> Formula { .symbol(symbol(layout.weightedInput(l, j))) }
  /// a^(l) of neuron j.
  package func a(_ l: Int, _ j: Int) -> Formula { .symbol(symbol(layout.activation(l, j))) }
  /// y of output j.
  package func y(_ j: Int) -> Formula { .symbol(layout.target(j, example: line.example)) }
  /// ∂C/∂a.
  package func slopeOfCost(_ l: Int, _ j: Int) -> Formula { .partial(c, by: symbol(layout.activation(l, j))) }
  /// δ = ∂C/∂z.
  package func error(_ l: Int, _ j: Int) -> Formula { .partial(c, by: symbol(layout.weightedInput(l, j))) }
  /// ∂C/∂w of this example.
  package func gradient(_ l: Int, _ j: Int, _ k: Int) -> Formula {
    .partial(c, by: symbol(layout.weight(l, j, k)))
  }
  /// ∂a/∂z by name.
  package func slopeName(_ l: Int, _ j: Int) -> Formula {
    .partial(symbol(layout.activation(l, j)), by: symbol(layout.weightedInput(l, j)))
  }
  /// ∂a/∂z as it is worked out: a (1 − a), of any layer that has one.
  package func slope(_ l: Int, _ j: Int) -> Formula? {
    guard neurons(l).contains(j) else { return nil }
    return activation(l)?.rule.slope(Reading(a(l, j)), z(l, j))
  }

  /// Whether the line begins the way back: ∂C/∂a of an output, or its ∂C/∂z where that is written at once.
  var isSlopeOfCost: Bool {
    if case .costSlope = place { true } else { line.shortcut != nil }
  }

  /// Whether the cost has one square for each output.
  var isSquared: Bool { !lesson.cost.takesLogarithms }
  /// Whether activation and cost of the last layer cancel.
  var cancels: Bool { Cancelled(activation(last) ?? .identity, lesson.cost) != nil }
}

extension Formula {
  /// a − y turned into y − a, and with it the sign; any other formula with a minus before it.
  var reversed: Formula {
    var found = false
    let result = substituting { part in
      guard case .sum(let terms) = part, terms.count == 2, case .symbol(let a)? = terms.first,
        a.meaning == .activation, case .negative(let y)? = terms.last
      else { return nil }
      found = true
      return y - .symbol(a)
    }
    return found ? result : -self
  }

  /// With one part in another's place, wherever it stands.
  func replacing(_ old: Formula, with new: Formula) -> Formula { substituting { $0 == old ? new : nil } }

  /// The formula without a factor 2, or with a factor ½.
  var halved: Formula { withFirstFactor { $0 == .integer(2) ? 1 : nil } ?? divided(by: 2) }

  /// The formula without a factor ½, or with a factor 2.
  var doubled: Formula {
    if case .product(let factors) = self, factors.first == .quotient(.integer(1), .integer(2)),
      factors.count > 1
    {
      return .product(Array(factors.dropFirst())).simple
    }
    return .integer(2) * self
  }

  /// With another whole number for the one that stands first, alone or above a stroke: 1 is not written.
  private func withFirstFactor(_ other: (Formula) -> Int?) -> Formula? {
    guard case .product(let factors) = self, let first = factors.first, factors.count > 1 else { return nil }
    let rest = Formula.product(Array(factors.dropFirst())).simple
    if let number = other(first) { return number == 1 ? rest : .integer(number) * rest }
    guard case .quotient(let above, let below) = first, let number = other(above) else { return nil }
    return .quotient(.integer(number), below) * rest
  }

  /// A product of one factor is the factor.
  private var simple: Formula {
    if case .product(let factors) = self, let only = factors.first, factors.count == 1 { only } else { self }
  }

  /// Without a factor, wherever a product has it.
  func without(_ factor: Formula) -> Formula {
    substituting { part in
      guard case .product(let factors) = part, factors.contains(factor) else { return nil }
      return .product(factors.filter { $0 != factor }).simple
    }
  }

  /// 1/n of the formula.
  func divided(by n: Int) -> Formula { .quotient(.integer(1), .integer(n)) * self }
}
