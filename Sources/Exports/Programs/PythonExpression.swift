/// An expression of Python, as a tree: what loops over indices is found in it, and parentheses are set in one place.
indirect enum PythonExpression: Hashable {
  /// A whole number that says which entry is meant: itself, or the letter of a loop and what is added to it.
  enum Index: Hashable {
    case number(Int)
    case letter(String, plus: Int)
  }

  /// A number in its digits, without a sign.
  case number(String)
  /// A variable; with indices, an entry of a dictionary.
  case name(String, [Index])
  case negative(PythonExpression)
  case sum([PythonExpression])
  case product([PythonExpression])
  case quotient(PythonExpression, PythonExpression)
  case power(PythonExpression, PythonExpression)
  case call(PythonFunction, [PythonExpression])
  /// One of the outputs of a softmax, counted from 0.
  case softmax([PythonExpression], at: Index)
  /// 1 where the first is larger than the second, or as large if `orEqual`, and 0 elsewhere.
  case truth(PythonExpression, PythonExpression, orEqual: Bool)
  /// The arguments of a sum or a function: one for each value of a letter.
  case each(PythonExpression, letter: String, ClosedRange<Int>)
}

extension PythonExpression.Index {
  /// As it is written between brackets.
  var text: String {
    switch self {
    case .number(let value): "\(value)"
    case .letter(let letter, plus: 0): letter
    case .letter(let letter, plus: let offset): "\(letter) \(offset < 0 ? "-" : "+") \(offset.magnitude)"
    }
  }
}

extension PythonExpression {
  /// The expressions that it is made of, in their order.
  var parts: [PythonExpression] {
    switch self {
    case .number, .name: []
    case .sum(let parts), .product(let parts), .call(_, let parts), .softmax(let parts, at: _): parts
    case .negative(let x), .each(let x, letter: _, _): [x]
    case .quotient(let x, let y), .power(let x, let y), .truth(let x, let y, orEqual: _): [x, y]
    }
  }

  /// The same, made of other expressions, as many as it is made of now.
  func with(parts: [PythonExpression]) -> PythonExpression {
    guard let first = parts.first, let last = parts.last else { return self }
    switch self {
    case .number, .name: return self
    case .sum: return .sum(parts)
    case .product: return .product(parts)
    case .call(let function, _): return .call(function, parts)
    case .softmax(_, at: let place): return .softmax(parts, at: place)
    case .negative: return .negative(first)
    case .each(_, letter: let letter, let range): return .each(first, letter: letter, range)
    case .quotient: return .quotient(first, last)
    case .power: return .power(first, last)
    case .truth(_, _, orEqual: let orEqual): return .truth(first, last, orEqual: orEqual)
    }
  }

  /// Whether a number comes out that no variable changes.
  var isConstant: Bool {
    if case .name = self { return false }
    return parts.allSatisfy(\.isConstant)
  }

  /// The functions that are called in it.
  var functions: Set<PythonFunction> {
    let own: Set<PythonFunction> =
      switch self {
      case .call(let function, _): [function]
      case .softmax: [.softmax]
      case .number, .name, .negative, .sum, .product, .quotient, .power, .truth, .each: []
      }
    return parts.reduce(own) { $0.union($1.functions) }
  }
}

/// How tightly an operator binds, from the loosest to the tightest.
private enum Strength: Int, Comparable {
  case comparison, sum, product, sign, power, whole

  static func < (left: Strength, right: Strength) -> Bool { left.rawValue < right.rawValue }
}

extension PythonExpression {
  /// As it is written for a library.
  func text(for library: ProgramLibrary) -> String {
    switch self {
    case .number(let digits): return digits
    case .name(let name, let indices):
      return indices.isEmpty ? name : "\(name)[\(indices.map(\.text).joined(separator: ", "))]"
    case .negative(let x): return "-" + x.text(for: library, within: .sign)
    case .sum(let terms):
      if case .each = terms.first { return "sum(\(list(terms, library)))" }
      return terms.enumerated().reduce(into: "") { text, term in
        if term.offset > 0, case .negative(let x) = term.element {
          text += " - " + x.text(for: library, within: .product)
        } else {
          text += (term.offset > 0 ? " + " : "") + term.element.text(for: library, within: .sum)
        }
      }
    case .product(let factors):
      return factors.enumerated().map { place, factor in
        // What is divided stands first: a · (b / c) and (a · b) / c may be rounded differently.
        factor.text(for: library, within: place == 0 ? .product : .sign)
      }.joined(separator: " * ")
    case .quotient(let above, let below):
      return above.text(for: library, within: .product) + " / " + below.text(for: library, within: .sign)
    case .power(let base, let exponent):
      return base.text(for: library, within: .whole) + " ** " + exponent.text(for: library, within: .sign)
    case .call(let function, let arguments):
      let isConstant = isConstant
      let list = arguments.map {
        library.argument(
          $0.text(for: library), isConstant: $0.isConstant && !isConstant, of: function)
      }.joined(separator: ", ")
      return library.call(function, of: list, isConstant: isConstant)
    case .softmax(let arguments, at: let place):
      return "softmax([\(list(arguments, library))])[\(place.text)]"
    case .truth(let x, let y, let orEqual):
      let comparison =
        "\(x.text(for: library, within: .sum)) \(orEqual ? ">=" : ">") \(y.text(for: library, within: .sum))"
      return library.truth(comparison, isConstant: isConstant)
    case .each: return loops(library)
    }
  }

  /// What is repeated, and then the loops from the outer to the inner.
  private func loops(_ library: ProgramLibrary) -> String {
    var (body, loops) = (self, "")
    while case .each(let inner, let letter, let range) = body {
      loops += " for \(letter) in range(\(range.lowerBound), \(range.upperBound + 1))"
      body = inner
    }
    return body.text(for: library) + loops
  }

  private func list(_ arguments: [PythonExpression], _ library: ProgramLibrary) -> String {
    arguments.map { $0.text(for: library) }.joined(separator: ", ")
  }

  /// In parentheses, if it binds less tightly than what stands around it.
  private func text(for library: ProgramLibrary, within outer: Strength) -> String {
    let text = text(for: library)
    return strength < outer ? "(\(text))" : text
  }

  private var strength: Strength {
    switch self {
    case .number, .name, .call, .softmax, .truth, .each: .whole
    case .sum(let terms): if case .each = terms.first { .whole } else { .sum }
    case .negative: .sign
    case .product, .quotient: .product
    case .power: .power
    }
  }
}
