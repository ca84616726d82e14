import Foundation
import Formulas
import Lessons
import Testing

@testable import Documents
@testable import Grading
@testable import simulation

/// Students of every kind, of networks, awkward ones among them, and of named quantities.
private func classrooms() -> [Classroom] {
  let networks = (NetworkDrawer.usual + NetworkDrawer.awkward).enumerated().compactMap { number, kind in
    var drawer = NetworkDrawer(seed: 40 + UInt64(number))
    return drawer.classroom(kind)
  }
  return networks + [added(), dropped()].compactMap { $0 }
    + NamedLessons.names.compactMap { NamedLessons.classroom($0, seed: 1) }
}

/// The students of a network whose examples are added, and not averaged.
private func added() -> Classroom? {
  guard let source = Catalog.source(of: "batch"), var lesson = try? Lesson(json: source) else { return nil }
  lesson.reduction = .sum
  return (try? Exercise(lesson)).map { Classroom("batch, added", "batch", $0, lesson, seed: 1) }
}

/// The students of a network with dropout.
private func dropped() -> Classroom? {
  guard let source = Catalog.source(of: "dropout-layer"), let lesson = try? Lesson(json: source) else {
    return nil
  }
  return (try? Exercise(lesson)).map { Classroom("dropout", "dropout-layer", $0, lesson, seed: 1) }
}

private func sheets(of classroom: Classroom, seed: UInt64) -> [[Int: Claim]] {
  var generator = SplitMix64(seed: seed)
  var sheets: [[Int: Claim]] = []
  for kind in Kind.allCases {
    // One of each kind, and of those without a mistake one of each share.
    for number in 0..<(kind == .correct ? 3 : 1) {
      let share = Share.allCases[number % Share.allCases.count]
      guard !classroom.lines(share).isEmpty, let sheet = classroom.sheet(kind, share, &generator) else {
        continue
      }
      sheets.append(
        sheet.written.mapValues { Claim($0.value, unit: $0.value == 0 && $0.unit == 1 ? 0 : $0.unit) })
    }
  }
  return sheets
}

/// Those who write otherwise than the lesson: δ with the other sign, weights transposed, another factor or a sum in the cost,
/// the other slope at a kink.
private func unusual(_ exercise: Exercise) -> [[Int: Claim]] {
  let catalog = Catalog(exercise)
  func sheet(_ values: [Double], without: Set<Role.Kind> = []) -> [Int: Claim] {
    let out = Set(catalog.lines(of: without))
    return exercise.asked.filter { !out.contains($0) }.reduce(into: [:]) { sheet, line in
      sheet[line] = Habit.all[0].written(values[line], digits: 4)
    }
  }
  var (turned, transposed) = (exercise.values, exercise.values)
  for line in catalog.lines(of: Conventions.errors) { turned[line].negate() }
  for (line, other) in catalog.transposed {
    if let other { transposed[line] = exercise.values[other] }
  }
  let dropout = catalog.beforeDropout
  let changed =
    catalog.otherHalves + [
      catalog.otherReductions, catalog.otherSlopes, dropout.activations, dropout.derivatives,
    ]
  var inside = exercise.values
  for line in catalog.velocities { inside[line] *= -(catalog.rate ?? 1) }
  return [sheet(turned, without: Conventions.slopesOfCost), sheet(transposed)]
    + (catalog.velocities.isEmpty ? [] : [sheet(inside)])
    + changed.filter { !$0.isEmpty }.map { sheet(exercise.derived($0, exercise.values)) }
}

/// What is said of a sheet, in a line: the verdicts, and what lies behind those that are wrong.
private func said(_ marking: Marking) -> String {
  let verdicts = marking.marks.map { "\($0.line) \($0.verdict.rawValue)" }.joined(separator: ", ")
  let diagnoses = marking.diagnoses.sorted { $0.line < $1.line }.map { one in
    let words =
      one.named.map {
        "is " + $0.mistakes.map(\.id).joined(separator: ", or ")
      } ?? one.possible.map(\.mistake.id).joined(separator: " or ")
    return "\(one.line) \(words)"
  }
  return
    "\(verdicts); \(diagnoses.joined(separator: ", ")); \(marking.conventions.map { "\($0)" }.joined(separator: " "))"
}

