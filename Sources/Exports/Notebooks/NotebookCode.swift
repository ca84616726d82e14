import Backprop
import Formulas
import Lessons

/// The code of a notebook: the lines of a worked example in NumPy, each after those that it needs.
struct NotebookCode {
  /// Says how a quantity follows from others, where the document leaves its line out.
  private let graph: any ComputationalGraph
  private var names = PythonNames()
  /// What is known so far, with its value.
  private var values: [Formula: Double] = [:]
  private var dictionaries: Set<String> = []
  private(set) var functions: Set<PythonFunction> = []
  /// What is given, by variable, in the order of the lesson.
  private var givens: [(variable: String, entries: [(key: [Int], number: String)])] = []
  private var letters: [String] = []
  /// How many printed numbers are asserted.
  private(set) var assertionCount = 0

  init(_ lesson: Lesson) {
    let layout = Layout(lesson.objective)
    // What comes back to a quantity of an example is told for each example, or for all together.
    graph = lesson.graph(layout, example: layout.costHasParts ? nil : 0)
    add(
      lesson.givenParameters(layout)
        + lesson.examples.indices.flatMap { lesson.givens(ofExample: $0, layout) } + lesson.givenStep(layout))
  }

  init(_ lesson: NamedLesson) {
    let steps = GraphSteps(lesson.graph, by: lesson.by)
    graph = steps
    let given = (0..<lesson.graph.count).compactMap { id in
      lesson.graph.given[id].map { (name: Formula.symbol(lesson.graph.symbol(of: id)), value: $0) }
    }
    add(given + lesson.givenStep(steps))
  }

  private mutating func add(_ given: [(name: Formula, value: Numeral)]) {
    var places: [String: Int] = [:]
    for (name, value) in given {
      guard values[name] == nil, case .name(let variable, let indices)? = names.expression(name) else {
        continue
      }
      values[name] = value.value
      let key = indices.compactMap { if case .number(let index) = $0 { index } else { nil } }
      let number = PythonText.real(PythonExpression(value), for: .numpy)
      if let place = places[variable] {
        givens[place].entries.append((key, number))
      } else {
        places[variable] = givens.count
        givens.append((variable, [(key, number)]))
        if !key.isEmpty { dictionaries.insert(variable) }
      }
    }
    letters = names.letters
  }

  /// The lines that give the numbers of the lesson.
  var givenLines: [String] {
    givens.flatMap { variable, entries in
      guard entries.first?.key.isEmpty == false else {
        return ["\(variable) = \(entries.first?.number ?? "0.0")"]
      }
      let all = entries.map { key, number in
        let list = key.map(String.init).joined(separator: ", ")
        return "\(key.count == 1 ? list : "(\(list))"): \(number)"
      }
      return PythonText.call("\(variable) = {", all, "}")
    }
  }

  /// The lines for an equation of the document: what it computes, and what it prints of that.
  ///
  /// Nothing for an equation that computes nothing, or that is about numbers of a later step.
  mutating func lines(for equation: Equation) -> [String] {
    guard equation.left.isName, case .number(let printed)? = equation.sides.last?.formula,
      equation.sides.count > 1 || values[equation.left] != nil
    else { return [] }
    let letters = equation.sides.last { !$0.formula.names.isEmpty }?.formula
    let lines = define(equation.left, as: letters)
    guard let value = values[equation.left], let name = expression(equation.left) else { return lines }
    let isExact = equation.sides.last?.relation == .equals || printed.value == 0
    let tolerance = isExact ? 1e-9 * Swift.max(1, value.magnitude) : printed.unit
    guard (value - printed.value).magnitude <= tolerance else { return lines }
    assertionCount += 1
    let number = PythonText.real(PythonExpression(printed), for: .numpy)
    let share = value.magnitude > 1 ? "1e-9 * \(value.magnitude)" : "1e-9"
    return lines + ["check(\(name.text(for: .numpy)), \(number), \(isExact ? share : "\(tolerance)"))"]
  }

  /// The lines that compute a name, and before it all that it needs.
  private mutating func define(_ name: Formula, as formula: Formula?) -> [String] {
    if values[name] != nil { return [] }
    var lines: [String] = []
    if let formula, let own = statement(name, formula, &lines) { return lines + own }
    guard let formula = step(name)?.formula, let own = statement(name, formula, &lines) else { return lines }
    return lines + own
  }

  private func step(_ name: Formula) -> Graph.Step? { graph.kind(of: name).flatMap { graph.step($0) } }

  /// The line for a name from a formula, after the lines for all names in it that are not known yet; `nil` where one of them has
  /// no line.
  private mutating func statement(_ name: Formula, _ formula: Formula, _ lines: inout [String]) -> [String]? {
    var (open, seen) = (formula.names.filter { values[$0] == nil }, Set<Formula>())
    while let next = open.last {
      if values[next] != nil {
        open.removeLast()
        continue
      }
      guard let step = step(next) else { return nil }
      let needed = step.formula.names.filter { values[$0] == nil }
      if needed.isEmpty {
        guard let own = line(next, step.formula) else { return nil }
        lines += own
      } else if seen.insert(next).inserted {
        open += needed
      } else {
        return nil
      }
    }
    return line(name, formula)
  }

  private mutating func line(_ name: Formula, _ formula: Formula) -> [String]? {
    guard let target = expression(name), let value = expression(formula) else { return nil }
    values[name] = formula.evaluated { values[$0] ?? .nan }
    functions.formUnion(value.functions)
    let statement = PythonStatement(target: target, value: value.folded(letters[...]))
    let isNew = !statement.place.isEmpty && dictionaries.insert(statement.variable).inserted
    return (isNew ? ["\(statement.variable) = {}"] : []) + statement.lines(for: .numpy)
  }

  private mutating func expression(_ formula: Formula) -> PythonExpression? {
    var names = names
    defer { self.names = names }
    return PythonExpression(formula) { names.expression($0) }
  }
}
