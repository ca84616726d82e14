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
      isWhole: examples.count == work.result.layout.exampleCount, language: language)
    return [.heading(level: 2, say(HeadingPhrase.matrices)), .paragraph(form.introduction)]
      + form.forward() + form.backward(total: work.cost)
  }
}

extension MatrixForm {
  fileprivate var introduction: Prose { say(.introduction(letters, examples: examples)) }

  private var letters: MatrixPhrase.Letters {
    MatrixPhrase.Letters(
      weights: weights(nil), weightedInputs: weightedInputs(nil), activations: activations(nil),
      errors: errors(nil), biases: (1...last).contains(where: hasBiases) ? biases(nil) : nil,
      error: .partial(cost(of: 0), by: Symbol(.weightedInput)))
  }

  fileprivate func forward() -> [Block] {
    var blocks: [Block] = [
      .heading(level: 3, say(.forward)), .paragraph(products),
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
      blocks.append(
        block(z, [hasBiases(l) ? product + biases(l) : product], layer: l, entry: weightedInput(l)))
      blocks += masks(l)
      blocks.append(
        block(
          activations(l), [passed(l, rule(l).ofColumn(z))], layer: l,
          entry: rule(l) == .identity && output(l).isPlain ? nil : activation(l)))
    }
    return blocks
  }

  private var products: Prose {
    let rules = Set(lesson.layers.map(\.activation)).subtracting([.identity])
    let products = say(
      .products(
        letters, examples: examples, hasFunctions: !rules.subtracting([.softmax]).isEmpty,
        hasSoftmax: rules.contains(.softmax)))
    return Prose.sentences([products] + outputPhrases.map(language.say))
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
