import Backprop
import Formulas
import Lessons
import Texts

/// A function of several numbers, with commas between them, by the word for it.
enum FunctionOfSeveral: String, CaseIterable {
  case max, min, mod, clip
  case leakyReLU = "leaky_relu"
  case sum, mean, product, norm, logsumexp

  /// How many numbers it takes, in words, with an example, and what one too many is.
  fileprivate var arity: (count: ClosedRange<Int>, words: String, example: String, next: String) {
    switch self {
    case .max, .min: (2...2, "two values", "(0, 0.5)", "a third")
    case .mod: (2...2, "two values", "(7, 3)", "a third")
    case .clip: (3...3, "three values", "(0.5, 0, 1)", "a fourth")
    case .leakyReLU: (1...2, "one or two values", "(0.5, 0.01)", "a third")
    case .sum, .mean, .product, .norm, .logsumexp: (1...Self.most, "values", "(0.5, 2)", "another")
    }
  }

  fileprivate static let most = 64

  /// How it is called with numbers.
  fileprivate var example: String { rawValue + arity.example }

  /// The function of numbers, of which it has as many as it takes.
  fileprivate func formula(of x: [Formula]) -> Formula {
    let first = x.first ?? .integer(0)
    let last = x.last ?? first
    return switch self {
    case .max: x.dropFirst().reduce(first) { .max($0, $1) }
    case .min: x.dropFirst().reduce(first) { .min($0, $1) }
    // x − n ⌊x/n⌋
    case .mod: .sum([first, -(last * .call(.named(.floor), .quotient(first, last)))])
    case .clip: .min(.max(first, x[x.count / 2]), last)
    case .leakyReLU:
      .max(.integer(0), first) + (x.count > 1 ? last : .number(.hundredth)) * .min(.integer(0), first)
    case .sum: .sum(x)
    case .mean: .quotient(.sum(x), .integer(x.count))
    case .product: .product(of: x)
    case .norm: .call(.squareRoot, .sum(x.map { .power($0, 2) }))
    case .logsumexp: x.count > 1 ? Formula.logSumExp(x) : first
    }
  }
}

extension ExpressionReader {
  /// A function of several numbers with its arguments; `nil` for a word without them that is no function.
  mutating func call(_ function: FunctionOfSeveral, depth: Int) throws(Problem) -> Formula? {
    let arity = function.arity
    if function == .leakyReLU, !cursor.take("_relu") { return nil }
    try checkDepth(depth)
    let end = cursor
    cursor.skipBlanks()
    _ = cursor.take("\\left")
    let start = cursor.position
    guard cursor.take("(") else {
      // "mean of both" is no function.
      if arity.count.lowerBound == 1 {
        cursor = end
        return nil
      }
      throw Problem(
        at: cursor.range,
        "\(function.rawValue) takes \(arity.words) in parentheses, as in \(function.example)")
    }
    // Of a graph, the largest and the smallest of as many as its own lines have, in reason.
    let isOfMany = names.takesCrossAsName && [.max, .min].contains(function)
    let most = isOfMany ? FunctionOfSeveral.most : arity.count.upperBound
    let outside = commasSeparate
    commasSeparate = true
    defer { commasSeparate = outside }
    var all = [try sum(depth: depth + 1)]
    var between = self
    while all.count < most, cursor.next == "," || cursor.next == ";" {
      between = self
      cursor.skip()
      all.append(try sum(depth: depth + 1))
    }
    guard all.count >= arity.count.lowerBound else {
      throw Problem(
        at: cursor.range,
        "\(function.rawValue) takes \(arity.words) with a comma between them, as in \(function.example)")
    }
    guard cursor.next != ",", cursor.next != ";" else { throw more(for: function, between) }
    try close(")", openedAt: start)
    return function.formula(of: all)
  }

  /// One value too many follows, or the decimals of the last; `between` reads on from what separates the last two.
  private func more(for function: FunctionOfSeveral, _ between: ExpressionReader) -> Problem {
    let place = cursor.range
    if cursor.next == "," {
      if let comma = commaInNumber(), comma.range.lowerBound > between.cursor.position { return comma }
    } else if between.cursor.next == ",", let comma = between.commaInNumber() {
      // In max(0,5; 1) it is the semicolon that separates.
      return comma
    }
    var ahead = self
    ahead.cursor.skip()
    ahead.cursor.skipBlanks()
    if ahead.isAtCloser { return nothing(after: place) }
    return Problem(
      at: place,
      "\(function.rawValue) takes \(function.arity.words), as in \(function.example), and \(function.arity.next) follows here"
    )
  }
}
