import Backprop
import Documents
import Foundation
import Formulas
import Lessons
import Testing

@testable import Grading

/// Marks lines such as `dC/da3 = 0.4957` for a lesson, and says of each what its verdict is.
private func marked(_ name: String, _ text: String) throws -> (Assessment, [String: Verdict]) {
  let exercise = try exercise(name)
  let assessment = try Assessor(marker(name), of: lesson(name)).assess(
    try AnswerSheet(Array(text.utf8), for: exercise))
  return (
    assessment,
    Dictionary(uniqueKeysWithValues: assessment.rows.map { ($0.answer.nameAsWritten, $0.verdict) })
  )
}

private func mistakes(_ assessment: Assessment) -> [String] {
  assessment.marking.diagnoses.map { $0.mistake?.id ?? "unknown" }
}

// single-chain: a3 = 0.695710, y = 0.2, dC/da3 = 0.991420, da3/dz3 = 0.211698, dC/dz3 = 0.209881, C = 0.245728.
@Test(arguments: [
  ("dC/da3 = 0.9914", Verdict.correct), ("dC/da3 = 0.991", .correct),
  // Cut off, or rounded up.
  ("dC/da3 = 0.992", .correct), ("C = 0.245", .correct), ("C = 0.246", .correct),
  // Two digits are accepted, and said; one is worth nothing.
  ("dC/da3 = 0.99", .tooFewDigits), ("dC/da3 = 1", .tooFewDigits), ("dC/dz3 = 0.2", .tooFewDigits),
  ("new w3 = 1", .tooFewDigits),
  ("dC/da3 = 0.95", .wrong), ("dC/da3 = 0.4957", .wrong),
  ("dC/da3 = -0.9914", .wrong), ("dC/da3 = 0", .wrong),
  ("dC/da3 = 2*(0.695710-0.2)", .correct), ("dC/da3 = 2(a3 − y)", .correct), ("dC/da3 = a3 - y", .wrong),
  ("So the cost is C = (a3 - y)^2", .correct), ("So the cost is C = a3 - y", .wrong),
  ("C = 0.2457", .correct), ("C = 2.457e-1", .correct), ("delta3 = 0.2099", .correct),
  ("w3 = 1.4", .wrong), ("dC/dz3 = 0.1", .wrong), ("dC/dz3 = 0.4", .wrong),
  // z1 = 0.66 exactly, a1 = 0.659260, a2 = 0.484634, a3 = 0.695710; new w1 = 1.20494 comes from 1.2: that alone shows no step.
  ("a1 = 0.659", .correct), ("a1 = 0.660", .wrong), ("a1 = 0.66", .tooFewDigits), ("z1 = 0.661", .wrong),
  ("new w1 = 1.20", .correct), ("new w1 = 1.204", .correct), ("new w1 = 1.21", .wrong),
  ("new w1 = 1.2", .tooFewDigits), ("new b1 = -0.3", .tooFewDigits), ("new w1 = 1.200", .wrong),
  // A given number in somebody's arithmetic is exact, and so is one of few digits that stands for nothing.
  ("z1 = 1.2*0.8-0.3", .correct), ("z1 = sigmoid(0.66)", .wrong), ("z1 = 1/(1+exp(-0.66))", .wrong),
  ("z1 = tanh(0.8)", .wrong), ("z1 = 1.2*0.8-0.297", .wrong), ("z1 = 1.2*0.5", .wrong),
  ("z1 = sqrt(0.44)", .wrong), ("z1 = 0.6+0.1", .wrong), ("a2 = 0.5*0.97", .wrong),
  ("a3 = 0.6957 + 0.0001", .wrong), ("a1 = sigmoid(0.66)", .correct),
  // A number of the lesson, rounded or cut off, is off by what it was rounded by; another is by its digits.
  ("z2 = -0.7*0.6593+0.4", .correct), ("z2 = -0.7*0.6592+0.4", .correct),
  ("z2 = -0.7*0.66+0.4", .tooFewDigits), ("dC/da3 = 2*(0.70-0.2)", .tooFewDigits),
  ("a1 = 1/(1+0.517)", .correct), ("a1 = 1/(1+0.519)", .wrong),
])
func `An answer is judged by whether it follows, and then by its digits`(_ line: String, _ verdict: Verdict)
  throws
{
  let (_, verdicts) = try marked("single-chain", line)
  #expect(Array(verdicts.values) == [verdict])
}

