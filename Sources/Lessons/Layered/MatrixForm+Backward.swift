import Backprop
import Documents
import Formulas

/// The four equations of backpropagation, in their order.
extension MatrixForm {
  /// From ∇_a C to the derivatives of `total` by the weights.
  func backward(total: Symbol) -> [Block] {
    [.heading(level: 3, "Backward")] + output() + (2..<last + 1).reversed().flatMap { passedOn(to: $0 - 1) }
      + biasDerivatives(total) + weightDerivatives(total)
  }

  /// BP1: δ^L = ∇_a C ⊙ f′(z^L).
  private func output() -> [Block] {
    let (a, y, width) = (activations(last), targets, layout.widths[last])
    let slope = lesson.cost.rule.slope(Reading(a), y, outputs: width).ofEntries
    var blocks: [Block] = [
      .paragraph("\(strong: "The errors of the last layer.") \(outputWords)"),
      block(y, layer: last, entry: target),
      block(costSlopes, [slope], layer: last, entry: passed(last)),
    ]
    blocks += slopes(last)
    let pair = Cancelled(rule(last), lesson.cost)
    let short = pair.flatMap(short)
    if short != nil {
      blocks.append(.paragraph("Multiplied out, as before, most of it cancels:"))
    } else if pair != nil {
      blocks.append(
        .paragraph(
          "Multiplied out, as before, \(pair == .binarySoftmax ? "part" : "most") of it cancels; the numbers come from what is left."
        ))
    }
    // With several examples there is a J for each, and no product of two matrices says it.
    let product = rule(last) == .softmax && examples > 1 ? nil : error(last, of: costSlopes)
    let sides = [product, short].compactMap { $0 }
    return blocks + [block(errors(last), sides, layer: last, entry: error(last))]
  }

  private var outputWords: Prose {
    let (nabla, delta) = (costSlopes, errors(last))
    let gradient: Prose =
      "\(nabla) holds what the \(.cost) feels of each output, worked out entry by entry\(examples > 1 ? ", for each example its own \(.cost)" : "")."
    let z = Symbol(.weightedInput, layer: last)
    if rule(last) == .softmax {
      let each: Prose =
        examples > 1
        ? "every example has its own \(jacobian), and a column of \(delta) is \(error(last, of: nabla)) in the columns of that example"
        : "it is no product entry by entry that makes the errors, but one of matrices"
      return """
        \(gradient) Every output feels every \(weightedInputs(last)), so the slopes are a whole matrix, the Jacobian \
        \(jacobian), with the slope of output i by \(.weightedInput) j in row i and column j: \(each). The Jacobian of a \
        softmax is symmetric, and the transpose only says which sum is meant: the one over the outputs.
        """
    }
    guard let slope = rule(last).slopeOfColumn(z) else {
      return "\(gradient) Without an activation function every slope is 1, and these are the errors already."
    }
    return """
      \(gradient) ⊙ multiplies entry by entry: each of them by the slope \(slope) of its own neuron.\(rule(last).words.remarkOnSlopes)
      """
  }

  /// The numbers of f′(z), or of J.
  private func slopes(_ l: Int) -> [Block] {
    if rule(l) == .softmax {
      let width = layout.widths[l]
      return examples > 1 ? [] : [block(jacobian, rows: width, columns: width, entry: jacobianEntry)]
    }
    guard let name = rule(l).slopeOfColumn(Symbol(.weightedInput, layer: l)) else { return [] }
    return [block(name, layer: l, entry: slope(l))]
  }

  /// What is left of ∇_a C ⊙ f′(z) where activation and cost cancel, if matrices can say it.
  private func short(_ pair: Cancelled) -> Formula? {
    let (a, y) = (activations(last), targets)
    switch pair {
    case .logistic: return a - y
    case .meanLogistic:
      let width = layout.widths[last]
      return width == 1 ? a - y : .integer(1) / .integer(width) * (a - y)
    case .logisticLikelihood: return -.elementwise(y, .integer(1) - a)
    case .softmax:
      let addUp = lesson.examples.allSatisfy {
        Rational.total($0.targets.map { Rational($0) }) == Rational(1)
      }
      return addUp ? a - y : nil
    case .binarySoftmax: return nil
    }
  }

