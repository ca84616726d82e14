import Formulas
import Lessons
import Testing

@testable import Grading

private let habit = Habit(truncates: false, carriesWritten: true)

private func claims(_ exercise: Exercise, making suspects: [Suspect], digits: Int = 4) -> [Int: Claim] {
  let written = exercise.written(making: suspects, habit, digits: digits)
  return Dictionary(
    uniqueKeysWithValues: exercise.asked.compactMap { line in written[line].map { (line, $0) } })
}

@Test(arguments: graphs.keys.sorted(), Habit.all)
func `A derivation of a graph without a mistake is right in full`(name: String, habit: Habit) throws {
  let exercise = try Exercise(graph(name))
  let marker = Marker(exercise)
  for digits in [3, 4, 6] {
    let written = exercise.written(making: [], habit, digits: digits)
    let claims = Dictionary(
      uniqueKeysWithValues: exercise.asked.compactMap { line in written[line].map { (line, $0) } })
    let marking = marker.mark(claims)
    #expect(marking.marks.count == exercise.asked.count)
    #expect(marking.marks.allSatisfy { $0.verdict.isRight })
    #expect(marking.diagnoses.isEmpty)
  }
}

@Test(arguments: [
  ("new v_w = -3.375\nnew w = -1.875", true, true), ("new v_w = 3.375\nnew w = -1.875", true, true),
  ("v = -3.375", true, true), ("new v_w = -33.75\nnew w = -1.875", false, false),
  ("new v_w = 33.75\nnew w = -1.875", false, true),
])
func `A velocity with the learning rate in it, as in Nielsen's book, is right, and it is said`(
  text: String, isConvention: Bool, isRight: Bool
) throws {
  let exercise = try Exercise(graph("velocity"))
  let assessment = try Assessor(exercise).assess(AnswerSheet(Array(text.utf8), for: exercise))
  #expect(assessment.marking.conventions == (isConvention ? [.rateInVelocity] : []))
  #expect(assessment.rows.allSatisfy(\.verdict.isRight) == isRight)
}

// f = 16, df/dtheta = 8, new theta = 4 − 0.1·8 = 3.2, without any rounding.
@Test(arguments: [
  ("3.2", Verdict.correct), ("3.20", .correct), ("3.3", .wrong), ("3.1", .wrong), ("3.21", .wrong),
  ("3.201", .wrong), ("3", .tooFewDigits), ("4", .wrong),
])
func `What is exact at every step leaves no room for rounding`(written: String, verdict: Verdict) throws {
  let lesson = try NamedLesson(json: #require(Catalog.source(of: "momentum")))
  let exercise = try Exercise(lesson)
  let assessment = Assessor(exercise).assess(
    try AnswerSheet(Array("new theta = \(written)".utf8), for: exercise))
  #expect(assessment.rows.map(\.verdict) == [verdict])
}

@Test(arguments: [
  ("k = 29", true), ("k = 28", false), ("L = 58.09", true), ("L = 56.09", false),
  ("L = 29*2 + mod(0.29, 0.1)", true), ("L = k*y + mod(x, 0.1)", true), ("k = floor(100*x)", true),
])
func `Floor and mod of decimals are judged as a pocket calculator has them`(text: String, isRight: Bool)
  throws
{
  let lesson = try NamedLesson(
    json: Array(
      #"{ "given": { "x": 0.29, "y": 2 }, "graph": ["k = floor(x*100)", "L = k*y + mod(x, 0.1)"] }"#.utf8))
  let exercise = try Exercise(lesson)
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
  #expect(assessment.rows.map { $0.verdict == .correct } == [isRight])
}

@Test(arguments: graphs.keys.sorted())
func `A mistake in a graph is found in the first line that shows it, and no other is named for it`(
  name: String
) throws {
  let exercise = try Exercise(graph(name))
  let marker = Marker(exercise)
  let right = claims(exercise, making: [])
  for suspect in exercise.suspects() {
    let claims = claims(exercise, making: [suspect])
    // What shows in no digit that is written is no mistake.
    let order = marker.catalog.order.filter(exercise.asked.contains)
    let shown = order.first { line in
      guard let claim = claims[line], let own = right[line] else { return false }
      return (claim.value - own.value).magnitude > 2 * max(claim.unit, own.unit)
    }
    guard let shown else { continue }
    let what = "\(suspect.mistake.id) \(suspect.formulas)"
    let marking = marker.mark(claims)
    let wrong = marking.marks.filter { $0.verdict == .wrong }.map(\.line)
      .sorted { marker.catalog.rank[$0] < marker.catalog.rank[$1] }
    #expect(
      wrong.first == shown,
      "\(what): \(wrong.map { "\(nameText(exercise.lines[$0].name)) \(String(describing: claims[$0])) \(exercise.values[$0])" })"
    )
    let first = try #require(marking.diagnoses.first, "\(what)")
    #expect(first.line == shown, "\(what)")
    // A mistake that gives the same number is as good an explanation.
    guard let named = first.named, let formula = named.formula else { continue }
    let value = exercise.derived(making: [suspect])
    let given: Double = formula.evaluated { name in exercise.entries[name].map { value[$0] } ?? .nan }
    #expect(
      named.mistake.id == suspect.mistake.id
        || (given - value[named.source]).magnitude <= 2 * (claims[shown]?.unit ?? 0),
      "\(what) taken for \(named.mistake.id)")
  }
}

@Test func `The catalog of graphs has a title and a hint for each mistake, and none speaks of layers`() {
  #expect(Set(Mistake.ofGraphs.map(\.id)).count == Mistake.ofGraphs.count)
  for mistake in Mistake.ofGraphs {
    let (title, hint) = words(mistake)
    #expect(!title.isEmpty && !title.hasSuffix("."), "\(mistake.id)")
    #expect(hint.hasSuffix(".") || hint.hasSuffix("?"), "\(mistake.id)")
    for word in ["layer", "neuron", "weight", "bias", "activation", "cost"] {
      #expect(!(title + hint).lowercased().contains(word), "\(mistake.id): \(word)")
    }
  }
}

@Test func `Every mistake of the catalog can be made in some graph`() throws {
  var made: Set<String> = []
  for name in graphs.keys { made.formUnion(try Exercise(graph(name)).suspects().map(\.mistake.id)) }
  #expect(Set(Mistake.ofGraphs.map(\.id)).subtracting(made) == [])
}
