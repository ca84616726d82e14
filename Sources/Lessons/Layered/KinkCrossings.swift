import Backprop
import Formulas

/// The kinks of the cost between two sets of parameters, as far as both ends show them.
struct KinkCrossings {
  /// How many quantities are 0 on the way that the cost may depend on there.
  private var possible = 0
  /// On how many of them it depends there for certain.
  private var certain = 0
  /// Whether the way begins on a kink, and leaves it.
  private(set) var startsOnKink = false

  /// Whether there may be one.
  var arePossible: Bool { possible > 0 }
  /// Whether there is one: of several, one may undo what another does.
  var areCertain: Bool { possible == 1 && certain == 1 }

  /// What changes its sign where the cost depends on it by an absolute value or the like: a weight, or an output's distance.
  fileprivate mutating func addCorner(_ before: Double) {
    if before == 0 { startsOnKink = true }
    certain += 1
    possible += 1
  }

  /// A weighted input that changes its sign, and whether the cost depends on its activation at either end.
  fileprivate mutating func addWeightedInput(_ before: Double, dependsBefore: Bool, dependsAfter: Bool) {
    if before == 0 {
      // The slope jumps at once, or not at all.
      guard dependsBefore else { return }
      startsOnKink = true
      certain += 1
    }
    // In between it is not known whether the cost depends on it just where it is 0.
    if dependsBefore || dependsAfter { possible += 1 }
  }
}

extension Lesson {
  /// Whether its cost has kinks anywhere.
  var hasKinks: Bool {
    penalty?.l1 != nil || cost.rule.hasKink || layers.contains { $0.activation.rule.slopeJumps }
  }
}

extension Derivation {
  /// The kinks on the way to other parameters.
  func kinks(to other: Objective<Double>) -> KinkCrossings {
    var kinks = KinkCrossings()
    let before = work.result.objective
    if before.penalty?.l1 != nil {
      for (old, new) in zip(before.network.layers, other.network.layers) {
        for (w, moved) in zip(old.weights, new.weights) where Double.sign(w) != Double.sign(moved) {
          kinks.addCorner(w)
        }
      }
    }
    let (layout, layers) = (work.result.layout, lesson.layers)
    let rule = lesson.cost.rule
    if rule.hasKink {
      let outputs = (0..<(layout.widths.last ?? 0)).map { layout.activation(layout.layerCount, $0) }
      before.forEachExample(beside: other) { trace in
        outputs.map { trace.values[$0] }
      } _: { example, old, new in
        let targets = lesson.examples[example].targets.map(\.value)
        for (y, (old, new)) in zip(targets, zip(old, new)) {
          guard let corner = rule.corner(Reading(old), y), let moved = rule.corner(Reading(new), y) else {
            continue
          }
          if Double.sign(corner) != Double.sign(moved) { kinks.addCorner(corner) }
        }
      }
    }
    let kinked = layers.indices.filter { layers[$0].activation.rule.slopeJumps }
    guard !kinked.isEmpty else { return kinks }
    let places = kinked.flatMap { l in
      layers[l].weights.indices.map { (z: layout.weightedInput(l + 1, $0), a: layout.activation(l + 1, $0)) }
    }
    before.forEachExample(beside: other) { trace in
      places.map { (z: trace.values[$0.z], depends: trace.gradients[$0.a] != 0) }
    } _: { example, old, new in
      let exact = work.exact?.trace(ofExampleAlone: example)
      for (place, (old, new)) in zip(places, zip(old, new)) {
        let value = exact?.values[place.z].approximation ?? old.z
        guard Double.step(value) != Double.step(new.z) else { continue }
        kinks.addWeightedInput(value, dependsBefore: old.depends, dependsAfter: new.depends)
      }
    }
    return kinks
  }
}
