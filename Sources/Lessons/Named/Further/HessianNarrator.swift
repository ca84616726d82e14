import Backprop
import Documents
import Formulas
import Texts

/// Tells the Hessian: the first derivation, a second one for each row, the matrix, and its checks.
struct HessianNarrator: Narrator {
  let derivation: SecondDerivation
  let rows: [SecondDerivation.Row]
  let hessian: Hessian
  private let lesson: NamedLesson
  private let hasNewton: Bool
  /// What the lesson takes a gradient by and the result does not depend on: rows and columns of zeros.
  private let withoutEffect: [Graph.ID]

  /// A larger matrix is no derivation that anybody reads.
  static let mostParameters = 12
  /// Of more parameters, the rows are not derived line by line.
  private static let mostDerived = 2

  init(_ whole: NamedLesson, newton: Bool, settings: Settings) throws(WorkedExampleError) {
    var given = whole
    let withoutEffect = GraphSteps(whole.graph, by: whole.by).withoutEffect
    self.withoutEffect = withoutEffect
    // Where nothing has an effect, the refusal says so of the first.
    if withoutEffect.count < whole.by.count { given.by = whole.by.filter { !withoutEffect.contains($0) } }
    guard given.by.count <= Self.mostParameters else {
      throw .refused(
        "--hessian is for at most \(Self.mostParameters) parameters, and this lesson has \(given.by.count); --second derives single entries, as in --second \(given.pair)"
      )
    }
    (lesson, hasNewton) = (given, newton)
    derivation = try SecondDerivation(given, by: given.by, for: "--hessian", settings: settings)
    var rows: [SecondDerivation.Row] = []
    for parameter in given.by { rows.append(try derivation.row(parameter, by: given.by)) }
    self.rows = rows
    hessian = Hessian(rows.map(\.work.trace), rows.map(\.work.check), by: given.by)
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var picture: [Block] { derivation.first.picture() }
  var passed: Bool { derivation.work.check.passed && hessian.passed }

  func blocks() -> [Block] {
    guard var row = rows.first?.derivation else { return [] }
    // Every line of the first derivation is wanted once, whichever row needs it.
    let lines = rows.reduce(into: Set<Graph.Step.Kind>()) { $0.formUnion($1.derivation.wanted ?? []) }
      .union(derivation.derived.groups.flatMap(\.steps).map(Graph.Step.Kind.value))
      .union((0..<derivation.derived.valueCount).map(Graph.Step.Kind.value))
    let digits = row.digits
    row = GraphDerivation(
      rows[0].lesson, work: rows[0].work, digits: digits, steps: row.steps, wanted: lines)
    let start =
      derivation.introduction(row) + row.forward(upTo: derivation.derived.valueCount)
      + derivation.backward(in: &row)
    var ledgers = rows.map(\.derivation)
    return start + second(&ledgers, after: row) + matrix(ledgers) + symmetry(ledgers) + check(ledgers)
      + descent() + (hasNewton ? newton(ledgers) : [])
  }

  /// The step of gradient descent, where the lesson has one.
  private func descent() -> [Block] {
    var first = derivation.first
    // What is exact is found out on the way.
    _ = first.forward() + first.backward()
    return first.step()
  }

  func name(_ id: Graph.ID) -> Formula { .symbol(lesson.graph.symbol(of: id)) }

  /// ∂²C/∂θ_i∂θ_j, from the row of j.
  func entry(_ i: Int, _ j: Int) -> Formula { rows[j].derivation.steps.derivative(by: lesson.by[i]) }

  /// A backward pass for each row, as far as they are few; of what is symmetric, one entry.
  private func second(_ rows: inout [GraphDerivation], after first: GraphDerivation) -> [Block] {
    guard lesson.by.count <= Self.mostDerived else { return [] }
    var blocks: [Block] = [
      .heading(level: 2, "The second derivatives"), .paragraph(derivation.words(first)),
    ]
    var known = derivation.knownFactors
    for place in rows.indices {
      // What is exact in its lines was found in the first derivation.
      _ = rows[place].forward(upTo: derivation.derived.graph.count)
      let lines = rows[place].backward(
        .heading(level: 3, "The derivatives of \(rows[place].result)"),
        rows[place].isDirect ? rows[place].wordsOfDirect : "From \(rows[place].result) back:", knowing: &known
      )
      blocks += lines
    }
    return blocks
  }

  private func matrix(_ rows: [GraphDerivation]) -> [Block] {
    let size = lesson.by.count
    let cells = rows.indices.map { i in
      (
        head: "\(name(lesson.by[i]))" as Prose,
        cells: rows.indices.map { j in rows[j].ledger.printed(entry(i, j), digits: rows[j].digits) }
      )
    }
    let more: Prose =
      size > Self.mostDerived
      ? " The option --second derives one of them line by line, as in --second \(lesson.pair)." : ""
    return [
      .heading(level: 2, "The Hessian"),
      .paragraph(
        """
        The Hessian is the table of all second derivatives, \(size) × \(size) here: in the row of one parameter and the column of \
        another stands the derivative by the first of the derivative by the second.\(more)\(zeros)
        """),
    ] + GraphDerivation.tables("", columns: lesson.by.map { "\(name($0))" }, rows: cells)
  }

  /// What is said of parameters that are left out.
  private var zeros: Prose {
    guard let first = withoutEffect.first else { return "" }
    let names: Prose =
      withoutEffect.count == 1
      ? "\(name(first))"
      : withoutEffect.count == 2
        ? "\(name(first)) and \(name(withoutEffect[1]))"
        : "\(name(first)) and \(withoutEffect.count - 1) others"
    return
      " \(derivation.first.result) does not depend on \(names): what would stand there is 0, and left out."
  }

  private func symmetry(_ rows: [GraphDerivation]) -> [Block] {
    guard rows.count > 1 else { return [] }
    let pairs = rows.indices.flatMap { i in (0..<i).map { (i, $0) } }
    let wrong = pairs.filter { !hessian.isSymmetric($0.0, $0.1) }
    guard let (i, j) = wrong.first else {
      let one: Prose = "\(entry(0, 1)) and \(entry(1, 0))"
      return [
        .paragraph(
          """
          The matrix is symmetric: \(pairs.count == 1 ? one : "\(one), for example,") come out of different backward passes and are \
          the same number. It does not matter which of two parameters comes first.
          """)
      ]
    }
    return [
      .paragraph(
        "\(strong: "The matrix is not symmetric"): \(entry(i, j)) and \(entry(j, i)) differ, so something is wrong."
      )
    ]
  }

  private func check(_ rows: [GraphDerivation]) -> [Block] {
    let found = zip(rows, self.rows).enumerated().map { place, row in
      (
        row.0,
        Array(row.1.work.check.parameters.filter { (lesson.by.firstIndex(of: $0.index) ?? 0) <= place })
      )
    }
    return GraphDerivation.check(SecondDerivation.wordsOfCheck, found)
  }

  func writeJSON(to sink: inout some TextSink) throws {
    func list(_ parts: [String]) -> String { "[\(parts.joined(separator: ", "))]" }
    let names = lesson.by.map { JSONText.quoted(lesson.graph.symbol(of: $0).name) }
    let table = rows.map { row in list(lesson.by.map { JSONText.number(row.work.trace.gradients[$0]) }) }
    let step =
      hasNewton ? hessian.newtonStep(gradient: lesson.by.map { derivation.work.trace.gradients[$0] }) : nil
    let newton = step.map { ",\n    \"newtonStep\": \(list($0.map { JSONText.number($0) }))" } ?? ""
    let further = """
        "hessian": { "parameters": \(list(names)),
          "values": [
            \(table.joined(separator: ",\n      "))]\(newton),
          "passed": \(hessian.passed) },

      """
    try GraphJSON(
      lesson: derivation.lesson, work: derivation.work, steps: derivation.first.steps, wanted: nil,
      further: further
    ).write(to: &sink)
  }
}

extension NamedLesson {
  /// Two of its parameters, as they are typed.
  var pair: String {
    by.prefix(2).map { graph.symbol(of: $0).name }.joined(separator: ",")
  }
}
