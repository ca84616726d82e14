import Formulas

/// Layers of neurons, each fed by the one before; layer 0 is the input.
public struct Network<Scalar: Sendable>: Sendable {
  /// One layer: z = W a + b, then a = f(z), or what the output makes of it.
  public struct Layer: Sendable {
    /// f.
    public let activation: Activation
    /// How many neurons the layer before has.
    public let inputs: Int
    /// How many neurons there are.
    public let neurons: Int
    /// W, [neurons × inputs], row by row: the weight into j from k stands at j · inputs + k, counted from 0.
    public var weights: [Scalar]
    /// b, one for each neuron, or `nil` where the layer has none.
    public var biases: [Scalar]?
    /// What becomes of f(z).
    public let output: LayerOutput

    /// A layer from the rows of its weights, one for each neuron, all of the same length.
    public init(
      _ activation: Activation, weights rows: [[Scalar]], biases: [Scalar]?,
      output: LayerOutput = LayerOutput()
    ) {
      self.init(
        activation, inputs: rows.first?.count ?? 0, neurons: rows.count, weights: rows.flatMap { $0 },
        biases: biases, output: output)
    }

    /// A layer from its weights in one piece: `inputs` of them for each of the `neurons`.
    ///
    /// An output other than f(z) is of neurons that do not mix, and in the last layer under a cost without logarithms.
    public init(
      _ activation: Activation, inputs: Int, neurons: Int, weights: [Scalar], biases: [Scalar]?,
      output: LayerOutput = LayerOutput()
    ) {
      self.activation = activation
      self.inputs = inputs
      self.neurons = neurons
      self.weights = weights
      self.biases = biases
      self.output = output
    }

    /// How many weights and biases there are.
    public var parameterCount: Int { weights.count + (biases?.count ?? 0) }
  }

  /// From layer 1 to layer L.
  public var layers: [Layer]

  /// A network of layers that fit: each takes as many inputs as the one before has neurons.
  public init(_ layers: [Layer]) { self.layers = layers }

  /// The weights, row by row, then the biases of each layer, from the first layer to the last.
  public var parameters: [Scalar] {
    get { layers.flatMap { $0.weights + ($0.biases ?? []) } }
    set {
      var rest = newValue[...]
      for l in layers.indices {
        layers[l].weights = Array(rest.prefix(layers[l].weights.count))
        rest = rest.dropFirst(layers[l].weights.count)
        if let count = layers[l].biases?.count {
          layers[l].biases = Array(rest.prefix(count))
          rest = rest.dropFirst(count)
        }
      }
    }
  }
}

/// What goes in, and what should come out.
public struct Example<Scalar: Sendable>: Sendable {
  /// x = a⁽⁰⁾.
  public let inputs: [Scalar]
  /// y.
  public let targets: [Scalar]

  /// As many inputs as the network takes, as many targets as its last layer has neurons.
  public init(inputs: [Scalar], targets: [Scalar]) {
    self.inputs = inputs
    self.targets = targets
  }
}

/// The weight penalty R = (l2/2n) Σ w² + (l1/n) Σ |w|, of the weights only.
public struct Penalty<Scalar: Sendable>: Sendable {
  /// Of the sum of squares, where the penalty has that part.
  public let l2: Scalar?
  /// Of the sum of absolute values, where the penalty has that part.
  public let l1: Scalar?

  /// Both are at least 0.
  public init(l2: Scalar?, l1: Scalar?) {
    self.l2 = l2
    self.l1 = l1
  }
}
