import Formulas
import Lessons
import Testing

@testable import Grading

/// The ids that programs read.
private let ids: Set = [
  "missing-factor-2", "half-convention", "sign-of-error", "extra-inner-factor", "sigma-prime-at-a",
  "sigma-prime-of-z",
  "sigma-for-sigma-prime", "missing-sigma-prime-output", "missing-sigma-prime-hidden", "sigma-prime-twice",
  "sigma-prime-wrong-layer", "tanh-prime", "relu-prime", "dropped-upstream", "transposed-weights",
  "one-path-only",
  "missing-weight", "updated-weights", "error-not-delta", "own-activation", "input-for-hidden",
  "delta-wrong-layer",
  "delta-wrong-neuron", "bias-times-activation", "bias-times-bias", "bias-not-updated", "batch-sum",
  "batch-mean", "batch-averaged-twice", "softmax-diagonal", "bias-penalized", "penalty-factor",
  "wrong-log-base", "ascent",
  "step-factor", "exponent-sign", "missing-bias", "bias-subtracted", "transposed-forward", "z-for-a",
  "missing-activation", "wrong-activation", "cost-not-squared", "mean-over-outputs", "wrong-target",
  "paths-averaged",
  "weight-of-wrong-layer", "missing-activation-factor", "weight-for-activation", "transposed-gradient",
  "bias-gradient-summed", "bias-missing-sigma-prime", "inputs-exchanged", "square-kept", "slope-times-z",
  "path-forgotten", "other-example", "dropout-not-divided", "mask-ignored", "skip-left-out",
  "cross-entropy-delta", "one-example-only",
]

@Test func `The catalog has every known mistake once, with a title and a hint that are sentences`() {
  #expect(Set(Mistake.ofNetworks.map(\.id)) == ids)
  #expect(Mistake.ofNetworks.count == ids.count)
  for mistake in Mistake.ofNetworks {
    let (title, hint) = words(mistake)
    #expect(!title.isEmpty && !title.hasSuffix("."), "\(mistake.id)")
    #expect(hint.hasSuffix(".") || hint.hasSuffix("?"), "\(mistake.id)")
  }
}

@Test func `Every mistake with a name can be made in some lesson, and is then named first`() throws {
  var found: Set<String> = []
  var made: Set<String> = []
  let names = [
    "single-chain", "tanh-chain", "relu-chain", "cross-entropy", "two-neurons", "path-sum", "mazur",
    "softmax", "softmax-squared", "batch", "weight-decay", "dropout-layer", "skip",
    "two-three-two", "batch, added",
  ]
  for name in names {
    var own =
      try name == "two-three-two"
      ? Lesson(json: Array(twoThreeTwo.utf8))
      : lesson(name.split(separator: ",").first.map(String.init) ?? "")
    if name.hasSuffix("added") { own.reduction = .sum }
    let exercise = try Exercise(Variant.lesson(of: own, seed: 5) { _ in true })
    let marker = Marker(exercise)
    let habit = Habit(truncates: false, carriesWritten: true)
    for suspect in exercise.suspects() where !found.contains(suspect.mistake.id) {
      made.insert(suspect.mistake.id)
      let written = exercise.written(making: [suspect], habit, digits: 5)
      let claims = Dictionary(
        uniqueKeysWithValues: exercise.asked.compactMap { line in written[line].map { (line, $0) } })
      guard let first = marker.mark(claims).diagnoses.first else { continue }
      let named = first.named?.mistakes ?? first.possible.map(\.mistake)
      found.formUnion(named.map(\.id).filter { $0 == suspect.mistake.id })
    }
  }
  #expect(ids.subtracting(made) == [])
  #expect(made.subtracting(found) == [])
}

private let (w1, w2) = (
  Symbol(.weight, layer: 1, indices: [2, 1]), Symbol(.weight, layer: 2, indices: [1, 2])
)
private let error = Formula.partial(Symbol(.cost), by: Symbol(.weightedInput, layer: 2))
private let (a2, y) = (Formula.symbol(Symbol(.activation, layer: 2)), Formula.symbol(Symbol(.target)))
private let z1 = Formula.symbol(Symbol(.weightedInput, layer: 1, indices: [1]))

