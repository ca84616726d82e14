import Documents
import Lessons
import Testing

@testable import Grading

/// A sheet that somebody handed in, or printed, with what is to be said of it.
struct KnownSheet: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let lesson: String
  let answers: String
  /// The mistakes that are named, or "unknown", with the names of the lines that show them.
  let named: [String]
  /// What the report says besides, and what it does not.
  var said = ""
  var unsaid = "\u{0}"
}

private enum KnownLesson {
  static let tanh = #"""
    {"network": {"inputs": 1, "layers": [{"activation": "tanh", "weights": [[0.5]], "biases": [0.1]},
    {"activation": "tanh", "weights": [[-0.7]], "biases": [0.2]}]}, "cost": "half-squared-error",
    "examples": [{"inputs": [0.8], "targets": [0.5]}], "learningRate": 0.2}
    """#
  static let flat = #"""
    {"network": {"inputs": 1, "layers": [{"activation": "tanh", "weights": [[0.9]], "biases": [-0.1]},
    {"activation": "tanh", "weights": [[0.3]], "biases": [-0.1]}, {"activation": "tanh", "weights":
    [[-0.7]], "biases": [0.6]}]}, "cost": "half-squared-error", "examples": [{"inputs": [0.3], "targets":
    [0.5]}], "learningRate": 0.5}
    """#
  static let sure = #"""
    {"network": {"inputs": 2, "layers": [{"activation": "relu", "weights": [[2.0, 1.5], [2.0, 0.5]],
    "biases": [0.9, -0.9]}, {"activation": "sigmoid", "weights": [[1.4, 1.9]], "biases": [0.2]}]},
    "cost": "binary-cross-entropy", "examples": [{"inputs": [1.0, 0.8], "targets": [0]}],
    "learningRate": 0.5}
    """#
  static let descent = #"""
    {"network": {"inputs": 1, "layers": [{"activation": "sigmoid", "weights": [[0.6]], "biases": [0.1]},
    {"activation": "sigmoid", "weights": [[0.8]], "biases": [-0.2]}]}, "cost": "half-squared-error",
    "examples": [{"inputs": [0.5], "targets": [1]}], "learningRate": 0.5}
    """#
  static let kink = #"""
    {"network": {"inputs": 1, "layers": [{"activation": "relu", "weights": [[0.5]], "biases": [-0.4]},
    {"activation": "identity", "weights": [[0.3]], "biases": [0.1]}]}, "cost": "squared-error",
    "examples": [{"inputs": [0.8], "targets": [1]}], "learningRate": 0.1}
    """#
  static let softmax = #"""
    {"network": {"inputs": 3, "layers": [{"activation": "sigmoid", "weights": [[0.2, -0.3, 0.4], [-0.5,
    0.1, 0.2]], "biases": [0.5, 0.5]}, {"activation": "softmax", "weights": [[0.3, 0.4], [-0.1, 0.2]],
    "biases": [0.1, 0.1]}]}, "cost": "cross-entropy", "examples": [{"inputs": [1, 2, -1], "targets": [1,
    0]}], "learningRate": 0.1}
    """#
  static let noSlope = #"""
    {"network": {"inputs": 2, "layers": [{"activation": "sigmoid", "weights": [[0.3, -0.2], [-0.4,
    0.5]], "biases": [0.0, 0.0]}, {"activation": "sigmoid", "weights": [[0.45, -0.35], [0.25, 0.15]],
    "biases": [0.0, 0.0]}]}, "cost": "mean-squared-error", "examples": [{"inputs": [0.9, 0.4],
    "targets": [1, 0]}], "learningRate": 0.5}
    """#
  static let ties = #"""
    {"network": {"inputs": 1, "layers": [{"activation": "sigmoid", "weights": [[0.1]], "biases": [0.9]},
    {"activation": "sigmoid", "weights": [[-0.5]], "biases": [0.4]}, {"activation": "sigmoid",
    "weights": [[1.3]], "biases": [-0.9]}]}, "cost": "squared-error", "examples": [{"inputs": [0.5],
    "targets": [1]}], "learningRate": 0.5}
    """#
}

private let sheets: [KnownSheet] = [
  KnownSheet(
    testDescription: "1 + a² for the slope of tanh", lesson: KnownLesson.tanh,
    answers: #"""
      a1 = 0.4621
      a2 = -0.1229
      da2/dz2 = 1.0151
      da1/dz1 = 1.2136
      dC/dw2 = -0.2922
      dC/db2 = -0.6323
      dC/dw1 = 0.4297
      dC/db1 = 0.5371
      """#,
    named: ["tanh-prime at da2/dz2"]),
  KnownSheet(
    testDescription: "the same by its gradients", lesson: KnownLesson.tanh,
    answers: #"""
      dC/dw2 = -0.2922
      dC/db2 = -0.6323
      dC/dw1 = 0.4297
      dC/db1 = 0.5371
      """#,
    named: ["tanh-prime at dC/dw2"]),
  KnownSheet(
    testDescription: "cut off and carried on, so that every line is a little off", lesson: KnownLesson.flat,
    answers: #"""
      dC/dw3 = -0.0030265
      dC/db3 = 0.061210
      dC/dw2 = -0.0071968
      dC/db2 = -0.042742
      dC/dw1 = -0.0037374
      dC/db1 = -0.012458
      """#,
    named: ["missing-sigma-prime-output at dC/dw3"]),
  KnownSheet(
    testDescription: "the slope alone for every δ is one mistake", lesson: KnownLesson.tanh,
    answers: #"""
      dC/dw2 = 0.4551
      dC/db2 = 0.9849
      dC/dw1 = 0.6292
      dC/db1 = 0.7864
      """#,
    named: ["dropped-upstream at dC/dw2"]),
  KnownSheet(
    testDescription: "∂C/∂b says what δ is, where the way to it loses its digits", lesson: KnownLesson.sure,
    answers: #"""
      dC/dw2[1,1] = 3.200
      dC/dw2[1,2] = 2.400
      dC/db2 = 0.9999
      dC/dw1[1,1] = 1.400
      dC/dw1[1,2] = 1.120
      dC/db1[1] = 1.400
      dC/dw1[2,1] = 1.900
      dC/dw1[2,2] = 1.520
      dC/db1[2] = 1.900
      """#,
    named: ["missing-bias at dC/dw2[1,1]"]),
  KnownSheet(
    testDescription: "−a² for the slope of tanh", lesson: KnownLesson.tanh,
    answers: #"""
      a1 = 0.4621
      a2 = -0.1229
      da2/dz2 = -0.0151
      da1/dz1 = -0.2136
      dC/dw2 = 0.0043
      dC/db2 = 0.0094
      dC/dw1 = 0.0011
      dC/db1 = 0.0014
      """#,
    named: ["tanh-prime at da2/dz2"]),
  KnownSheet(
    testDescription: "1 − z²: the hint fits tanh", lesson: KnownLesson.tanh,
    answers: #"""
      a1 = 0.4621
      a2 = -0.1229
      da2/dz2 = 0.9848
      da1/dz1 = 0.7500
      dC/dw2 = -0.2834
      dC/db2 = -0.6134
      dC/dw1 = 0.2576
      dC/db1 = 0.3220
      """#,
    named: ["sigma-prime-of-z at da1/dz1"], said: "The slope of tanh is 1 − a² with a = tanh z",
    unsaid: "a(1 − a)"),
  KnownSheet(
    testDescription: "all right", lesson: KnownLesson.tanh,
    answers: #"""
      a1 = 0.4621
      a2 = -0.1229
      da2/dz2 = 0.9849
      da1/dz1 = 0.7864
      dC/dw2 = -0.2835
      dC/db2 = -0.6135
      dC/dw1 = 0.2702
      dC/db1 = 0.3377
      """#,
    named: [], said: "No answer is wrong."),
  KnownSheet(
    testDescription: "δ = −∂C/∂z, as many books have it", lesson: KnownLesson.descent,
    answers: #"""
      delta2 = 0.1056
      new w2 = 0.8316
      new b2 = -0.1472
      new w1 = 0.6051
      """#,
    named: [], said: "Your δ is −∂C/∂z"),
  KnownSheet(
    testDescription: "half a slope at the kink", lesson: KnownLesson.kink,
    answers: #"""
      da1/dz1 = 0.5
      """#,
    named: ["unknown at da1/dz1"]),
  KnownSheet(
    testDescription: "a number between the two sides of the kink", lesson: KnownLesson.kink,
    answers: #"""
      dC/dw1 = -0.3
      """#,
    named: ["unknown at dC/dw1"]),
  KnownSheet(
    testDescription: "the other side of the kink", lesson: KnownLesson.kink,
    answers: #"""
      da1/dz1 = 1
      dC/dw1 = -0.4320
      """#,
    named: [], said: "Both are correct."),
  KnownSheet(
    testDescription: "a slip, and rows for columns after it", lesson: KnownLesson.softmax,
    answers: #"""
      z1[1] = 0.2(1) - 0.3(2) + 0.4(-1) + 0.5 = -0.3
      z1[2] = -0.5(1) + 0.1(2) + 0.2(-1) + 0.5 = 0
      a1[1] = 0.426
      a1[2] = 0.5
      z2[1] = 0.428
      z2[2] = 0.185
      a2[1] = 0.561
      a2[2] = 0.439
      C = 0.579
      dC/dw2[1,1] = -0.187
      dC/dw2[2,1] = -0.2195
      dC/dw2[1,2] = 0.187
      dC/dw2[2,2] = 0.2195
      """#,
    named: ["unknown at z2[2]", "transposed-gradient at dC/dw2[1,2]"]),
  KnownSheet(
    testDescription: "two mistakes in the new weights", lesson: KnownLesson.noSlope,
    answers: #"""
      new w2[1,1] = 0.58101
      new w2[1,2] = -0.23988
      new w2[2,1] = 0.09913
      new w2[2,2] = 0.02318
      new b2[1] = 0.23935
      new b2[2] = -0.27564
      new w1[1,1] = 0.32492
      new w1[1,2] = -0.18893
      new w1[2,1] = -0.41426
      new w1[2,2] = 0.49366
      new b1[1] = 0.02768
      new b1[2] = -0.01585
      """#,
    named: [
      "missing-sigma-prime-output at new w2[1,1]", "unknown at new w1[1,1]", "unknown at new w1[2,1]",
    ]),
  KnownSheet(
    testDescription: "ties, to two decimals", lesson: KnownLesson.ties,
    answers: #"""
      z1 = 0.95
      a1 = 0.72
      z2 = 0.04
      a2 = 0.51
      z3 = -0.24
      a3 = 0.44
      C = 0.31
      dC/da3 = -1.12
      da3/dz3 = 0.25
      dC/dz3 = -0.28
      dC/dw3 = -0.14
      dC/db3 = -0.28
      dC/da2 = -0.36
      da2/dz2 = 0.25
      dC/dz2 = -0.09
      dC/dw2 = -0.06
      dC/db2 = -0.09
      dC/da1 = 0.04
      da1/dz1 = 0.20
      dC/dz1 = 0.01
      dC/dw1 = 0.01
      dC/db1 = 0.01
      new w1 = 0.10
      new b1 = 0.90
      new w2 = -0.47
      new b2 = 0.45
      new w3 = 1.37
      new b3 = -0.76
      """#,
    named: [], said: "No answer is wrong."),
]

@Test(arguments: sheets)
func `Of a sheet that is known it is said what is wrong, and where first`(sheet: KnownSheet) throws {
  let exercise = try Exercise(Lesson(json: Array(sheet.lesson.utf8)))
  let assessment = Assessor(exercise).assess(try AnswerSheet(Array(sheet.answers.utf8), for: exercise))
  let named = assessment.marking.diagnoses.map { diagnosis in
    (diagnosis.mistake?.id ?? "unknown") + " at " + (exercise.lines[diagnosis.line].name.answerName ?? "")
  }
  #expect(named == sheet.named)
  var text = ""
  try TextWriter(notation: .threeBlueOneBrown).write(
    Report(exercise, assessment, name: "sheet", reveals: false).blocks, to: &text)
  let said = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  #expect(sheet.said.isEmpty || said.contains(sheet.said), "\(said)")
  #expect(!said.contains(sheet.unsaid), "\(said)")
  // Every line that is wrong is in the text, and not in the table alone.
  let told = Set(assessment.marking.diagnoses.flatMap { [$0.line] + $0.explains })
  #expect(assessment.rows.allSatisfy { $0.verdict != .wrong || $0.line.map(told.contains) ?? true })
}
