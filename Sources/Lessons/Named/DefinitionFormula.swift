import Formulas

/// A definition over letters as mathematics: zᵢ = Σⱼ wᵢⱼ xⱼ + bᵢ.
///
/// Its names stand for no entries, and nothing is computed with it.
package struct DefinitionFormula {
  private let lexicon = Lexicon()

  /// The definition, and the letters on its left with their places among the indices; `nil` for what mathematics says at length,
  /// such as a number that stands in for an entry.
  package static func equation(_ text: String) -> (equation: Equation, letters: [(name: Formula, axis: Int)])?
  {
    let maker = DefinitionFormula()
    var reader = DefinitionReader(Array(text.utf8), maker.lexicon)
    guard let written = try? reader.definition(), let body = maker.formula(written.body),
      let left = written.index.isEmpty
        ? maker.symbol(written.name) : maker.symbol(written.name, written.index)
    else { return nil }
    let letters = written.index.enumerated().compactMap { axis, index -> (Formula, Int)? in
      guard case .at(let value) = index, let name = value.name else { return nil }
      return maker.symbol(name).map { ($0, axis) }
    }
    return (Equation(left, [.init(.equals, body)]), letters)
  }

  private func symbol(_ name: Int) -> Formula? { .symbol(Symbol(.named(Word(lexicon.names[name])))) }

  /// The name with its letters in brackets, which a notation sets below it.
  private func symbol(_ name: Int, _ indices: [Expression.Index]) -> Formula? {
    let texts = indices.compactMap(text)
    guard texts.count == indices.count else { return nil }
    return .symbol(Symbol(.named(Word("\(lexicon.names[name])[\(texts.joined(separator: ","))]"))))
  }

  private func text(_ index: Expression.Index) -> String? {
    switch index {
    case .all: ":"
    case .at(let value): text(value)
    case .part: nil
    }
  }

  /// An index as it stands below a name: letters and whole numbers with signs between them.
  private func text(_ index: Expression) -> String? {
    switch index.content {
    case .number(let number): return lexicon.wholes[number].map(String.init)
    case .name(let name):
      let text = lexicon.names[name]
      return text.utf8.count == 1 ? text : nil
    case .negative(let value): return text(value).map { "-" + $0 }
    case .sum(let terms):
      let texts = terms.compactMap { text($0.value) }
      guard texts.count == terms.count else { return nil }
      return zip(terms, texts).enumerated().map { place, term in
        (term.0.sign == .minus ? "-" : place == 0 ? "" : "+") + term.1
      }.joined()
    case .product(let factors):
      let texts = factors.compactMap { factor -> String? in
        if case .sum = factor.value.content { return nil }
        return text(factor.value)
      }
      return texts.count == factors.count ? texts.joined() : nil
    case .entry, .power, .matrixProduct, .transposed, .call, .fallback, .condition: return nil
    }
  }

  private func formula(_ expression: Expression) -> Formula? {
    switch expression.content {
    case .number(let number): return .number(lexicon.numerals[number])
    case .name(let name): return symbol(name)
    case .entry(let name, let indices): return symbol(name, indices)
    case .sum(let terms):
      let all = terms.compactMap { term in formula(term.value).map { term.sign == .minus ? -$0 : $0 } }
      return all.count == terms.count ? .sum(all) : nil
    case .product(let factors):
      var result: Formula?
      for factor in factors {
        guard let next = formula(factor.value) else { return nil }
        result = result.map { factor.sign == .over ? $0 / next : $0 * next } ?? next
      }
      return result
    case .negative(let value): return formula(value).map { -$0 }
    case .power(let base, let exponent):
      guard let base = formula(base), let exponent = formula(exponent) else { return nil }
      return .power(base, exponent)
    case .matrixProduct(let left, let right): return sideBySide(formula(left), formula(right))
    case .transposed(let value): return formula(value).map { .transpose($0) }
    case .call(let function, let arguments): return call(function, arguments)
    case .fallback, .condition: return nil
    }
  }

  private func sideBySide(_ left: Formula?, _ right: Formula?) -> Formula? {
    guard let left, let right else { return nil }
    if case .matrixProduct(let factors) = left { return .matrixProduct(factors + [right]) }
    return .matrixProduct([left, right])
  }

  private func call(_ function: GraphFunction, _ arguments: [Expression]) -> Formula? {
    if let sign = [.sum: "∑", .product: "∏"][function] {
      let letters = arguments.dropFirst().compactMap(text)
      guard !letters.isEmpty, letters.count == arguments.count - 1, let first = arguments.first else {
        return nil
      }
      let name = Formula.symbol(Symbol(.named(Word("\(sign)[\(letters.joined(separator: ","))]"))))
      return sideBySide(name, formula(first))
    }
    let values = arguments.compactMap(formula)
    guard values.count == arguments.count, let x = values.first else { return nil }
    // What is one function of one number in the lines as well.
    let plain: [GraphFunction: Formula.Function] = [
      .exp: .exp, .ln: .ln, .log: .ln, .sqrt: .squareRoot, .sin: .sin, .cos: .cos, .tanh: .tanh,
      .sigmoid: .sigma, .abs: .magnitude, .sign: .sign, .step: .unitStep, .softmax: .softmax,
      .floor: .named(.floor), .stop: .named(.stop), .erf: .named(.erf), .tan: .named(.tan),
    ]
    if let plain = plain[function] { return .call(plain, x) }
    switch function {
    case .relu: return .max(.integer(0), x)
    case .silu: return x * .call(.sigma, x)
    case .softplus: return .softplus(x)
    case .clip where values.count == 3: return .min(.max(x, values[1]), values[2])
    case .dot where values.count == 2: return .matrixProduct([.transpose(x), values[1]])
    case .max, .min:
      // With a letter behind it is the largest of a family.
      guard values.count > 1, !arguments.dropFirst().contains(where: isLetter) else { return nil }
      return values.dropFirst().reduce(x) { function == .max ? .max($0, $1) : .min($0, $1) }
    case .exp, .ln, .log, .sqrt, .sin, .cos, .tanh, .sigmoid, .leakyReLU, .elu, .selu, .gelu, .abs, .sign,
      .step, .floor, .mod, .tan, .sinh, .cosh, .arcsin, .arccos, .arctan, .erf, .log2, .log10, .clip, .sum,
      .mean, .product, .norm, .logsumexp, .dot, .softmax, .concat, .stop:
      return nil
    }
  }

  private func isLetter(_ expression: Expression) -> Bool { expression.name.map(lexicon.isLetter) ?? false }
}
