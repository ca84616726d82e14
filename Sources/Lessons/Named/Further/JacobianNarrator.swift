import Backprop
import Documents
import Formulas
import Texts

/// Tells the Jacobian of an array by another: a backward pass for each row, and the table.
struct JacobianNarrator: Narrator {
  private let lesson: NamedLesson
  private let (above, below): (String, String)
  private let language: Language
  private let columns: [Graph.ID]
  private let rows: [Row]
  private let names: (above: Formula, below: Formula)

  /// The derivation of one entry of the array.
  private struct Row {
    let id: Graph.ID
    let work: GraphWork
    let derivation: GraphDerivation
  }

  /// A larger table is no derivation that anybody reads.
  static let mostEntries = 100
  /// Nor one of a larger graph.
  static let mostQuantities = 500

  init(_ given: NamedLesson, of above: String, by below: String, settings: Settings)
    throws(WorkedExampleError)
  {
    let all = settings.staged ? given.staged : given
    let reader = FurtherNames(all)
    let (named, columns) = (try reader.entries(above), try reader.entries(below))
    // What is given in an array, as the start of a recurrence, is not derived.
    let computed = named.filter { all.graph.given[$0] == nil }
    let rows = computed.isEmpty ? named : computed
    (self.above, self.below, language) = (above, below, settings.notation.language)
    lesson = all
    let graph = all.graph
    guard let first = rows.first, let column = columns.first else {
      throw .unknownQuantity(above, suggestion: nil)
    }
    guard rows.count * columns.count <= Self.mostEntries else {
      throw .refused(
        "the Jacobian of \(shortened(above)) with respect to \(shortened(below)) would have \(rows.count) × \(columns.count) entries, but at most \(Self.mostEntries) are allowed; name single entries, such as \(graph.symbol(of: first).name) \(graph.symbol(of: column).name)"
      )
    }
    guard graph.count <= Self.mostQuantities else {
      throw .refused(
        "--jacobian is for graphs of at most \(Self.mostQuantities) quantities, but this graph has \(graph.count)"
      )
    }
    if graph.given[first] != nil {
      let user = (0..<graph.count).first { graph.needs(of: $0).contains(first) }
      throw .notDerived(above, suggestion: graph.symbol(of: user ?? first).name)
    }
    func whole(_ ids: [Graph.ID], _ first: Graph.ID) -> Formula {
      .symbol(ids.count > 1 ? graph.quantity(of: first).symbol : graph.symbol(of: first))
    }
    names = (whole(rows, first), whole(columns, column))
    self.columns = columns
    var made: [Row] = []
    for id in rows {
      let own = all.deriving(graph.deriving(id), by: columns)
      let work = try GraphWork(own, inFractions: settings.exact)
      let steps = GraphSteps(own.graph, by: columns)
      let kinds = Set(columns.filter { $0 != id }.map(Graph.Step.Kind.total) + [.value(id)])
      made.append(
        Row(
          id: id, work: work,
          derivation: GraphDerivation(
            own, work: work, digits: settings.digits, language: settings.notation.language, steps: steps,
            wanted: GraphTargets(own, steps).needed(for: kinds))))
    }
    guard made.contains(where: { $0.derivation.steps.derived.contains { columns.contains($0) } }) else {
      throw .refused(
        "\(shortened(above)) does not depend on \(shortened(below)), so there is nothing to derive")
    }
    self.rows = made
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var passed: Bool { rows.allSatisfy { $0.work.check.passed } }
  var picture: [Block] { rows.first?.derivation.picture() ?? [] }

  func blocks() -> [Block] {
    guard let first = rows.first else { return [] }
    var blocks = first.derivation.introduction()
    var shown: Set<Graph.Step.Kind> = []
    var derivations = rows.map(\.derivation)
    for place in derivations.indices {
      // A quantity that another row has needed already is not written again.
      let lines = derivations[place].forward(without: shown)
      shown.formUnion(derivations[place].wanted ?? [])
      blocks += place == 0 ? lines : Array(lines.dropFirst(2))
    }
    blocks.append(.heading(level: 2, first.derivation.say(HeadingPhrase.backwardPass(example: nil))))
    blocks.append(.paragraph(wordsOfBackward))
    var known: Set<Formula> = []
    for place in derivations.indices {
      let row = rows[place]
      let heading = Block.heading(level: 3, say(.derivatives(name(row.id))))
      let words = Prose.sentences([derivations[place].wordsOfRow, localRemark(derivations[place])])
      blocks += derivations[place].backward(heading, words, knowing: &known)
    }
    return blocks + table(derivations) + check(derivations)
  }

  private func name(_ id: Graph.ID) -> Formula { .symbol(lesson.graph.symbol(of: id)) }

  private func say(_ phrase: FurtherPhrase) -> Prose { language.say(phrase) }

  private var wordsOfBackward: Prose {
    say(
      rows.count == 1 ? .onePass(name(rows[0].id)) : .passes(names.above, count: rows.count))
  }

  /// What is said where a local gradient has the name of another row's derivative, and is less than it.
  private func localRemark(_ derivation: GraphDerivation) -> Prose {
    let names = rows.flatMap { row in
      columns.compactMap { column -> Formula? in
        guard row.id != derivation.steps.root, derivation.steps.fed(by: column).contains(row.id),
          row.derivation.steps.fed(by: column) != [row.id]
        else { return nil }
        return derivation.steps.factor(of: row.id, by: column)
      }
    }
    return names.isEmpty ? "" : say(.localGradients(names))
  }

  private func table(_ derivations: [GraphDerivation]) -> [Block] {
    let cells = zip(rows, derivations).map { row, derivation in
      (
        head: "\(name(row.id))" as Prose,
        cells: columns.map { column -> Equation? in
          column == row.id
            ? Equation(.integer(1)) : derivation.number(derivation.steps.derivative(by: column))
        }
      )
    }
    return [
      .heading(level: 2, say(.jacobian)),
      .paragraph(
        say(.jacobianIs(of: names.above, by: names.below, rows: rows.count, columns: columns.count))),
    ] + GraphDerivation.tables("", columns: columns.map { "\(name($0))" }, rows: cells)
  }

  private func check(_ derivations: [GraphDerivation]) -> [Block] {
    let found = zip(rows, derivations).map { row, derivation in
      (derivation, Array(row.work.check.parameters.filter { $0.index != row.id }))
    }
    return GraphDerivation.check(.checkOfJacobian, found)
  }

  func writeJSON(to sink: inout some TextSink) throws {
    func list(_ parts: [String]) -> String { "[\(parts.joined(separator: ", "))]" }
    func names(_ ids: [Graph.ID]) -> String {
      list(ids.map { JSONText.quoted(lesson.graph.symbol(of: $0).name) })
    }
    let head = JSONText.head(lesson.language, title: lesson.title)
    let table = rows.map { row in list(columns.map { JSONText.number(row.work.trace.gradients[$0]) }) }
    try sink.append(
      """
      { \(head),
        "jacobian": { "of": \(JSONText.quoted(above)), "by": \(JSONText.quoted(below)),
          "rows": \(names(rows.map(\.id))), "columns": \(names(columns)),
          "values": [
            \(table.joined(separator: ",\n      "))] },
        "passed": \(passed) }

      """)
  }
}

extension GraphDerivation {
  /// Line by line, without what stands already, of which it is only found out what is exact.
  fileprivate mutating func forward(without shown: Set<Graph.Step.Kind>) -> [Block] {
    let all = forward()
    let names = Set(shown.map(steps.name))
    return all.filter { block in
      guard case .equation(let equation) = block else { return true }
      return !names.contains(equation.left)
    }
  }

  /// What leads to the derivatives of one entry.
  fileprivate var wordsOfRow: Prose {
    steps.derived.isEmpty || steps.derived == [steps.root]
      ? say(FurtherPhrase.nothingLeads(result))
      : isDirect ? wordsOfDirect : say(FurtherPhrase.wayBack(result))
  }
}
