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
  "batch-averaged-twice", "softmax-diagonal", "bias-penalized", "penalty-factor", "wrong-log-base", "ascent",
  "step-factor", "exponent-sign", "missing-bias", "bias-subtracted", "transposed-forward", "z-for-a",
  "missing-activation", "wrong-activation", "cost-not-squared", "mean-over-outputs", "wrong-target",
  "paths-averaged",
  "weight-of-wrong-layer", "missing-activation-factor", "weight-for-activation", "transposed-gradient",
  "bias-gradient-summed", "bias-missing-sigma-prime", "constant-factor",
]

@Test func `The catalog has every known mistake once, with a title and a hint that are sentences`() {
  #expect(Set(Mistake.all.map(\.id)) == ids)
  #expect(Mistake.all.count == ids.count)
  for mistake in Mistake.all {
    #expect(mistake.title.hasSuffix("."), "\(mistake.id)")
    #expect(mistake.hint.hasSuffix(".") || mistake.hint.hasSuffix("?"), "\(mistake.id)")
    #expect(!mistake.variants.isEmpty, "\(mistake.id)")
  }
}

@Test func `Every mistake of the catalog can be made in some lesson, and is then found first`() throws {
  var found: Set<String> = []
  let names = [
    "single-chain", "tanh-chain", "relu-chain", "cross-entropy", "two-neurons", "path-sum", "mazur",
    "softmax-squared", "batch",
    "weight-decay",
  ]
  for name in names {
    let exercise = try Exercise(Variant.lesson(of: lesson(name), seed: 5))
    let marker = Marker(exercise)
    let habit = Habit(truncates: false, carriesWritten: true)
    for suspect in marker.suspects where suspect.layer == nil && !found.contains(suspect.mistake.id) {
      let written = exercise.written(making: [suspect], habit, digits: 4)
      let claims = Dictionary(
        uniqueKeysWithValues: exercise.asked.compactMap { line in written[line].map { (line, $0) } })
      guard let first = marker.mark(claims).diagnoses.first else { continue }
      let named = ([first.suspect].compactMap { $0 } + first.others).map(\.mistake.id)
      if named.contains(suspect.mistake.id) { found.insert(suspect.mistake.id) }
    }
  }
  #expect(ids.subtracting(found) == [])
}

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
  #expect(try exercise(bias: "-0.8").tellsMistakesApart(digits: 3))
  for seed in 1...3 as ClosedRange<UInt64> {
    let variant = try Variant.lesson(of: exercise(bias: "-0.8").network.lesson, seed: seed)
    #expect(try Exercise(variant).tellsMistakesApart(digits: 4))
  }
}
