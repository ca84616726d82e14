import Backprop
import Formulas
import Lessons
import Texts

/// What arithmetic is made of: numbers, names, functions, parentheses.
extension ExpressionReader {
  /// Whether a function begins at a place.
  static func beginsWithFunction(_ cursor: Cursor) -> Bool {
    namesOfFunctions.contains { cursor.begins(with: $0) }
  }

  private static let namesOfFunctions = functionNames + printedNames

  static let functionNames =
    ["exp", "ln", "log", "log10", "log2", "sqrt", "sigma"] + activations.map(\.name)
    + ["max", "min", "abs", "sign"]

  /// Those that are functions of one number; the identity has no need of a name.
  private static let activations = Activation.withoutSettings.filter {
    $0 != .identity && !$0.rule.mixesNeurons
  }

  /// A number, a name, a function, or what stands in parentheses, also in those of LaTeX.
  mutating func plainValue(depth: Int) throws(Problem) -> Formula {
    cursor.skipBlanks()
    let start = cursor.position
    if let number = try number() { return number }
    if let printed = try printed(depth: depth) { return printed }
    if let closer = takeOpener() {
      try checkDepth(depth)
      var inner = try sum(depth: depth + 1)
      if closer == "]" { inner = try condition(inner, depth: depth + 1) }
      try close(closer, openedAt: start)
      return inner
    }
    if let match = names.take(&cursor) {
      if case .quantity(let name) = match { return name }
      let range = start..<cursor.position
      let written = cursor.text(range)
      throw Problem(
        at: range,
        names.problem(match, written: written)
          ?? "'\(shortened(written))' stands for several numbers of this lesson; remove it if it is a slip, "
          + "or write one of them with its indices, as in z2[1] or w2[1,2]"
      )
    }
    if cursor.take("√") {
      let place = start..<cursor.position
      cursor.skipBlanks()
      if cursor.isAtEnd { throw nothing(after: place) }
      return Self.squareRoot(try argument(depth: depth))
    }
    let word = takeWord()
    if word == "e" { return Self.e }
    let place = start..<cursor.position
    if Self.functionNames.contains(word) || Self.printedNames.contains(word) || word == "mod" {
      cursor.skipBlanks()
      if cursor.isAtEnd { throw nothing(after: place) }
    }
    if let function = try call(word, depth: depth) { return function }
    if let function = try callOfGraph(word, depth: depth) { return function }
    throw noValue(word, from: start)
  }

  /// A number: a decimal, a percentage, ½, a mixed number such as 1 1/2.
  private mutating func number() throws(Problem) -> Formula? {
    if let part = takeFraction() { return part }
    let start = cursor.position
    let withComma = try takeDecimalWithComma()
    guard let numeral = try withComma == nil ? cursor.takeNumeral() : withComma else { return nil }
    let number = Formula.number(numeral)
    if numeral.digits == "0", cursor.next == "x" || cursor.next == "X", Cursor.isDigit(cursor.byte(1)) {
      let end = cursor.position + 2
      throw Problem(
        at: start..<end, "\(shortened(cursor.text(start..<end)))… is not a decimal number; write it as in 0.5"
      )
    }
    if cursor.take("%") || cursor.take("\\%") { return .quotient(number, .integer(100)) }
    if let part = takeFraction() { return .sum([number, part]) }
    guard numeral.digits.allSatisfy(\.isNumber) else { return number }
    // 1 1/2
    var ahead = cursor
    ahead.skipBlanks()
    guard ahead.position > cursor.position, let above = Int(ahead.digits()), ahead.take("/"),
      let below = Int(ahead.digits()),
      below > 0, ahead.next != ".", !Cursor.isDigit(ahead.byte(0))
    else { return number }
    cursor = ahead
    return .sum([number, .quotient(.integer(above), .integer(below))])
  }

  private mutating func takeFraction() -> Formula? {
    for (sign, above, below) in Self.fractions where cursor.take(sign) {
      return .quotient(.integer(above), .integer(below))
    }
    return nil
  }

  private static let fractions: [(Unicode.Scalar, Int, Int)] = [
    ("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
    ("⅘", 4, 5), ("⅛", 1, 8), ("⅜", 3, 8),
    ("⅝", 5, 8),
    ("⅞", 7, 8), ("⅙", 1, 6), ("⅚", 5, 6),
  ]

  private mutating func takeOpener() -> Unicode.Scalar? {
    _ = cursor.take("\\left")
    return cursor.take("(") ? ")" : cursor.take("[") ? "]" : cursor.take("{") ? "}" : nil
  }

  mutating func close(_ closer: Unicode.Scalar, openedAt start: Int) throws(Problem) {
    _ = cursor.take("\\right")
    guard cursor.take(closer) else { throw leftover(openedAt: start) }
  }

  /// The letters that are next, with digits and primes after them: `log10`, `σ′`.
  mutating func takeWord() -> String {
    let start = cursor.position
    _ = cursor.take("\\")
    while let next = cursor.next, Cursor.isLetter(next) { cursor.skip() }
    if cursor.position > start { _ = cursor.digits() }
    let word = cursor.text(start..<cursor.position).lowercased()
    return cursor.position > start && cursor.takePrime() ? word + "′" : word
  }

  /// A function with its argument; `nil` for a word that is none.
  private mutating func call(_ word: String, depth: Int) throws(Problem) -> Formula? {
    switch word.first == "\\" ? String(word.dropFirst()) : word {
    case "exp": return .call(.exp, try argument(depth: depth))
    // The logarithm of mathematics and of programming languages, and that of the costs: the natural one.
    case "ln", "log": return .call(.ln, try argument(depth: depth))
    // log₁₀ x = ln x / ln 10.
    case "log10": return .call(.ln, try argument(depth: depth)) / .call(.ln, .integer(10))
    case "log2": return .call(.ln, try argument(depth: depth)) / .call(.ln, .integer(2))
    case "sqrt": return Self.squareRoot(try argument(depth: depth))
    case "tanh′": return .call(.tanhPrime, try argument(depth: depth))
    case "σ", "sigma": return .call(.sigma, try argument(depth: depth))
    case "σ′", "sigma′", "sigmoid′": return .call(.sigmaPrime, try argument(depth: depth))
    case "abs": return .call(.magnitude, try argument(depth: depth))
    case "sign": return .call(.sign, try argument(depth: depth))
    case let word: return try activation(word, depth: depth)
    }
  }

  /// f(x), or f′(x), of an activation; `nil` for a word that is none.
  private mutating func activation(_ word: String, depth: Int) throws(Problem) -> Formula? {
    let isSlope = word.last == "′"
    let name = isSlope ? String(word.dropLast()) : word
    guard let rule = Self.activations.first(where: { $0.name == name })?.rule else { return nil }
    let x = try argument(depth: depth)
    return rule.activations([x]).first.map { isSlope ? rule.slope($0, x) : $0.value }
  }

  /// √x = e^(½ ln x).
  private static func squareRoot(_ x: Formula) -> Formula {
    .call(.exp, .quotient(.call(.ln, x), .integer(2)))
  }

  /// In parentheses or without: ln a3 is ln(a3), and ln a3² is ln(a3²).
  mutating func argument(depth: Int) throws(Problem) -> Formula {
    try checkDepth(depth)
    cursor.skipBlanks()
    if cursor.next == "(" || cursor.next == "\\" { return try value(depth: depth) }
    return try power(depth: depth + 1)
  }
}
