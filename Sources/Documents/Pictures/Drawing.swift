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
    case circle(Point, radius: Double)
    /// From its upper left corner on.
    case bar(Point, width: Double, height: Double)
    /// From point to point.
    case curve([Point])
    /// In the middle of a point; a quiet one is smaller, and lies on a halo that keeps lines away from it.
    case label(Label, Point, isQuiet: Bool = false)
  }

  /// Shapes that belong together.
  struct Group {
    /// What it shows: a neuron, an edge; nothing of the network where there is none.
    let part: PicturePart?
    /// What a reader sees who points at it.
    var title: Prose?
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
}

/// A part of the picture of a network: what a formula can be about.
enum PicturePart: Hashable {
  /// A neuron of a layer; the inputs are layer 0.
  case neuron(layer: Int, Int)
  /// Into a neuron of a layer, from one of the layer before.
  case edge(layer: Int, to: Int, from: Int)
  case cost

  /// The part that a symbol names.
  init?(_ symbol: Symbol) {
    let (first, second) = (symbol.indices.first ?? 1, symbol.indices.count > 1 ? symbol.indices[1] : 1)
    switch symbol.meaning {
    case .weight, .newWeight: self = .edge(layer: symbol.layer ?? 1, to: first, from: second)
    case .bias, .newBias, .weightedInput, .activation, .error: self = .neuron(layer: symbol.layer ?? 0, first)
    case .cost, .target: self = .cost
    case .penalty, .learningRate, .newCost, .otherTerms, .path, .gradient, .weightMatrix, .jacobian, .ones,
      .squaredGradient, .squaredWeightGradient, .entry, .named, .newNamed:
      return nil
    }
  }

  /// As an attribute has it: `a1-2`, `w2-1-3`, `C`.
  var id: String {
    switch self {
    case .neuron(let layer, let place): "a\(layer)-\(place)"
    case .edge(let layer, let to, let from): "w\(layer)-\(to)-\(from)"
    case .cost: "C"
    }
  }
}

extension PicturePart {
  /// What an equation is about: every part that it names, each once.
  static func parts(of equation: Equation) -> [PicturePart] {
    var parts: [PicturePart] = []
    func add(_ symbol: Symbol) {
      if let part = PicturePart(symbol), !parts.contains(part) { parts.append(part) }
    }
    for formula in [equation.left] + equation.sides.map(\.formula) {
      formula.forEachPart { part in
        if case .symbol(let symbol) = part { add(symbol) }
        if case .partial(let of, by: let by) = part {
          add(of)
          add(by)
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

  /// Whatever lights up everything points at nothing.
  private static let mostParts = 24
}
