import Backprop
import Formulas

/// What of a trace is shown: all of it, or what the names that were asked for need.
struct Selection {
  private struct Place: Hashable {
    let id: Layout.ID
    /// `nil` for what all examples share.
    let example: Int?
  }

  private let isWhole: Bool
  private var quantities: Set<Place> = []
  private var steps: [(example: Int?, of: Set<Layout.ID>, by: Set<Layout.ID>)] = []
  private let shared: (Layout.ID) -> Bool

  init(_ work: Work) {
    let layout = work.result.layout
    isWhole = work.targets.isEmpty
    shared = { id in
      id < layout.parameterCount || layout.costHasParts && (id == layout.cost || id == layout.penalty)
    }
    for target in work.targets { add(target, work.result) }
  }

  /// Whether a quantity is shown.
  func holds(_ id: Layout.ID, _ example: Int?) -> Bool {
    isWhole || quantities.contains(Place(id: id, example: shared(id) ? nil : example))
  }

  /// Whether a factor is shown.
  func holds(_ factor: Factor<Double>, _ example: Int?) -> Bool {
    isWhole
      || steps.contains {
        ($0.example == nil || $0.example == example) && $0.of.contains(factor.of) && $0.by.contains(factor.by)
      }
  }

  private mutating func add(_ target: Target, _ result: Backpropagation) {
    // The factors stand in the same order in every example, each quantity's after those that it comes from.
    let trace = result.trace(example: 0)
    let factors = trace.factors + trace.uncarried
    switch target {
    case .quantity(let id, let example):
      var needed: Set = [id]
      let factors = factors + (result.penaltyTrace?.factors ?? [])
      for factor in factors.reversed() where needed.contains(factor.of) { needed.insert(factor.by) }
      insert(needed, example, result)
    case .updated(let id): add(.derivative(id, example: nil), result)
    case .exampleDerivative(let id, let example):
      let reached = trace.reached(from: id).subtracting([result.layout.cost])
        .union([result.layout.exampleCost])
      insert(reached.union(factors.filter { reached.contains($0.of) }.map(\.by)), example, result)
      steps.append((example, reached, reached))
    case .derivative(let id, let example):
      var reached = trace.reached(from: id)
      if let penalty = result.penaltyTrace, penalty.factors.contains(where: { $0.by == id }) {
        reached.formUnion([result.layout.penalty, result.layout.cost])
      }
      let inputs = factors.filter { reached.contains($0.of) }.map(\.by)
      insert(reached.union(inputs), example, result)
      steps.append((example, reached, reached))
    case .factor(let of, let by, let example):
      let inputs = factors.filter { $0.of == of }.map(\.by)
      insert(Set([of, by] + inputs), example, result)
      steps.append((example, [of], [by]))
    }
  }

  private mutating func insert(_ ids: Set<Layout.ID>, _ example: Int?, _ result: Backpropagation) {
    let examples = example.map { [$0] } ?? Array(0..<result.layout.exampleCount)
    for id in ids {
      if shared(id) {
        quantities.insert(Place(id: id, example: nil))
      } else {
        for example in examples { quantities.insert(Place(id: id, example: example)) }
      }
    }
  }
}

extension Trace<Double> {
  /// Everything that a quantity moves, itself included.
  fileprivate func reached(from id: Layout.ID) -> Set<Layout.ID> {
    var reached: Set = [id]
    forEachBookFactor { if reached.contains($0.by) { reached.insert($0.of) } }
    return reached
  }
}
