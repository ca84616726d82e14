import Formulas

/// A graph of named quantities as it is drawn: a node for each quantity, and an edge from each quantity to every other
/// whose definition uses it.
public struct GraphPicture: Hashable, Sendable {
  /// What a quantity is in the graph.
  public enum Kind: Hashable, Sendable {
    /// A number that the lesson gives.
    case given
    /// Computed from others.
    case defined
    /// What is derived.
    case result
  }

  /// A quantity.
  public struct Node: Hashable, Sendable {
    /// Tells it from the others.
    public let id: Int
    /// What it is called: a symbol, or a short formula.
    public let name: Formula
    /// How large it is; none where nothing is known yet.
    public fileprivate(set) var value: Numeral?
    /// What it is in the graph.
    public let kind: Kind
    /// Below it: the derivative of the result with respect to it.
    public fileprivate(set) var derivative: Numeral?
    /// What that number is the value of; `nil` for one that does not change.
    let nameOfDerivative: Formula?

    /// A quantity with what is written on it.
    public init(
      id: Int, name: Formula, value: Numeral? = nil, kind: Kind, derivative: Numeral? = nil,
      nameOfDerivative: Formula? = nil
    ) {
      (self.id, self.name, self.value, self.kind) = (id, name, value, kind)
      self.derivative = derivative
      self.nameOfDerivative = nameOfDerivative
    }
  }

  /// A use of one quantity in the definition of another.
  public struct Edge: Hashable, Sendable {
    /// The quantity that is used, and the one that is defined with it, by their ids.
    public let from, to: Int
    /// The local derivative: of the one that is defined, with respect to the one that is used.
    public fileprivate(set) var slope: Numeral?
    /// What that number is the value of.
    let nameOfSlope: Formula?
    /// What comes down the edge: the local derivative times that of the result with respect to the one that is defined.
    public fileprivate(set) var downstream: Equation?

    /// A use, with its local derivative if it is known, and what comes down the edge.
    public init(
      from: Int, to: Int, slope: Numeral? = nil, nameOfSlope: Formula? = nil, downstream: Equation? = nil
    ) {
      (self.from, self.to, self.slope) = (from, to, slope)
      (self.nameOfSlope, self.downstream) = (nameOfSlope, downstream)
    }
  }

  /// A graph with more nodes or more edges is nothing to look at: then a document has no picture of it.
  public static let (mostNodes, mostEdges) = (40, 80)

  /// In the order of the lesson.
  public private(set) var nodes: [Node]
  /// In the order of the lesson; no edge leads back to where it came from, not even by way of others.
  public private(set) var edges: [Edge]

  /// A picture of these.
  ///
  /// Left out are a second node with an id, an edge without one of its nodes, a second edge between two nodes, and an edge
  /// that closes a cycle.
  public init(nodes: [Node], edges: [Edge]) {
    var places: [Int: Int] = [:]
    self.nodes = nodes.filter { node in
      guard places[node.id] == nil else { return false }
      places[node.id] = places.count
      return true
    }
    var seen: Set<[Int]> = []
    let uses = edges.compactMap { edge -> (edge: Edge, from: Int, to: Int)? in
      guard let from = places[edge.from], let to = places[edge.to], from != to,
        seen.insert([from, to]).inserted
      else { return nil }
      return (edge, from, to)
    }
    let ranks = GraphLayers.ranks(places.count, uses.map { ($0.from, $0.to) })
    self.edges = uses.filter { ranks[$0.from] < ranks[$0.to] }.map(\.edge)
  }

  /// The same before anything was computed: of all numbers only those that are given.
  public var untraced: GraphPicture {
    var picture = self
    for place in nodes.indices {
      if nodes[place].kind != .given { picture.nodes[place].value = nil }
      picture.nodes[place].derivative = nil
    }
    for place in edges.indices { (picture.edges[place].slope, picture.edges[place].downstream) = (nil, nil) }
    return picture
  }

  /// Each edge by the places of its nodes.
  var uses: [(from: Int, to: Int)] {
    let places = Dictionary(zip(nodes.map(\.id), nodes.indices)) { first, _ in first }
    return edges.compactMap { edge in
      guard let from = places[edge.from], let to = places[edge.to] else { return nil }
      return (from, to)
    }
  }
}

extension GraphPicture.Node {
  var part: PicturePart? { symbol.flatMap(PicturePart.init) }

  /// Its name, if it is no formula of several.
  var symbol: Symbol? {
    if case .symbol(let symbol) = name { symbol } else { nil }
  }
}
