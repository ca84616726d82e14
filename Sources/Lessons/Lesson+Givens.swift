import Backprop
import Formulas

/// What a lesson gives, by name.
extension Lesson {
  /// Its weights and biases.
  package func givenParameters(_ layout: Layout) -> [(name: Formula, value: Numeral)] {
    parameters.enumerated().map { id, value in (.symbol(layout.symbol(id, example: nil)), value) }
  }

  /// The inputs and the targets of an example, counted from 0.
  package func givens(ofExample x: Int, _ layout: Layout) -> [(name: Formula, value: Numeral)] {
    let inputs = examples[x].inputs.enumerated().map { k, value in
      (name: Formula.symbol(layout.symbol(layout.activation(0, k), example: x)), value: value)
    }
    let targets = examples[x].targets.enumerated().map { j, value in
      (name: Formula.symbol(layout.target(j, example: x)), value: value)
    }
    return inputs + targets
  }

  /// What a step needs besides the derivatives, where it takes one.
  package func givenStep(_ layout: Layout) -> [(name: Formula, value: Numeral)] {
    step(layout).map { ($0.name, $0.value.numeral) }
  }

  func step(_ layout: Layout) -> [(name: Formula, value: Learning.Kept)] {
    let graph = graph(layout, example: nil)
    return learning.givens(learningRate, of: (0..<layout.parameterCount).filter { moves($0, layout) }) {
      graph.symbol(of: $0, at: $1, isNew: false)
    }
  }
}
