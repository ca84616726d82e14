import Formulas
import Texts

/// What the documents of named lessons print besides what people type.
extension ExpressionReader {
  /// Functions that a graph may have and a network has not.
  static let printedNames: Set<String> = ["sin", "cos", "step", "pi", "π"]

  /// Every function that can be written in an answer: all of a definition that are no arrays.
  static let allNames =
    functionNames + ["sin", "cos", "step", "selu"] + NamedFunction.allCases.map(\.rawValue)
    + FunctionOfSeveral.allCases.map(\.rawValue).filter { !functionNames.contains($0) }

  /// Whether a word with a parenthesis behind it is a function.
  static func isFunctionOfGraphs(_ word: String) -> Bool {
    allNames.contains(word) || printedNames.contains(word) || ["ReLU", "softmax"].contains(word)
  }

  /// \frac{1}{2}, |x|, and the e of e^{x}; `nil` for anything else.
  mutating func printed(depth: Int) throws(Problem) -> Formula? {
    let start = cursor.position
    // Also where the lesson has an e of its own: that is raised in no document.
    if cursor.begins(with: "e^{"), cursor.take("e") { return Self.e }
    if cursor.take("\\frac") || cursor.take("\\dfrac") || cursor.take("\\tfrac") {
      var ahead = cursor
      cursor.move(to: start)
      // A derivative is a name.
      if names.take(&cursor) != nil {
        cursor.move(to: start)
        return nil
      }
      cursor = ahead
      try checkDepth(depth)
      let above = try braced(depth: depth + 1)
      let below = try braced(depth: depth + 1)
      ahead = cursor
      return .quotient(above, below)
    }
    if cursor.take("|") || cursor.take("\\lvert") {
      try checkDepth(depth)
      let inner = try sum(depth: depth + 1)
      guard cursor.take("|") || cursor.take("\\rvert") else { throw leftover(openedAt: start) }
      return .call(.magnitude, inner)
    }
    return nil
  }

  private mutating func braced(depth: Int) throws(Problem) -> Formula {
    cursor.skipBlanks()
    let start = cursor.position
    // \frac12
    if Cursor.isDigit(cursor.byte(0)), let byte = cursor.byte(0) {
      cursor.skip()
      return .integer(Int(byte) - 48)
    }
    guard cursor.take("{") else { throw nothing(after: nil) }
    let inner = try sum(depth: depth)
    try close("}", openedAt: start)
    return inner
  }

  /// [x > y], which is 1 where it is so and 0 elsewhere; what stands in the brackets where there is no such sign.
  mutating func condition(_ left: Formula, depth: Int) throws(Problem) -> Formula {
    if cursor.take("≥") || cursor.take(">=") || cursor.take("\\geq") || cursor.take("\\ge") {
      return .truth(left, try sum(depth: depth), orEqual: true)
    }
    if cursor.take(">") { return .truth(left, try sum(depth: depth), orEqual: false) }
    return left
  }

  /// s (max(0, x) + p (e^min(x, 0) − 1)).
  private static func selu(_ x: Formula) -> Formula {
    .number(.scaleOfSELU)
      * (.max(.integer(0), x)
        + .number(.slopeOfSELU) * (.call(.exp, .min(x, .integer(0))) - .integer(1)))
  }

  /// A function that only graphs have, or one of several numbers; `nil` for a word that is none.
  mutating func callOfGraph(_ word: String, depth: Int) throws(Problem) -> Formula? {
    switch word.first == "\\" ? String(word.dropFirst()) : word {
    case "sin": return .call(.sin, try argument(depth: depth))
    case "cos": return .call(.cos, try argument(depth: depth))
    case "step": return .call(.unitStep, try argument(depth: depth))
    case "selu": return Self.selu(try argument(depth: depth))
    case "pi", "π": return Numeral("3.141592653589793").map { .number($0) }
    case let word:
      if let function = FunctionOfSeveral(rawValue: word == "leaky" ? "leaky_relu" : word) {
        return try call(function, depth: depth)
      }
      guard let function = NamedFunction(rawValue: word) else { return nil }
      return .call(.named(function), try argument(depth: depth))
    }
  }
}
