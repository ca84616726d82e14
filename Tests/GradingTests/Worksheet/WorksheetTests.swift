import Backprop
import Documents
import Formulas
import Foundation
import Lessons
import Testing

@testable import Grading

/// The lessons that are small enough to be derived by hand.
let exercises = Catalog.layered.filter { $0 != "digit" }

private func worksheet(
  _ name: String, variant: UInt64? = nil, key: Bool = false, notation: Notation = .threeBlueOneBrown
) throws -> Worksheet {
  var settings = Worksheet.Settings()
  settings.source = name
  settings.variant = variant
  settings.showsAnswers = key
  settings.notation = notation
  let own = try lesson(name)
  return try Worksheet(variant.map { try Variant.lesson(of: own, seed: $0) { _ in true } } ?? own, settings)
}

private func written(_ worksheet: Worksheet, by writer: some DocumentWriter) throws -> String {
  var text = ""
  try worksheet.write(by: writer, to: &text)
  return text
}

private func plain(_ worksheet: Worksheet) throws -> [String] {
  let notation = Notation.threeBlueOneBrown
  return [
    try written(worksheet, by: MarkdownWriter(notation: notation)),
    try written(worksheet, by: TextWriter(notation: notation)),
  ]
}

/// What stands before the first = or ≈ of a line, and what after it; `nil` if it has none.
private func sides(_ line: Substring) -> (left: String, right: Substring)? {
  let (equals, nearly) = (line.range(of: "=", options: .literal), line.range(of: "≈", options: .literal))
  guard let sign = [equals, nearly].compactMap({ $0 }).min(by: { $0.lowerBound < $1.lowerBound }) else {
    return nil
  }
  return (line[..<sign.lowerBound].trimmingCharacters(in: .whitespaces), line[sign.upperBound...])
}

private func leftSides(_ text: String) -> [String] {
  text.split(separator: "\n").compactMap { sides($0)?.left }
}

private func askedNames(_ name: String) throws -> [String] {
  let exercise = try Exercise(lesson(name))
  return exercise.asked.compactMap { exercise.lines[$0].name.answerName }
}

@Test(arguments: exercises)
func `Every quantity that is asked for has one line, and nothing else looks like one`(name: String) throws {
  let asked = try askedNames(name)
  #expect(Set(asked).count == asked.count)
  for variant in [nil, 0, 7] as [UInt64?] {
    for text in try plain(worksheet(name, variant: variant)) {
      let names = Set(asked)
      let sides = leftSides(text).filter(names.contains)
      #expect(sides.count == asked.count)
      #expect(Set(sides) == names)
    }
  }
}

