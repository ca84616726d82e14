import Backprop
import Formulas

/// The steps of a derivation, made from the rules, for one example: everything that is derived by name.
struct Steps {
  /// A neuron's part of the forward pass.
  struct Forward {
    let weightedInput: Step
    let activation: Step
  }

  /// A neuron's part of the backward pass: factors, and their products.
  struct Backward {
    /// ∂a/∂z of each neuron that this z moves: of its own, and with softmax of all.
    let slopes: [Step]
    /// ∂C/∂z = Σ ∂a/∂z · ∂C/∂a.
    let error: Step
    /// What is left of it where activation and cost are made for each other.
    let cancelled: Step?
    /// ∂z/∂w and ∂C/∂w for each weight.
    let weights: [Branch]
    /// ∂z/∂b and ∂C/∂b, where there is a bias.
    let bias: Branch?
  }

  /// From ∂C/∂z to one of the things that z depends on.
  struct Branch {
    let factor: Step
    let product: Step
  }

  /// What comes back to a neuron of the layer before, by every path.
  struct Passed {
    /// ∂z/∂a, for each neuron that it feeds.
    let factors: [Step]
    /// ∂C/∂a = Σ ∂z/∂a · ∂C/∂z.
    let sum: Step
  }

  /// One layer's part of the backward pass.
  struct Layer {
    let layer: Int
    let neurons: [Backward]
    /// For each neuron of the layer before.
    let passed: [Passed]
  }

  /// Which example it is, counted from 0.
  let example: Int
  /// Layer by layer, neuron by neuron.
  let forward: [[Forward]]
  let cost: Step
  /// ∂C/∂a of each output.
  let costSlopes: [Step]
  /// From the last layer to the first.
  let backward: [Layer]
  /// In a chain: ∂C/∂w of the first layer, as one product of all its factors.
  let wholeProduct: Step?
  /// What a sum that is not written out leaves to one name: its other terms.
  let others: [Symbol: Formula]

  init(_ lesson: Lesson, _ layout: Layout, example: Int) {
    var maker = StepMaker(lesson, layout, example: example)
    self.example = example
    forward = (1...layout.layerCount).map { maker.forward($0) }
    cost = maker.cost()
    costSlopes = maker.costSlopes()
    backward = (1...layout.layerCount).reversed().map { maker.backward($0) }
    wholeProduct = lesson.isChain ? maker.wholeProduct() : nil
    others = maker.others
  }

  /// Every step, each after those that it needs.
  var all: [Step] {
    var steps = forward.joined().flatMap { [$0.weightedInput, $0.activation] } + [cost] + costSlopes
    for layer in backward {
      for neuron in layer.neurons {
        steps += neuron.slopes + [neuron.error]
        if let cancelled = neuron.cancelled { steps.append(cancelled) }
        for branch in neuron.weights { steps += [branch.factor, branch.product] }
        if let bias = neuron.bias { steps += [bias.factor, bias.product] }
      }
      for passed in layer.passed { steps += passed.factors + [passed.sum] }
    }
    return steps
  }
}

extension BidirectionalCollection<Step> {
  /// The names that these names need, themselves included; each step comes after those that it needs.
  func needed(for names: Set<Formula>) -> Set<Formula> {
    var needed = names
    for step in reversed() where needed.contains(step.name) {
      needed.formUnion(step.formula.names)
      if let other = step.whenSaturated { needed.formUnion(other.names) }
    }
    return needed
  }
}
