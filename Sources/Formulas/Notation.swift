/// The letters of a course: a table from what symbols mean to how they look.
public struct Notation: Hashable, Sendable {
  /// A letter with what stands below and above it.
  public struct Look: Hashable, Sendable {
    /// One letter, Greek ones as themselves.
    public let letter: String
    /// Below, on the right.
    public let below: String?
    /// Above, on the right; a layer comes in parentheses, so that it is not taken for a power.
    public let above: String?
    /// Whether it is the value after a step of gradient descent.
    public let isNew: Bool
    /// Whether it is a matrix with its rows and columns exchanged.
    public internal(set) var isTransposed = false

    init(_ letter: String, below: String? = nil, above: String? = nil, isNew: Bool = false) {
      self.letter = letter
      self.below = below
      self.above = above
      self.isNew = isNew
    }
  }

  /// The letters of 3Blue1Brown's lessons: a^{(L)}, w_{jk}^{(L)}, C.
  public static let threeBlueOneBrown = Notation()

  /// How a symbol looks.
  public func look(of symbol: Symbol) -> Look {
    let layer = symbol.layer.map { "(\($0))" }
    let below = indices(symbol)
    switch symbol.meaning {
    case .weight: return Look("w", below: below, above: layer)
    case .bias: return Look("b", below: below, above: layer)
    case .weightedInput: return Look("z", below: below, above: layer)
    case .activation: return Look("a", below: below, above: layer)
    case .target: return Look("y", below: below)
    case .cost: return Look("C", below: symbol.example.map(String.init))
    case .penalty: return Look("R")
    case .learningRate: return Look("η")
    case .newWeight: return Look("w", below: below, above: layer, isNew: true)
    case .newBias: return Look("b", below: below, above: layer, isNew: true)
    case .newCost: return Look("C", isNew: true)
    case .otherTerms: return Look("⋯")
    case .path: return Look("P", below: below)
    case .weightMatrix: return Look("W", above: layer)
    case .error: return Look("δ", above: layer)
    case .jacobian: return Look("J", above: layer)
    case .ones: return Look("𝟏")
    case .gradient: return Look("∇C")
    case .gradientLength: return Look("‖∇C‖")
    }
  }

  /// Next to each other, and with a comma where one of them passes 9.
  private func indices(_ symbol: Symbol) -> String? {
    let separator = symbol.indices.contains { $0 > 9 } ? "," : ""
    return symbol.indices.isEmpty ? nil : symbol.indices.map(String.init).joined(separator: separator)
  }
}
