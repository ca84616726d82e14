import Testing

@testable import Texts

private func shown(_ source: String, _ place: Range<Int>, path: String = "lesson.json") -> String {
  Problem(at: place, "wrong").description(path: path, in: Array(source.utf8))
}

@Test(arguments: [
  ("abc", 1..<2, "lesson.json:1:2: error: wrong\n 1 | abc\n   |  ^"),
  ("abc", 3..<3, "lesson.json:1:4: error: wrong\n 1 | abc\n   |    ^"),
  ("", 0..<0, "lesson.json:1:1: error: wrong\n 1 | \n   | ^"),
  ("a\nbcd\ne", 3..<7, "lesson.json:2:2: error: wrong\n 2 | bcd\n   |  ^^"),
  ("a\r\nbcd\r\ne", 4..<9, "lesson.json:2:2: error: wrong\n 2 | bcd\n   |  ^^"),
  ("\tab", 1..<3, "lesson.json:1:2: error: wrong\n 1 |  ab\n   |  ^^"),
  ("é𝄞x", 6..<7, "lesson.json:1:3: error: wrong\n 1 | é𝄞x\n   |   ^"),
  ("\u{FEFF}ab", 4..<5, "lesson.json:1:2: error: wrong\n 1 | ab\n   |  ^"),
  ("a", 90..<99, "lesson.json:1:2: error: wrong\n 1 | a\n   |  ^"),
  (
    String(repeating: "\n", count: 99) + "ab", 100..<101,
    "lesson.json:100:2: error: wrong\n 100 | ab\n     |  ^"
  ),
  ("a\u{1B}[31m\u{202E}b", 1..<2, "lesson.json:1:2: error: wrong\n 1 | a\u{FFFD}[31m\u{FFFD}b\n   |  ^"),
]) func `The place is shown`(source: String, place: Range<Int>, expected: String) {
  #expect(shown(source, place) == expected)
}

@Test func `Bytes that are not UTF-8 take one column each`() {
  let shown = Problem(at: 3..<4, "wrong").description(path: "a", in: [0x61, 0xFF, 0xC3, 0x62])
  #expect(shown == "a:1:4: error: wrong\n 1 | a\u{FFFD}\u{FFFD}b\n   |    ^")
}

@Test func `A long line is cut around the place`() {
  let digits = String(repeating: "0123456789", count: 1_000)
  let window = String(repeating: "0123456789", count: 10)
  #expect(shown(digits, 0..<3) == "lesson.json:1:1: error: wrong\n 1 | \(window)…\n   | ^^^")
  let indent = String(repeating: " ", count: 31)
  #expect(
    shown(digits, 5_000..<5_002) == "lesson.json:1:5001: error: wrong\n 1 | …\(window)…\n   | \(indent)^^")
  let carets = String(repeating: "^", count: 70)
  #expect(
    shown(digits, 5_000..<6_000)
      == "lesson.json:1:5001: error: wrong\n 1 | …\(window)…\n   | \(indent)\(carets)")
  let end = "890123456789012345678901234567890123456789".suffix(32)
  #expect(shown(digits, 9_998..<9_999) == "lesson.json:1:9999: error: wrong\n 1 | …\(end)\n   | \(indent)^")
}
