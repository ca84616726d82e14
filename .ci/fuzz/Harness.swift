import Backprop
import Documents
import Formulas
import Glibc
import Grading
import Lessons
import Texts

/// One input of the fuzzer, for the reader that FUZZ names, and for all that comes after it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
  // What is done with an input is drawn from its bytes, so that the same input is treated in the same way.
  var dice = SplitMix64(seed: bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
  switch target {
  case "graph": readLesson(definitions(in: bytes), &dice)
  case "network": readLesson(Array(drawnLesson(&dice).utf8), &dice)
  case "answers": readAnswers(bytes, &dice)
  case "arithmetic": readAnswers(Array("a1 = ".utf8) + bytes, &dice)
  case "command": readCommand(bytes)
  default: readLesson(bytes, &dice)
  }
  return 0
}

private let target = getenv("FUZZ").map { String(cString: $0) } ?? "lesson"

extension SplitMix64 {
  fileprivate mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }
  fileprivate mutating func isOne(in count: Int) -> Bool { below(count) == 0 }
}

/// What is said of a file names places that are in it, in lines that a terminal can show.
private func hold(_ error: LessonError, to bytes: [UInt8]) {
  let lines = error.description(path: "a").split(separator: "\n")
  let isInside = error.problems.allSatisfy {
    0 <= $0.range.lowerBound && $0.range.upperBound <= bytes.count && !$0.message.isEmpty
  }
  let isShown = lines.allSatisfy { harmless(String($0)) == $0 && $0.unicodeScalars.count <= 512 }
  guard isInside, isShown, (1...20).contains(error.problems.count) else {
    fatalError("this is no way to say it: \(lines)")
  }
}

/// A lesson that is nearly always taken, so that what comes after reading has something to do.
private func drawnLesson(_ dice: inout SplitMix64) -> String {
  // Where the rounding, the signs and the powers of ten of a document change.
  let numbers = ["0", "1", "-0.5", "2", "-0.3", "-0.0", "1e16", "1e-5", "1e-300", "5e-324", "1e308", "0.333", "12345678901234567890"]
  func list(_ count: Int) -> String {
    "[" + (0..<count).map { _ in numbers[dice.below(dice.isOne(in: 4) ? numbers.count : 5)] }.joined(separator: ",") + "]"
  }
  let widths = (0...1 + dice.below(3)).map { _ in 1 + dice.below(3) }
  let cost = Cost.allCases[dice.below(Cost.allCases.count)]
  let layers = zip(widths, widths.dropFirst()).enumerated().map { l, shape in
    let isLast = l == widths.count - 2
    let hidden = ["identity", "sigmoid", "tanh", "relu", "softplus", "silu", "elu", "gelu"][dice.below(8)]
    let last = dice.isOne(in: 3) ? "softmax" : cost.takesLogarithms ? "sigmoid" : hidden
    let rows = (0..<shape.1).map { _ in list(shape.0) }.joined(separator: ",")
    return #"{"activation":"\#(isLast ? last : hidden)","weights":[\#(rows)],"biases":\#(list(shape.1))}"#
  }
  let targets = (0..<(widths.last ?? 1)).map { _ in (cost == .hinge ? ["-1", "1", "1"] : ["0", "1", "0.5"])[dice.below(3)] }.joined(separator: ",")
  return #"{"network":{"inputs":\#(widths[0]),"layers":[\#(layers.joined(separator: ","))]},"cost":"\#(cost.name)","#
    + #""examples":[{"inputs":\#(list(widths[0])),"targets":[\#(targets)]}],"penalty":{"l2":0.1},"learningRate":0.5}"#
}

/// A lesson with the bytes as its definitions, which semicolons divide.
private func definitions(in bytes: [UInt8]) -> [UInt8] {
  let lines = bytes.split(separator: UInt8(ascii: ";")).map { JSONText.quoted(String(decoding: $0, as: UTF8.self)) }
  return Array(
    #"{"given":{"x":[1,2,3],"W":[[1,-2,0.5],[0,1,2]],"w":0.5,"h[0]":1,"k":[1,3]},"graph":[\#(lines.joined(separator: ","))]}"#
      .utf8)
}