@Test(arguments: [(3, Verdict.correct), (4, .tooFewDigits)])
func `How many digits are asked for parts right from too few, and accuses nobody`(
  asked: Int, verdict: Verdict
) throws {
  let exercise = try exercise("single-chain")
  let sheet = try AnswerSheet(Array("dC/da3 = 0.991".utf8), for: exercise)
  let assessment = try Assessor(marker("single-chain"), of: lesson("single-chain")).assess(
    sheet, asked: asked)
  #expect(assessment.rows.map(\.verdict) == [verdict])
}

@Test func `A wrong derivative comes before a wrong step, also the step of a weight before it`() throws {
  // dC/dw2[1,1] = -0.14041, dC/dw2[1,2] = -0.17863, new w2[1,1] = 0.7702.
  let (assessment, _) = try marked(
    "two-neurons", "dC/dw2[1,1] = -0.1404\ndC/dw2[1,2] = 0.3111\nnew w2[1,1] = 0.7298")
  let exercise = try exercise("two-neurons")
  let found = assessment.marking.diagnoses.map { exercise.lines[$0.line].name.answerName }
  #expect(found == ["dC/dw2[1,2]", "new w2[1,1]"])
}

@Test func `What follows from something wrong is carried forward, also where it is near the truth`() throws {
  let (_, verdicts) = try marked("single-chain", "dC/db3 = 0.2099\ndC/da1 = 0.05506")
  #expect(verdicts == ["dC/db3": .correct, "dC/da1": .wrong])
  #expect(try report("single-chain", "dC/db3 = 0.2099\ndC/da1 = 0.05506").contains("Only the sign is wrong"))
}

@Test func `A number that stands alone and is wrong is no convention`() throws {
  let exercise = try exercise("mazur")
  let marker = try marker("mazur")
  for line in exercise.asked {
    let claim = Claim(exercise.values[line] * 1.37, unit: exercise.values[line].unit(digits: 4))
    #expect(marker.mark([line: claim]).marks.map(\.verdict) == [.wrong])
  }
}

