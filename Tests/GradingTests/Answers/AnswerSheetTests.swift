import Lessons
import Testing

@testable import Grading

@Test(arguments: [
  ("a3 = 0.5", ["1: a3 = 0.5"]),
  ("\u{FEFF}a3=0.5\r\n", ["1: a3 = 0.5"]),
  ("# Answers\n\nHere they are:\n  a3 = 0.5", ["4: a3 = 0.5"]),
  ("a3 ≈ 0.5", ["1: a3 = 0.5"]),
  ("a3: 0.5", ["1: a3 = 0.5"]),
  ("a3 := 0.5", ["1: a3 = 0.5"]),
  (
    "- a3 = 0.5\n* z3 = 1\n3. C = 2\n(4) y = 0.2\n- [x] z1 = 3",
    ["1: a3 = 0.5", "2: z3 = 1.0", "3: C = 2.0", "4: y = 0.2", "5: z1 = 3.0"]
  ),
  ("> a3 = 0.5", ["1: a3 = 0.5"]),
  ("`a3` = `0.5`", ["1: a3 = 0.5"]),
  ("**a3** = **0.5**", ["1: a3 = 0.5"]),
  ("**a3:** 0.5", ["1: a3 = 0.5"]),
  ("**a3 = 0.5**", ["1: a3 = 0.5"]),
  ("*a3* = *0.5*", ["1: a3 = 0.5"]),
  ("$a3 = 0.5$", ["1: a3 = 0.5"]),
  ("$a3$ = $0.5$,", ["1: a3 = 0.5"]),
  ("a3 = 0.5.", ["1: a3 = 0.5"]),
  ("a3 = 0.5  # not sure", ["1: a3 = 0.5"]),
  ("a3 = 0.5 // not sure", ["1: a3 = 0.5"]),
  ("a3 = 0.5 % not sure", ["1: a3 = 0.5"]),
  ("a3 = 0.5 %\nz3: 1 %", ["1: a3 = 0.005", "2: z3 = 0.01"]),
  ("- [ ] a3 = 0.5 %", ["1: a3 = 0.005"]),
  ("| a3 | 0.5 % |", ["1: a3 = 0.005"]),
  ("$a3 = 0.5$ %", ["1: a3 = 0.5"]),
  ("a3 = 0.5 <!-- line 7 -->", ["1: a3 = 0.5"]),
  ("a3 = __0.5__", ["1: a3 = 0.5"]),
  ("a3 = σ(z3) = σ(0) = 0.5", ["1: a3 = 0.69571… = 0.5 = 0.5"]),
  ("a3 = 1 - 0.5 = ____", ["1: a3 = 0.5"]),
  ("| a3 | 0.5 |", ["1: a3 = 0.5"]),
  ("| 3 | `a3` | σ(z3) | **0.5** |", ["1: a3 = 0.5"]),
  ("> | a3 | 0.5", ["1: a3 = 0.5"]),
  ("| name | value |\n|---|---|\n| a3 | 0.5 |\n| z3 | |\n| C | ___ |", ["3: a3 = 0.5", "z3 = ?", "C = ?"]),
  ("| x | y |\n| :-- | --: |\n| z3 | 1 |", ["3: z3 = 1.0"]),
  ("name,value\na3,0.5\n\"z3\",\"1\"\nC,", ["2: a3 = 0.5", "3: z3 = 1.0", "C = ?"]),
  ("a3;0.5\nz3\t1", ["1: a3 = 0.5", "2: z3 = 1.0"]),
  ("```\na3 = 0.5\n```", ["2: a3 = 0.5"]),
  (
    #"{ "a3": 0.50, "z3": "2*(1 - 0.5)", "C": null, "student": "Ann", "trace": "lesson=xor" }"#,
    ["1: a3 = 0.5", "1: z3 = 1.0", "C = ?"]
  ),
  (
    "\n{ \"trace\": \"lesson=x\",\n \"answers\": {\n \"a3\": 5e-1,\n\n \"z3\": \"= 1\" } }",
    ["4: a3 = 0.5", "6: z3 = 1.0"]
  ),
  (#"{ "a3": "1\/2", "z3": "" }"#, ["1: a3 = 0.5", "z3 = ?"]),
  ("a3 = 0.5\na3 = 0.5", ["1: a3 = 0.5"]),
  ("a3 = ___\na3 = 0.5", ["2: a3 = 0.5"]),
]) func `An answer is read in every form in which people give it`(text: String, expected: [String]) throws {
  #expect(try reading(text) == expected)
}

@Test(arguments: [
  "", " ", "____", "…", "...", "?", #"\_\_\_"#, "`____`", "$ ? $", "  # later", "_ _ _", " = ___", " __ %",
])
func `A blank that was left empty is unanswered`(blank: String) throws {
  #expect(try reading("a3 =\(blank)") == ["a3 = ?"])
}

@Test(arguments: [
  "The cost C = mean of both", "- Let a = 0.5 be the slope", "a = 1", "w = 2", "dog = 1",
  "new = 1",
  "delta = 1", "d/dx = 2", "C", "C: the cost of the example", "C, the cost", "y, which is 1", "R,",
  "\\[\nC = mean\n\\]",
  "\\begin{align*}\nC = mean\n\\end{align*}", "```math\nC = mean\n```", "\\frac{a}{b} = 2",
  "C = 1/2 (C₁ + C₂)", "| a | 3 |\n|--|--|",
  "|---|---|",
  "| a3 | value |\n|---|---|", "{brace} a3 = 2".replacing("{", with: "("), "trace: lesson=single-chain",
]) func `A line that is no answer is passed over`(line: String) throws {
  #expect(try reading("a2 = 0.5\n" + line) == ["1: a2 = 0.5"])
}

@Test func `A column of givens is read as such`() throws {
  #expect(
    try reading("y = [1 0]\nx = (1, 2)\na1[1] = 0.5", of: "mazur") == [
      "1: y[1] = 1.0", "1: y[2] = 0.0", "2: a0[1] = 1.0", "2: a0[2] = 2.0", "3: a1[1] = 0.5",
    ])
  #expect(try complaints("y[3] = 1", of: "mazur").count == 1)
}

