import Backprop
import Formulas

extension Lesson {
  /// The same lesson as any graph of named quantities: the total cost of its examples, in the letters of its layers.
  ///
  /// The parameters are its first entries, by their ids in the layout.
  package func asNamedLesson(_ layout: Layout) throws(WorkedExampleError) -> NamedLesson {
    guard layout.count * examples.count <= Self.mostNamed else {
      throw .refused(
        "second derivatives are derived for networks of at most \(Self.mostNamed) quantities, but this network has \(layout.count * examples.count)"
      )
    }
    let network = graph(layout, example: layout.costHasParts ? nil : 0)
    let end = layout.costHasParts ? network.penaltyEntry + 2 : network.penaltyEntry
    let all = (0..<end).filter { $0 != network.penaltyEntry || layout.hasPenalty }
    let numbers = parameters + examples.flatMap { $0.inputs + $0.targets }
    var (builder, quantities, entries) = (Graph.Builder(), [Symbol: Int](), [Symbol: Graph.ID]())
    func quantity(_ symbol: Symbol) -> Int {
      if let known = quantities[symbol.whole] { return known }
      let new = builder.add(quantity: symbol.whole, rank: symbol.indices.count)
      quantities[symbol.whole] = new
      return new
    }
    for (id, number) in zip(all.filter(network.isGiven), numbers) {
      let symbol = network.symbol(of: id)
      entries[symbol] = builder.give(number, to: quantity(symbol), at: Array(symbol.indices))
    }
    for id in all where !network.isGiven(id) {
      let (symbol, step) = (network.symbol(of: id), network.value(of: id))
      let code = builder.code(of: step.formula) { name in
        if case .symbol(let symbol) = name { entries[symbol] } else { nil }
      }
      guard let code else {
        throw .refused("the definition of \(symbol.name) cannot be differentiated twice")
      }
      let line = builder.add(definition: symbol.name)
      entries[symbol] = builder.define(code, in: line, as: quantity(symbol), at: Array(symbol.indices))
    }
    let result = network.result
    let root = entries[result].map { [$0] } ?? []
    var lesson = NamedLesson(
      title: title, summary: summary,
      graph: builder.graph(deriving: Graph.Result(name: result.name, entries: root, seeds: nil)),
      by: Array(0..<layout.parameterCount), learningRate: nil)
    lesson.stepsLeftOut = learningRate == nil ? 0 : learning.steps
    return lesson
  }

  /// The largest number of quantities in a derivation of second derivatives.
  private static let mostNamed = 1_000
}
