import Backprop
import Formulas

/// What was computed for a lesson: its gradient, and the check of it.
struct Work: Sendable {
  let result: Backpropagation
  /// The same in fractions, where they were asked for.
  let exact: ExactWork?
  /// ∂C/∂θ for each parameter as it is shown: where there are fractions, the doubles nearest to them.
  let gradient: [Double]
  /// A weighted input that the doubles have on the other side of its kink than the fractions do.
  let missedKink: Symbol?
  let check: GradientCheck
  /// What was asked for by name; everything where it is empty.
  let targets: [Target]
  /// The parameters whose derivatives are shown.
  let parameters: [Layout.ID]

  init(_ lesson: Lesson, only: [String], exact: ExactWork? = nil) throws(WorkedExampleError) {
    self.exact = exact
    do {
      result = try Backpropagation(lesson.objective)
    } catch {
      throw .noFiniteResult(error.description)
    }
    let layout = result.layout
    let reader = only.isEmpty ? nil : TargetReader(layout, hasStep: lesson.learningRate != nil)
    var targets: [Target] = []
    for name in only {
      guard let target = try reader?.read(name), !targets.contains(target) else { continue }
      if case .factor(let of, let by, let example) = target, !result.hasFactor(of, by, example) {
        throw .unknownQuantity(name, suggestion: nil)
      }
      targets.append(target)
    }
    self.targets = targets
    parameters =
      only.isEmpty
      ? Array(0..<layout.parameterCount)
      : Set(targets.compactMap { $0.parameter(in: layout) }).sorted()
    gradient = zip(result.gradient, exact?.gradient.map(\.approximation) ?? result.gradient).map { $1 ?? $0 }
    missedKink = exact?.kinkMissed(by: result)
    let numeric = NumericGradient(result.objective, of: parameters)
    check = GradientCheck(
      trace: missedKink == nil ? gradient : result.gradient, magnitudes: result.roundingErrors(),
      vectorized: VectorizedPass(result.objective).gradient, numeric: numeric.estimates, of: parameters)
  }

  /// Each parameter after a step of gradient descent; `nil` for what the step leaves alone.
  func updated(_ lesson: Lesson) -> [Double?] {
    guard let rate = lesson.learningRate?.value else { return [] }
    return zip(result.objective.network.parameters, result.gradient).enumerated().map { id, pair in
      result.layout.isBias(id) && !lesson.trainsBiases ? nil : pair.0 - rate * pair.1
    }
  }

  /// The weight of each layer with the largest derivative.
  var largestWeights: [Layout.ID] {
    let weights = Dictionary(grouping: 0..<result.layout.parameterCount) { id -> Int in
      let symbol = result.layout.symbol(id, example: nil)
      return symbol.meaning == .weight ? symbol.layer ?? 0 : 0
    }
    return weights.filter { $0.key > 0 }.values.compactMap { layer in
      layer.max { gradient[$0].magnitude < gradient[$1].magnitude }
    }.sorted()
  }
}
