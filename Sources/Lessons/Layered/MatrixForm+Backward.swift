import Backprop
import Documents
import Formulas

/// The four equations of backpropagation, in their order.
extension MatrixForm {
  /// From ∇_a C to the derivatives of `total` by the weights.
  func backward(total: Symbol) -> [Block] {
    [.heading(level: 3, say(.backward))] + output()
      + (2..<last + 1).reversed().flatMap { passedOn(to: $0 - 1) }
      + biasDerivatives(total) + weightDerivatives(total)
  }

  /// BP1: δ^L = ∇_a C ⊙ f′(z^L).
  private func output() -> [Block] {
    let y = targets
    var blocks: [Block] = [
      .paragraph(errorWords),
      block(y, layer: last, entry: target),
      block(costSlopes, [costSlope], layer: last, entry: passed(last)),
    ]
    blocks += slopes(last)
    let pair = Cancelled(rule(last), lesson.cost)
    let short = pair.flatMap(short)
    if let pair { blocks.append(.paragraph(say(.cancels(pair, isShown: short != nil)))) }
    // With several examples there is a J for each, and no product of two matrices says it.
    let product = rule(last) == .softmax && examples > 1 ? nil : error(last, of: costSlopes)
    let sides = [product, short].compactMap { $0 }
    return blocks + [block(errors(last), sides, layer: last, entry: error(last))]
  }

  /// ∇_a C in letters.
  private var costSlope: Formula {
    lesson.cost.rule.slope(Reading(activations(last)), targets, outputs: layout.widths[last]).ofEntries
  }

  private var errorWords: Prose {
    let (nabla, delta) = (costSlopes, errors(last))
    let rest: MatrixPhrase =
      rule(last) == .softmax
      ? .jacobian(jacobian, product: error(last, of: nabla), errors: delta, slopes: nabla, examples: examples)
      : slopeName(last).map { .elementwise($0, rule(last)) } ?? .identity(delta, equals: nabla)
    let divided = costSlope.dividesByNames && layout.widths[last] * examples > 1 ? say(.divided) : ""
    return Prose.sentences([
      say(.lastErrors), say(.slopesOfCost(nabla, examples: examples)), divided, say(rest),
    ])
  }

  /// Whether ⊙ has no meaning yet where the errors of a layer before the last have it.
  private func isFirstElementwise(_ l: Int) -> Bool {
    slopeName(l) != nil && (l + 1...last).allSatisfy { rule($0) == .softmax || slopeName($0) == nil }
  }

  /// The numbers of f′(z), or of J.
  private func slopes(_ l: Int) -> [Block] {
    if rule(l) == .softmax {
      let width = layout.widths[l]
      return examples > 1 ? [] : [block(jacobian, rows: width, columns: width, entry: jacobianEntry)]
    }
    guard let name = slopeName(l) else { return [] }
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
    return slopeName(l).map { .elementwise(passed, $0) } ?? passed
  }

  /// ∂a/∂z of a layer, by its name; `nil` where every slope is 1.
  private func slopeName(_ l: Int) -> Formula? {
    dropped(l, rule(l).slopeOfColumn(Symbol(.weightedInput, layer: l)))
  }

  /// BP2: δ^l = (W^(l+1)ᵀ δ^(l+1)) ⊙ f′(z^l).
  private func passedOn(to l: Int) -> [Block] {
    let product = Formula.matrixProduct([.transpose(weights(l + 1)), errors(l + 1)])
    let passed = output(l + 1).hasSkip ? product + upstream(l + 1) : product
    let (width, next) = (layout.widths[l], layout.widths[l + 1])
    let slope = slopeName(l)
    let isFirst = l == last - 1
    let head = [
      .back(from: l + 1), isFirst ? .transposed(product, layer: l + 1, width, next, examples) : nil,
    ]
    .compactMap { $0 as MatrixPhrase? }
    let skip = output(l + 1).hasSkip ? language.say(OutputPhrase.skipBack(upstream(l + 1))) : ""
    let rest: MatrixPhrase = slope == nil ? .identity(errors(l), equals: passed) : .slopeName(rule(l))
    let sign = isFirstElementwise(l) ? say(.elementwiseSign) : ""
    let blocks: [Block] = [.paragraph(Prose.sentences(head.map(say) + [skip, sign, say(rest)]))]
    // With a skip it is used once more.
    let isNamed = output(l).hasSkip
    let (name, sides) = isNamed ? (upstream(l), [passed]) : (passed, [])
    let column: [Block] =
      slope == nil && !isNamed ? [] : [block(name, sides, layer: l, entry: self.passed(l))]
    return blocks + column + slopes(l)
      + [block(errors(l), [error(l, of: name)], layer: l, entry: error(l))]
  }

  private var share: [Formula] {
    layout.exampleDivisor > 1 ? [.integer(1) / .integer(layout.exampleDivisor)] : []
  }

  /// ∂C/∂b = δ; of several examples the mean or the sum.
  private func biasDerivatives(_ total: Symbol) -> [Block] {
    let shown = (1...last).reversed().filter(hasBiases)
    guard !shown.isEmpty else { return [] }
    let ones = Formula.symbol(Symbol(.ones))
    let isSum = examples > 1 && lesson.reduction == .sum
    let words: MatrixPhrase =
      isSum
      ? .addedBiases(errors: errors(nil), ones: ones, examples: examples)
      : .biases(errors: errors(nil), ones: ones, examples: examples)
    return [.paragraph(say(words))]
      + shown.map { l in
        let bias = bias(l)
        return block(
          .partial(total, by: Symbol(.bias, layer: l)),
          [examples > 1 ? .matrixProduct(share + [errors(l), ones]) : errors(l)],
          rows: layout.widths[l], columns: 1,
          entry: examples > 1 ? { j, k in bias(j, k).map { .partial(total, by: $0) } } : nil)
      }
  }

  /// ∂C/∂W = δ aᵀ; of several examples the mean or the sum, and with a penalty its slopes on top.
  private func weightDerivatives(_ total: Symbol) -> [Block] {
    let penalty = layout.hasPenalty ? Formula.partial(Symbol(.penalty), by: Symbol(.weightMatrix)) : nil
    return [.paragraph(say(.weights(examples: examples, penalty: penalty)))]
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

extension Formula {
  /// Whether something with a name is divided by.
  fileprivate var dividesByNames: Bool {
    var divides = false
    forEachPart { if case .quotient(_, let divisor) = $0, !divisor.names.isEmpty { divides = true } }
    return divides
  }
}
