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
  let hasNewton: Bool
  /// What the lesson takes a gradient by and the result does not depend on: rows and columns of zeros.
  private let withoutEffect: [Graph.ID]
  /// The steps of the optimizer, where the lesson has some, and of several what comes after the first.
  let (descent, later): ([Block], GraphDerivation.LaterSteps?)

  /// A larger matrix is no derivation that anybody reads.
  static let mostParameters = 12
  /// Of more parameters, the rows are not derived line by line.
  private static let mostDerived = 2

  init(_ written: NamedLesson, newton: Bool, settings: Settings) throws(WorkedExampleError) {
    var given = written
    let withoutEffect = GraphSteps(written.graph, by: written.by).withoutEffect
    self.withoutEffect = withoutEffect
    // Where nothing has an effect, the refusal says so of the first.
    if withoutEffect.count < written.by.count { given.by = written.by.filter { !withoutEffect.contains($0) } }
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
    try given.learning.checkSize(given.graph.count)
    var first = derivation.first
    descent = first.step()
    var whole = settings
    whole.all = true
    later = given.hasLaterSteps ? try first.laterSteps(whole) : nil
  }

  var title: String? { lesson.title }
  var summary: String? { lesson.summary }
  var picture: [Block] { derivation.picture }
  var passed: Bool {
    derivation.work.check.passed && hessian.passed && later?.works.allSatisfy(\.check.passed) != false
  }

  func blocks() -> [Block] {
    guard var row = rows.first?.derivation else { return [] }
    // Every line of the first derivation is wanted once, whichever row needs it.
    let lines = rows.reduce(into: Set<Graph.Step.Kind>()) { $0.formUnion($1.derivation.wanted ?? []) }
      .union(derivation.derived.groups.flatMap(\.steps).map(Graph.Step.Kind.value))
      .union((0..<derivation.derived.valueCount).map(Graph.Step.Kind.value))
    let digits = row.digits
    var lesson = rows[0].lesson
    if derivation.lesson.learningRate != nil { lesson.stepsLeftOut = 0 }
    row = GraphDerivation(
      lesson, work: rows[0].work, digits: digits, language: row.language, steps: row.steps, wanted: lines)
    let start =
      derivation.introduction(row) + row.forward(upTo: derivation.derived.valueCount)
      + derivation.backward(in: &row)
    var ledgers = rows.map(\.derivation)
    return start + second(&ledgers, after: row) + matrix(ledgers) + symmetry(ledgers) + check(ledgers)
      + descent + (later?.blocks ?? []) + (hasNewton ? newton(ledgers) : [])
  }

  func name(_ id: Graph.ID) -> Formula { .symbol(lesson.graph.symbol(of: id)) }

  /// ∂²C/∂θ_i∂θ_j, from the row of j.
  func entry(_ i: Int, _ j: Int) -> Formula { rows[j].derivation.steps.derivative(by: lesson.by[i]) }

  /// A backward pass for each row, as far as they are few; of what is symmetric, one entry.
  private func second(_ rows: inout [GraphDerivation], after first: GraphDerivation) -> [Block] {
    guard lesson.by.count <= Self.mostDerived else { return [] }
    var blocks: [Block] = [
      .heading(level: 2, say(.seconds)), .paragraph(derivation.words(first)),
    ]
    var known = derivation.knownFactors
    for place in rows.indices {
      // What is exact in its lines was found in the first derivation.
      _ = rows[place].forward(upTo: derivation.derived.graph.count)
      let lines = rows[place].backward(
        .heading(level: 3, say(.derivatives(rows[place].result))),
        rows[place].isDirect ? rows[place].wordsOfDirect : say(.wayBack(rows[place].result)), knowing: &known)
      blocks += lines
    }
    return blocks
  }

  private func matrix(_ rows: [GraphDerivation]) -> [Block] {
    let size = lesson.by.count
    let cells = rows.indices.map { i in
      (
        head: "\(name(lesson.by[i]))" as Prose,
        cells: rows.indices.map { j in rows[j].number(entry(i, j)) }
      )
    }
    let words = FurtherPhrase.hessianIs(size: size, pair: size > Self.mostDerived ? lesson.pair : nil)
    return [
      .heading(level: 2, say(.hessian)), .paragraph(Prose.sentences([say(words), zeros])),
    ] + GraphDerivation.tables("", columns: lesson.by.map { "\(name($0))" }, rows: cells)
  }

  /// What is said of parameters that are left out.
  private var zeros: Prose {
    if withoutEffect.isEmpty { return "" }
    let shown = withoutEffect.count <= 2 ? withoutEffect[...] : withoutEffect.prefix(1)
    return say(
      .leftOut(
        shown.map(name), others: withoutEffect.count - shown.count, result: derivation.first.result))
  }

  func say(_ phrase: FurtherPhrase) -> Prose { derivation.first.say(phrase) }

  private func symmetry(_ rows: [GraphDerivation]) -> [Block] {
    guard rows.count > 1 else { return [] }
    let pairs = rows.indices.flatMap { i in (0..<i).map { (i, $0) } }
    let wrong = pairs.filter { !hessian.isSymmetric($0.0, $0.1) }
    guard let (i, j) = wrong.first else {
      return [.paragraph(say(.symmetric(entry(0, 1), entry(1, 0), isOnly: pairs.count == 1)))]
    }
    return [.paragraph(say(.notSymmetric(entry(i, j), entry(j, i))))]
  }

  private func check(_ rows: [GraphDerivation]) -> [Block] {
    let found = zip(rows, self.rows).enumerated().map { place, row in
      (
        row.0,
        Array(row.1.work.check.parameters.filter { (lesson.by.firstIndex(of: $0.index) ?? 0) <= place })
      )
    }
    return GraphDerivation.check(.checkOfSecond, found)
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
      costs: later?.curve.rows.map(\.value) ?? [], further: further
    ).write(to: &sink)
  }
}

extension NamedLesson {
  /// Two of its parameters, as they are typed.
  var pair: String {
    by.prefix(2).map { graph.symbol(of: $0).name }.joined(separator: ",")
  }
}
