import Backprop
import Formulas
import Lessons

/// A named lesson as a program: its numbers, its definitions, and its gradient.
///
/// In NumPy each derivative is written out, the last definition first; PyTorch and JAX find them.
struct GraphProgram {
  let lesson: NamedLesson
  let library: ProgramLibrary
  /// How many digits are printed; if it is `nil`, all of them.
  let digits: Int?
  let steps: GraphSteps
  var names = PythonNames()
  var functions: Set<PythonFunction> = []
  /// The dictionaries that are there.
  var dictionaries: Set<String> = []
  let letters: [String]

  var graph: Graph { lesson.graph }

  /// The most entries of a graph in a program.
  static let mostEntries = 5_000

  /// Throws for a graph that is too large.
  init(_ lesson: NamedLesson, for library: ProgramLibrary, digits: Int?) throws(WorkedExampleError) {
    let count = lesson.graph.count
    guard count <= Self.mostEntries else {
      throw .refused(
        "a program is written for graphs of at most \(Self.mostEntries) entries, but this lesson has \(count)"
      )
    }
    (self.lesson, self.library, self.digits) = (lesson, library, digits)
    steps = GraphSteps(lesson.graph, by: lesson.by)
    for quantity in lesson.graph.quantities { _ = names.variable(quantity.name) }
    letters = names.letters
  }

  /// The whole program.
  mutating func text() -> String {
    let givens: [String] = quantities { graph.given[$0] != nil }.filter { !isInside($0) }.flatMap {
      given($0)
    }
    let inside: [String] = quantities { graph.given[$0] != nil }.filter(isInside).flatMap { given($0) }
    let forward = inside + self.forward() + resultOfArray()
    let backward = self.backward(after: forward)
    let shown: [String] = self.shown()
    var parts: [[String]] = [
      ProgramText.head(lesson.title, library),
      [""] + library.imports,
    ]
    let body = givens + forward + backward + shown
    if body.contains(where: { $0.contains("math.") }) { parts[1].insert("import math", at: 1) }
    let definitions = library.definitions(of: functions)
    for definition in definitions + [library.printing(digits: digits)] {
      parts.append(["", ""] + definition)
    }
    if library == .pytorch, givens.contains(where: { $0.contains("= tensors(") }) {
      parts.append([
        "", "", "def tensors(entries, requires_grad=False):",
        "    return {place: torch.tensor(x, requires_grad=requires_grad) for place, x in entries.items()}",
      ])
    }
    parts.append(["", "", "# what is given"] + givens)
    switch library {
    case .numpy, .pytorch:
      parts.append(["", "# forward"] + forward)
      parts.append(["", "# backward"] + backward)
    case .jax:
      let head = PythonText.call("def cost(", arguments, "):")
      parts.append(["", ""] + head + (forward + ["return \(result)"]).map { PythonText.indent + $0 })
      parts.append(["", ""] + backward)
    }
    parts.append(["", "# the derivatives"] + shown)
    return parts.joined().map { $0 + "\n" }.joined()
  }

  /// The quantities with entries of a kind, in their order, and these entries.
  func quantities(where isWanted: (Graph.ID) -> Bool) -> [(quantity: Graph.Quantity, ids: [Graph.ID])] {
    graph.quantities.compactMap { quantity in
      let ids = quantity.isConstant || quantity.isIndex ? [] : quantity.entries.filter(isWanted)
      return ids.isEmpty ? nil : (quantity, ids)
    }
  }

  mutating func expression(_ formula: Formula) -> PythonExpression {
    var names = names
    let made = PythonExpression(formula) { name in
      if case .symbol(let symbol) = name, let id = graph.entry(symbol), graph.quantity(of: id).isConstant {
        return .number("math.\(graph.quantity(of: id).name)")
      }
      return names.expression(name)
    }
    self.names = names
    // Graphs have no matrices.
    let expression = made ?? .number("0")
    functions.formUnion(expression.functions)
    return expression
  }
}