@Test(
  arguments: [
    // The layers are not equally wide, and the own weight has its numbers the other way round.
    ("dC/da1[2]", .symbol(w1) * error, ["weight-of-wrong-layer"]),
    ("a1[1]", .call(.sigma, z1), ["wrong-activation"]),
    ("C", a2 - y, ["cost-not-squared"]),
    ("dC/da2", y - a2, ["sign-of-error", "slip-of-the-pen"]),
  ] as [(String, Formula, [String])])
func `A mistake in one line is named, with all that gives the same number`(
  _ name: String, _ wrong: Formula, _ ids: [String]
) throws {
  let exercise = try Exercise(Lesson(json: Array(twoThreeOne.utf8)))
  let place = try #require(exercise.lines.firstIndex { $0.name.answerName == name })
  let change = try #require(EntryFormula(wrong, entries: exercise.entries))
  var claims: [Int: Claim] = [:]
  let habit = Habit(truncates: false, carriesWritten: true)
  _ = exercise.derived([place: change], exercise.values) { line, value in
    claims[line] = exercise.lines[line].isAsked ? habit.written(value, digits: 5) : nil
    return claims[line]?.value ?? value
  }
  let named = try #require(Marker(exercise).mark(claims).diagnoses.first?.named)
  #expect(Set(named.mistakes.map(\.id)).isSuperset(of: ids))
}

private let twoThreeOne = #"""
  { "network": { "inputs": 2, "layers": [
      { "activation": "relu", "weights": [[0.7, 0.4], [1.1, 0.3], [0.6, 1.2]], "biases": [0.2, 0.5, 0.3] },
      { "activation": "identity", "weights": [[0.6, -1.3, 0.9]], "biases": [0.1] }] },
    "cost": "half-squared-error", "examples": [{ "inputs": [0.6, 1.3], "targets": [0.3] }], "learningRate": 0.2 }
  """#

@Test func `Half of a logarithm's cost is a mistake where the errors are those of the whole`() throws {
  let exercise = try exercise("cross-entropy")
  let cost = try #require(exercise.lines.firstIndex { $0.name.answerName == "C" })
  let habit = Habit(truncates: false, carriesWritten: true)
  var claims: [Int: Claim] = [:]
  for line in exercise.asked {
    claims[line] = habit.written(exercise.values[line] / (line == cost ? 2 : 1), digits: 5)
  }
  let marking = Marker(exercise).mark(claims)
  #expect(marking.conventions.isEmpty)
  #expect(marking.diagnoses.first?.line == cost)
}

/// Three paths, of which one may be forgotten.
private let twoThreeTwo = #"""
  { "network": { "inputs": 2, "layers": [
      { "activation": "tanh", "weights": [[0.7, -0.4], [1.1, 0.3]], "biases": [0.2, -0.5] },
      { "activation": "sigmoid", "weights": [[0.6, -1.2], [0.9, 0.4], [-0.3, 1.3]], "biases": [0.1, 0.8, -0.6] }] },
    "cost": "squared-error", "examples": [{ "inputs": [0.6, 1.3], "targets": [0.3, 0.7, 0.2] }], "learningRate": 0.2 }
  """#

@Test func `A bias too small for the digits hides a mistake, and the numbers of a variant hide none`() throws
{
  func exercise(bias: String) throws -> Exercise {
    try Exercise(
      Lesson(
        json: Array(
          #"""
          { "network": { "inputs": 1, "layers": [
              { "activation": "sigmoid", "weights": [[0.7]], "biases": [\#(bias)] },
              { "activation": "sigmoid", "weights": [[-1.3]], "biases": [\#(bias)] }] },
            "cost": "squared-error", "examples": [{ "inputs": [0.6], "targets": [0.3] }], "learningRate": 0.2 }
          """#.utf8)))
  }
  #expect(try !exercise(bias: "0.0001").tellsMistakesApart(digits: 3))
  #expect(try exercise(bias: "-0.8").tellsMistakesApart(digits: 4))
  for seed in 1...3 as ClosedRange<UInt64> {
    let variant = try Variant.lesson(of: exercise(bias: "-0.8").network.lesson, seed: seed)
    #expect(try Exercise(variant).tellsMistakesApart(digits: 4))
  }
}
