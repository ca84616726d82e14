import Documents
import Formulas
import Lessons
import Testing

@testable import Grading

/// What somebody hands in for a lesson, judged.
private func judged(_ text: String, of name: String = "single-chain") throws -> Assessment {
  let exercise = try exercise(name)
  return try Assessor(marker(name), of: lesson(name)).assess(
    try AnswerSheet(Array(text.utf8), for: exercise))
}

private func verdicts(_ assessment: Assessment) -> [String: Verdict] {
  Dictionary(uniqueKeysWithValues: assessment.rows.map { ($0.answer.nameAsWritten, $0.verdict) })
}

private func mistakes(_ assessment: Assessment) -> [String] {
  assessment.marking.diagnoses.map { $0.mistake?.id ?? "unknown" }
}

private func text(_ blocks: [Block]) throws -> String {
  var text = ""
  try TextWriter(notation: .threeBlueOneBrown).write(blocks, to: &text)
  return text.split(separator: "\n").joined(separator: " ")
}

/// To be read first: of the lesson single-chain, where a3 = 0.695710, y = 0.2, C = 0.245728, dC/da3 = 0.991420,
/// da3/dz3 = 0.211698 and dC/dz3 = 0.209881.
@Suite struct `What Grading is for` {
  @Test func `A worksheet asks for every quantity by its name, and its key has the answers`() throws {
    var settings = Worksheet.Settings()
    settings.source = "single-chain"
    let sheet = try text(Worksheet(lesson("single-chain"), settings).blocks)
    #expect(sheet.contains("trace: lesson=single-chain"))
    #expect(sheet.contains(" dC/da3 = ") && !sheet.contains("0.9914"))
    settings.showsAnswers = true
    let key = try text(Worksheet(lesson("single-chain"), settings).blocks)
    #expect(key.contains(" dC/da3 ≈ 0.9914 ") && key.contains("∂C/∂a⁽³⁾ = 2 (a⁽³⁾ − y) = 2 (0.6957 − 0.2)"))
  }

  @Test func `What people type is read, as a number, as arithmetic or as a formula`() throws {
    for answer in ["0.9914", "1.3914 - 0.4", "2*(0.69571 - 0.2)", "2(a3 − y)", "`0.9914`  # sure"] {
      #expect(try verdicts(judged("- dC/da3 = \(answer)")) == ["dC/da3": .correct], "\(answer)")
    }
  }

  @Test func `What cannot be read is said at its place, with the way out`() throws {
    #expect(
      try complaints("dC/da4 = 1")
        == ["dC/da4 ▸ the lesson has no quantity dC/da4; did you mean dC/da3?"])
  }

  @Test func `A number is right if it follows, and has the three digits that are asked for`() throws {
    #expect(try verdicts(judged("dC/da3 = 0.991")) == ["dC/da3": .correct])
    #expect(try verdicts(judged("dC/da3 = 0.99")) == ["dC/da3": .tooFewDigits])
    #expect(try verdicts(judged("dC/da3 = 0.8")) == ["dC/da3": .wrong])
  }

  @Test func `What follows rightly from a wrong number is carried forward, and the mistake is named`() throws
  {
    let assessment = try judged(
      """
      a3 = 0.6957
      dC/da3 = 0.4957
      da3/dz3 = 0.2117
      dC/dz3 = 0.1049
      dC/db3 = 0.1049
      """)
    #expect(
      verdicts(assessment) == [
        "a3": .correct, "dC/da3": .wrong, "da3/dz3": .correct, "dC/dz3": .carriedForward,
        "dC/db3": .carriedForward,
      ])
    #expect(mistakes(assessment) == ["missing-factor-2"])
    let diagnosis = try #require(assessment.marking.diagnoses.first)
    #expect(diagnosis.explains.count == 3)
    let named = try #require(diagnosis.named)
    #expect(named.alike.map(\.id) == ["half-convention"])
    #expect(named.likelihood > 0.9)
  }

  @Test func `Of a wrong number that no known mistake explains it is said that nobody can tell`() throws {
    let assessment = try judged("z1 = 0.66\na1 = 0.1234\nz2 = 0.3136")
    #expect(mistakes(assessment) == ["unknown"])
    #expect(verdicts(assessment) == ["z1": .correct, "a1": .wrong, "z2": .carriedForward])
  }

  @Test func `A mistake is a line with another formula, and the derivation that follows from it`() throws {
    let exercise = try exercise("single-chain")
    let slope = try #require(exercise.lines.firstIndex { $0.name.answerName == "dC/da3" })
    let suspect = try #require(exercise.suspects().first { $0.mistake.id == "missing-factor-2" })
    let (a, y) = (Formula.symbol(Symbol(.activation, layer: 3)), Formula.symbol(Symbol(.target)))
    #expect(suspect.formulas == [slope: a - y])
    #expect(abs(exercise.derived(making: [suspect])[slope] - 0.991420 / 2) < 1e-6)
  }

  @Test func `A report says where it first goes wrong, and no true value unless it is to`() throws {
    let assessment = try judged("a3 = 0.6957\ndC/da3 = 0.4957")
    for reveals in [false, true] {
      let report = Report(try exercise("single-chain"), assessment, name: "ada.md", reveals: reveals)
      let text = try text(report.blocks)
      #expect(text.contains("(missing-factor-2)") && text.contains("0.991") == reveals)
    }
  }

  @Test func `In practice one number is asked for after the other, with hints`() throws {
    var session = try Practice(lesson("single-chain"), Worksheet.Settings())
    #expect(session.question?.name == "z1")
    #expect(
      try text(session.respond(to: "?")).hasPrefix(
        "Which products of weight and activation are added up here"))
    #expect(try text(session.respond(to: "0.66")) == "Correct.")
    #expect(session.question?.name == "a1")
  }

  @Test func `A variant is the same lesson with other numbers, the same for everyone with its seed`() throws {
    let own = try lesson("single-chain")
    let variant = try Variant.lesson(of: own, seed: 42)
    #expect(try Variant.lesson(of: own, seed: 42) == variant)
    #expect(variant.layers.map(\.activation) == own.layers.map(\.activation))
    #expect(zip(variant.layers, own.layers).allSatisfy { $0.weights != $1.weights })
  }
}