/// The same by the script of a page.
private let script = """
  \(PageAssets.judge)
  const [, , work] = process.argv;
  for (const { rules, sheets } of JSON.parse(require("fs").readFileSync(work, "utf8"))) {
    const { mark } = marker(rules);
    for (const sheet of sheets) {
      const { verdicts, diagnoses, conventions } = mark(new Map(sheet.map(([line, value, unit]) => [line, { value, unit }])));
      const all = verdicts.map((verdict, line) => line + " " + verdict).filter((text) => text).join(", ");
      const behind = [...diagnoses].sort(([one], [other]) => one - other).map(([line, { named, alike, possible }]) =>
        line + " " + (named ? "is " + [named, ...alike].map(({ id }) => id).join(", or ") : possible.map(({ id }) => id).join(" or "))).join(", ");
      console.log(all + "; " + behind + "; " + conventions.join(" "));
    }
  }
  """

private enum Node {
  static let isThere = (try? run("/usr/bin/env", ["node", "--version"])) == 0

  /// How a program ends; what it prints goes into a file.
  static func run(_ program: String, _ arguments: [String], output: URL? = nil) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    if let output {
      try Data().write(to: output)
      process.standardOutput = try FileHandle(forWritingTo: output)
    } else {
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
    }
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// The lines that the script prints for some work.
  static func lines(_ work: String, _ script: String = script) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (program, input, output) = (
      folder.appendingPathComponent("judge.js"), folder.appendingPathComponent("work.json"),
      folder.appendingPathComponent("said")
    )
    try Data(script.utf8).write(to: program)
    try Data(work.utf8).write(to: input)
    #expect(try run("/usr/bin/env", ["node", program.path, input.path], output: output) == 0)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self).split(separator: "\n").map(
      String.init)
  }
}

/// What may be typed for z1, which is 0.66, on a page with points and on one with commas.
private let typed: [(text: String, decimal: DecimalSign)] =
  [
    "0.66", "0,66", "2,469", "1,234.5", "约0.66", "0.66左右", "大约 0.66", "≈ 0.66", "ca. 0.66", "about 0.66",
    "0.66 ± 0.01", "0.66 +/- 0.01", "0.6-0.7", "0.7-0.04", "0.6..0.7", "0.6 to 0.7", "0.6 bis 0.7",
    "between 0.6 and 0.7", "01.02.", "5/12/2024", "12.05.2024", "2024-05-12", "05/12", "3/8", "1/2", "-0.66",
    "−0,5", "1,2e-3", "12,345", "0,345", "1234,5", "0.6 or 0.7",
  ].map { ($0, .point) }
  + ["0,66", "0.66", "2.469", "2,469", "2.469,5", "2.469.000", "12.5", "约0,66", "0,6-0,7", "01.02."].map {
    ($0, .comma)
  }

@Test(.enabled(if: Node.isThere, "There is no node here, which runs the script of a page."))
func `What is typed into a page is read as the command reads it in an answer`() throws {
  let classroom = try exercise("single-chain")
  let line = try #require(classroom.lines.firstIndex { $0.name.answerName == "z1" })
  var expected: [String] = []
  var sheets: [String] = []
  for (text, decimal) in typed {
    let answer = "trace: lesson=single-chain decimal=\(decimal.rawValue)\nz1 = \(text)\n"
    let side = try? AnswerSheet(Array(answer.utf8), for: classroom).answers.first?.sides.last
    let value = side.map { trueValue($0.formula, in: classroom) }
    expected.append("\(text) \(decimal): \(value.map { "\(Int(($0 * 1e6).rounded()))" } ?? "not read")")
    sheets.append("{\"text\":\"\(text)\",\"decimal\":\"\(decimal.rawValue)\"}")
  }
  let rules = classroom.answerRules(asked: 4).json
  let script = """
    \(PageAssets.judge)
    const { rules, typed, line } = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
    for (const { text, decimal } of typed) {
      const claim = marker({ ...rules, decimal }).claimOf(text, line);
      console.log(text + " " + decimal + ": " + (claim ? Math.round(claim.value * 1e6) : "not read"));
    }
    """
  let work = "{\"rules\":\(rules),\"line\":\(line),\"typed\":[\(sheets.joined(separator: ","))]}"
  #expect(try Node.lines(work, script) == expected)
}

