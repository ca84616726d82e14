import Backprop
import Formulas

/// A lesson in fractions.
extension Lesson {
  /// The lesson with every number as the fraction that its decimal text says: 1/10 for 0.1.
  ///
  /// Throws where the network has no exact form, and where 128 bits do not hold a number.
  func inFractions() throws(WorkedExampleError) -> Lesson {
    try checkHasExactForm()
    let layout = Layout(objective)
    func convert(_ number: inout Numeral, _ name: @autoclosure () -> String) throws(WorkedExampleError) {
      guard let fraction = number.asFraction else {
        throw .refused(
          "\(name()) has more digits than fit into a fraction of 128-bit integers, which --exact computes with"
        )
      }
      number = fraction
    }
    var lesson = self
    for l in layers.indices {
      for j in layers[l].weights.indices {
        var row = layers[l].weights[j]
        for k in row.indices {
          try convert(&row[k], layout.symbol(layout.weight(l + 1, j, k), example: nil).name)
        }
        lesson.layers[l].weights[j] = row
        guard let id = layout.bias(l + 1, j), var bias = layers[l].biases?[j] else { continue }
        try convert(&bias, layout.symbol(id, example: nil).name)
        lesson.layers[l].biases?[j] = bias
      }
      if var setting = layers[l].activation.setting {
        try convert(&setting, "the slope of layer \(l + 1)")
        lesson.layers[l].activation = layers[l].activation.with(setting: setting)
      }
      if var keep = layers[l].output.dropout?.keep {
        try convert(&keep, "\"keep\" of layer \(l + 1)")
        lesson.layers[l].output.dropout?.keep = keep
      }
    }
    for e in examples.indices {
      for k in examples[e].inputs.indices {
        try convert(
          &lesson.examples[e].inputs[k], layout.symbol(layout.activation(0, k), example: e).name)
      }
      for j in examples[e].targets.indices {
        try convert(&lesson.examples[e].targets[j], layout.target(j, example: e).name)
      }
    }
    if var threshold = cost.setting {
      try convert(&threshold, "the δ of the cost")
      lesson.cost = cost.with(setting: threshold)
    }
    if var rate = learningRate {
      try convert(&rate, "the learning rate")
      lesson.learningRate = rate
    }
    if var l2 = penalty?.l2 {
      try convert(&l2, "l2 of the penalty")
      lesson.penalty?.l2 = l2
    }
    if var l1 = penalty?.l1 {
      try convert(&l1, "l1 of the penalty")
      lesson.penalty?.l1 = l1
    }
    return lesson
  }

  /// The largest number of weights times examples in fractions, which take many times the memory of doubles.
  private static let mostNumbersInFractions = 100_000

  /// Throws the first thing that takes the numbers out of the fractions.
  private func checkHasExactForm() throws(WorkedExampleError) {
    let takes = "--exact takes identity, ReLU and leaky ReLU layers, and costs without logarithms"
    for (l, layer) in layers.enumerated() where !layer.activation.rule.isStraight {
      throw .refused(
        "layer \(l + 1) is \(layer.activation.name), and e to a power has no exact fraction: \(takes)")
    }
    if cost.takesLogarithms {
      throw .refused("the cost is \(cost.name), and a logarithm has no exact fraction: \(takes)")
    }
    // The reader keeps the product within 10⁸.
    let count = layers.reduce(0) { $0 + $1.weights.count * $1.weights.inputs } * examples.count
    if count > Self.mostNumbersInFractions {
      throw .refused(
        "--exact takes at most \(grouped(Self.mostNumbersInFractions)) weights times examples, but this lesson has \(grouped(count))"
      )
    }
  }
}
