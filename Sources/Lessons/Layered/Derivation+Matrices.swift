import Backprop
import Documents
import Formulas

/// The derivation once more, a layer at a time: what was said of neurons and paths, in matrices.
extension Derivation {
  /// The forward pass and the four equations of backpropagation, each matrix with its shape.
  ///
  /// For whole derivations of layers; a chain has no matrices that are more than numbers.
  func matrices() -> [Block] {
    guard wanted == nil, !lesson.isChain else { return [] }
    let form = MatrixForm(
      lesson: lesson, layout: work.result.layout, ledger: ledger, digits: digits,
      isWhole: examples.count == work.result.layout.exampleCount)
    return [.heading(level: 2, "The same in matrices"), .paragraph(form.introduction)]
      + form.forward() + form.backward(total: work.cost)
  }
}

extension MatrixForm {
  fileprivate var introduction: Prose {
    let (w, b, z) = (weights(nil), biases(nil), weightedInputs(nil))
    let (a, delta) = (activations(nil), errors(nil))
    let weights: Prose =
      """
      All of this can be said at once, a layer at a time. \(w) holds the weights of a layer, with a row for each neuron \
      and a column for each neuron of the layer before
      """
    let hasBiases = (1...last).contains(where: hasBiases)
    let bias: Prose = hasBiases ? "\(b), " : ""
    let columns: Prose =
      hasBiases
      ? "; \(b) is a column with a row for each neuron. \(z), \(a) and the errors \(delta) have such a column"
      : ". \(z), \(a) and the errors \(delta) have a column with a row for each neuron"
    let shapes: Prose = "The shape of each matrix stands in brackets, rows first."
    guard examples > 1 else {
      let error = Formula.partial(cost(of: 0), by: Symbol(.weightedInput))
      return """
        \(weights); \(bias)\(z), \(a) and the errors \(delta), each a \(error) from above, are columns with a row for \
        each neuron. \(shapes)
        """
    }
    let error = Formula.partial(cost(of: 0), by: Symbol(.weightedInput))
    return """
      \(weights)\(columns) for every example, \(examples) in all, and the errors are those of the example's own \(.cost): \
      each of the first column is a \(error). \(shapes)
      """
  }

  fileprivate func forward() -> [Block] {
    var blocks: [Block] = [
      .heading(level: 3, "Forward"), .paragraph(forwardWords),
      block(activations(0), layer: 0, entry: activation(0)),
    ]
    for l in 1...last {
      let (width, before) = (layout.widths[l], layout.widths[l - 1])
      let (product, z) = (Formula.matrixProduct([weights(l), activations(l - 1)]), weightedInputs(l))
      blocks.append(
        block(weights(l), rows: width, columns: before) { [weight = weight(l)] in .symbol(weight($0, $1)) })
      if hasBiases(l) {
        blocks.append(
          block(biases(l), rows: width, columns: 1) { [bias = bias(l)] in bias($0, $1).map(Formula.symbol) })
      }
      blocks += [
        block(z, [hasBiases(l) ? product + biases(l) : product], layer: l, entry: weightedInput(l)),
        block(
          activations(l), [rule(l).ofColumn(z)], layer: l,
          entry: rule(l) == .identity ? nil : activation(l)),
      ]
    }
    return blocks
  }

  private var forwardWords: Prose {
    let sum: Prose =
      """
      A row of \(weights(nil)) times a column of \(activations(nil)) is the weighted sum of one neuron: its products, \
      added up.
      """
    let rules = Set(lesson.layers.map(\.activation)).subtracting([.identity])
    let columns = examples > 1 && (1...last).contains(where: hasBiases)
    let bias: Prose = columns ? " \(biases(nil)) is added to every column." : ""
    let entries: Prose =
      rules.subtracting([.softmax]).isEmpty
      ? "" : " An activation function is taken of every entry by itself."
    let shares: Prose =
      rules.contains(.softmax)
      ? " The softmax is taken of \(examples > 1 ? "every" : "the") whole column." : ""
    return "\(sum)\(bias)\(entries)\(shares)"
  }
}

extension Activation {
  /// f(z), of a whole column.
  func ofColumn(_ z: Formula) -> Formula {
    self == .softmax ? .call(.softmax, z) : rule.activations([z]).first?.value.ofEntries ?? z
  }

  /// f′(z), of every entry of a column: `nil` where it is 1, and where there is no such thing.
  func slopeOfColumn(_ z: Symbol) -> Formula? {
    guard !rule.mixesNeurons else { return nil }
    let slope = rule.slopeName(at: .symbol(z)) ?? rule.slope(Reading(.symbol(z)), .symbol(z))
    return slope == .integer(1) ? nil : slope.ofEntries
  }
}

extension Formula {
  /// The same of whole columns: what is multiplied entry by entry stands between ⊙.
  var ofEntries: Formula {
    let parts = mappingParts(\.ofEntries)
    guard case .product(let factors) = parts else { return parts }
    let columns = factors.filter { !$0.names.isEmpty }
    guard columns.count > 1, let first = columns.first else { return parts }
    let product = columns.dropFirst().reduce(first) { .elementwise($0, $1) }
    return .product(of: factors.filter { $0.names.isEmpty } + [product])
  }
}
