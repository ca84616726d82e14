import Backprop
import Formulas
import Lessons
import Testing

@testable import Grading

@Test(arguments: [
  ("", " ▸ no answers found; an answer is a line name = value, such as dC/da3 = -0.35"),
  (
    "Dear teacher,\nI could not do it.",
    " ▸ no answers found; an answer is a line name = value, such as dC/da3 = -0.35"
  ),
  ("{}", " ▸ no answers found; an answer is a line name = value, such as dC/da3 = -0.35"),
  ("a3 = 1\n\na3 = 2", "a3 ▸ a3 has another value in line 1; remove one of the two"),
  ("delta3 = 1\ndC/dz3[1] = 2", "dC/dz3[1] ▸ dC/dz3[1] has another value in line 1; remove one of the two"),
  (
    "C = mean of both",
    "mean ▸ 'mean' is neither a number nor a name of this lesson; write a number, or arithmetic such as 2*(0.64 - 1)"
  ),
  (
    #"{"a3": true}"#,
    "true ▸ the value of a3 must be a number, an array, or arithmetic in quotes, but is true"
  ),
  (
    #"{"answers": 7}"#,
    #""answers" ▸ answers is not the name of a quantity; write names as in dC/da3"#
  ),
  (#"{"a3": "2*1,350"}"#, "1,350 ▸ 1,350 has a decimal comma; write 1.350, with a point"),
  (#"{"a3": "\u0031,350"}"#, #""\u0031,350" ▸ 1,350 may be 1350 or 1.350; write the one that you mean"#),
  (#"{"a3": 1, "a3[1]": 2}"#, "a3[1] ▸ a3[1] has another value in line 1; remove one of the two"),
  (#"{"a3": 0,35}"#, "0,35 ▸ 0,35 has a decimal comma; write 0.35, with a point"),
]) func `What is wrong with answers is said at its place`(text: String, complaint: String) throws {
  #expect(try complaints(text) == [complaint])
}

@Test func `An answer must be UTF-8, and the prose around it need not`() throws {
  #expect(try complaints([0xFF, 0x0A] + Array("a3 = 1".utf8)) == [])
  let bad = try complaints(Array("a3 = 1".utf8) + [0xE9])
  #expect(
    bad == ["\u{FFFD} ▸ the byte E9 is a character cut off, so the text is not UTF-8; save it again as UTF-8"]
  )
  let wide: [UInt8] = Array("a3 = 1".utf8).flatMap { byte in [byte, 0] }
  #expect(try complaints([0xFF, 0xFE] + wide) == [])
  #expect(try complaints(wide).map { $0.hasSuffix("save it again as UTF-8") } == [true])
}

@Test func `The first twenty problems are kept, and all are counted`() throws {
  let text = Array(String(repeating: "a9 = 1\nz1 = (\n", count: 1_000).utf8)
  let exercise = try Exercise(lesson("single-chain"))
  let error = #expect(throws: LessonError.self) { try AnswerSheet(text, for: exercise) }
  #expect(error?.problems.count == 20)
  #expect(error?.count == 2_000)
  #expect(
    error?.description(path: "a.md").hasPrefix(
      """
      a.md:1:1: error: the lesson has no quantity a9; did you mean a1?
       1 | a9 = 1
         | ^^
      """) == true)
}

@Test(arguments: ["(", "-(", "2^", "ln ", "ln(", "√", "max(0,", "{", "e^-(", "sqrt(1 - 2(", "a3·exp("])
func `What lies too deep is refused`(opener: String) throws {
  for count in [100, 8_000, 20_000] where opener.utf8.count * count < ExpressionReader.byteLimit {
    let text = "a3 = " + String(repeating: opener, count: count) + "1"
    #expect(
      try complaints(text).map { $0.hasSuffix("nested more than 64 levels deep, which is the limit") }
        == [true])
  }
}

@Test func `What lies as deep as it may is read, and has a value in every arithmetic`() throws {
  let exercise = try Exercise(lesson("single-chain"))
  for opener in ["(", "-(", "1 - sqrt(2 + 1/", "1 + 2·exp(-3 - "] {
    let count = ExpressionReader.depthLimit
    let text = String(repeating: opener, count: count) + "1" + String(repeating: ")^2", count: count)
    let formula = try #require(try formulaRead(text))
    #expect(!trueValue(formula, in: exercise).isInfinite)
    let interval: Interval = formula.evaluated { _ in Interval.all }
    #expect(interval.low <= interval.high)
    #expect(formula.hashValue == formula.hashValue)
  }
}

@Test(arguments: ["1+", "1-", "2*", "1/", "-", "1·", "y(1)·", "2y + "])
func `A long line of arithmetic makes no deep tree`(part: String) throws {
  let exercise = try Exercise(lesson("single-chain"))
  let formula = try #require(try formulaRead(String(repeating: part, count: 4_000) + "1"))
  _ = trueValue(formula, in: exercise)
}

@Test func `A line that is too long for arithmetic is refused`() throws {
  for part in ["1", "(", "-", "a3 ", "é", "=", "1="] {
    let text = "a3 = " + String(repeating: part, count: 40_000)
    #expect(try complaints(text).count == 1)
  }
}

@Test func `Nonsense is refused, or passed over, but always read`() throws {
  let exercise = try Exercise(lesson("single-chain"))
  var generator = SplitMix64(seed: 7)
  let pieces = [
    "a3", "dC/dw2", " ", "=", "≈", "1", "0.5", ",", "(", ")", "[", "]", "|", "\n", "\n", "e", "^", "²", "⁻",
    "x", "/", "*", "-", "$",
    "$$", "`", "\\", "\"", "{", "}", "σ", "′", "new ", "@", "max", "ln", "_", ".", "#", ":", ";", "\t", "√",
    "10", "\u{0}", "trace: ",
    "lesson=", "variant=",
  ]
  for _ in 0..<600 {
    var text: [UInt8] = []
    for _ in 0..<(generator.next() % 30) {
      if generator.next() % 20 == 0 {
        text.append(UInt8(truncatingIfNeeded: generator.next()))
      } else {
        text += Array(pieces[Int(generator.next() % UInt64(pieces.count))].utf8)
      }
    }
    for text in [text, Array("a3 = ".utf8) + text, Array("| a3 |".utf8) + text] {
      _ = try? AnswerSheet.front(of: text).header
      do throws(LessonError) {
        _ = try AnswerSheet(text, for: exercise)
      } catch {
        #expect(error.problems.allSatisfy { $0.range.upperBound <= text.count })
        _ = error.description(path: "x")
      }
    }
  }
}

@Test(arguments: [
  "trace:", "trace: ", "trace:lesson=", "trace: lesson= ", "# trace: lesson=x ", "<", "trace: lesson=\"",
  "\ntrace:",
])
func `A header that begins again and again is looked for once`(part: String) throws {
  let text = Array((String(repeating: part, count: 150_000) + "\n\n    trace: lesson=xor").utf8)
  #expect(try AnswerSheet.front(of: text).header?.lesson == "xor")
}

@Test(arguments: ["new", "new ", "d", "sigma(", "w1[", "C", "a3@"])
func `A name of a hundred thousand bytes is one name, or none`(part: String) throws {
  let exercise = try Exercise(lesson("single-chain"))
  let name = String(repeating: part, count: 100_000 / part.utf8.count)
  for text in [
    "{ \"\(name)\": 1, \"a3\": 1 }", "\(name) = 1\na3 = 1", "| \(name) | 1 |\na3 = \(name)\na1 = 1",
  ] {
    _ = try? AnswerSheet(Array(text.utf8), for: exercise)
  }
  #expect(try AnswerSheet(Array("{ \"\(name)\": 1, \"a3\": 1 }".utf8), for: exercise).answers.count == 1)
}

@Test func `Ten megabytes of prose are passed over`() throws {
  let exercise = try Exercise(lesson("single-chain"))
  let line = "and then, dear reader, nothing is equal to anything: so it goes, says the old song.\n"
  let text = Array(String(repeating: line, count: 10_000_000 / line.utf8.count).utf8) + Array("a3 = 1".utf8)
  #expect(try AnswerSheet(text, for: exercise).answers.count == 1)
  #expect(try AnswerSheet.front(of: text).header == nil)
  let huge = [UInt8](repeating: UInt8(ascii: "a"), count: AnswerSheet.byteLimit + 1)
  #expect(try complaints(huge) == [" ▸ the answers have more than 16 MiB, which is the limit"])
}
