import Formulas
import Grading
import Lessons
import Testing

@testable import Exports

/// The questions of a built-in lesson.
func quiz(
  _ name: String, _ change: (inout Quiz.Settings) -> Void = { _ in }
) throws -> Quiz {
  var settings = Quiz.Settings()
  change(&settings)
  let bytes = try #require(Catalog.source(of: name))
  return try Quiz(WrittenLesson(json: bytes), settings)
}

/// How the first blank of a question is judged: "RIGHT ± TOLERANCE", half of the points, then each mistake with its hint.
private func rules(_ quiz: Quiz, _ quantity: String) throws -> [String] {
  let question = try #require(
    quiz.categories.flatMap(\.questions).first { $0.name.hasSuffix(": \(quantity)") })
  let field = try #require(question.blanks.first?.field)
  func said(_ number: QuizNumber) -> String { "\(number.typed.value) ± \(number.typed.tolerance)" }
  return [said(field.right), field.nearly.map(said) ?? "none"]
    + field.mistaken.map { "\(said($0.number)): \($0.hint.plain(in: quiz.notation))" }
}

@Test func `A number that a mistake gives has the hint of that mistake`() throws {
  let rules = try rules(quiz("single-chain"), "dC/da3")
  #expect(rules.first?.hasPrefix("0.9914 ± 0.000") == true)
  #expect(
    rules.contains {
      $0.hasPrefix("0.4957 ± ") && $0.hasSuffix(": What is the derivative of (a − y)² with respect to a?")
    })
  #expect(
    rules.contains {
      $0.hasPrefix("-0.9914 ± ")
        && $0.hasSuffix(": If the output increases a little, does the cost increase or decrease?")
    })
}

@Test(arguments: [
  // The slope does not cancel under the squared error, and does under the cross-entropy.
  ("two-neurons", "dC/dz2[2]", "How often is the slope of a layer a factor of its δ?", "cancels in δ"),
  ("two-neurons", "new b2[2]", "How often is the slope of a layer a factor of its δ?", "cancels in δ"),
  ("softmax", "dC/dz2[1]", "δ", "How often is the slope"),
  // A derivative says nothing of the sign of a value.
  ("circuit", "q", "Which sign belongs here: plus or minus?", "increase or decrease"),
  ("circuit", "f", "Which sign belongs here: plus or minus?", "increase or decrease"),
  ("circuit", "df/dq", "increase or decrease", "Which sign belongs here"),
  ("two-neurons", "new w1[1,1]", "By what is the derivative multiplied", "Which power"),
])
func `A hint is true of the lesson and of the line`(
  lesson: String, quantity: String, said: String, unsaid: String
) throws {
  let rules = try rules(quiz(lesson), quantity)
  #expect(rules.contains { $0.contains(said) }, "\(rules)")
  #expect(!rules.contains { $0.contains(unsaid) }, "\(rules)")
}

@Test(arguments: ["single-chain", "two-neurons", "softmax", "batch"])
func `Without a penalty no question speaks of one`(lesson: String) throws {
  for language in Language.allCases {
    let quiz = try quiz(lesson) { $0.notation = Notation(language: language) }
    for question in quiz.categories.flatMap(\.questions).flatMap(\.questions) {
      let words = question.words.plain(in: quiz.notation)
      #expect(!["penalty", "Strafterm", "惩罚项"].contains { words.contains($0) }, "\(words)")
    }
  }
}

@Test(arguments: [
  // What has no more digits is right only as it is.
  ("single-chain", "z1", 4, "0.66 ± 0", "none"),
  ("circuit", "df/dx", 4, "-4 ± 0", "none"),
  ("circuit", "f", 4, "-12 ± 0", "none"),
  ("single-chain", "a1", 2, "0.66 ± 0.0058", "none"),
])
func `So many digits leave so much room`(
  lesson: String, quantity: String, digits: Int, right: String, nearly: String
) throws {
  let rules = try rules(quiz(lesson) { $0.digits = digits }, quantity)
  #expect(rules.prefix(2) == [right, nearly])
}

