import Documents
import Formulas
import Lessons
import Testing
import Texts

@testable import Grading

/// What an answer to a lesson of named quantities is read as: "NAME = VALUE".
private func readingOfGraph(_ text: String, of name: String) throws -> [String] {
  let exercise = try Exercise(graph(name))
  let sheet = try AnswerSheet(Array(text.utf8), for: exercise)
  return sheet.answers.map { answer in
    "\(nameText(answer.name)) = \(shown(trueValue(answer.sides.last?.formula ?? .integer(0), in: exercise)))"
  }
}

@Test(arguments: [
  ("circuit", "q", "q"), ("circuit", "df/dx", "df/dx"), ("circuit", "∂f/∂x", "df/dx"),
  ("circuit", "d f / d x", "df/dx"), ("circuit", "∂ q/∂ x", "dq/dx"), ("circuit", "dx", "df/dx"),
  ("circuit", "x̄", "df/dx"), ("circuit", "x_bar", "df/dx"), ("circuit", #"\bar{q}"#, "df/dq"),
  ("circuit", "δ_x", "df/dx"), ("circuit", "δx", "df/dx"), ("circuit", #"\delta_{q}"#, "df/dq"),
  ("recurrence", "h̄₂", "dL/dh[2]"), ("recurrence", "δ_h[2]", "dL/dh[2]"),
  ("circuit", "x_grad", "df/dx"), ("circuit", "x.grad", "df/dx"), ("circuit", "dfdx", "df/dx"),
  ("circuit", #"\frac{\partial f}{\partial x}"#, "df/dx"), ("circuit", #"\frac{df}{dx}"#, "df/dx"),
  ("circuit", #"\frac{\mathrm{d} f}{\mathrm{d} x}"#, "df/dx"),
  ("circuit", #"\partial f/\partial q"#, "df/dq"), ("circuit", "∇x f", "df/dx"),
  ("circuit", "∇_x f", "df/dx"),
  ("circuit", "∇x", "df/dx"), ("circuit", "d/dx f", "df/dx"), ("circuit", "∂/∂x f", "df/dx"),
  ("circuit", #"\frac{\partial}{\partial x} f"#, "df/dx"), ("circuit", "grad x", "df/dx"),
  ("circuit", "gradient x", "df/dx"), ("circuit", "d/dx q", "dq/dx"),
  ("sigmoid", "x₀", "x0"), ("sigmoid", "x_0", "x0"), ("sigmoid", "x_{0}", "x0"), ("sigmoid", "dw0", "dL/dw0"),
  ("sigmoid", "new w0", "new w0"), ("sigmoid", "neww0", "new w0"), ("sigmoid", "new_w0", "new w0"),
  ("sigmoid", "w0_new", "new w0"), ("sigmoid", "new w₀", "new w0"),
  ("sigmoid", #"w_{0,\mathrm{new}}"#, "new w0"), ("sigmoid", "η", "eta"), ("sigmoid", #"\eta"#, "eta"),
  ("recurrence", "h[3]", "h[3]"), ("recurrence", "h₃", "h[3]"), ("recurrence", "h3", "h[3]"),
  ("recurrence", "h<3>", "h[3]"), ("recurrence", "h^{<3>}", "h[3]"), ("recurrence", "h^{(3)}", "h[3]"),
  ("recurrence", "h_3", "h[3]"), ("recurrence", "h[ 0 ]", "h[0]"),
  ("recurrence", "dh[3]/dh[2]", "dh[3]/dh[2]"),
  ("recurrence", "∂h₃/∂h₂", "dh[3]/dh[2]"), ("recurrence", "dx[2]", "dL/dx[2]"),
  ("recurrence", #"\frac{\partial L}{\partial h_{2}}"#, "dL/dh[2]"), ("recurrence", "new x[1]", "new x[1]"),
  ("spelled", "β₁", "beta1"), ("spelled", "β1", "beta1"), ("spelled", #"\beta_{1}"#, "beta1"),
  ("spelled", "x̂", "x_hat"), ("spelled", #"\hat{x}"#, "x_hat"), ("spelled", "x_hat", "x_hat"),
  ("spelled", "W[1,3]", "W[1,3]"), ("spelled", "W[1, 3]", "W[1,3]"), ("spelled", "W13", "W[1,3]"),
  ("spelled", "W_{1,3}", "W[1,3]"), ("spelled", "W_{13}", "W[1,3]"), ("spelled", "df/dW[1, 3]", "df/dW[1,3]"),
  ("spelled", "dW[1,3]", "df/dW[1,3]"), ("spelled", "dw", "dw"), ("spelled", "df/dw", "df/dw"),
  ("spelled", "e", "e"), ("spelled", "h_prev", "h_prev"), ("spelled", #"h_{\mathrm{prev}}"#, "h_prev"),
  ("spelled", "C", "C"), ("spelled", "loss₁", "loss1"), ("spelled", #"\mathit{loss_{\mathrm{1}}}"#, "loss1"),
  ("spelled", "dloss1/dβ₁", "dloss1/dbeta1"), ("spelled", "∂C/∂W₁₂", "dC/dW[1,2]"), ("spelled", "x", "x"),
  ("spelled", "df/dx", "df/dx"), ("spelled", "∂f/∂x̂", "df/dx_hat"),
])
func `A name of a lesson's own may be spelled in several ways`(lesson: String, typed: String, name: String)
  throws
{
  #expect(try readingOfGraph("\(typed) = 0.5", of: lesson) == ["\(name) = 0.5"])
  #expect(try readingOfGraph("| \(typed) | 0.5 |", of: lesson) == ["\(name) = 0.5"])
  #expect(try readingOfGraph("$\(typed)$ = 0.5", of: lesson) == ["\(name) = 0.5"])
  let result = lesson == "circuit" || lesson == "spelled" ? "f" : "L"
  #expect(
    try readingOfGraph("\(result) = (\(typed))", of: lesson)
      == readingOfGraph("\(result) = \(name)", of: lesson))
}

@Test(arguments: [
  ("circuit", "dqdx", "dq/dx"), ("circuit", "dq_dx", "dq/dx"), ("circuit", "dLdx", "df/dx"),
  ("recurrence", "dh3dh2", "dh[3]/dh[2]"), ("circuit", "f_x", "df/dx"), ("recurrence", "L_w", "dL/dw"),
  ("velocity", "δ_w", "df/dw"), ("velocity", #"\delta_{w}"#, "df/dw"),
  ("velocity", "w_1", "new w"), ("velocity", "w₁", "new w"), ("velocity", "w^{(1)}", "new w"),
  ("velocity", "w_0", "w"), ("velocity", "w'", "new w"), ("velocity", "w_{t+1}", "new w"),
  ("velocity", "v", "new v_w"), ("velocity", "v_1", "new v_w"), ("velocity", "v'", "new v_w"),
  ("velocity", "v_{dw}", "new v_w"), ("velocity", "VdW", "new v_w"), ("velocity", "g", "df/dw"),
  ("velocity", "g_1", "df/dw"), ("moments", "v_{dw}", "new m_w"), ("moments", "S_{dw}", "new v_w"),
  ("moments", "SdW", "new v_w"),
  ("moments", "V_dw_corrected", "m_hat_w"), ("velocity", "v_neu", "new v_w"), ("moments", "m_w", "new m_w"),
  ("moments", "m_b_1", "new m_b"),
  ("moments", "m̂_w", "m_hat_w"),
])
func `A name that is run together, or that counts the steps, is read`(
  lesson: String, typed: String, name: String
) throws {
  #expect(try readingOfGraph("\(typed) = 0.5", of: lesson) == ["\(name) = 0.5"])
}

@Test(arguments: [
  ("∇f = (-4, -4, 3)", ["df/dx = -4.0", "df/dy = -4.0", "df/dz = 3.0"]),
  ("grad f = [-4, -4, 3]", ["df/dx = -4.0", "df/dy = -4.0", "df/dz = 3.0"]),
  ("x = Value(data=-2.0, grad=-4.0)", ["x = -2.0", "df/dx = -4.0"]),
  (">>> q\nValue(data=3.0, grad=-4.0)", ["q = 3.0", "df/dq = -4.0"]),
  ("q: data 3.0 | grad -4.0", ["q = 3.0", "df/dq = -4.0"]), ("q\t3\t-4", ["q = 3.0"]),
  ("df/dx=-4;df/dy=-4", ["df/dx = -4.0", "df/dy = -4.0"]),
])
func `Several numbers that programs print in a line are as many answers`(text: String, reading: [String])
  throws
{
  #expect(try readingOfGraph(text, of: "circuit") == reading)
}

@Test(arguments: [
  ("w -= 0.25", "new w = 1.25"), ("w = w - 0.25", "new w = 1.25"), ("w → 0.25", "new w = 0.25"),
  ("v = 0", "v_w = 0.0"),
])
func `A step is read where it is written in the place of the old value`(text: String, reading: String) throws
{
  #expect(try readingOfGraph(text, of: "velocity") == [reading])
}

@Test(arguments: [
  ("step 2: new w = 0.6\na = 0.5", []),
  ("new w = 1.25\nstep 2: new w = 1.2", ["new w = 1.25"]),
  ("step 1: v = 8, w = 0.7\nw' = 0.7\nstep 2: v = 13.6, w = -0.66\na = 2", ["new v_w = 8.0", "new w = 0.7"]),
  ("Iteration 1\nv = 8\nIteration 2\nv = 13.6", ["new v_w = 8.0"]),
  ("t=1: v = 8\nt=2: v = 13.6", ["new v_w = 8.0"]),
  ("1. Schritt: v = 8; w = 0.7\n2. Schritt: v = 13.6", ["new v_w = 8.0", "new w = 0.7"]),
  ("第1步：v＝8，w＝0.7\n第2步：v＝13.6", ["new v_w = 8.0", "new w = 0.7"]),
  ("v (step 2) = 13.6\na = 0.5", ["a = 0.5"]),
  ("Erster Schritt\nv = 8\nZweiter Schritt\nv = 13.6", ["new v_w = 8.0"]),
  (
    "| step | w | f |\n|--|--|--|\n| 0 | 1.5 | 45 |\n| 1 | 0.7 | 21 |",
    ["w = 1.5", "f = 45.0", "new w = 0.7"]
  ),
  (
    "| step | g | v | w |\n|--|--|--|--|\n| 1 | 9 | 8 | 0.7 |\n| 2 | 8 | 13.6 | -0.66 |",
    ["df/dw = 9.0", "new v_w = 8.0", "new w = 0.7"]
  ),
  ("t,v,w\n0,0,1.5\n1,8,0.7\n2,13.6,-0.66", ["v_w = 0.0", "w = 1.5", "new v_w = 8.0", "new w = 0.7"]),
  ("## Step 1\nnew w = 1\n## Step 2\nnew w = 0.6", ["new w = 1.0"]),
]) func `What a sheet says of a later step of descent is not judged, and that is said`(
  text: String, reading: [String]
)
  throws
{
  let exercise = try Exercise(graph("velocity"))
  func isSaid(_ reasons: [String]) -> Bool {
    !reasons.isEmpty && reasons.allSatisfy { $0.contains("only the first step is judged; remove") }
  }
  do {
    let sheet = try AnswerSheet(Array(text.utf8), for: exercise)
    #expect(isSaid(sheet.missed.first.map(\.reason)))
    #expect(try readingOfGraph(text, of: "velocity") == reading)
  } catch let error as LessonError {
    #expect(isSaid(error.problems.map(\.message)))
    #expect(reading.isEmpty)
  }
}

/// What is not read of a sheet about four steps with momentum: the line of each, and the step.
@Test(arguments: [
  (
    "f=16\nstep 2: f = 10.24\nstep 2: df/dtheta = 6.4\nstep 3: f=3.3856\nstep 9: f=1",
    ["2 2", "3 2", "4 3", "5 9"]
  ),
  ("Step 2\nnew theta = 1.84\nStep 1\nf = 16\nnew v=8", ["2 2"]),
  ("## Step 1\nf = 16\n## Step 2\nf = 10.24\n| q | value |\n|--|--|\n| f | 10.24 |", ["4 2", "7 2"]),
  (
    "| step | theta | f |\n|--|--|--|\n| 0 | 4 | 16 |\n| 1 | 3.2 | 10.24 |\n| 2 | 1.84 | 3.39 |",
    ["4 2", "5 2", "5 2"]
  ),
  ("f = 16\nstep 0: f = 16", ["2 0"]),
]) func `Every number of another step is said not to be read, with its step and the way out`(
  text: String, unread: [String]
) throws {
  let lesson = try WrittenLesson(json: #require(Catalog.source(of: "momentum")))
  let sheet = try AnswerSheet(Array(text.utf8), for: Exercise(lesson))
  let said = sheet.missed.first.map { line in
    "\(line.line) \(line.reason.firstMatch(of: /this is step (\d+)/).map { String($0.1) } ?? line.reason)"
  }
  #expect(said == unread)
  let ways = sheet.missed.first.allSatisfy {
    $0.reason.contains("remove") || $0.reason.contains("call it step 1")
  }
  #expect(ways)
  #expect(
    sheet.missed.first.filter { $0.reason.contains("step 9") }.allSatisfy { $0.reason.contains("4 steps") })
}

@Test(arguments: [
  (
    "velocity", "Step 1: a = 0.5\nStep 2: f = 0.6\nStep 3: new w = 1.25",
    ["a = 0.5", "f = 0.6", "new w = 1.25"]
  ),
  ("velocity", "v = 8, w = 0.7", ["new v_w = 8.0", "new w = 0.7"]),
  ("velocity", "w = 0.7\nv = 8", ["new w = 0.7", "new v_w = 8.0"]),
  ("velocity", "w = 0.7", ["w = 0.7"]),
  ("velocity", "∇f = 8", ["df/dw = 8.0"]),
  ("recurrence", "t=1: h[1] = 3\nt=2: h[2] = -0.5", ["h[1] = 3.0", "h[2] = -0.5"]),
  ("recurrence", "t=1: h = 3, x = 1.5\nt=2: h = -0.5", ["h[1] = 3.0", "x[1] = 1.5", "h[2] = -0.5"]),
  ("recurrence", "| | t = 1 | t = 2 |\n|--|--|--|\n| h | 3.1 | -0.5 |", ["h[1] = 3.1", "h[2] = -0.5"]),
  (
    "recurrence", "| t | h | x |\n|--|--|--|\n| 1 | 3.1 | 1.5 |\n| 2 | -0.5 | -2 |",
    ["h[1] = 3.1", "x[1] = 1.5", "h[2] = -0.5", "x[2] = -2.0"]
  ),
  (
    "softmax", "| i | z | p |\n|--|--|--|\n| 1 | 1.2 | 0.6 |\n| 2 | -0.4 | 0.1 |",
    ["z[1] = 1.2", "p[1] = 0.6", "z[2] = -0.4", "p[2] = 0.1"]
  ),
]) func `Steps of a calculation, and steps in time, are no steps of descent`(
  lesson: String, text: String, reading: [String]
) throws {
  #expect(try readingOfGraph(text, of: lesson) == reading)
  #expect(try AnswerSheet(Array(text.utf8), for: Exercise(graph(lesson))).missed == .none)
}

@Test(arguments: [
  ("dW = 8", "df/dtheta = 8.0"), ("W := W - 0.1 VdW = 3.2", "new theta = 3.2"), ("w = 3.2", "theta = 3.2"),
]) func `The one parameter of a lesson may be called W`(text: String, reading: String) throws {
  let json = try #require(graphs["velocity"]).replacing("\"w\"", with: "\"theta\"").replacing(
    "w *", with: "theta *")
  let sheet = try AnswerSheet(Array(text.utf8), for: Exercise(NamedLesson(json: Array(json.utf8))))
  let said = sheet.answers.map { answer in
    "\(nameText(answer.name)) = \(shown(answer.sides.last?.decimal?.value ?? .nan))"
  }
  #expect(said == [reading])
}

@Test(arguments: [
  ("aside", "de/dc = 1"), ("circuit", "dq/dy = 1"), ("recurrence", "dL/dy = 2.456"),
  ("recurrence", "dL/dh[0] = -0.5305"), ("recurrence", "dh[1]/dh[0] = 0.6"),
  ("recurrence", "dh[2]/dh[0] = 0.36"), ("velocity", "df/dx = -20.25"),
])
func `A derivative by what the lesson does not derive by is judged, too`(lesson: String, text: String) throws
{
  let exercise = try Exercise(graph(lesson))
  let sheet = try AnswerSheet(Array(text.utf8), for: exercise)
  let assessment = Assessor(exercise).asking(for: sheet.compounds).assess(sheet)
  #expect(assessment.rows.map(\.verdict) == [.correct])
}

@Test(arguments: [
  ("velocity", "w_2 = 1", "only the first step is judged, and w_2 is of a later one"),
  ("circuit", "df/dqq = 1", "the lesson has no quantity df/dqq; did you mean df/dq?"),
  ("circuit", "dz/dx = 1", "the lesson has no quantity dz/dx; did you mean dq/dx?"),
  ("recurrence", "h[4] = 1", "the lesson has no quantity h[4]; did you mean h[1]?"),
  ("recurrence", "dL/dh[9] = 1", "the lesson has no quantity dL/dh[9]; did you mean dL/dh[3]?"),
])
func `A name that looks like one of the lesson's own is refused with a suggestion`(
  lesson: String, text: String, message: String
) throws {
  do {
    _ = try AnswerSheet(Array(text.utf8), for: Exercise(graph(lesson)))
    Issue.record("it is read")
  } catch let error as LessonError {
    #expect(error.problems.map(\.message) == [message])
  }
}

@Test(arguments: graphs.keys.sorted())
func `What is printed of a graph is read back, and all of it is right`(name: String) throws {
  let lesson = try graph(name)
  let exercise = try Exercise(lesson)
  let assessor = Assessor(exercise)
  for (kind, text) in try documents(of: lesson) {
    let sheet: AnswerSheet
    do {
      sheet = try AnswerSheet(Array(text.utf8), for: exercise)
    } catch {
      Issue.record("\(kind): \(error.description(path: kind))")
      continue
    }
    let assessment = assessor.assess(sheet)
    for row in assessment.rows {
      // Not the rule alone, but the number that it comes to.
      #expect(
        row.answer.sides.last?.formula.names.isEmpty == true,
        "\(kind), line \(row.answer.line): \(nameText(row.answer.name))")
      #expect(
        row.verdict == .correct && row.note == nil,
        "\(kind) \(row.verdict) \(row.note.map { "\($0)" } ?? ""), line \(row.answer.line): \(nameText(row.answer.name)) \(row.answer.sides.map(\.written))"
      )
    }
    #expect(assessment.missed.count == 0, "\(kind): \(assessment.missed)")
    #expect(
      assessment.open == 0,
      "\(kind) \(exercise.asked.filter { line in !assessment.rows.contains { $0.line == line } }.map { nameText(exercise.lines[$0].name) })"
    )
  }
}

/// The worked example and the key, in each format that is read.
private func documents(of lesson: NamedLesson) throws -> [(kind: String, text: String)] {
  var documents: [(kind: String, text: String)] = []
  func add(_ kind: String, _ write: (inout String) throws -> Void) rethrows {
    var text = ""
    try write(&text)
    documents.append((kind, text))
  }
  // With every line, also where many are alike.
  var every = Lessons.Settings()
  every.all = true
  for format in [Format.markdown, .text] {
    try add("example as \(format)") { try WorkedExample(lesson, settings: every).write(as: format, to: &$0) }
  }
  var ascii = every
  ascii.textStyle = TextStyle(isASCII: true)
  try add("example in ASCII") { try WorkedExample(lesson, settings: ascii).write(as: .text, to: &$0) }
  var settings = Worksheet.Settings()
  settings.showsAnswers = true
  let key = try Worksheet(lesson, settings)
  let notation = Notation.threeBlueOneBrown
  try add("key in Markdown") { try key.write(by: MarkdownWriter(notation: notation), to: &$0) }
  try add("key in text") { try key.write(by: TextWriter(notation: notation), to: &$0) }
  return documents
}
