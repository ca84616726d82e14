import Backprop
import Formulas
import Testing

@testable import Lessons

/// What the summary of a built-in lesson says of its numbers, and whether it is so.
private struct SummaryClaim: CustomTestStringConvertible, Sendable {
  let lesson: String
  let words: String
  let holds: @Sendable (Figures) throws -> Bool

  init(_ lesson: String, _ words: String, _ holds: @escaping @Sendable (Figures) throws -> Bool) {
    (self.lesson, self.words, self.holds) = (lesson, words, holds)
  }

  var testDescription: String { "\(lesson): \(words)" }

  static let all = [
    SummaryClaim(
      "batch", "For every weight and every bias the derivatives of the examples have different signs."
    ) { it in
      (0..<it.layout.parameterCount).allSatisfy { id in
        Set(it.fineTraces.map { $0.gradients[id].sign }) == [1, -1]
      }
    },
    SummaryClaim(
      "batch",
      "the cost of one of the three examples is larger than before, although the mean is smaller."
    ) {
      it in it.worse.count == 1 && (it.afterStep.cost - it.cost).sign < 0
    },
    SummaryClaim(
      "cross-entropy", "The same neuron as in *A wrong output that learns slowly*, with the same wrong output"
    ) {
      it in
      let other = try figures("learning-slowdown").lesson
      return it.lesson.layers == other.layers && it.lesson.examples == other.examples
    },
    SummaryClaim("learning-slowdown", "The output should be 0 and is almost 1. But the step is very small") {
      it in
      it.output(0) > 0.95 && it.lesson.examples[0].targets[0].value == 0
        && it.step.allSatisfy { $0.magnitude.value < 0.01 }
    },
    SummaryClaim("dead-relu", "The second hidden neuron is inactive for this input.") { it in
      it.fineTraces[0].values[it.layout.weightedInput(1, 1)].sign < 0
    },
    SummaryClaim(
      "dead-relu",
      "so its weights and its bias have a derivative of 0. Its activation is 0, so the weights that lead from it have a derivative of 0, too."
    ) {
      it in
      let own =
        [it.layout.weight(1, 1, 0), it.layout.weight(1, 1, 1)] + [it.layout.bias(1, 1)].compactMap { $0 }
      return (own + (0..<it.layout.widths[2]).map { it.layout.weight(2, $0, 1) }).allSatisfy {
        it.gradient[$0].sign == 0
      }
    },
    // True of a first layer, which nothing below moves, and without a penalty.
    SummaryClaim(
      "dead-relu",
      "If such a neuron of the first layer is inactive for every example, and there is no weight penalty"
    ) { it in
      it.lesson.activePenalty == nil && it.lesson.layers.count == 2
    },
    SummaryClaim("deep-chain", "eight slopes, none above ¼, and seven weights of a size near 1") { it in
      let weights = it.lesson.layers.dropFirst().map { $0.weights[0][0].value.magnitude }
      return it.lesson.layers.allSatisfy { $0.activation == .sigmoid } && it.lesson.layers.count == 8
        && weights.allSatisfy { (0.5...2).contains($0) }
    },
    SummaryClaim("path-sum", "One of the hidden neurons is inactive") { it in
      (0..<3).count { it.fineTraces[0].values[it.layout.weightedInput(1, $0)].sign < 0 } == 1
    },
    SummaryClaim(
      "relu-chain",
      "The second layer is a *leaky* ReLU: its weighted input is below 0, where the slope is 0.1."
    ) { it in
      it.fineTraces[0].values[it.layout.weightedInput(2, 0)].sign < 0
        && it.activation(2) == Numeral("0.1").map { .leakyReLU(slope: $0) }
    },
    SummaryClaim("saturated-neuron", "its activation is 1 in all six digits that are shown.") { it in
      Numeral(rounding: it.fineTraces[0].values[it.layout.activation(1, 0)].value, digits: 6)?.value == 1
    },
    SummaryClaim("softmax", "The outputs of softmax are positive and add up to 1") { it in
      let outputs = (0..<3).map { it.output($0) }
      return outputs.allSatisfy { $0 > 0 } && (outputs.reduce(0, +) - 1).magnitude < 1e-15
    },
    SummaryClaim("softmax", "if one z grows, its own output grows and all others shrink.") { it in
      (0..<3).allSatisfy { j in
        guard let bias = it.layout.bias(2, j) else { return false }
        let moved = it.moved { Twofold($0 == bias ? 0.001 : 0) }
        return (0..<3).allSatisfy { i in
          let a = it.layout.activation(2, i)
          return (moved.traces[0].values[a] - it.fineTraces[0].values[a]).sign == (i == j ? 1 : -1)
        }
      }
    },
    SummaryClaim("softmax-squared", "The errors δ of the outputs still add up to 0.") { it in
      let errors = (0..<3).map { it.fineTraces[0].gradients[it.layout.weightedInput(2, $0)] }
      return Twofold.total(errors).value.magnitude < 1e-28 && errors.contains { $0.magnitude.value > 0.01 }
    },
    SummaryClaim("weight-decay", "The second input is 0") { it in it.lesson.examples[0].inputs[1].value == 0
    },
    SummaryClaim("weight-decay", "One weight is exactly 0") { it in
      it.weights.count { it.fine.network.parameters[$0].sign == 0 } == 1
    },
    SummaryClaim("xor", "For every weight the derivatives of the four examples have different signs") { it in
      it.weights.allSatisfy { id in
        Set(it.fineTraces.map { $0.gradients[id].sign }).isSuperset(of: [1, -1])
      }
    },
    SummaryClaim(
      "xor", "for some weights of layer 1 they cancel almost completely in the mean"
    ) { it in
      it.weights.prefix(4).count { id in
        let largest = it.fineTraces.map { $0.gradients[id].magnitude.value }.max() ?? 0
        return it.gradient[id].magnitude.value < 0.05 * largest
      } > 1
    },
    SummaryClaim("tanh-chain", "A chain of the same shape as in *A chain of single neurons*") { it in
      it.layout.widths == (try figures("single-chain").layout.widths)
    },
    SummaryClaim("xor", "two of the four outputs are even further from their targets afterwards.") { it in
      it.worse.count == 2
    },
    SummaryClaim(
      "dropout-layer",
      "The cost would change with its activation, but its local gradient is 0, so its weights and its bias keep their values in this step; and so does the weight that leads on from it"
    ) { it in
      let ids = [it.layout.weight(1, 1, 0), it.layout.weight(1, 1, 1), it.layout.weight(2, 0, 1)]
      return it.fineTraces[0].gradients[it.layout.activation(1, 1)].sign != 0
        && (ids + [it.layout.bias(1, 1) ?? 0]).allSatisfy { it.gradient[$0].sign == 0 }
    },
    SummaryClaim(
      "skip",
      "by the skip the derivative with respect to its activation, −3, reaches the first neuron of layer 1 as it is; there the 0.75 that comes through the second neuron of layer 2 is added."
    ) { it in
      let trace = it.fineTraces[0]
      let through = trace.values[it.layout.weight(2, 1, 0)] * trace.gradients[it.layout.weightedInput(2, 1)]
      return trace.values[it.layout.weightedInput(2, 0)].sign < 0 && through.value == 0.75
        && trace.gradients[it.layout.activation(2, 0)].value == -3
        && trace.gradients[it.layout.activation(1, 0)].value == -2.25
    },
    SummaryClaim("xor", "after sixty such steps, every output is within 0.05 of its target.") { it in
      var network = it.result.objective
      let rate = it.lesson.learningRate?.value ?? 0
      for _ in 1...60 {
        let gradient = try Backpropagation(network).gradient
        network.network.parameters = zip(network.network.parameters, gradient).map { $0 - rate * $1 }
      }
      let last = try Backpropagation(network)
      return network.examples.indices.allSatisfy { x in
        let output = last.trace(example: x).values[it.layout.activation(2, 0)]
        return (output - network.examples[x].targets[0]).magnitude < 0.05
      }
    },
    SummaryClaim("digit", "it gives the 8 a probability of 89 % and the 3 only 10 %") { it in
      (it.output(8) * 100).rounded() == 89 && (it.output(3) * 100).rounded() == 10
    },
  ]
}

extension Figures {
  /// An output for the first example.
  fileprivate func output(_ j: Int) -> Double {
    fineTraces[0].values[layout.activation(layout.layerCount, j)].value
  }

  /// The examples that cost more after the step.
  fileprivate var worse: [Int] {
    let cost = layout.exampleCost
    return fineTraces.indices.filter {
      (afterStep.traces[$0].values[cost] - fineTraces[$0].values[cost]).sign > 0
    }
  }
}

private func figures(_ name: String) throws -> Figures {
  let lesson = try Lesson(json: try #require(Catalog.source(of: name)))
  return try Figures(WorkedExample(lesson, settings: Settings()))
}

@Test(arguments: SummaryClaim.all)
private func `What a lesson's summary says of its numbers is so`(claim: SummaryClaim) throws {
  let it = try figures(claim.lesson)
  #expect(it.lesson.summary?.contains(claim.words) == true)
  #expect(try claim.holds(it))
}
