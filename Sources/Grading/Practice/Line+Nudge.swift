import Backprop
import Documents
import Formulas

extension Line {
  /// A question that leads to the rule, without saying it.
  var nudge: Prose {
    if let place { return nudge(at: place) }
    return step.map(Self.nudge) ?? ""
  }

  private static func nudge(at step: Graph.Step.Kind) -> Prose {
    switch step {
    case .value: "The definition says it: which numbers go into it?"
    case .factor: "If this value alone grows a little, by how much does what it feeds grow?"
    case .total:
      "Where does this value go? For each of its uses, the local gradient times the upstream gradient; then add."
    case .update: "Downhill, and how far?"
    }
  }

  private func nudge(at place: Place) -> Prose {
    switch place {
    case .weightedInput:
      "What enters this neuron? Each weight times what it multiplies, and then the bias, if there is one."
    case .activation: "What does the layer's activation function make of z?"
    case .cost: "How far is each output from its target, and what does the cost make of it?"
    case .costSlope: "If a grows a little, does C grow or fall, and how fast?"
    case .slope(_, let of, let by):
      of == by
        ? "How steep is the activation function at this z? Often a alone says it."
        : "If this z grows, it takes from all other shares: from this one by how much?"
    case .error:
      shortcut == nil
        ? "How far does a move when z moves, and how far C when a does?"
        : "Activation and cost are made for each other here: multiply out, and see what is left."
    case .weightFactor, .weightGradient: "What does this weight multiply?"
    case .biasFactor, .biasGradient: "By how much does z move when b does?"
    case .pathFactor, .passed: "Which neurons does this one feed, and how strongly? Every path counts."
    case .penalty, .penaltySlope: "What does the penalty make of a weight?"
    case .share, .totalCost, .totalGradient, .onward:
      "Of all examples together: a mean. And is there a penalty?"
    case .update: "Downhill, and how far?"
    case .afterwards: "The same network with the new numbers: once more forward."
    }
  }
}
