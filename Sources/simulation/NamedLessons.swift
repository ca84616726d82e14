import Backprop
import Formulas
import Grading
import Lessons

/// The exercises that are graphs of named quantities: those of the course.
enum NamedLessons {
  static var names: [String] { Catalog.graphs }

  /// The students of a lesson, with its own numbers or with others.
  static func classroom(_ name: String, seed: UInt64) -> Classroom? {
    guard let source = Catalog.source(of: name), let own = try? NamedLesson(json: source) else { return nil }
    for next in seed..<(seed + 40) {
      let lesson = seed % 4 == 0 ? own : try? Variant.lesson(of: own, seed: next, isDistinct: { _ in true })
      guard let lesson, let exercise = try? Exercise(lesson),
        seed % 4 == 0 || exercise.isGiven(smallest: 0.001)
      else { continue }
      let variant = seed % 4 == 0 ? name : "\(name) --variant \(next)"
      return Classroom(name, variant, exercise, nil, seed: seed)
    }
    return nil
  }
}

/// A wrong formula of a line of a graph.
struct GraphMisconception: Sendable {
  let id: String?
  let name: String
  let wrong: @Sendable (Line, Graph.Step.Kind) -> Formula?

  private init(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Line, Graph.Step.Kind) -> Formula?
  ) {
    (self.id, self.name, self.wrong) = (id, name, wrong)
  }

  private static func total(_ id: String?, _ name: String, _ wrong: @escaping @Sendable (Formula) -> Formula?)
    -> GraphMisconception
  {
    GraphMisconception(id, name) { line, step in if case .total = step { wrong(line.formula) } else { nil } }
  }

  private static func local(_ id: String?, _ name: String, _ wrong: @escaping @Sendable (Line) -> Formula?)
    -> GraphMisconception
  {
    GraphMisconception(id, name) { line, step in if case .factor = step { wrong(line) } else { nil } }
  }

  private static func step(
    _ id: String?, _ name: String, _ wrong: @escaping @Sendable (Formula, Formula) -> Formula?
  ) -> GraphMisconception {
    GraphMisconception(id, name) { line, step in
      guard case .update = step, line.formula.terms.count == 2,
        case .negative(let change) = line.formula.terms[1]
      else { return nil }
      return wrong(line.formula.terms[0], change)
    }
  }

  /// What is simulated in graphs.
  static let all = [
    total("one-path-only", "the first use only") { $0.terms.count > 1 ? $0.terms.first : nil },
    total("one-path-only", "the last use only") { $0.terms.count > 1 ? $0.terms.last : nil },
    total("paths-averaged", "the mean of the uses") { right in
      right.terms.count > 1 ? .quotient(.integer(1), .integer(right.terms.count)) * right : nil
    },
    total("dropped-upstream", "the local gradients alone") { right in
      right.terms.contains { $0.factors.count > 1 } ? .total(right.terms.map { $0.factors[0] }) : nil
    },
    total(nil, "the upstream gradients alone") { right in
      right.terms.contains { $0.factors.count > 1 }
        ? .total(right.terms.map { $0.factors[$0.factors.count - 1] }) : nil
    },
    total(nil, "added in place of multiplied") { right in
      right.terms.contains { $0.factors.count > 1 } ? .total(right.terms.flatMap(\.factors)) : nil
    },
    total(nil, "the uses multiplied") { $0.terms.count > 1 ? .product($0.terms) : nil },
    total("constant-factor", "twice as much") { .integer(2) * $0 },
    total(nil, "the other sign") { -$0 },
    local(nil, "the value for the slope") { line in
      if case .partial(let of, _) = line.name { .symbol(of) } else { nil }
    },
    local(nil, "the own factor for the other") { line in line.formula.isName ? line.name.below : nil },
    local(nil, "the sign of a slope lost") { line in
      if case .negative(let positive) = line.formula { positive } else { -line.formula }
    },
    local(nil, "1 for the slope") { _ in .integer(1) },
    local(nil, "sin for cos, and cos for sin") { line in
      let wrong = line.formula.substituting { part -> Formula? in
        switch part {
        case .call(.cos, let x): .call(.sin, x)
        case .call(.sin, let x): .call(.cos, x)
        case .call(.exp, let x): x
        default: nil
        }
      }
      return wrong == line.formula ? nil : wrong
    },
    local(nil, "a power as it was") { line in
      let wrong = line.formula.substituting { part -> Formula? in
        if case .power(let x, let n) = part { .power(x, n - 1) } else { nil }
      }
      return wrong == line.formula ? nil : wrong
    },
    step("ascent", "w + η ∂C/∂w") { old, change in old + change },
    step("step-factor", "η forgotten") { old, change in change.factors.last.map { old - $0 } },
    GraphMisconception(nil, "a product for a sum, and a sum for a product") { line, step in
      guard case .value = step else { return nil }
      if case .sum(let terms) = line.formula { return .product(terms) }
      if case .product(let factors) = line.formula { return .sum(factors) }
      return nil
    },
    GraphMisconception(nil, "a term forgotten") { line, step in
      guard case .value = step, case .sum(let terms) = line.formula, terms.count > 1 else { return nil }
      return .total(terms.dropLast())
    },
  ]
}
