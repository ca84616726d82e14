import Backprop
import Formulas
import Grading
import Lessons

/// The names of a network's quantities by their places, found in the lines of its derivation.
struct Roles {
  let lesson: Lesson
  let exercise: Exercise
  private var names: [Key: Formula] = [:]
  private var inputs: [Key: Formula] = [:]
  private var widths: [Int: Int] = [:]

  private struct Key: Hashable {
    var place: Place
    var example: Int?
  }

  init(_ lesson: Lesson, _ exercise: Exercise) {
    (self.lesson, self.exercise) = (lesson, exercise)
    for line in exercise.lines {
      guard let place = line.place else { continue }
      names[Key(place: place, example: line.example)] = line.name
      if case .weightedInput(let l, let j) = place { widths[l] = Swift.max(widths[l] ?? 0, j + 1) }
    }
    for (name, _) in exercise.entries {
      guard case .symbol(let symbol) = name else { continue }
      let (number, example) = ((symbol.indices.first ?? 1) - 1, (symbol.example ?? 1) - 1)
      if symbol.meaning == .target { inputs[Key(place: .costSlope(neuron: number), example: example)] = name }
      guard symbol.meaning == .activation, symbol.layer == 0 else { continue }
      inputs[Key(place: .activation(layer: 0, neuron: number), example: example)] = name
      widths[0] = Swift.max(widths[0] ?? 0, number + 1)
    }
  }

  var last: Int { lesson.layers.count }
  func width(_ l: Int) -> Int { widths[l] ?? 0 }
  func name(_ place: Place, _ x: Int?) -> Formula? { names[Key(place: place, example: x)] }
  func given(_ place: Place, _ x: Int?) -> Formula? { inputs[Key(place: place, example: x)] }
}

/// A line of a network's derivation, and the names around it.
struct Spot {
  let roles: Roles
  let line: Line
  let place: Place

  init?(_ roles: Roles, _ line: Line) {
    guard let place = line.place else { return nil }
    (self.roles, self.line, self.place) = (roles, line, place)
  }

  /// What is right, in full and as it is written in short: a − y where activation and cost cancel.
  var right: Formula { line.formula }
  var short: Formula { line.shortcut ?? line.formula }
  var last: Int { roles.last }
  func width(_ l: Int) -> Int { roles.width(l) }
  var examples: Int { roles.lesson.examples.count }
  var isSquared: Bool { !roles.lesson.cost.takesLogarithms }
  /// f of a layer, by its name in a lesson file.
  func f(_ l: Int) -> String {
    roles.lesson.layers.indices.contains(l - 1) ? roles.lesson.layers[l - 1].activation.name : ""
  }

  func z(_ l: Int, _ j: Int) -> Formula? { roles.name(.weightedInput(layer: l, neuron: j), line.example) }
  func a(_ l: Int, _ j: Int) -> Formula? {
    l == 0
      ? roles.given(.activation(layer: 0, neuron: j), line.example)
      : roles.name(.activation(layer: l, neuron: j), line.example)
  }
  func y(_ j: Int) -> Formula? { roles.given(.costSlope(neuron: j), line.example) }
  func slope(_ l: Int, _ j: Int) -> Formula? { roles.name(.slope(layer: l, of: j, by: j), line.example) }
  /// δ = ∂C/∂z.
  func error(_ l: Int, _ j: Int) -> Formula? { roles.name(.error(layer: l, neuron: j), line.example) }
  /// ∂C/∂a.
  func upstream(_ l: Int, _ j: Int) -> Formula? {
    roles.name(l == last ? .costSlope(neuron: j) : .passed(layer: l + 1, from: j), line.example)
  }
  func gradient(_ l: Int, _ j: Int, _ k: Int) -> Formula? {
    roles.name(.weightGradient(layer: l, to: j, from: k), line.example)
  }
  func w(_ l: Int, _ j: Int, _ k: Int) -> Formula? { gradient(l, j, k)?.below }
  func b(_ l: Int, _ j: Int) -> Formula? {
    roles.name(.biasGradient(layer: l, neuron: j), line.example)?.below
  }
}

extension Formula {
  /// What a derivative is taken by.
  var below: Formula? { if case .partial(_, let by) = self { .symbol(by) } else { nil } }

  /// With one part in another's place.
  func with(_ old: Formula?, as new: Formula?) -> Formula? {
    guard let old, let new else { return nil }
    return substituting { $0 == old ? new : nil }
  }

  /// The terms added up; `nil` where one is missing, or all are.
  static func added(_ terms: [Formula?]) -> Formula? {
    let known = terms.compactMap { $0 }
    return known.isEmpty || known.count < terms.count ? nil : total(known)
  }
}

/// A product of two that may be missing.
func product(_ x: Formula?, _ y: Formula?) -> Formula? {
  guard let x, let y else { return nil }
  return x * y
}

let half = Formula.quotient(.integer(1), .integer(2))