@Test(arguments: ["single-chain", "two-neurons", "dead-relu", "circuit", "momentum"], [1, 2, 4, 17])
func `What is taken for right holds no 0, no half of a step, and nothing that is taken for a mistake`(
  name: String, digits: Int
) throws {
  let exercise = try Exercise(WrittenLesson(json: #require(Catalog.source(of: name))))
  for question in try quiz(name, { $0.digits = digits }).categories.flatMap(\.questions) {
    let (blank, field) = try #require(question.blanks.first)
    let line = try #require(blank.line)
    let (value, right) = (exercise.values[line], field.right)
    #expect(right.isNear(value), "\(question.name): \(right.typed)")
    #expect(right.tolerance.value == 0 || right.tolerance.value < right.value.value.magnitude)
    if let step = exercise.step(at: line), step > 0 {
      #expect(!right.isNear(value - step / 2) && !right.isNear(value + step / 2), "\(question.name)")
    }
    for digits in 2...17 {
      let rounded = try #require(Numeral(rounding: value, digits: digits)).value
      #expect(!field.mistaken.contains { $0.number.isNear(rounded) }, "\(question.name): \(rounded)")
    }
    var before = [right]
    for mistaken in field.mistaken.map(\.number) {
      let others = before.filter {
        (mistaken.value.value - $0.value.value).magnitude < mistaken.tolerance.value + $0.tolerance.value
      }
      #expect(others.isEmpty, "\(question.name): \(mistaken.typed)")
      before.append(mistaken)
    }
  }
}

extension QuizNumber {
  /// Whether a platform takes a number for it; doubles have an error of their own.
  fileprivate func isNear(_ number: Double) -> Bool {
    (number - value.value).magnitude <= tolerance.value + 1e-12 * number.magnitude
  }
}

@Test(arguments: [
  ("circuit", "f", 4, "Give the exact value."), ("single-chain", "z1", 4, "Give the exact value."),
  ("single-chain", "a1", 1, "Give 1 significant digit, and"),
  ("single-chain", "a1", 3, "Give 3 significant digits, and"),
  ("single-chain", "a1", 17, "Give all digits of the floating-point number"),
  // One digit does not show the step.
  ("two-neurons", "new w2[2,2]", 1, "Give 2 significant digits, and"),
])
func `A question asks for as many digits as are judged`(
  lesson: String, quantity: String, digits: Int, words: String
) throws {
  let quiz = try quiz(lesson) {
    $0.digits = digits
    $0.only = [quantity]
  }
  #expect(String(decoding: try quiz.bytes(for: .moodle), as: UTF8.self).contains("<p>" + words))
}

@Test(arguments: ["single-chain", "batch", "circuit", "hinge"])
func `Every quantity that a worksheet asks for is a question, and a blank where all are asked at once`(
  name: String
) throws {
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: name)))
  let exercise = try Exercise(lesson)
  let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
  let cloze = try #require(quiz(name) { $0.isCloze = true }.categories.first?.questions.first)
  #expect(Set(cloze.blanks.map(\.blank.name)) == Set(asked))
  #expect(cloze.blanks.count == asked.count)
}

@Test func `A question alone says what the sections before it have said`() throws {
  let question = try #require(quiz("batch") { $0.only = ["dC2/dw2[1,1]"] }.categories.first?.questions.first)
  let words = question.questions.map { $0.words.plain(in: .threeBlueOneBrown) }
  #expect(words.first?.contains("a⁽⁰⁾ = 0.5") == true)
  #expect(words.first?.contains("σ") == true)
}

@Test func `Versions of a question are a category each, with the numbers of their variants`() throws {
  let quiz = try quiz("circuit") {
    $0.variants = 3...5
    $0.only = ["q", "df/dx"]
  }
  #expect(quiz.categories.map(\.quantity) == ["q", "df/dx"])
  #expect(
    quiz.categories.map { $0.questions.map(\.id) } == [["q1v3", "q1v4", "q1v5"], ["q2v3", "q2v4", "q2v5"]])
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: "circuit")))
  let values = try (3...5 as ClosedRange<UInt64>).map { seed in
    let exercise = try Exercise(lesson.variant(seed: seed))
    return exercise.values[exercise.asked[0]]
  }
  #expect(quiz.categories[0].questions.map { $0.blanks[0].field.right.value.value } == values)
}

@Test(arguments: [
  (["a1"], ["a1"]), (["dC/dw3", "a2"], ["a2", "dC/dw3"]), (["w2"], ["dC/dw2"]), (["delta3"], ["dC/dz3"]),
  (["new w1"], ["new w1"]),
])
func `A name asks for a quantity, or for the derivative with respect to what is given`(
  names: [String], quantities: [String]
) throws {
  let questions = try quiz("single-chain") { $0.only = names }.categories.flatMap(\.questions)
  #expect(questions.map { $0.blanks[0].blank.name } == quantities)
}

@Test(arguments: ["a9", "a1 a2", "", "y"])
func `A name that nothing is asked of is refused`(name: String) throws {
  #expect(throws: WorkedExampleError.self) { try quiz("single-chain") { $0.only = [name] } }
}

@Test(arguments: [
  ([], ["q", "f", "df/dz", "df/dq", "df/dx", "df/dy"]), (["dq/dx"], ["dq/dx"]),
])
func `What is the same in all variants is no question unless it is asked for`(
  only: [String], quantities: [String]
) throws {
  let quiz = try quiz("circuit") { ($0.variants, $0.only) = (1...4, only) }
  #expect(quiz.categories.map(\.quantity) == quantities)
}

@Test func `A category has the name of its quantity, and all blanks in one question that of the quiz`() throws
{
  for (isCloze, path) in [
    (false, "$course$/top/A circuit of two gates/f"), (true, "$course$/top/A circuit of two gates"),
  ] {
    let quiz = try quiz("circuit") { ($0.variants, $0.isCloze) = (1...2, isCloze) }
    #expect(quiz.categories.first.map(quiz.path) == path)
  }
}

@Test(arguments: [(DecimalSign.comma, QuizFormat.qti, true), (.comma, .moodle, false), (.point, .qti, false)])
func `Where a platform reads points only, a question with commas says so`(
  sign: DecimalSign, format: QuizFormat, says: Bool
) throws {
  let quiz = try quiz("circuit") { $0.notation = Notation(language: .german, decimal: sign) }
  let bytes = try quiz.bytes(for: format)
  let files = format.isArchive ? try #require(unpacked(bytes)).map(\.content) : [bytes]
  let text = files.map { String(decoding: $0, as: UTF8.self) }.joined()
  #expect(text.contains("Tippe die Zahl mit einem Punkt statt des Kommas, wie <code>0.5</code>") == says)
}

@Test func `Numbers with one hint are listed together`() throws {
  let text = String(decoding: try quiz("circuit").bytes(for: .anki), as: UTF8.self)
  let numbers = ["7", "-7", "-3"].map { #"<span class=""held"">\(\#($0)\)</span>"# }
  #expect(text.contains("<li>" + numbers.joined(separator: "; ") + ": Which sign belongs here"))
}