@Test func `What is never closed holds nothing`() throws {
  #expect(try reading("$$\na3 = 0.5\n$ $") == ["2: a3 = 0.5"])
  #expect(try reading("\\begin{align}\na3 = 0.5\n\\[\nC = 1") == ["2: a3 = 0.5", "4: C = 1.0"])
}

@Test func `An answer knows its bytes, and its parts as they were typed`() throws {
  let text = "Ω\n- `dC / da3` = 2(a3 − y) ≈ -0.35  # hm"
  let sheet = try AnswerSheet(Array(text.utf8), for: Exercise(lesson("single-chain")))
  let answer = try #require(sheet.answers.first)
  #expect(String(decoding: Array(text.utf8)[answer.range], as: UTF8.self) == "dC / da3` = 2(a3 − y) ≈ -0.35")
  #expect(answer.nameAsWritten == "dC / da3")
  #expect(answer.sides.map(\.written) == ["2(a3 − y)", "-0.35"])
  #expect(answer.sides.map { $0.decimal != nil } == [false, true])
}

@Test(arguments: [
  ("<!-- trace: lesson=single-chain variant=7 -->", "single-chain", 7),
  ("% trace: lesson=xor", "xor", nil),
  ("# Sheet\n\ntrace:lesson=./my.json   variant=0\na3 = 1", "./my.json", 0),
  ("<!--trace: variant=18446744073709551615 lesson=xor-->", "xor", UInt64.max),
  ("The trace: none\n`trace: lesson=xor`", "xor", nil),
  (#"{ "trace": "lesson=xor variant=3", "a3": 1 }"#, "xor", 3),
  (#"{ "trace": "lesson=\"my chain.json\"", "a3": 1 }"#, "my chain.json", nil),
  (#"trace: lesson="my \"own\" chain.json" variant=2"#, #"my "own" chain.json"#, 2),
  ("# trace: lesson=xor", "xor", nil), ("> - trace: lesson=xor variant=1", "xor", 1),
  ("| trace: lesson=xor |", "xor", nil), ("\"trace: lesson=xor\",,", "xor", nil),
  ("trace: lesson=xor, by Ann", "xor", nil), ("trace: lesson=xor,,", "xor", nil),
  ("trace: lesson=xor variant=7;;;", "xor", 7),
  // The line that is set apart before the one that is not, this before one with more words, and a remark last.
  ("trace: lesson=xor\n\n    trace: lesson=mazur\n", "mazur", nil),
  ("trace: lesson=xor\n\n```text\ntrace: lesson=mazur\n```", "mazur", nil),
  ("trace: lesson=xor goes on in\ntrace: lesson=mazur", "mazur", nil),
  ("# trace: lesson=xor\ntrace: lesson=mazur goes on", "mazur", nil),
  ("trace: lesson=mazur\ntrace: lesson=xor", "mazur", nil),
  ("---\ntrace: lesson=mazur\n---", "mazur", nil),
]) func `The header says which lesson it is`(text: String, name: String, variant: UInt64?) throws {
  #expect(
    try AnswerSheet.front(of: Array(text.utf8)).header == AnswerSheet.Header(lesson: name, variant: variant))
}

@Test func `A header that does not say how many digits are asked for asks for as many as a worksheet`() throws
{
  for (text, digits) in [("", 4), (" digits=2", 2), (" digits=4", 4)] {
    let front = try AnswerSheet.front(of: Array("trace: lesson=xor\(text)".utf8))
    #expect(front.header?.asked == digits)
  }
}

@Test(arguments: [
  "name: Ada Lovelace\nz1 = 1", "# Sheet\n\n**Name:** Ada Lovelace\r\n", "Student: Ada Lovelace",
  #"{ "name": "Ada Lovelace", "z1": 1 }"#,
  #"{"cells": [{"cell_type": "markdown", "source": ["name: Ada Lovelace\n", "z1 = 0.5"]}], "metadata": {}, "nbformat": 4}"#,
])
func `A sheet says whose it is, also in UTF-16`(text: String) throws {
  let units = [0xFEFF] + Array(text.utf16)
  let wide = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  for bytes in [Array(text.utf8), wide] {
    #expect(try AnswerSheet.front(of: bytes).person == "Ada Lovelace")
  }
}

@Test(arguments: [
  "", "a3 = 1", "trace: nothing", "trace:", #"{ "a3": 1 }"#, "trace lesson=xor",
  "It continues trace: lesson=xor",
  "# trace: lesson=xor: worksheet", "<title>trace: lesson=xor</title>", "<h1>trace: lesson=xor</h1>",
  "trace: lesson=xor\n═════════════════", "trace: lesson=xor\nin two lines\n======", "backtrace: lesson=xor",
])
func `Without a header there is none`(text: String) throws {
  #expect(try AnswerSheet.front(of: Array(text.utf8)).header == nil)
}

@Test(arguments: [
  (
    "trace: lesson=xor variant=-1",
    "variant=-1 ▸ the variant must be a whole number from 0 to 18446744073709551615, but is -1"
  ),
  (
    "trace: lesson=xor variant=+1",
    "variant=+1 ▸ the variant must be a whole number from 0 to 18446744073709551615, but is +1"
  ),
  (
    "trace: lesson=xor variant=\n",
    "variant= ▸ the variant must be a whole number from 0 to 18446744073709551615, but is missing"
  ),
  (
    "trace: lesson= variant=1",
    "lesson= ▸ the name of the lesson is missing; write it, as in lesson=single-chain"
  ),
  ("trace: variant=1", "variant=1 ▸ the header names no lesson; add it, as in lesson=single-chain"),
  (
    "trace: lesson=xor varaint=1",
    "varaint=1 ▸ the header has an unknown key \"varaint\"; did you mean \"variant\"?"
  ),
  (#"{"trace": 7}"#, "7 ▸ \"trace\" must be a string, such as \"lesson=xor\", but is the number 7"),
]) func `A header that cannot be read is refused`(text: String, complaint: String) {
  let bytes = Array(text.utf8)
  let error = #expect(throws: LessonError.self) { try AnswerSheet.front(of: bytes).header }
  #expect(
    error?.problems.map { String(decoding: bytes[$0.range], as: UTF8.self) + " ▸ " + $0.message } == [
      complaint
    ])
}
