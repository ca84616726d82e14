import Backprop
import Formulas

/// The steps of a derivation for one example, each made from the rules when it is asked for: everything that is derived by
/// name.
package struct Steps: Sendable {
  /// A neuron's part of the forward pass.
  package struct Forward: Sendable {
    /// z = Σ w a + b.
    package let weightedInput: Step
    /// a = f(z).
    package let activation: Step
  }

  /// A neuron's part of the backward pass: factors, and their products.
  package struct Backward: Sendable {
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
  package struct Branch: Sendable {
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
  package struct Passed: Sendable {
    /// ∂z/∂a, for each neuron that it feeds.
    package let factors: OnDemand<Step>
    /// ∂C/∂a = Σ ∂z/∂a · ∂C/∂z.
    package let sum: Step
  }

  /// One layer's part of the backward pass.
  package struct Layer: Sendable {
    /// Which one, from 1 to L.
    package let layer: Int
    /// Neuron by neuron.
    package let neurons: OnDemand<Backward>
    /// For each neuron of the layer before.
    package let passed: OnDemand<Passed>
  }

  /// Which example it is, counted from 0.
  package let example: Int
  /// Layer by layer, neuron by neuron.
  package let forward: [OnDemand<Forward>]
  /// C of the example, from its outputs and targets.
  package let cost: Step
  /// ∂C/∂a of each output.
  package let costSlopes: OnDemand<Step>
  /// From the last layer to the first.
  package let backward: [Layer]
  /// In a chain: ∂C/∂w of the first layer, as one product of all its factors.
  package let wholeProduct: Step?

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
    let maker = StepMaker(lesson, layout, example: example, writing: writing)
    self.example = example
    forward = (1...layout.layerCount).map { l in
      OnDemand(count: layout.widths[l]) { maker.forward(l, $0) }
    }
    cost = maker.cost()
    costSlopes = OnDemand(count: layout.widths[layout.layerCount]) { maker.costSlope($0) }
    backward = (1...layout.layerCount).reversed().map { l in
      let passesOn = l > 1 || !endsAtWeights
      let neurons = OnDemand(count: layout.widths[l]) { maker.backward(l, $0) }
      return Layer(
        layer: l,
        // Where neurons mix, each takes as long as all of them, and is made once.
        neurons: lesson.layers[l - 1].activation.rule.mixesNeurons ? neurons.kept : neurons,
        passed: OnDemand(count: passesOn ? layout.widths[l - 1] : 0) { maker.passed(l, $0) })
    }
    wholeProduct = lesson.isChain ? maker.wholeProduct() : nil
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

  /// Those of them that may have sums which are not written out.
  func forEachSum(_ body: (Step) -> Void) {
    for neuron in forward.joined() {
      body(neuron.weightedInput)
      body(neuron.activation)
    }
    body(cost)
    costSlopes.forEach(body)
    for layer in backward {
      for neuron in layer.neurons {
        neuron.slopes.forEach(body)
        body(neuron.error)
        neuron.cancelled.map(body)
      }
      for passed in layer.passed { body(passed.sum) }
    }
  }
}