@Test(.enabled(if: Node.isThere, "There is no node here, which runs the script of a page."))
func `The page of a worksheet gives each number the verdict that the command gives it`() throws {
  var (work, expected, names): ([String], [String], [String]) = ([], [], [])
  for (number, classroom) in classrooms().enumerated() {
    let all = sheets(of: classroom, seed: 7 + UInt64(number)) + unusual(classroom.exercise)
    let marker = Marker(classroom.exercise)
    // Somewhere four digits are asked for.
    let asked = number % 2 == 0 ? 3 : 4
    expected += all.map { said(marker.mark($0, asked: asked)) }
    names += all.map { _ in classroom.name }
    let sheets = all.map { sheet in
      "[" + sheet.map { "[\($0.key),\($0.value.value),\($0.value.unit)]" }.joined(separator: ",") + "]"
    }
    let rules = classroom.exercise.answerRules(asked: asked).json
    work.append("{\"rules\":\(rules),\"sheets\":[\(sheets.joined(separator: ","))]}")
  }
  for convention in [
    Marking.Convention.negativeErrors, .otherHalf, .sumOverExamples, .meanOverExamples, .transposedWeights,
    .beforeDropout, .derivativesBeforeDropout,
  ] {
    #expect(expected.contains { $0.contains("; \(convention)") })
  }
  let found = try Node.lines("[\(work.joined(separator: ","))]")
  #expect(found.count == expected.count && found.count > 200)
  var differing = 0
  for (number, (one, other)) in zip(found, expected).enumerated() where one != other {
    differing += 1
    if differing < 12 {
      Issue.record("\(names[number]), sheet \(number):\n  page:    \(one)\n  command: \(other)")
    }
  }
  #expect(differing == 0, "of \(expected.count)")
}

/// The verdicts of a page on what is typed into the blanks of a lesson.
private func judged(_ exercise: Exercise, _ typed: [Int: String]) throws -> [String] {
  let script = """
    \(PageAssets.judge)
    const [, , work] = process.argv;
    const { rules, typed } = JSON.parse(require("fs").readFileSync(work, "utf8"));
    const { said } = marker(rules).judgeSheet(new Map(typed));
    for (const [line, { verdict }] of said) console.log(line + " " + verdict);
    """
  let sheet = typed.sorted { $0.key < $1.key }.map { "[\($0.key),\(JSONText.quoted($0.value))]" }
  let rules = exercise.answerRules(asked: 3).json
  return try Node.lines("{\"rules\":\(rules),\"typed\":[\(sheet.joined(separator: ","))]}", script)
}

@Test(
  .enabled(if: Node.isThere, "There is no node here, which runs the script of a page."),
  arguments: [
    "z1 = 1.2*0.8-0.3", "z1 = sigmoid(0.66)", "z1 = 1.2*0.8-0.297", "z1 = sqrt(0.44)", "z1 = 0.6+0.1",
    "z2 = -0.7*0.6593+0.4", "z2 = -0.7*0.66+0.4", "a1 = 0.66\nz2 = -0.7*0.66+0.4", "a1 = 1/(1+0.517)",
    "a1 = 1/(1+0.519)", "dC/da3 = 2*(0.70-0.2)", "a2 = 0.5*0.97", "new w1 = 1.2", "new w1 = 1.21",
    "z1 = max(0, 0.66)", "z1 = mod(1.66, 1)", "z1 = clip(0.66, 0, 1)", "z1 = mean(0.6, 0.72)",
    "z1 = norm(0.66)", "z1 = logsumexp(0.66)", "z1 = floor(66.0)/100",
  ])
func `Arithmetic that is typed into a page is judged as the command judges it`(text: String) throws {
  let exercise = try exercise("single-chain")
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(text.utf8), for: exercise))
  let rows = assessment.rows.sorted { $0.line ?? 0 < $1.line ?? 0 }
  let typed = Dictionary(
    uniqueKeysWithValues: rows.compactMap { row in
      row.line.map { ($0, row.answer.sides.last?.written ?? "") }
    })
  #expect(!rows.isEmpty)
  #expect(
    try judged(exercise, typed) == rows.compactMap { row in row.line.map { "\($0) \(row.verdict.rawValue)" } }
  )
}
