import Backprop
import Formulas
import Texts

/// Reading a lesson that is a graph.
extension LessonReader {
  private static let graphKeys = [
    "title", "summary", "given", "graph", "of", "seed", "by", "learningRate", "optimizer", "steps",
  ]

  mutating func namedLesson(_ root: JSONValue, in source: [UInt8]) -> NamedLesson? {
    let example = #"{ "given": { "a": 2 }, "graph": ["b = 3*a"] }"#
    guard let fields = fields(of: root, "the lesson", keys: Self.graphKeys, example: example) else {
      return nil
    }
    let title = fields["title"].map { string($0, "the title") }
    let summary = fields["summary"].map { string($0, "the summary") }
    let learningRate = fields["learningRate"].flatMap { nonNegative($0, "the learning rate") }
    refuse(fields)
    let givenBy = fields["by"].flatMap { names($0) }
    if fields["learningRate"] != nil, !fields.mentions("by"), let place = fields.keyRange("learningRate") {
      problems.add(
        at: place,
        #"with a learning rate the lesson says what the step moves; add it, as in "by": ["w", "b"]"#)
    }
    guard let graphValue = required("graph", in: fields, example: #"["c = a + b"]"#) else { return nil }
    let definitions = definitions(graphValue)
    var elaborator = GraphElaborator(Lexicon(), problems)
    elaborator.give(fields["given"])
    elaborator.read(definitions ?? [], in: source)
    let wishes = GraphElaborator.Wishes(of: fields["of"], seed: fields["seed"], by: givenBy)
    let made = definitions == nil ? nil : elaborator.graph(wishes, in: source)
    problems = elaborator.problems
    guard problems.count == 0, let made else { return nil }
    return NamedLesson(
      title: title, summary: summary, graph: made.graph, by: made.by, learningRate: learningRate)
  }

  /// What layered lessons may have one day, and graphs say in definitions.
  private mutating func refuse(_ fields: Fields) {
    if let place = fields.keyRange("optimizer") {
      problems.add(
        at: place,
        "the step of an optimizer is written as definitions, as in v_new = 0.9*v + g and w_new = w - 0.1*v_new; "
          + #"leave out "optimizer""#)
    }
    if let place = fields.keyRange("steps") {
      problems.add(
        at: place,
        #"one step is shown; further ones are written as definitions, as in w2 = w1 - 0.1*g1; leave out "steps""#
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
        "the graph has \(grouped(elements.count)) definitions; \(grouped(NamedLesson.Limit.definitions)) is the most"
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
        at: value.range, #""by" names nothing; write what is given, as in ["w", "b"], or leave it out"#)
      return nil
    }
    let before = problems.count
    for (index, element) in elements.enumerated() { _ = string(element, #"name \#(index + 1) of "by""#) }
    return problems.count == before ? elements : nil
  }
}