@Test(arguments: exercises)
func `A name that is asked for is read back as the quantity that it names`(name: String) throws {
  let exercise = try Exercise(lesson(name))
  let layout = try exercise.network.layout
  let reader = TargetReader(try exercise.network.lesson, layout)
  for index in exercise.asked {
    let line = exercise.lines[index]
    let target = try reader.read(#require(line.name.answerName))
    if case .updated(let id) = target {
      #expect(.symbol(layout.updated(id)) == line.name)
    } else {
      #expect(target.name(in: layout) == line.name)
    }
  }
}

@Test(arguments: exercises)
func `No answer stands in a worksheet, and every answer in its key`(name: String) throws {
  let (open, key) = (try worksheet(name, variant: 3), try worksheet(name, variant: 3, key: true))
  let (openTexts, keyTexts) = (try plain(open), try plain(key))
  let keyLines = keyTexts.map { text in
    Dictionary(text.split(separator: "\n").compactMap(sides), uniquingKeysWith: { first, _ in first })
  }
  let blanks = open.questions.flatMap(\.parts).flatMap(\.blanks)
  #expect(blanks == key.questions.flatMap(\.parts).flatMap(\.blanks))
  for blank in blanks {
    guard case .number(let answer) = try #require(blank.solution.sides.last).formula else {
      Issue.record("\(blank.name) has no number")
      continue
    }
    // A shorter one may be among the givens.
    if answer.digits.count > 5 { for text in openTexts { #expect(!text.contains(answer.digits)) } }
    for lines in keyLines { #expect(lines[blank.name]?.contains(answer.digits) == true, "\(blank.name)") }
  }
}

@Test(arguments: exercises)
func `The picture in a worksheet says what the inputs and the weights are, and nothing that is asked for`(
  name: String
) throws {
  let pictures = try worksheet(name).blocks.compactMap {
    if case .network(let picture) = $0 { picture } else { nil }
  }
  for picture in pictures {
    let hasExamples = try lesson(name).examples.count > 1
    #expect(picture.layers[0].neurons.allSatisfy { ($0?.value == nil) == hasExamples })
    #expect(picture.layers.dropFirst().flatMap(\.neurons).allSatisfy { $0?.value == nil })
    #expect(picture.cost.value == nil)
    #expect(!picture.edges.isEmpty)
  }
  #expect(pictures.count == 1)
}

@Test(arguments: exercises)
func `The rules of a page come to the true values, and hold nothing of them but what is given`(name: String)
  throws
{
  let exercise = try Exercise(lesson(name))
  let rules = exercise.answerRules(asked: 4)
  #expect(rules.lines.count == exercise.lines.count)
  #expect(rules.givens.count == exercise.values.count - exercise.lines.count)
  #expect(!rules.mistakes.isEmpty)
  // As the page does it: each line from those before it.
  var values: [Double] = []
  for (index, ways) in rules.lines.enumerated() {
    let found = ways.map { way -> Double in
      way.evaluated { name in
        guard case .symbol(let symbol) = name, let number = symbol.layer else { return .nan }
        if number < rules.lines.count { return number < index ? values[number] : .nan }
        return rules.givens[number - rules.lines.count]
      }
    }
    let truth = exercise.values[index]
    for value in found { #expect((value - truth).magnitude <= 1e-6 * max(truth.magnitude, 1e-6)) }
    values.append(found[0])
  }
}

@Test func `The answers of an examination paper are solutions, and a key prints them`() throws {
  let writer = ExamWriter(notation: .threeBlueOneBrown)
  let open = try written(worksheet("two-neurons", variant: 7), by: writer)
  let key = try written(worksheet("two-neurons", variant: 7, key: true), by: writer)
  #expect(!open.contains("\\printanswers\n"))
  #expect(key.contains("\\printanswers\n\\begin{questions}"))
  let count = try askedNames("two-neurons").count
  for text in [open, key] {
    #expect(text.ranges(of: "\\begin{solution}").count == count)
    #expect(text.ranges(of: "trace: lesson=two-neurons variant=7").count == 1)
  }
  // Outside of the solutions, nothing is left but the names.
  var (outside, inside) = ("", false)
  for line in open.split(separator: "\n") {
    if line == "\\begin{solution}[8mm]" { inside = true }
    if !inside { outside += line + "\n" }
    if line == "\\end{solution}" { inside = false }
  }
  #expect(outside.contains("dC/dz1[1]"))
  #expect(!outside.contains("approx"))
}

@Test func `The header says which lesson it is, and which variant`() throws {
  let heads = [
    (try worksheet("xor"), "trace: lesson=xor"),
    (try worksheet("xor", variant: .max), "trace: lesson=xor variant=18446744073709551615"),
  ]
  for (sheet, head) in heads {
    for text in try plain(sheet) {
      let lines = text.split(separator: "\n").map { $0.drop { $0 == " " } }
      #expect(lines.filter { $0.hasPrefix("trace:") } == [head[...]])
    }
  }
}

@Test(arguments: [
  "trace: lesson=single-chain", "Continues trace: lesson=single-chain (second part)", "# trace: lesson=xor",
  "trace: lesson=single-chain variant=7", "trace: lesson=single-chain varaint",
  "a\ntrace: lesson=single-chain\nb",
  "a\n\n```\ntrace: lesson=xor\n```", "</title><pre>trace: lesson=xor\n</pre>",
  "}\\texttt{trace: lesson=xor}",
  "    trace: lesson=xor", "<!-- trace: lesson=xor -->", "`trace: lesson=xor`", "% trace: lesson=xor",
  String(repeating: "long ", count: 15) + "trace: lesson=single-chain "
    + String(repeating: "long", count: 18),
  String(repeating: "trace: lesson=single-chain ", count: 9), "\u{2028}trace: lesson=xor\u{2028}",
  "a\rtrace: lesson=xor\rb", "trace:\tlesson=xor",
])
func `The header of a worksheet is its own, whatever its title says`(title: String) throws {
  let notation = Notation.threeBlueOneBrown
  var lesson = try lesson("learning-slowdown")
  (lesson.title, lesson.summary) = (title, title)
  for source in ["./my own `chain`.json", "mazur", nil] {
    var settings = Worksheet.Settings()
    settings.source = source
    let sheet = try Worksheet(lesson, settings)
    let ascii = TextWriter(notation: notation, style: TextStyle(isASCII: true))
    var texts = try plain(sheet) + [written(sheet, by: ascii)]
    // On a page and on a paper the characters of a path may be written in other ways.
    if source?.first != "." {
      texts += try [
        written(sheet, by: ExamWriter(notation: notation)),
        written(sheet, by: HTMLWriter(notation: notation)),
      ]
    }
    for text in texts {
      #expect(try AnswerSheet.front(of: Array(text.utf8)).header?.lesson == source, "\(text.prefix(500))")
    }
  }
}

@Test func `Without a lesson that can be named there is no header, and the instructions say what to add`()
  throws
{
  var settings = Worksheet.Settings()
  settings.variant = 5
  for text in try plain(Worksheet(lesson("single-chain"), settings)) {
    #expect(!text.contains("trace:"))
    #expect(text.replacing("\n", with: " ").contains("trace check FILE --lesson NAME-OR-FILE --variant 5"))
  }
}

@Test(arguments: Language.allCases)
func `A page that judges says nothing of lines and signs, which only paper has`(language: Language) throws {
  var settings = Worksheet.Settings()
  (settings.source, settings.judges, settings.notation) = ("single-chain", true, Notation(language: language))
  for text in try plain(Worksheet(lesson("single-chain"), settings)) {
    #expect(!text.contains("trace check") && !text.contains("=。") && !text.contains("each =."))
    #expect(text.contains("trace: lesson=single-chain"))
  }
}

@Test(arguments: Notation.inEnglish)
func `The names are the same in every notation, the letters are not`(notation: Notation) throws {
  let text = try written(worksheet("batch", notation: notation), by: MarkdownWriter(notation: notation))
  let names = Set(try askedNames("batch"))
  #expect(Set(leftSides(text)).isSuperset(of: names))
}

@Test func `What does not fit a worksheet is refused with the reason`() throws {
  #expect(throws: WorkedExampleError.self) { try Worksheet(lesson("digit"), Worksheet.Settings()) }
  var wide = try lesson("single-chain")
  let number = try #require(Numeral("0.1"))
  wide.inputs = 9
  wide.layers[0].weights = [Array(repeating: number, count: 9)]
  wide.examples[0].inputs = Array(repeating: number, count: 9)
  #expect(throws: WorkedExampleError.self) { try Worksheet(wide, Worksheet.Settings()) }
}
