import Formulas

/// A network as it is drawn: its neurons layer by layer, with what they put out, and the weights between them.
public struct NetworkPicture: Hashable, Sendable {
  /// A neuron, or an input.
  public struct Neuron: Hashable, Sendable {
    /// What it is called, such as a⁽¹⁾₂.
    public let name: Symbol
    /// What it puts out; none where nothing is known yet.
    public let value: Numeral?
    /// Whether dropout drops it.
    let isDropped: Bool
    /// Its bias, as in b = 0.5.
    let bias: Equation?

    /// A neuron that puts out `value`.
    public init(_ name: Symbol, value: Numeral? = nil, isDropped: Bool = false, bias: Equation? = nil) {
      self.name = name
      self.value = value
      self.isDropped = isDropped
      self.bias = bias
    }

    fileprivate var untraced: Neuron { Neuron(name, isDropped: isDropped, bias: bias) }
  }

  /// The inputs, or a layer.
  public struct Layer: Hashable, Sendable {
    /// Those that are drawn, from top to bottom; `nil` stands for all that are left out there.
    public fileprivate(set) var neurons: [Neuron?]
    /// How many there are.
    public let count: Int
    /// What kind it is, such as "sigmoid"; the inputs are of none.
    public let kind: Prose?
    /// Whether the activations of the layer before are added to its own.
    let hasSkip: Bool

    /// A layer of `count` neurons, of which `neuron` names one by its place from 0 on.
    ///
    /// Of more than eight only the first four and the last two are drawn.
    public init(count: Int, kind: Prose? = nil, hasSkip: Bool = false, neuron: (Int) -> Neuron) {
      self.count = count
      self.hasSkip = hasSkip
      self.kind = kind
      neurons = Self.places(count).map { $0.map(neuron) }
    }

    /// Which places are drawn; `nil` for those left out.
    public static func places(_ count: Int) -> [Int?] {
      count <= 8 ? (0..<count).map { $0 } : [0, 1, 2, 3, nil, count - 2, count - 1]
    }
  }

  /// A weight, from a neuron of one layer to one of the next.
  public struct Edge: Hashable, Sendable {
    /// What it is called.
    public let name: Symbol
    /// How large it is, and whether those digits are the number itself.
    public let value: Numeral
    let isExact: Bool
    /// The layer that it leads into, from 1.
    let layer: Int
    /// Which of the neurons that are drawn it leads to, and from, each by its row from 0 on.
    let (to, from): (Int, Int)
  }

  /// From the inputs to the outputs.
  public private(set) var layers: [Layer]
  /// Every weight between two neurons that are drawn.
  public let edges: [Edge]
  /// The size of the largest weight that is drawn, or 0.
  let largest: Double
  /// What it costs.
  public private(set) var cost: Neuron
  /// What should come out, as in y = 0.5.
  let targets: [Equation]
  /// The inputs where they are an image, from 0 to 1 and row by row of a square.
  let pixels: [Double]
  /// Whether it is drawn for a phone: narrower, and higher.
  private(set) var isNarrow = false

  /// A picture of these layers; `weight` names a weight by the layer that it leads into, and the places of the neuron
  /// that it leads to and of the one that it leads from.
  public init(
    _ layers: [Layer], cost: Neuron, targets: [Equation] = [], pixels: [Double] = [],
    weight: (_ layer: Int, _ to: Int, _ from: Int) -> (name: Symbol, value: Numeral, isExact: Bool)?
  ) {
    self.layers = layers
    self.cost = cost
    self.targets = targets
    self.pixels = pixels
    var edges: [Edge] = []
    for (l, pair) in zip(layers, layers.dropFirst()).enumerated() {
      for (to, j) in Layer.places(pair.1.count).enumerated() {
        for (from, k) in Layer.places(pair.0.count).enumerated() {
          guard let j, let k, let weight = weight(l + 1, j, k) else { continue }
          edges.append(
            Edge(
              name: weight.name, value: weight.value, isExact: weight.isExact, layer: l + 1, to: to,
              from: from))
        }
      }
    }
    self.edges = edges
    largest = edges.map(\.value.value.magnitude).max() ?? 0
  }

  /// The same before anything was computed: of all values only those of the inputs and the weights.
  public var untraced: NetworkPicture {
    var picture = self
    for l in layers.indices.dropFirst() { picture.layers[l].neurons = layers[l].neurons.map { $0?.untraced } }
    picture.cost = cost.untraced
    return picture
  }

  /// The same for a phone; `nil` where an image stands beside it.
  var narrow: NetworkPicture? {
    guard pixels.isEmpty else { return nil }
    var picture = self
    picture.isNarrow = true
    return picture
  }

  /// Whether it is a chain of single neurons.
  var isChain: Bool { layers.allSatisfy { $0.count == 1 } }
}