@Test(arguments: ["two-neurons", "softmax-squared", "weight-decay", "circuit"])
func `A number that stands alone is right to one unit of the digits that are asked for, and no further`(
  name: String
)
  throws
{
  let exercise = try Exercise(WrittenLesson(json: #require(Catalog.source(of: name))))
  let marker = Marker(exercise)
  for line in exercise.asked where exercise.values[line] != 0 {
    let value = exercise.values[line]
    let unit = value.unit(digits: 3)
    func verdict(_ wrong: Double) -> Verdict? {
      let finer = unit / 10
      return marker.mark([line: Claim((wrong / finer).rounded() * finer, unit: finer)]).marks.first?.verdict
    }
    #expect(verdict(value) == .correct)
    for off in [0.02, 0.05, -0.02, -0.05] where off.magnitude * value.magnitude > 1.2 * unit {
      #expect(verdict(value * (1 + off)) != .correct, "\(exercise.lines[line].name), \(off)")
    }
  }
}

@Test(arguments: [
  ("a1 = 0.65930000", Verdict.correct), ("a1 = 0.659302", .correct), ("a1 = 0.65940000", .wrong),
  ("a1 = 0.6595", .wrong),
  // The number is the answer, whatever formula stands behind it.
  ("z1 = 9.9 = w1*a0 + b1", .wrong), ("z1 = 0.66 = w1*a0 + b1", .correct),
])
func `Digits that are not asked for need not be right where there are few numbers, or zeros fill them up`(
  text: String, verdict: Verdict
) throws {
  let (_, verdicts) = try marked("single-chain", text)
  #expect(verdicts.values.map { $0 } == [verdict])
}

@Test(arguments: ["single-chain", "mazur", "softmax", "batch"])
func `Single precision is right, with all digits that it has`(name: String) throws {
  let exercise = try exercise(name)
  var written: [Int: Claim] = [:]
  _ = exercise.derived(making: []) { line, value in
    let single = Double(Float(value))
    if exercise.lines[line].isAsked { written[line] = Claim(single, unit: single.unit(digits: 9)) }
    return single
  }
  #expect(try marker(name).mark(written).marks.allSatisfy { $0.verdict == .correct })
}

@Test(
  arguments: ["two-neurons", "mazur", "softmax", "batch", "xor", "layer-norm", "gru-cell"], [7, 8, 9, 17])
func `True derivatives that were rounded to 32 bits are right, with any digits`(name: String, digits: Int)
  throws
{
  let exercise = try Exercise(WrittenLesson(json: #require(Catalog.source(of: name))))
  let marker = Marker(exercise)
  func isRight(_ isHandedIn: (Symbol) -> Bool) -> Bool {
    var written: [Int: Claim] = [:]
    for line in exercise.asked {
      guard case .partial(_, let by) = exercise.lines[line].name, isHandedIn(by) else { continue }
      let single = Double(Float(exercise.values[line]))
      let unit = single.unit(digits: digits)
      written[line] = Claim(digits < 17 ? (single / unit).rounded() * unit : single, unit: unit)
    }
    return !written.isEmpty && marker.mark(written).marks.allSatisfy { $0.verdict == .correct }
  }
  #expect(isRight { _ in true })
  #expect(isRight { exercise.entries[.symbol($0)] ?? 0 >= exercise.lines.count }, "by what is given")
}

@Test func `A sheet of zeros, ones or one number earns nothing of what is not exactly that`() throws {
  let exercise = try exercise("single-chain")
  let marker = try marker("single-chain")
  for claim in [
    Claim(0, unit: 0.1), Claim(0, unit: 1), Claim(1, unit: 1), Claim(0.5, unit: 0.1), Claim(0.37, unit: 0.01),
  ] {
    let marking = marker.mark(Dictionary(uniqueKeysWithValues: exercise.asked.map { ($0, claim) }))
    for mark in marking.marks where exercise.values[mark.line] != claim.value {
      #expect(mark.points == 0, "\(claim.value) for \(exercise.values[mark.line])")
    }
  }
}

@Test func `Where more is wrong than is told apart, it is said, and every line is in the text`() throws {
  let answers = """
    z1[1] = 3.3
    a1[1] = 7.7
    z1[2] = 9.1
    a1[2] = 4.4
    z2[1] = 8.12
    a2[1] = 0.12
    C = 99.5
    dC/da2[1] = 31.3
    dC/da2[2] = 17.9
    dC/dz2[1] = 44.4
    """
  let (assessment, verdicts) = try marked("two-neurons", answers)
  #expect(assessment.marking.limits == [.mistakes])
  let json = AssessmentJSON(try exercise("two-neurons"), assessment, lesson: "two-neurons", reveals: false)
    .text
  #expect(json.contains("\"limits\""))
  let text = try report("two-neurons", answers)
  for (number, answer) in answers.split(separator: "\n").enumerated()
  where verdicts[String(answer.prefix { $0 != " " })] == .wrong {
    let isThere = text.contains(", line \(number + 1)") || text.contains("(line \(number + 1))")
    #expect(isThere, "\(answer)")
  }
}

@Test func `Of a number from nowhere nothing is said, and the mistake after it is found all the same`() throws
{
  let (assessment, verdicts) = try marked(
    "single-chain",
    """
    z1 = 0.66
    a1 = 0.1234
    z2 = 0.3136
    a2 = 0.5778
    da2/dz2 = 0.2439
    dC/da2 = 0.3148
    dC/dz2 = 0.3148
    """)
  #expect(verdicts["a1"] == .wrong)
  #expect(verdicts["z2"] == .carriedForward)
  #expect(verdicts["dC/dz2"] == .wrong)
  #expect(mistakes(assessment) == ["unknown", "missing-sigma-prime-hidden"])
}

@Test func `Nothing wrong is said of an answer that is right in itself`() throws {
  let (assessment, verdicts) = try marked("single-chain", "dC/da3 = 0.4957\nC = 0.2457\nnew b3 = -0.004941")
  #expect(verdicts == ["dC/da3": .wrong, "C": .correct, "new b3": .correct])
  #expect(assessment.marking.diagnoses.count == 1)
}

@Test func `A formula that is right by luck only is not taken for right`() throws {
  // a0 is 0.8 and y is 0.2 here: 1 − a0 gives the right number for y, and a wrong one elsewhere.
  let (lucky, verdicts) = try marked("single-chain", "dC/da3 = 2*(a3 - (1 - a0))")
  #expect(verdicts == ["dC/da3": .wrong])
  #expect(lucky.rows.first?.note == .lucky)
  let (known, _) = try marked("single-chain", "dC/da3 = 2*(a3 - y)")
  #expect(known.rows.first?.note == nil)
}

@Test(arguments: [
  ("C = C", Assessment.Note.circular), ("dC/dz3 = dC/db3", .circular),
  ("dC/da3 = dC/dz3/(da3/dz3)", .circular),
  ("C = 1/0", .notFinite), ("dC/da3 = 1/(a0-0.8)", .notFinite), ("dC/da3 = exp(1000*a0)", .notFinite),
  ("z1 = 2*dC/dw1 = 9", .unequal(step: "2*dC/dw1", value: nil)),
  ("dC/da3 = 2*(a3 - y) = 0.4957", .unequal(step: "2*(a3 - y)", value: nil)),
])
func `An answer that proves itself, has no value or asks for another is no right answer`(
  _ line: String, _ note: Assessment.Note
) throws {
  let (assessment, verdicts) = try marked("single-chain", line)
  #expect(Array(verdicts.values) == [.wrong])
  #expect(assessment.rows.first?.note == note)
}

@Test(arguments: ["0.0", "1." + String(repeating: "0", count: 400), "1e300", "1e-300", "-0"])
func `Any number can be judged`(_ number: String) throws {
  let (_, verdicts) = try marked("single-chain", "C = \(number)\nz1 = \(number)")
  #expect(verdicts.count == 2)
}

@Test func `The steps before an answer are held to it`() throws {
  let (assessment, _) = try marked("single-chain", "dC/da3 = 2*(0.6957-0.2) = 0.4957")
  guard case .unequal(let step, let value)? = assessment.rows.first?.note else {
    Issue.record("nothing is said of the step")
    return
  }
  #expect(step == "2*(0.6957-0.2)")
  #expect(abs(try #require(value) - 0.9914) < 1e-9)
}

@Test func `∂C/∂z of an example is of the total cost, and δ of the example's own cost`()
  throws
{
  let exercise = try Exercise(lesson("batch"))
  func entry(_ name: String) throws -> Int {
    let sheet = try AnswerSheet(Array("\(name) = 1".utf8), for: exercise)
    return try #require(sheet.answers.first.flatMap { exercise.entries[$0.name] })
  }
  let (total, own) = (try entry("dC/dz2[1]@2"), try entry("dC2/dz2[1]@2"))
  #expect(try entry("delta2[1]@2") == own)
  let count = Double(exercise.subject.examples)
  #expect(abs(exercise.values[total] * count - exercise.values[own]) < 1e-15)
}

@Test func `The right value of a wrong answer is never shown unless it is asked for`() throws {
  let sheet = "C = 0.31\ndC/da3 = 0.51\ndC/dz3 = 0.71\ndC/dw3 = 0.22\nnew w3 = 1.1"
  let exercise = try Exercise(lesson("single-chain"))
  let (assessment, _) = try marked("single-chain", sheet)
  for reveals in [false, true] {
    let json = AssessmentJSON(exercise, assessment, lesson: "single-chain", reveals: reveals).text
    let text = written(Report(exercise, assessment, name: "x", reveals: reveals).blocks)
    for right in ["0.245", "0.991", "0.209", "0.101", "1.44"] {
      #expect((json + text).contains(right) == reveals, "\(right) in \(json + text)")
    }
  }
}

@Test func `The printed numbers of the most copied example show weights that were updated too early`() throws
{
  let folder = URL(filePath: #filePath.components(separatedBy: "/Tests/GradingTests/")[0])
  let bytes = try Array(Data(contentsOf: folder.appending(path: "lessons/audits/mazur.md")))
  let header = try #require(try AnswerSheet.front(of: bytes).header)
  #expect(header.lesson == "mazur")
  let exercise = try Exercise(lesson("mazur"))
  let assessment = Assessor(exercise).assess(
    try AnswerSheet(bytes, for: exercise))
  #expect(assessment.rows.filter { $0.verdict != .correct }.map(\.answer.nameAsWritten) == ["new C"])
  #expect(mistakes(assessment) == ["updated-weights"])
  #expect(assessment.marking.diagnoses.first?.named?.isOfAnother == true)
}

private func written(_ blocks: [Block]) -> String {
  var text = ""
  try? TextWriter(notation: .threeBlueOneBrown).write(blocks, to: &text)
  return text
}

/// What a person is told of their answers, in lines as they stand.
private func report(_ name: String, _ text: String) throws -> String {
  let exercise = try Exercise(lesson(name))
  let assessment = Assessor(exercise).assess(
    try AnswerSheet(Array(text.utf8), for: exercise))
  var said = ""
  try TextWriter(notation: .threeBlueOneBrown).write(
    Report(exercise, assessment, name: name, reveals: false).blocks, to: &said)
  return said.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

@Test func `Who takes the mean where the lesson adds, or the other way round, is judged by the own cost`()
  throws
{
  for (reduction, factor, convention) in [
    (Reduction.mean, 3.0, Marking.Convention.sumOverExamples), (.sum, 1 / 3.0, .meanOverExamples),
  ] {
    var added = try lesson("batch")
    added.reduction = reduction
    let exercise = try Exercise(added)
    let text = exercise.asked.compactMap { line -> String? in
      guard let name = exercise.lines[line].name.answerName, exercise.lines[line].example == nil,
        name == "C" || name.hasPrefix("dC/dw") || name.hasPrefix("dC/db")
      else { return nil }
      return "\(name) = \(exercise.values[line] * factor)"
    }.joined(separator: "\n")
    let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
    #expect(assessment.marking.conventions == [convention], "\(reduction)")
    #expect(assessment.rows.allSatisfy { $0.verdict == .correct } && assessment.rows.count > 5)
    var report = ""
    try TextWriter(notation: .threeBlueOneBrown).write(
      Report(exercise, assessment, name: "batch", reveals: false).blocks, to: &report)
    #expect(report.contains(reduction == .sum ? "Your cost is the mean over" : "Your cost is the sum over"))
  }
}

@Test(arguments: [
  (Reduction.mean, 3.0, "batch-sum"), (.sum, 1 / 3.0, "batch-mean"),
])
func
  `A cost alone is no evidence for the mean or the sum, and with answers that agree it is said in the report of a class, too`(
    reduction: Reduction, factor: Double, mistake: String
  ) throws
{
  var added = try lesson("batch")
  added.reduction = reduction
  let exercise = try Exercise(added)
  func assessment(_ names: [String]) throws -> Assessment {
    let text = names.map { name in
      let line = exercise.lines.firstIndex { $0.name.answerName == name && $0.example == nil } ?? 0
      let value = Habit.all[0].written(exercise.values[line] * factor, digits: 4)?.value
      return "\(name) = \(value ?? .nan)"
    }
    return Assessor(exercise).assess(
      try AnswerSheet(Array(text.joined(separator: "\n").utf8), for: exercise))
  }
  let alone = try assessment(["C"])
  #expect(alone.rows.map(\.verdict) == [.wrong] && alone.marking.conventions.isEmpty)
  #expect(mistakes(alone) == [mistake])
  let several = try assessment(["C", "dC/dw2[1,1]", "dC/db2"])
  #expect(several.rows.map(\.verdict) == [.correct, .correct, .correct])
  let student = ClassReport.Student(
    files: ["ann.txt"], exercise: exercise, lesson: "batch", assessment: several)
  let report = ClassReport(students: [student], unread: [], reveals: false)
  #expect(report.marks.contains(",\(several.marking.conventions[0].rawValue)\n"))
  #expect(written(report.blocks).contains("ann.txt writes otherwise than the lesson"))
}

// z1 = 2, 3, 1.5; dropout multiplies by 2, 0, 2.
@Test(arguments: [
  ("a1 = [2, 3, 1.5]", [Marking.Convention.beforeDropout], true),
  ("a1 = [4, 0, 3]\nz2 = -0.5", [], true),
  ("a1 = [2, 3, 1.5]\nz2 = -0.5\nC = 2.25\ndC/dw2 = [-12, 0, -9]", [.beforeDropout], true),
  ("a1 = [4, 0, 3]\nz2 = -0.5\ndC/da1 = [-3, 0, 6]", [.derivativesBeforeDropout], true),
  (
    "a1 = [2, 3, 1.5]\nz2 = -0.5\ndC/da1 = [-3, 0, 6]\nda1/dz1 = [1, 1, 1]\ndC/dz1 = [-3, 0, 6]",
    [.beforeDropout, .derivativesBeforeDropout], true
  ),
  // Here dropout is forgotten.
  ("a1 = [2, 3, 1.5]\nz2 = 3\nC = 4", [], false), ("a1 = [2, 0, 1.5]\nz2 = 0", [], false),
])
func
  `In a layer with dropout a1 may be the activation before it, if the other answers do not say the contrary`(
    text: String, conventions: [Marking.Convention], isRight: Bool
  ) throws
{
  let exercise = try exercise("dropout-layer")
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
  #expect(assessment.marking.conventions == conventions)
  #expect(assessment.rows.allSatisfy { $0.verdict == .correct } == isRight)
}

@Test(arguments: [
  ("batch", "delta2@1 = 0.2062", "No answer is wrong.", "(batch-sum)"),
  ("batch", "dC/dz2@1 = 0.2062", "(batch-sum)", "is read as"),
  ("batch", "dC1/dz2@1 = 0.2062", "No answer is wrong.", "is read as"),
  ("batch", "dC/dz2@3 = 9", "∂C/∂z⁽²⁾ of example 3", "∂C/∂z⁽²⁾ of example 1"),
  ("single-chain", "z1 = 0.7", "1 with too few digits", "1 correct"),
  // σ(−0.66): a wrong formula on what was meant is no less wrong.
  ("single-chain", "z1 = 0.5\na1 = 0.34074", "2 wrong", "1 correct"),
  (
    "single-chain", "delta_w3 = 0.7", "Line 1 gives the change Δw⁽³⁾. With it new w⁽³⁾ is 2.2",
    "No answer is wrong"
  ),
  ("single-chain", "dC/db3 = 0.2099\ndC/da1 = 0.05506", "1 correct, 1 wrong", "No answer is wrong"),
  // Numbers are compared in the digits that were written, and with what the written numbers give.
  ("single-chain", "dC/dz3 = 0.3\ndC/db2 = 1/2", "gives 0.4500", ", your number"),
  (
    "single-chain", "dC/dz3 = 0.2099\ndC/dz2 = 0.3148\ndC/dz1 = -0.0495",
    "gives 0.3148, your number. You made this mistake in layer 2 only.",
    "you wrote"
  ),
  (
    "single-chain", "dC/dz3 = 0.2099\ndC/dz2 = 0.3149\ndC/db2 = 0.3149", ", your number",
    "in layer 2 only"
  ),
])
func `A report says what the numbers show, and not what they do not`(
  name: String, text: String, said: String, unsaid: String
) throws {
  let report = try report(name, text)
  #expect(report.contains(said), "\(report)")
  #expect(!report.contains(unsaid), "\(report)")
}

/// A softmax in tanh neurons, whose ∂C/∂a · ∂a/∂z comes to a − y, however small a is.
private let cancelling = #"""
  { "network": { "inputs": 2, "layers": [
      { "activation": "tanh", "weights": [[2.0, 0.7], [-0.3, 1.7], [1.1, 0.7]], "biases": [-0.3, -0.1, 0.2] },
      { "activation": "softmax", "weights": [[-1.1, 0.9, -1.9], [1.9, 0.1, -0.9]], "biases": [-0.4, -0.3] }] },
    "cost": "cross-entropy", "examples": [{ "inputs": [0.9, 1.5], "targets": [1, 0] }], "learningRate": 0.5 }
  """#

@Test(arguments: [
  ("-0.9631", "0.9631", Verdict.correct), ("-0.9627", "0.9627", .correct), ("-0.9593", "0.9593", .wrong),
])
func `Where the activation cancels in δ, its rounding is not counted twice`(
  first: String, second: String, verdict: Verdict
) throws {
  let exercise = try Exercise(Lesson(json: Array(cancelling.utf8)))
  let sheet = try AnswerSheet(Array("dC/db2 = [\(first), \(second)]".utf8), for: exercise)
  #expect(Assessor(exercise).assess(sheet).rows.first?.verdict == verdict)
}
