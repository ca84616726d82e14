/// A quantity of a network or of a named lesson, by what it stands for: how it looks is the business of a `Notation`.
public struct Symbol: Hashable, Sendable {
  /// What a symbol stands for.
  public enum Meaning: Hashable, Sendable {
    /// w, from one neuron into another, and b, a neuron's own.
    case weight, bias
    /// z, what enters a neuron: Σ w a + b.
    case weightedInput
    /// a, what a neuron puts out; of layer 0 an input.
    case activation
    /// y, what an output should be.
    case target
    /// The cost: of all examples, or of one where the symbol has an `example` and there are several.
    case cost
    /// R, what the weights cost.
    case penalty
    /// η, how far a step of gradient descent goes.
    case learningRate
    /// A parameter after one step of gradient descent.
    case newWeight, newBias
    /// The cost after a change of the parameters.
    case newCost
    /// What a sum that is not written out has besides the terms that are.
    case otherTerms
    /// The product of the factors along one path.
    case path
    /// All derivatives of the cost together.
    case gradient
    /// All weights of a layer: a row for each neuron, a column for each neuron of the layer before.
    case weightMatrix
    /// δ: the derivatives of the cost by a layer's weighted inputs.
    case error
    /// The slopes of a layer's activations by its weighted inputs, all of one by all of the other.
    case jacobian
    /// A column of ones.
    case ones
    /// m: 1 for a neuron that dropout keeps, 0 for one that it drops.
    case mask
    /// The square of the gradient's length: the sum of the squares of its derivatives.
    case squaredGradient
    /// The same of the weights only.
    case squaredWeightGradient
    /// An entry of a list of values, by its number: a short name, for what is evaluated many times.
    case entry
    /// A quantity of a named lesson, by its name there.
    case named(Word)
    /// The same after one step of gradient descent.
    case newNamed(Word)
    /// A letter of an optimizer, by its name: a constant such as β₁, or v of a parameter; and the latter after the step.
    case optimizer(Word), newOptimizer(Word)
    /// A derivative, where it is a quantity of its own.
    case derivative(Derivative)
  }

  /// What it stands for.
  public let meaning: Meaning
  /// The neuron, or for a weight the neuron it leads to and the one it comes from, counted from 1; empty where the
  /// layer has only one, and of a named quantity what its lesson gives it.
  public let indices: Indices
  private let layerNumber: Int32
  private let exampleNumber: Int32
  /// In place of a number that is not there: half the size of an optional one.
  private static let none = Int32.min

  /// The layer from 1 to L, 0 for the input; `nil` where a quantity has none.
  public var layer: Int? { layerNumber == Self.none ? nil : Int(layerNumber) }
  /// The example it belongs to, counted from 1, where there are several.
  public var example: Int? { exampleNumber == Self.none ? nil : Int(exampleNumber) }

  /// A symbol with its layer, its indices and its example, as far as it has them.
  public init(_ meaning: Meaning, layer: Int? = nil, indices: Indices = [], example: Int? = nil) {
    self.meaning = meaning
    self.indices = indices
    layerNumber = layer.map { Int32(clamping: $0) } ?? Self.none
    exampleNumber = example.map { Int32(clamping: $0) } ?? Self.none
  }
}

extension Symbol {
  /// All but the meaning in two words: names are looked up by the thousands.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(meaning)
    hasher.combine(UInt64(truncatingIfNeeded: layerNumber) << 32 ^ UInt64(truncatingIfNeeded: exampleNumber))
    indices.hash(into: &hasher)
  }
}

extension Symbol {
  /// The name in JSON and in answers, which no notation changes: `w2[1,3]`, `a1[2]@3`, `C`, `new b1`, `loss`.
  public var name: String {
    let place = (layer.map(String.init) ?? "") + brackets
    let suffix = example.map { "@\($0)" } ?? ""
    switch meaning {
    case .weight: return "w" + place + suffix
    case .bias: return "b" + place + suffix
    case .weightedInput: return "z" + place + suffix
    case .activation: return "a" + place + suffix
    case .target: return "y" + brackets + suffix
    case .cost: return "C" + (example.map(String.init) ?? "")
    case .penalty: return "R"
    case .learningRate: return "eta"
    case .newWeight: return "new w" + place
    case .newBias: return "new b" + place
    case .newCost: return "new C"
    case .otherTerms: return "other terms " + place
    case .path: return "path" + brackets
    case .weightMatrix: return "W" + place
    case .error: return "delta" + place + suffix
    case .jacobian: return "J" + place + suffix
    case .ones: return "ones"
    case .mask: return "m" + place + suffix
    case .gradient: return "gradient"
    case .squaredGradient: return "squared gradient"
    case .squaredWeightGradient: return "squared gradient of the weights"
    case .entry: return "entry" + brackets
    case .named(let word): return word.text + brackets
    case .newNamed(let word): return "new " + word.text + brackets
    case .optimizer(let word): return word.text + place
    case .newOptimizer(let word): return "new " + word.text + place
    case .derivative(let derivative): return Self.name(of: derivative.above, by: derivative.below)
    }
  }

  /// Whether it is a letter of an optimizer.
  package var isOfOptimizer: Bool {
    if case .optimizer = meaning { return true }
    if case .newOptimizer = meaning { return true }
    return false
  }

  /// The name of a derivative as it is typed: `dC/dw1`, `d2C/dw1db2`, `d2C/dw1^2`, `d(da1/dz1)/da1`.
  package static func name(of above: Symbol, by below: Symbol) -> String {
    if let second = above.derivative?.secondDerivative(by: below) {
      let whole = "d2\(second.of.name)/d\(below.name)"
      return below == second.by ? whole + "^2" : whole + "d\(second.by.name)"
    }
    func part(_ symbol: Symbol) -> String {
      symbol.derivative == nil ? symbol.name : "(\(symbol.name))"
    }
    return "d\(part(above))/d\(part(below))"
  }

  /// The same after one step of gradient descent.
  package var updated: Symbol {
    let new: Meaning =
      switch meaning {
      case .weight: .newWeight
      case .bias: .newBias
      case .cost: .newCost
      case .named(let word): .newNamed(word)
      case .weightedInput, .activation, .target, .penalty, .learningRate, .newWeight, .newBias, .newCost,
        .otherTerms, .path, .gradient, .weightMatrix, .error, .jacobian, .ones, .mask, .squaredGradient,
        .squaredWeightGradient, .entry, .newNamed, .optimizer, .newOptimizer, .derivative:
        .newNamed(Word(name))
      }
    return Symbol(new, layer: layer, indices: indices)
  }

  /// The same without its indices: the array that it is an entry of.
  public var whole: Symbol { Symbol(meaning, layer: layer, example: example) }

  /// The indices as they are typed.
  var brackets: String {
    indices.isEmpty ? "" : "[" + indices.text(separator: ",") + "]"
  }
}
