import Formulas
import Testing

@testable import Documents

private func entry(_ number: Int) -> Formula { .symbol(Symbol(.entry, layer: number)) }
private let half = Formula.quotient(.integer(1), .integer(2))

private let formulas: [(formula: Formula, json: String)] = [
  (entry(3), "3"),
  (.integer(3), "\"3.0\""),
  (Numeral("-0.10").map { .number($0) } ?? half, "\"-0.1\""),
  (entry(0) * entry(1) + entry(2), "[\"+\",[\"*\",0,1],2]"),
  (entry(0) - entry(1), "[\"+\",0,[\"-\",1]]"),
  (half * .power(entry(4), 2), "[\"*\",[\"/\",\"1.0\",\"2.0\"],[\"^\",4,\"2.0\"]]"),
  (.call(.sigma, entry(0)), "[\"sigma\",0]"),
  (.call(.magnitude, .max(entry(0), .integer(0))), "[\"magnitude\",[\"max\",0,\"0.0\"]]"),
  (.softplus(entry(5)), "[\"softplus\",5]"),
  (.transpose(entry(1)), "\"NaN\""), (.nabla(Symbol(.cost), by: Symbol(.error)), "\"NaN\""),
]

@Test func `A rule is a list of its operation and what it takes, an entry its number, a number a string`() {
  for (formula, json) in formulas {
    let rules = AnswerRules(lines: [[formula]], givens: [], asked: 4)
    #expect(rules.json.contains("\"lines\":[[\(json)]]"), "\(json)")
  }
}

@Test func `The rules of a page do not end the element that they stand in`() {
  var rules = AnswerRules(lines: [[entry(2)], [entry(0), entry(2)]], givens: [0.5], asked: 3)
  rules.mistakes = [AnswerRules.Mistake(id: "swap", evidence: 2, hint: "</script> \"a\\b\"\n")]
  rules.wrong = [[], [AnswerRules.Wrong(label: 4, mistake: 0, formula: entry(0) + entry(2))]]
  (rules.layers, rules.places, rules.order) = ([1, nil], [nil, nil], [0, 1])
  (rules.groups, rules.joint) = ([[0], [1]], [[0, 1]])
  rules.conventions.transposed = [0: 1, 1: nil]
  let text = rules.json
  #expect(!text.contains("</"))
  for part in [
    "\"asked\":3", "\"givens\":[0.5]", "\"layers\":[1,null]", "\"groups\":[[0],[1]]",
    "\"lines\":[[2],[0,2]]", "\"wrong\":[[],\n[[4,0,[\"+\",0,2]]]]", "\"transposed\":{\"0\":1,\"1\":null}",
    "{\"id\":\"swap\",\"evidence\":2.0,\"hint\":\"\\u003c/script> \\\"a\\\\b\\\" \"}",
  ] {
    #expect(text.contains(part), "\(part)")
  }
}

@Test func `A page with rules has a blank for each line that is asked for, and what judges it`() {
  let rules = AnswerRules(lines: [[entry(1)]], givens: [0.5], asked: 4)
  let quantity = Formula.symbol(Symbol(.activation, layer: 1))
  let blank = Question.Blank(quantity, name: "a1", solution: Equation(quantity), line: 0)
  let questions = [Question("Forward", "", parts: [.init("The activation", [blank])])]
  let writer = HTMLWriter(notation: .threeBlueOneBrown, hasSteps: false)
  let (open, still, key) = (
    writer.text(of: .questions(QuestionSheet(questions, showsSolutions: false, rules: rules))),
    writer.text(of: .questions(QuestionSheet(questions, showsSolutions: false))),
    writer.text(of: .questions(QuestionSheet(questions, showsSolutions: true)))
  )
  for text in [open, still] { #expect(text.contains("data-line=\"0\" data-name=\"a1\"")) }
  #expect(open.contains(rules.json))
  #expect(open.contains(ScriptPhrase.json(in: .threeBlueOneBrown)))
  #expect(open.ranges(of: "<script").count == 3)
  for text in [still, key] { #expect(!text.contains("<script")) }
  #expect(!key.contains("<input"))
}

@Test(arguments: Language.allCases)
func `What the script says has the same holes in every language`(language: Language) {
  func holes(_ text: String) -> [String] { text.matches(of: /\{(\w+)\}/).map { String($0.1) }.sorted() }
  let notation = Notation(language: language)
  for phrase in ScriptPhrase.allCases {
    let said = language.say(phrase).plain(in: notation)
    #expect(holes(said) == holes(phrase.english.plain(in: .threeBlueOneBrown)), "\(phrase.rawValue)")
  }
  #expect(holes(language.say(PagePhrase.openSteps).plain(in: notation)) == ["all", "open"])
}
