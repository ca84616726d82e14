/// What can be applied to numbers and arrays in a definition, by the word for it.
enum GraphFunction: String, CaseIterable {
  case exp, ln, log, sqrt, sin, cos, tanh, sigmoid, relu
  case leakyReLU = "leaky_relu"
  case elu, selu, softplus, silu, gelu, abs, sign, step, floor, mod
  case tan, sinh, cosh, arcsin, arccos, arctan, erf
  case log2, log10
  case max, min, clip, sum, mean, product, norm, logsumexp
  case dot, softmax, concat
  case stop

  /// The way in which a function takes its arguments.
  enum Manner {
    /// Entry by entry, of one argument.
    case entrywise
    /// Entry by entry, of an argument and a number that may be left out.
    case withSlope
    /// Entry by entry of several arguments, or of all entries of one.
    case choosing
    /// All entries of one argument, or of one for each value of some letters.
    case reducing
    /// From a column to a column.
    case normalizing
    /// A column of everything, one after the other.
    case joining
    /// A number of two columns.
    case pairing
    /// Entry by entry of an argument, a lower and an upper bound.
    case bounding
  }

  var manner: Manner {
    switch self {
    case .exp, .ln, .log, .sqrt, .sin, .cos, .tanh, .sigmoid, .relu, .softplus, .silu, .abs, .step, .selu,
      .gelu, .sign, .floor, .tan, .sinh, .cosh, .arcsin, .arccos, .arctan, .erf, .log2, .log10, .stop:
      .entrywise
    case .leakyReLU, .elu, .mod: .withSlope
    case .max, .min: .choosing
    case .sum, .mean, .product, .norm, .logsumexp: .reducing
    case .dot: .pairing
    case .clip: .bounding
    case .softmax: .normalizing
    case .concat: .joining
    }
  }

  /// The words, in the order of the table.
  static let words = allCases.map(\.rawValue)
  private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

  /// The function of a word; "sigma" is one only before a parenthesis, and no word for other names to avoid.
  static func named(_ word: String) -> GraphFunction? { byWord[word] }

  /// Whether a lesson may have a quantity of this name, which then goes before the function.
  var mayBeName: Bool { [.sign, .floor, .mod, .clip, .norm, .dot, .stop].contains(self) }

  /// Whether a name would be taken for something else.
  static func isReserved(_ name: String) -> Bool {
    named(name).map { !$0.mayBeName } ?? ["for", "in", "else", "pi"].contains(name)
  }
}
