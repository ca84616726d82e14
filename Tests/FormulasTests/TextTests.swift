import Testing

@testable import Formulas

@Suite("Text that is measured and searched")
struct TextTests {
  @Test(
    "A letter that is taken to stand by itself takes as many columns as the tables of Unicode say, and joins no other"
  )
  func columns() {
    for value in UInt32(0)..<0x10000 {
      guard let scalar = Unicode.Scalar(value), let own = scalar.ownColumns else { continue }
      #expect(Character(scalar).columns == own, "U+\(String(value, radix: 16))")
      let pair = "x\(Character(scalar))x"
      #expect(pair.count == 3 && pair.columns == 2 + own, "U+\(String(value, radix: 16))")
    }
  }

  @Test(
    "A text has the columns of its characters",
    arguments: [
      ("", 0), ("a − b", 5), ("w₁₁⁽²⁾", 6), ("x̂₁", 2), ("\u{1B}[1mC\u{1B}[22m", 1), ("带权", 4), ("é", 1),
      ("❤️", 2),
      ("soft\u{AD}ly", 6), ("👩‍🔬", 2), ("\r\n", 1),
    ])
  func columns(_ text: String, _ columns: Int) { #expect(text.columns == columns) }

  @Test(
    "A text is found and exchanged wherever it is, from the start on",
    arguments: [
      ("1.25", ".", ",", "1,25"), ("", "x", "y", ""), ("aaa", "aa", "b", "ba"),
      ("<<", "<", "\\u003c", "\\u003c\\u003c"),
      ("a\u{A0}b", "\u{A0}", " ", "a b"), ("αβγ", "β", "", "αγ"), ("abc", "", "x", "abc"),
      ("ab", "abc", "x", "ab"),
    ])
  func exchanging(_ text: String, _ part: String, _ other: String, _ result: String) {
    #expect(text.exchanging(part, for: other) == result)
    #expect(text.has(part) == (part.isEmpty || text != result))
  }
}
