import Backprop
import Formulas

/// What a traced example says of the names in its derivation: found by their places, since they are too many for a list.
///
/// It keeps the values and the derivatives, and of the factors none: a large network has two for each weight.
final class TracedExample: Sendable {
  private let lesson: Lesson
  private let layout: Layout
  private let graph: NetworkGraph
  /// Which example it is, counted from 0.
  let example: Int?
  /// How many digits results have.
  private let digits: Int
  private let values: [Double]
  private let gradients: ContiguousArray<Double>
  /// The example's own.
  let cost: Symbol

  /// The trace of an example with the derivatives of its own cost, and the lesson that it is of.
  init(_ trace: Trace<Double>, of lesson: Lesson, digits: Int) {
    (self.lesson, self.digits) = (lesson, digits)
    layout = trace.layout
    graph = lesson.graph(layout, example: trace.example)
    example = trace.example
    (values, gradients) = (trace.values, trace.gradients)
    cost = trace.symbol(layout.exampleCost)
  }

  /// The derivative of the example's own cost.
  func gradient(_ id: Layout.ID) -> Double { gradients[id] }

  /// The value of a quantity.
  func value(_ id: Layout.ID) -> Double { values[id] }

  private func symbol(_ id: Layout.ID) -> Symbol { layout.symbol(id, example: example) }

  /// The value of a name.
  subscript(name: Formula) -> Double? {
    if case .symbol(let symbol) = name { return id(of: symbol).map { values[$0] } }
    if case .partial(cost, by: let symbol) = name { return id(of: symbol).map { gradients[$0] } }
    if case .partial(let of, by: let by) = name { return slope(of, by: by) }
    return nil
  }

  /// The place of a quantity of this example, or of a parameter, which belongs to all of them.
  private func id(of symbol: Symbol) -> Layout.ID? {
    guard let id = layout.id(of: symbol), id <= layout.exampleCost else { return nil }
    return id < layout.parameterCount || symbol == self.symbol(id) ? id : nil
  }

  /// ∂z/∂w, ∂z/∂a and ∂z/∂b, each of which is another name for a number.
  private func slope(_ of: Symbol, by: Symbol) -> Double? {
    guard of.meaning == .weightedInput, let z = graph.entry(of), let below = graph.entry(by) else {
      return nil
    }
    return graph.localGradient(of: z, by: below)?.formula.evaluated { self[$0] ?? .nan }
  }

  /// The digits of a name that are the number itself: those of the lesson's parameters, and what the families of
  /// these neurons, by the ids of their weighted inputs, have found.
  ///
  /// `known` says it of the names that have been written one by one.
  func exact(_ name: Formula, families: Set<Layout.ID>, known: (Formula) -> Numeral?) -> Numeral? {
    if case .symbol(let symbol) = name { return id(of: symbol).flatMap(parameter) }
    guard case .partial(let of, by: let by) = name, !families.isEmpty, let id = id(of: by),
      case .weight(let l, let j, let k) = layout.quantity(of: id),
      families.contains(layout.weightedInput(l, j)),
      let activation = known(.symbol(symbol(layout.activation(l - 1, k))))
    else { return nil }
    if of == cost { return activation.value == 0 ? Numeral(integer: 0) : nil }
    return of.meaning == .weightedInput && self.id(of: of) != nil ? activation : nil
  }

  /// The digits of a parameter; a weight that was drawn has none of its own, and of too many none are kept.
  func parameter(_ id: Layout.ID) -> Numeral? {
    given(id).flatMap { $0.isShownWhole(digits: digits) ? $0 : nil }
  }

  private func given(_ id: Layout.ID) -> Numeral? {
    if lesson.learning.rounded.contains(id) { return nil }
    if case .bias(let l, let j) = layout.quantity(of: id) { return lesson.layers[l - 1].biases?[j] }
    guard case .weight(let l, let j, let k) = layout.quantity(of: id),
      !lesson.layers[l - 1].weights.areDrawn
    else { return nil }
    return lesson.layers[l - 1].weights[j][k]
  }
}