/// A lesson that is taken is traced, checked and written in some format, or refused with a sentence.
private func readLesson(_ bytes: [UInt8], _ dice: inout SplitMix64) {
  let lesson: WrittenLesson
  do {
    lesson = try WrittenLesson(json: bytes)
  } catch {
    return hold(error, to: bytes)
  }
  // What is larger is slower, and seldom else.
  switch lesson {
  case .layered(let lesson):
    let parameters = lesson.layers.reduce(0) { $0 + $1.weights.reduce(0) { $0 + $1.count + 1 } }
    let size = parameters * lesson.examples.count * (lesson.layers.last?.weights.count ?? 1)
    guard size <= 12 || (size <= 300 && lesson.layers.count <= 12 && dice.isOne(in: 32)) else { return }
  case .named(let lesson):
    guard lesson.graph.count <= 20 || (lesson.graph.count <= 200 && dice.isOne(in: 32)) else { return }
  }
  // A document takes ten times as long as what it tells.
  switch dice.below(16) {
  case 0: writeWorksheet(lesson, &dice)
  case 1...3: writeDocument(lesson, &dice)
  default: _ = try? WorkedExample(lesson, settings: Settings())
  }
}

private func writeDocument(_ lesson: WrittenLesson, _ dice: inout SplitMix64) {
  var settings = Settings()
  settings.all = true
  settings.digits = 1 + dice.below(17)
  settings.notation = Notation.allCases[dice.below(Notation.allCases.count)]
  settings.math = dice.isOne(in: 2) ? .dollar : .github
  settings.exact = dice.isOne(in: 4)
  settings.staged = dice.isOne(in: 4)
  settings.isFragment = dice.isOne(in: 4)
  settings.textStyle = TextStyle(isASCII: dice.isOne(in: 2), stacksFractions: dice.isOne(in: 2))
  settings.paths = dice.isOne(in: 4) ? "w1[1,1]" : nil
  settings.only = dice.isOne(in: 4) ? ["b1[1]"] : []
  settings.figures = dice.isOne(in: 4) ? "figure" : nil
  let format = Format.allCases[dice.below(Format.allCases.count)]
  do {
    try WorkedExample.checkCanWrite(lesson, as: format)
    let example = try WorkedExample(lesson, settings: settings)
    var text = ""
    try example.write(as: format, to: &text)
    _ = example.figures
  } catch let error as WorkedExampleError {
    _ = "\(error)"
  } catch {
    fatalError("nothing else is thrown: \(error)")
  }
}

private func writeWorksheet(_ lesson: WrittenLesson, _ dice: inout SplitMix64) {
  var settings = Worksheet.Settings()
  settings.judges = dice.isOne(in: 2)
  settings.showsAnswers = dice.isOne(in: 2)
  guard let sheet = try? Worksheet(lesson, settings) else { return }
  var text = ""
  try? sheet.write(by: HTMLWriter(notation: .nielsen, hasSteps: false), to: &text)
  try? sheet.write(by: ExamWriter(notation: .slides), to: &text)
}

private let assessors = ["single-chain", "two-neurons", "shared-weight"].compactMap { name in
  Catalog.source(of: name).flatMap { try? WrittenLesson(json: $0) }.flatMap { lesson in
    (try? Exercise(lesson)).map { Assessor(Marker($0), of: lesson) }
  }
}

/// Answers that are read are judged and reported.
private func readAnswers(_ bytes: [UInt8], _ dice: inout SplitMix64) {
  do {
    _ = try AnswerSheet.header(of: bytes)
    // To find out what somebody had in mind takes a hundred times as long as to read it.
    let assessor = assessors[dice.isOne(in: 4) ? 1 : 0]
    let sheet = try AnswerSheet(bytes, for: assessor.exercise)
    guard dice.isOne(in: 512) else { return }
    let report = Report(assessor.exercise, assessor.assess(sheet), name: "answers", reveals: dice.isOne(in: 2))
    var text = ""
    try? TextWriter(notation: .threeBlueOneBrown).write(report.blocks, to: &text)
  } catch {
    hold(error, to: bytes)
  }
}

/// A line of the input is an argument.
private func readCommand(_ bytes: [UInt8]) {
  let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  do {
    _ = try Request(lines.map { String(decoding: $0, as: UTF8.self) })
  } catch {
    _ = error.lines
  }
}
