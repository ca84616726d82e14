import Backprop
import Formulas
import Lessons

/// The forward pass, and what comes back.
extension GraphProgram {
  /// A line for each definition, or a loop.
  mutating func forward() -> [String] {
    var groups: [[Graph.ID]] = []
    for id in 0..<graph.count where graph.given[id] == nil && !graph.quantity(of: id).isIndex {
      if let last = groups.last?.last, graph.definition(of: last) == graph.definition(of: id) {
        groups[groups.count - 1].append(id)
      } else {
        groups.append([id])
      }
    }
    var (lines, known) = ([String](), Set<String>())
    for group in groups {
      let own = self.lines(
        group.map { id in
          let step = steps.value(of: id)
          return PythonStatement(target: expression(step.name), value: expression(step.formula))
        })
      if let text = graph.definition(of: group[0])?.text, known.insert(text).inserted, own != [text] {
        lines.append(PythonText.comment(text))
      }
      lines += own
    }
    return lines
  }

  mutating func lines(_ statements: [PythonStatement]) -> [String] {
    guard let first = statements.first else { return [] }
    let isNew = !first.place.isEmpty && dictionaries.insert(first.variable).inserted
    return (isNew ? ["\(first.variable) = {}"] : [])
      + PythonStatement.lines(statements, letters: letters, for: library)
  }

  /// The variable of what is derived.
  var result: String {
    var names = names
    return names.expression(.symbol(steps.result))?.text(for: library) ?? ""
  }

  /// Of an array, what is derived is the sum of its entries times the upstream gradients that are given.
  mutating func resultOfArray() -> [String] {
    guard let seeds = graph.result.seeds, library != .numpy else { return [] }
    let terms = zip(graph.result.entries, seeds).map { id, seed in
      Formula.number(seed) * .symbol(graph.symbol(of: id))
    }
    let statement = PythonStatement(
      target: expression(.symbol(steps.result)), value: expression(.total(terms)))
    return [PythonText.comment("the upstream gradients that are given")] + lines([statement])
  }

  /// The derivatives; PyTorch has nothing to go back along behind a step function or a stop alone.
  mutating func backward(after forward: [String]) -> [String] {
    switch library {
    case .numpy: return chainRule()
    case .pytorch:
      let mayEnd = forward.contains { $0.contains(".double()") || $0.contains(".detach()") }
      guard steps.derived.contains(where: steps.isGiven) else { return [] }
      return mayEnd
        ? ["if \(result).requires_grad:", "    \(result).backward()"] : ["\(result).backward()"]
    case .jax:
      return arguments.isEmpty
        ? []
        : PythonText.call(
          "value, gradient = jax.value_and_grad(cost, argnums=tuple(range(\(arguments.count))))(", arguments,
          ")")
    }
  }

  /// For each quantity, from the last to the first, the derivative of the result by it.
  private mutating func chainRule() -> [String] {
    let parameters = Set(lesson.by)
    var groups = steps.groups(steps.wayBack)
    if !steps.withoutEffect.isEmpty { groups += steps.groups(steps.withoutEffect) }
    return groups.flatMap { group -> [String] in
      lines(
        group.compactMap { id in
          if id == steps.root {
            return parameters.contains(id)
              ? PythonStatement(target: expression(steps.derivative(by: id)), value: .number("1.0")) : nil
          }
          let (factors, total) = steps.backward(to: id)
          guard let total else { return nil }
          let formulas = Dictionary(factors.map { ($0.name, $0.formula) }) { first, _ in first }
          return PythonStatement(
            target: expression(total.name),
            value: expression(total.formula.substituting { formulas[$0] }))
        })
    }
  }
}
