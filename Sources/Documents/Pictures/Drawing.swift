import Formulas

/// Shapes on a sheet, from which a picture is made in SVG or in TikZ; one unit is a pixel, y goes down.
struct Drawing {
  struct Point: Hashable {
    var x: Double
    var y: Double
  }

  /// What is written somewhere.
  enum Label {
    case prose(Prose)
    /// What stands for those that are left out.
    case dots

    /// A number.
    static func number(_ number: Numeral, of name: Formula?) -> Label {
      .prose(name.map { "\(Equation(number, of: $0))" } ?? "\(Formula.number(number))")
    }

    /// What it is the number of.
    var name: Formula? {
      guard case .prose(let prose) = self, case .math(let equation) = prose.pieces.first else { return nil }
      return equation.name
    }
  }

  /// How a line is drawn: told apart by more than its colour.
  enum Stroke {
    case solid
    case dashed
    case dotted
  }

  enum Shape {
    /// With a head at its end, if it is an arrow.
    case line(Point, Point, width: Double, Stroke, isArrow: Bool = false)
    case circle(Point, radius: Double, Stroke = .solid)
    /// From its upper left corner on.
    case bar(Point, width: Double, height: Double)
    /// Around its middle, with round corners.
    case box(Point, width: Double, height: Double, radius: Double)
    /// From point to point.
    case curve([Point])
    /// From point to point, level at each of them, with a head at the last.
    case arrow([Point])
    /// In the middle of a point; a quiet one is smaller, and lies on a halo that keeps lines away from it, unless it is bare.
    case label(Label, Point, isQuiet: Bool = false, isBare: Bool = false)
    /// Quiet words from a point on to the right.
    case note(Prose, Point)
  }

  /// Shapes that belong together.
  struct Group {
    /// What it shows: a neuron, an edge; nothing of the network where there is none.
    let part: PicturePart?
    /// What a reader sees who points at it.
    var title: Prose?
    /// The derivative that it tells: a page that is stepped through shows it from the step on that finds it out.
    var found: PicturePart?
    /// The weight whose size and sign its line shows.
    var weight: Formula?
    /// The factors of what its title says, where these are numbers that may change.
    var factors: [Formula] = []
    let shapes: [Shape]
  }

  let width: Double
  let height: Double
  /// The later ones lie above the earlier.
  let groups: [Group]
  /// What it is a picture of.
  let title: Prose
  /// What it shows, for those who do not see it.
  let description: Prose
  /// What its numbers are the values of.
  var names: [Formula] {
    groups.flatMap { group in
      [group.weight].compactMap { $0 }
        + group.shapes.compactMap { if case .label(let label, _, _, _) = $0 { label.name } else { nil } }
    }
  }
  /// Whether its letters grow and shrink with it in every format, since they have no more room than they need.
  var isToScale = false
}

/// A part of the picture of a network or of a graph: what a formula can be about.
enum PicturePart: Hashable {
  /// A neuron of a layer; the inputs are layer 0.
  case neuron(layer: Int, Int)
  /// Into a neuron of a layer, from one of the layer before.
  case edge(layer: Int, to: Int, from: Int)
  case cost
  /// A quantity of a graph, by its name.
  case node(String)
  /// The edge of a graph from one quantity to another whose definition uses it.
  case derivative(of: String, by: String)

  /// The part that a symbol names.
  init?(_ symbol: Symbol) {
    let (first, second) = (symbol.indices.first ?? 1, symbol.indices.count > 1 ? symbol.indices[1] : 1)
    switch symbol.meaning {
    case .weight, .newWeight: self = .edge(layer: symbol.layer ?? 1, to: first, from: second)
    case .bias, .newBias, .weightedInput, .activation, .error: self = .neuron(layer: symbol.layer ?? 0, first)
    case .cost, .target: self = .cost
    case .named: self = .node(symbol.name)
    case .newNamed(let word): self = .node(Symbol(.named(word), indices: symbol.indices).name)
    case .penalty, .learningRate, .newCost, .otherTerms, .path, .gradient, .weightMatrix, .jacobian, .ones,
      .mask,
      .squaredGradient, .squaredWeightGradient, .entry, .optimizer, .newOptimizer, .derivative:
      return nil
    }
  }

  /// What a derivative of one named quantity with respect to another is in the picture: the edge between them.
  init?(derivative: Formula) {
    guard let (of, by) = derivative.sidesOfDerivative, case .node(let above) = PicturePart(of),
      case .node(let below) = PicturePart(by)
    else { return nil }
    self = .derivative(of: above, by: below)
  }

  /// As an attribute has it, in one word: `a1-2`, `w2-1-3`, `C`, `q:x`, `d:f/x`.
  var id: String {
    switch self {
    case .neuron(let layer, let place): "a\(layer)-\(place)"
    case .edge(let layer, let to, let from): "w\(layer)-\(to)-\(from)"
    case .cost: "C"
    case .node(let name): Self.word("q:\(name)")
    case .derivative(let of, let by): Self.word("d:\(of)/\(by)")
    }
  }

  private static func word(_ text: String) -> String {
    HTMLText.escape(String(text.map { $0.isWhitespace ? "-" : $0 }))
  }
}

extension PicturePart {
  /// What an equation is about: every part that it names, each once.
  ///
  /// Z[n,:] = W X[n,:] + b is about many entries at once, and points at none.
  static func parts(of equation: Equation) -> [PicturePart] {
    if case .symbol(let left) = equation.left, hasLetters(left) { return [] }
    var parts: [PicturePart] = []
    func add(_ symbol: Symbol) {
      if let part = PicturePart(symbol), !parts.contains(part) { parts.append(part) }
    }
    for formula in [equation.left] + equation.sides.map(\.formula) {
      formula.forEachPart { part in
        if case .symbol(let symbol) = part { add(symbol) }
        if let (of, by) = part.sidesOfDerivative {
          add(of)
          add(by)
          if let derivative = PicturePart(derivative: part), !parts.contains(derivative) {
            parts.append(derivative)
          }
          // ∂z/∂a is the weight between them.
          if of.meaning == .weightedInput, by.meaning == .activation, let layer = of.layer {
            let edge = PicturePart.edge(layer: layer, to: of.indices.first ?? 1, from: by.indices.first ?? 1)
            if !parts.contains(edge) { parts.append(edge) }
          }
        }
      }
    }
    return parts.count <= mostParts ? parts : []
  }

  private static func hasLetters(_ symbol: Symbol) -> Bool {
    symbol.name.split(separator: "[").dropFirst().contains { indices in
      indices.contains { $0.isLetter || $0 == ":" }
    }
  }

  /// Whatever lights up everything points at nothing.
  private static let mostParts = 24
}
