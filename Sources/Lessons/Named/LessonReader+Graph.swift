import Backprop
import Formulas
import Texts

/// Reading a lesson that is a graph.
extension LessonReader {
  private static let graphKeys =
    ["title", "summary", "language", "given", "graph", "of", "seed", "by"] + learningKeys + [
      "hessian", "newton",
    ]

  mutating func namedLesson(_ root: JSONValue, in source: [UInt8]) -> NamedLesson? {
    let example = #"{ "given": { "a": 2 }, "graph": ["b = 3*a"] }"#
    guard let fields = fields(of: root, "the lesson", keys: Self.graphKeys, example: example) else {
      return nil
    }
    let language = language(fields)
    let title = words(fields["title"], "the title", in: language).chosen
    let summary = words(fields["summary"], "the summary", in: language)
    let learningRate = fields["learningRate"].flatMap { nonNegative($0, "the learning rate") }
    let learning = learning(fields)
    let hasHessian = fields["hessian"].map { boolean($0, "\"hessian\"") } ?? false
    let hasNewton = fields["newton"].map { boolean($0, "\"newton\"") } ?? false
    if hasNewton == true, hasHessian == false, let place = fields.keyRange("newton") {
      problems.add(
        at: place, #"Newton's step needs second derivatives; add "hessian": true, or leave "newton" out"#)
    }
    let givenBy = fields["by"].flatMap { names($0) }
    if fields["learningRate"] != nil, !fields.mentions("by"), let place = fields.keyRange("learningRate") {
      problems.add(
        at: place,
        #"with a learning rate the lesson must name what the step changes; add it, as in "by": ["w", "b"]"#)
    }
    guard let graphValue = required("graph", in: fields, example: #"["c = a + b"]"#) else { return nil }
    let definitions = definitions(graphValue)
    var elaborator = GraphElaborator(Lexicon(), problems)
    elaborator.give(fields["given"])
    elaborator.read(definitions ?? [], in: source)
    let wishes = GraphElaborator.Wishes(
      of: fields["of"], seed: fields["seed"], by: givenBy, isNamedLater: resultIsNamedLater)
    let made = definitions == nil ? nil : elaborator.graph(wishes, in: source)
    problems = elaborator.problems
    if let made, fields["learningRate"] != nil { checkLetters(of: learning, fields, made.graph, made.by) }
    guard problems.count == 0, let made else { return nil }
    return NamedLesson(
      language: language, title: title, summary: summary.chosen, summaries: summary.all, graph: made.graph,
      by: made.by,
      learningRate: learningRate,
      learning: learning, hasHessian: hasHessian == true, hasNewton: hasNewton == true)
  }

  /// The graph has no names that are letters of the optimizer.
  private mutating func checkLetters(
    of learning: Learning, _ fields: Fields, _ graph: Graph, _ parameters: [Graph.ID]
  ) {
    let steps = GraphSteps(graph, by: parameters, at: learning.time)
    let givens = learning.givens(Numeral(integer: 1), of: parameters) {
      steps.symbol(of: $0, at: $1, isNew: false)
    }
    let taken = givens.lazy.compactMap { given -> Symbol? in
      if case .symbol(let symbol) = given.name, graph.entry(named: symbol.name) != nil { symbol } else { nil }
    }.first
    if let taken, let place = fields.keyRange("optimizer") ?? fields.keyRange("schedule") {
      problems.add(
        at: place,
        "the optimizer uses the letter \(taken.name), which is also the name of a quantity; rename the quantity"
      )
    }
  }

  /// The definitions as strings; `nil` where some are none.
  private mutating func definitions(_ value: JSONValue) -> [JSONValue]? {
    if case .string(let text) = value.content {
      problems.add(at: value.range, "the graph must be an array, but is a string; write [\(quoted(text))]")
      return nil
    }
    guard let elements = array(value, "the graph") else { return nil }
    if elements.isEmpty {
      problems.add(
        at: value.range, #"the graph has no definitions; it needs at least one, as in ["c = a + b"]"#)
      return nil
    }
    if elements.count > NamedLesson.Limit.definitions {
      problems.add(
        at: value.range,
        "the graph has \(grouped(elements.count)) definitions; at most \(grouped(NamedLesson.Limit.definitions)) are allowed"
      )
      return nil
    }
    let before = problems.count
    for (index, element) in elements.enumerated() { _ = string(element, "definition \(index + 1)") }
    return problems.count == before ? elements : nil
  }

  /// One name or several.
  private mutating func names(_ value: JSONValue) -> [JSONValue]? {
    if case .string = value.content { return [value] }
    guard let elements = array(value, #""by""#) else { return nil }
    if elements.isEmpty {
      problems.add(
        at: value.range, #""by" is empty; list given quantities, as in ["w", "b"], or leave it out"#)
      return nil
    }
    let before = problems.count
    for (index, element) in elements.enumerated() { _ = string(element, #"name \#(index + 1) of "by""#) }
    return problems.count == before ? elements : nil
  }
}
