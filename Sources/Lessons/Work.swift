import Backprop
import Formulas
import Texts

/// What was computed for a lesson: its gradient, and the check of it.
final class Work: Sendable {
  let result: Backpropagation
  /// The same in fractions, where they were asked for.
  let exact: ExactWork?
  /// ∂C/∂θ for each parameter as it is shown: where there are fractions, the doubles nearest to them.
  let gradient: [Double]
  /// How far rounding may have carried each of the derivatives that the doubles have, in units of 2⁻⁵².
  private let roundings: [Double]
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
    // One after the other: each needs room of its own, and gives it back.
    roundings = result.roundingErrors()
    let layout = result.layout
    targets = try Self.targets(only, lesson, result)
    parameters =
      only.isEmpty
      ? Array(0..<layout.parameterCount)
      : Set(targets.compactMap { $0.parameter(in: layout) }).sorted()
    let doubles = result.gradient
    gradient = exact.map { zip(doubles, $0.gradient).map { $1.approximation ?? $0 } } ?? doubles
    missedKink = exact?.kinkMissed(by: result)
    let vectorized = VectorizedPass(result.objective).gradient
    check = GradientCheck(
      trace: missedKink == nil ? gradient : doubles, magnitudes: roundings, vectorized: vectorized,
      numeric: NumericGradient(result.objective, of: parameters).estimates, of: parameters)
  }

  /// How far rounding may have carried the derivative by a parameter that the doubles have.
  func rounding(of id: Layout.ID) -> Double { roundings[id] * .ulpOfOne }

  /// What the names mean, each once.
  private static func targets(
    _ names: [String], _ lesson: Lesson, _ result: Backpropagation
  ) throws(WorkedExampleError) -> [Target] {
    guard !names.isEmpty else { return [] }
    let reader = TargetReader(lesson, result.layout)
    lazy var factors = Factors(result)
    var (targets, known): ([Target], Set<Target>) = ([], [])
    for name in names {
      let target: Target
      do {
        target = try reader.read(name)
      } catch .unknownQuantity(let name, nil) {
        throw .unknownQuantity(name, suggestion: suggestion(for: name, among: factors.names(like: name)))
      }
      if case .factor(let of, let by, let example) = target, !factors.contains(of, by: by) {
        throw .unknownQuantity(name, suggestion: factors.near(of, by: by, example: example))
      }
      if known.insert(target).inserted { targets.append(target) }
    }
    return targets
  }

  /// Each parameter after a step; `nil` for what the step leaves alone.
  func updated(_ lesson: Lesson) -> [Double?] {
    guard lesson.learningRate != nil else { return [] }
    return zip(result.objective.network.parameters, result.gradient).enumerated().map { id, pair in
      lesson.update(of: pair.0, id, slope: pair.1, result.layout).last?.value
    }
  }

  /// The weight of each layer with the largest derivative.
  var largestWeights: [Layout.ID] {
    let (layout, gradient) = (result.layout, gradient)
    return (1...max(1, layout.layerCount)).compactMap { l in
      let first = layout.weight(l, 0, 0)
      return (first..<(first + layout.widths[l] * layout.widths[l - 1])).max {
        gradient[$0].magnitude < gradient[$1].magnitude
      }
    }
  }
}

/// Which factors of the chain rule there are: those of one example are those of all.
private struct Factors {
  private struct Edge: Hashable {
    let of, by: Layout.ID
  }

  private let layout: Layout
  private let inOrder: [Edge]
  private let all: Set<Edge>

  init(_ result: Backpropagation) {
    layout = result.layout
    var edges: [Edge] = []
    result.trace(example: 0).forEachBookFactor { edges.append(Edge(of: $0.of, by: $0.by)) }
    for factor in result.penaltyTrace?.factors ?? [] { edges.append(Edge(of: factor.of, by: factor.by)) }
    inOrder = edges
    all = Set(edges)
  }

  func contains(_ of: Layout.ID, by: Layout.ID) -> Bool { all.contains(Edge(of: of, by: by)) }

  /// The name of the first step on the way from one quantity to the other, or else of a last one.
  func near(_ of: Layout.ID, by: Layout.ID, example: Int?) -> String? {
    let edge = inOrder.first { $0.by == by } ?? inOrder.first { $0.of == of }
    return edge.map { name($0, example: example ?? 0) }
  }

  /// All their names, or those of as many as a suggestion is taken from, of the example that another name is of.
  func names(like name: String) -> [String] {
    let example = name.split(separator: "@").dropFirst().last.flatMap { Int($0) } ?? 1
    guard name.contains("/"), (1...layout.exampleCount).contains(example) else { return [] }
    return inOrder.prefix(2_000).map { self.name($0, example: example - 1) }
  }

  private func name(_ edge: Edge, example: Int) -> String {
    "d\(layout.symbol(edge.of, example: example).name)/d\(layout.symbol(edge.by, example: example).name)"
  }
}
