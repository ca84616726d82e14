import Formulas
import Grading

/// Where the named mistakes can be made.
extension Mistaken {
  static func all(_ roles: Roles) -> [Mistaken] {
    let spots = roles.exercise.lines.map { Spot(roles, $0) }
    return Misconception.all.flatMap { misconception -> [Mistaken] in
      let wrong = formulas(roles.exercise) { spots[$0].flatMap(misconception.wrong) }
      return scoped(misconception.id, misconception.name, wrong) {
        roles.exercise.lines[$0].place.flatMap(Self.layer)
      }
    }
  }

  static func all(inGraph exercise: Exercise) -> [Mistaken] {
    GraphMisconception.all.flatMap { misconception -> [Mistaken] in
      let wrong = formulas(exercise) { line in
        exercise.lines[line].step.flatMap { misconception.wrong(exercise.lines[line], $0) }
      }
      return scoped(misconception.id, misconception.name, wrong) { _ in nil }
    }
  }

  private static func formulas(_ exercise: Exercise, _ wrong: (Int) -> Formula?) -> [Int: Formula] {
    var formulas: [Int: Formula] = [:]
    for (number, line) in exercise.lines.enumerated() where line.place != .afterwards {
      guard let formula = wrong(number), formula != line.formula, formula != line.shortcut else { continue }
      formulas[number] = formula
    }
    return formulas
  }

  /// Everywhere, in each layer, and in each line.
  private static func scoped(
    _ id: String?, _ name: String, _ wrong: [Int: Formula], layer: (Int) -> Int?
  ) -> [Mistaken] {
    let kind = id == nil ? Kind.named : .catalogued
    guard !wrong.isEmpty else { return [] }
    var all = [Mistaken(kind: kind, id: id, name: name, place: ", everywhere", wrong: wrong)]
    let layers = Dictionary(grouping: wrong.keys) { layer($0) ?? 0 }
    if layers.count > 1 {
      for (layer, lines) in layers.sorted(by: { $0.key < $1.key }) {
        let own = wrong.filter { lines.contains($0.key) }
        all.append(Mistaken(kind: kind, id: id, name: name, place: ", in layer \(layer)", wrong: own))
      }
    }
    if wrong.count > layers.count, let line = wrong.keys.sorted().dropFirst(wrong.count / 2).first {
      let own = wrong.filter { $0.key == line }
      all.append(Mistaken(kind: kind, id: id, name: name, place: ", in one line", wrong: own))
    }
    return all
  }

  private static func layer(_ place: Place) -> Int? {
    switch place {
    case .weightedInput(let l, _), .activation(let l, _), .slope(let l, _, _), .error(let l, _),
      .weightFactor(let l, _, _), .weightGradient(let l, _, _), .biasFactor(let l, _),
      .biasGradient(let l, _),
      .pathFactor(let l, _, _), .passed(let l, _):
      l
    case .cost, .costSlope, .penalty, .penaltySlope, .share, .totalCost, .totalGradient, .onward, .update,
      .afterwards:
      nil
    }
  }
}