  /// δ, from the column of ∂C/∂a.
  private func error(_ l: Int, of passed: Formula) -> Formula {
    if rule(l) == .softmax { return .matrixProduct([.transpose(jacobian), passed]) }
    let slope = rule(l).slopeOfColumn(Symbol(.weightedInput, layer: l))
    return slope.map { .elementwise(passed, $0) } ?? passed
  }

  /// BP2: δ^l = (W^(l+1)ᵀ δ^(l+1)) ⊙ f′(z^l).
  private func passedOn(to l: Int) -> [Block] {
    let passed = Formula.matrixProduct([.transpose(weights(l + 1)), errors(l + 1)])
    let (width, next) = (layout.widths[l], layout.widths[l + 1])
    let first: Prose =
      """
      \(strong: "From layer \(l + 1) back to layer \(l).") A row of the transpose holds the weights that lead from one \
      neuron on, so that a row of \(passed), [\(width) × \(next)] times [\(next) × \(examples)], is the sum over that \
      neuron's paths.
      """
    let again: Prose = "\(strong: "From layer \(l + 1) back to layer \(l).")"
    let slope = rule(l).slopeOfColumn(Symbol(.weightedInput, layer: l))
    let words: Prose = l == last - 1 ? first : again
    let remark: Prose =
      slope == nil
      ? " Without an activation function the slopes are 1, and it is the errors already."
      : rule(l).words.remarkOnSlopes
    let blocks: [Block] = [.paragraph("\(words)\(remark)")]
    let product: [Block] = slope == nil ? [] : [block(passed, layer: l, entry: self.passed(l))]
    return blocks + product + slopes(l)
      + [block(errors(l), [error(l, of: passed)], layer: l, entry: error(l))]
  }

  private var share: [Formula] { examples > 1 ? [.integer(1) / .integer(examples)] : [] }

  /// ∂C/∂b = δ; of several examples the mean.
  private func biasDerivatives(_ total: Symbol) -> [Block] {
    let shown = (1...last).reversed().filter(hasBiases)
    guard !shown.isEmpty else { return [] }
    let ones = Formula.symbol(Symbol(.ones))
    let words: Prose =
      examples > 1
      ? "\(ones) is a column of \(examples) ones: times it, a row of \(errors(nil)) is added up, and the share of one example makes the sum a mean."
      : "A bias counts in full: its derivative is the error, number for number."
    return [.paragraph("\(strong: "The biases.") \(words)")]
      + shown.map { l in
        let bias = bias(l)
        return block(
          .partial(total, by: Symbol(.bias, layer: l)),
          [examples > 1 ? .matrixProduct(share + [errors(l), ones]) : errors(l)],
          rows: layout.widths[l], columns: 1,
          entry: examples > 1 ? { j, k in bias(j, k).map { .partial(total, by: $0) } } : nil)
      }
  }

  /// ∂C/∂W = δ aᵀ; of several examples the mean, and with a penalty its slopes on top.
  private func weightDerivatives(_ total: Symbol) -> [Block] {
    let w = Symbol(.weightMatrix)
    let mean: Prose =
      examples > 1
      ? "The product of a row of \(errors(nil)) and a column of the transpose adds up the examples: error times activation, of each."
      : "A column times a row is a whole matrix: in row j and column k the error of neuron j times the activation of neuron k."
    let penalty: Prose =
      layout.hasPenalty
      ? " \(.partial(Symbol(.penalty), by: w)) is what the penalty feels of each weight, entry by entry." : ""
    return [.paragraph("\(strong: "The weights.") \(mean)\(penalty)")]
      + (1...last).reversed().map { l in
        let matrix = Symbol(.weightMatrix, layer: l)
        let product = Formula.matrixProduct(share + [errors(l), .transpose(activations(l - 1))])
        let weight = weight(l)
        return block(
          .partial(total, by: matrix),
          [layout.hasPenalty ? product + .partial(Symbol(.penalty), by: matrix) : product],
          rows: layout.widths[l], columns: layout.widths[l - 1]
        ) { .partial(total, by: weight($0, $1)) }
      }
  }
}
