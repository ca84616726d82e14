import Backprop
import Formulas

/// The steps of a derivation, made from the rules, for one example: everything that is derived by name.
package struct Steps {
  /// A neuron's part of the forward pass.
  package struct Forward {
    /// z = Σ w a + b.
    package let weightedInput: Step
    /// a = f(z).
    package let activation: Step
  }

  /// A neuron's part of the backward pass: factors, and their products.
  package struct Backward {
    /// ∂a/∂z of each neuron that this z moves: of its own, and with softmax of all.
    package let slopes: [Step]
    /// ∂C/∂z = Σ ∂a/∂z · ∂C/∂a.
    package let error: Step
    /// What is left of it where activation and cost are made for each other.
    package let cancelled: Step?
    /// ∂z/∂w and ∂C/∂w for each weight.
    package let weights: WeightBranches
    /// ∂z/∂b and ∂C/∂b, where there is a bias.
    package let bias: Branch?
  }

  /// From ∂C/∂z to one of the things that z depends on.
  package struct Branch {
    /// ∂z/∂ of it.
    package let factor: Step
    /// ∂C/∂ of it, by way of this z.
    package let product: Step
  }

  /// The branches of the weights into one neuron, each made when it is asked for.
  package struct WeightBranches: RandomAccessCollection, Sendable {
    /// How many there are.
    package let count: Int
    /// The neuron's weighted input, the weight at a place, and the activation under it.
    let names: @Sendable (Int) -> (weightedInput: Symbol, weight: Symbol, activation: Symbol)
    /// The branch from a weighted input of the layer to a weight that is multiplied by an activation.
    let branch: @Sendable (_ weightedInput: Symbol, _ weight: Symbol, _ activation: Symbol) -> Branch

    package var startIndex: Int { 0 }
    package var endIndex: Int { count }

    package subscript(place: Int) -> Branch {
      let (weightedInput, weight, activation) = names(place)
      return branch(weightedInput, weight, activation)
    }
  }

  /// What comes back to a neuron of the layer before, by every path.
  package struct Passed {
    /// ∂z/∂a, for each neuron that it feeds.
    package let factors: [Step]
    /// ∂C/∂a = Σ ∂z/∂a · ∂C/∂z.
    package let sum: Step
  }

  /// One layer's part of the backward pass.
  package struct Layer {
    /// Which one, from 1 to L.
    package let layer: Int
    /// Neuron by neuron.
    package let neurons: [Backward]
    /// For each neuron of the layer before.
    package let passed: [Passed]
  }

  /// Which example it is, counted from 0.
  package let example: Int
  /// Layer by layer, neuron by neuron.
  package let forward: [[Forward]]
  /// C of the example, from its outputs and targets.
  package let cost: Step
  /// ∂C/∂a of each output.
  package let costSlopes: [Step]
  /// From the last layer to the first.
  package let backward: [Layer]
  /// In a chain: ∂C/∂w of the first layer, as one product of all its factors.
  package let wholeProduct: Step?
  /// What a sum that is not written out leaves to one name: its other terms.
  package let others: [Symbol: Formula]

  /// How much stands in one formula.
  package enum Writing {
    /// As it is read: in a chain with every factor, and of a long sum only the first terms.
    case toBeRead
    /// As one step follows from the last: everything below a neuron from its ∂C/∂z, and every term.
    case stepwise
  }

  /// With `endsAtWeights`, what the cost feels of each input is left out.
  package init(
    _ lesson: Lesson, _ layout: Layout, example: Int, writing: Writing = .toBeRead,
    endsAtWeights: Bool = false
  ) {
    var maker = StepMaker(lesson, layout, example: example, writing: writing)
    self.example = example
    forward = (1...layout.layerCount).map { maker.forward($0) }
    cost = maker.cost()
    costSlopes = maker.costSlopes()
    backward = (1...layout.layerCount).reversed().map { l in
      maker.backward(l, passesOn: l > 1 || !endsAtWeights)
    }
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
