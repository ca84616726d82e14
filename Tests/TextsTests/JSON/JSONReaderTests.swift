import Testing

@testable import Texts

private func read(_ text: String) throws(Problem) -> JSONValue {
  try JSONValue(parsing: Array(text.utf8))
}

/// What is said about a text, and the part of it that is pointed at.
private func complaint(_ bytes: [UInt8]) -> (message: String, place: String)? {
  do {
    _ = try JSONValue(parsing: bytes)
    return nil
  } catch {
    return (error.message, String(decoding: bytes[error.range], as: UTF8.self))
  }
}

@Test(arguments: JSONSuiteCase.all) func `The cases of JSONTestSuite are judged right`(test: JSONSuiteCase) {
  let complaint = complaint(test.bytes)
  if test.name.hasPrefix("y_object_duplicated_key") {
    // RFC 8259 leaves it open; a lesson that says two things is refused.
    #expect(complaint?.message.contains("also appears on line") == true)
  } else if test.name.hasPrefix("y_") {
    #expect(complaint == nil)
  } else if test.name.hasPrefix("n_") {
    #expect(complaint != nil)
  }
}

@Test func `The suite is whole`() {
  let kinds = Dictionary(grouping: JSONSuiteCase.all) { $0.name.prefix(1) }.mapValues(\.count)
  #expect(kinds == ["y": 95, "n": 188, "i": 35])
}

@Test(arguments: [
  ("", "the file is empty, but must contain a JSON value", ""),
  (" \r\n", "the file is blank, but must contain a JSON value", ""),
  ("{", "the text ends here, but the { of line 1 is still open", ""),
  ("\n[1,\n", "the text ends here, but a value is expected", ""),
  ("[1\n\n", "the text ends here, but the [ of line 1 is still open", ""),
  (#"{"a""#, "the text ends here, but the { of line 1 is still open", ""),
  (#"{"a":"#, "the text ends here, but a value is expected", ""),
  (#"["ab"#, #"the string that starts here is never closed; end it with ""#, #""ab"#),
  (#"["ab\"#, #"the text ends within a string; end the string with ""#, #"\"#),
  ("{} x", "the JSON value has ended before this; remove what follows", "x"),
  ("[]]", "there is nothing to close with ]; remove it", "]"),
  ("[1,]", "there is a comma before the closing ]; remove the comma", ","),
  (#"{"a":1 , }"#, "there is a comma before the closing }; remove the comma", ","),
  ("[,1]", "a value is missing before this comma", ","),
  ("[1 2]", "a comma is missing before this", "2"),
  (#"{"a":1 "b":2}"#, "a comma is missing before this", #"""#),
  ("[1;2]", "values are separated by a comma, not by a semicolon", ";"),
  (#"{"a":[1}"#, "a comma or ] is expected here, but } was found", "}"),
  ("[1] // one", "JSON has no comments; remove this one", "/"),
  ("[ /* one */ 1]", "JSON has no comments; remove this one", "/"),
  ("[1 # one\n]", "JSON has no comments; remove this one", "#"),
  ("[1/2]", "1/2 is not a number in JSON, such as 12, -0.5 or 1e-3", "1/2"),
  ("['a']", #"text is written in straight double quotes, "…", not '"#, "'"),
  ("{“a”:1}", #"text is written in straight double quotes, "…", not “"#, "“"),
  ("{a:1}", #"a key is written in double quotes, "a""#, "a"),
  (#"{"a" 1}"#, #"a colon is expected after the key "a", but 1 was found"#, "1"),
  ("{:1}", "a key is expected here, but : was found", ":"),
  ("[True]", "True is not a word of JSON; write true", "True"),
  ("[sigmoid]", #"sigmoid is not a value in JSON; text is written in double quotes, "sigmoid""#, "sigmoid"),
  (
    #"{"a":1,"b":2,"\u0061":3}"#, #"the key "a" also appears on line 1; remove one of the two"#,
    #""\u0061""#
  ),
]) func `A text that is not JSON is refused with a sentence`(text: String, message: String, place: String) {
  let complaint = complaint(Array(text.utf8))
  #expect(complaint?.message == message)
  #expect(complaint?.place == place)
}

@Test(arguments: [
  ("NaN", "NaN is not a number in JSON; every number must be finite"),
  ("Infinity", "Infinity is not a number in JSON; every number must be finite"),
  ("-Infinity", "-Infinity is not a number in JSON; every number must be finite"),
  ("1e999", "1e999 is too large for a double, which ends at 1.8e308"),
  ("-1e999", "-1e999 is too large for a double, which ends at 1.8e308"),
  ("1e-999", "1e-999 is too small for a double, which starts at 5e-324; write 0"),
  ("0e10000", "the exponent of 0e10000 is too large; write 0"),
  ("0e9999999999999999999", "the exponent of 0e9999999999999999999 is too large; write 0"),
  (".5", ".5 has no digit before its point; write 0.5"),
  ("-.5", "-.5 has no digit before its point; write -0.5"),
  ("1.", "1. has no digit after its point; write 1.0"),
  ("02", "02 starts with a 0 too many; write 2"),
  ("-00.5", "-00.5 starts with a 0 too many; write -0.5"),
  ("..", ".. is not a number in JSON, such as 12, -0.5 or 1e-3"),
  (".5e", ".5e has no digit after its e; write the exponent, as in 1e-3"),
  (".5e3", ".5e3 has no digit before its point; write 0.5e3"),
  ("1.2.", "1.2. is not a number in JSON, such as 12, -0.5 or 1e-3"),
  ("00", "00 starts with a 0 too many; write 0"),
  ("+x", "+x has a plus sign, which JSON does not have"),
  ("+1", "+1 has a plus sign; write 1"),
  ("-", "a digit must follow the minus sign"),
  ("1e", "1e has no digit after its e; write the exponent, as in 1e-3"),
  ("0x1F", "0x1F is not a number in JSON, such as 12, -0.5 or 1e-3"),
  ("1_000", "1_000 is not a number in JSON, such as 12, -0.5 or 1e-3"),
]) func `A number is refused with a sentence`(text: String, message: String) {
  let complaint = complaint(Array("[\(text)]".utf8))
  #expect(complaint?.message == message)
  #expect(complaint?.place == text)
}

@Test(arguments: ["0", "-0", "0.20", "1e308", "5e-324", "2E+3", "0e9999", String(repeating: "9", count: 308)])
func `A number keeps its text`(text: String) throws {
  #expect(
    try read("[ \(text) ]").content == .array([JSONValue(.number(text), at: 2..<(2 + text.utf8.count))]))
}

@Test func `A number of three hundred digits and more is held to a double`() {
  let nines = String(repeating: "9", count: 309)
  #expect(
    complaint(Array(nines.utf8))?.message
      == "\(nines.prefix(40))… is too large for a double, which ends at 1.8e308")
  let tiny = "0." + String(repeating: "0", count: 330) + "1"
  #expect(
    complaint(Array(tiny.utf8))?.message
      == "\(tiny.prefix(40))… is too small for a double, which starts at 5e-324; write 0")
}

@Test(arguments: [
  ("a\u{9}b", #"a string cannot contain a tab character; write it as \t"#, "\u{9}"),
  ("a\u{1B}b", #"a string cannot contain a control character; write it as \u001b"#, "\u{1B}"),
  (
    "a\nb",
    #"the string that starts here does not end on its line; end it with ", or write the line break as \n"#,
    "\"a"
  ),
  (#"\x41"#, #"\x is not an escape in JSON; a backslash itself is written \\"#, #"\x"#),
  (#"\é"#, #"\é is not an escape in JSON; a backslash itself is written \\"#, #"\é"#),
  (#"\u12G4"#, #"\u must be followed by four hexadecimal digits, as in \u00e9"#, #"\u12"#),
  (
    #"\ud834"#, #"\ud834 is half of a surrogate pair; write both halves, or the character itself"#, #"\ud834"#
  ),
  (
    #"\udd1e"#, #"\udd1e is half of a surrogate pair; write both halves, or the character itself"#, #"\udd1e"#
  ),
  (
    #"\ud834\n"#, #"\ud834 is half of a surrogate pair; write both halves, or the character itself"#,
    #"\ud834"#
  ),
  (
    #"\ud834\ud834"#, #"\ud834 is half of a surrogate pair; write both halves, or the character itself"#,
    #"\ud834"#
  ),
]) func `A string is refused with a sentence`(text: String, message: String, place: String) {
  let complaint = complaint(Array("[\"\(text)\"]".utf8))
  #expect(complaint?.message == message)
  #expect(complaint?.place == place)
}

@Test func `The escapes of a string are resolved`() throws {
  let value = try read(#""\"\\\/\b\f\n\r\t\u00e9\ud834\udd1e∂""#)
  #expect(value.content == .string("\"\\/\u{8}\u{C}\n\r\té𝄞∂"))
}

@Test(
  arguments: [
    ([0xFF, 0xFE, 0x5B, 0x00], "the text is encoded as UTF-16, but must be UTF-8; save it again as UTF-8"),
    ([0xFE, 0xFF, 0x00, 0x5B], "the text is encoded as UTF-16, but must be UTF-8; save it again as UTF-8"),
    ([0x5B, 0x00, 0x5D, 0x00], "the text is encoded as UTF-16, but must be UTF-8; save it again as UTF-8"),
    ([0x00, 0x5B, 0x00, 0x5D], "the text is encoded as UTF-16, but must be UTF-8; save it again as UTF-8"),
    ([0xFF, 0xFE, 0x00, 0x00], "the text is encoded as UTF-32, but must be UTF-8; save it again as UTF-8"),
    ([0x00, 0x00, 0x00, 0x5B], "the text is encoded as UTF-32, but must be UTF-8; save it again as UTF-8"),
    ([0x5B, 0x00, 0x00, 0x00], "the text is encoded as UTF-32, but must be UTF-8; save it again as UTF-8"),
    (
      [0x22, 0xC0, 0xAF, 0x22],
      "the bytes C0 AF are an overlong form, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xE0, 0x80, 0xAF, 0x22],
      "the bytes E0 80 AF are an overlong form, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xE0, 0x9F, 0xBF, 0x22],
      "the bytes E0 9F BF are an overlong form, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xF0, 0x8F, 0xBF, 0xBF, 0x22],
      "the bytes F0 8F BF BF are an overlong form, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xED, 0xA0, 0x80, 0x22],
      "the bytes ED A0 80 are half of a surrogate pair, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      "the bytes F4 90 80 80 are beyond U+10FFFF, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xE9, 0x22],
      "the byte E9 is a character cut off, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0x80, 0x22],
      "the byte 80 is in the middle of no character, so the text is not UTF-8; save it again as UTF-8"
    ),
    (
      [0x22, 0xFF, 0x22],
      "the byte FF is never part of UTF-8, so the text is not UTF-8; save it again as UTF-8"
    ),
  ] as [([UInt8], String)]) func `A text in another encoding is refused`(bytes: [UInt8], message: String)
{
  #expect(complaint(bytes)?.message == message)
}

@Test func `A byte order mark and CRLF are passed over`() throws {
  #expect(try read("\u{FEFF}[\r\n]\r\n").content == .array([]))
}

@Test func `Places of values and keys are kept`() throws {
  guard case .object(let members) = try read(#"{ "é": [ null ], "b":true}"#).content else {
    Issue.record("no object")
    return
  }
  #expect(members.map(\.keyRange) == [2..<6, 18..<21])
  #expect(members.map(\.value.range) == [8..<16, 22..<26])
}

@Test func `Keys that only look alike are two keys`() throws {
  _ = try read("{\"\u{E9}\": 1, \"e\u{301}\": 2}")
}

@Test func `Sixty-four levels are read, and one more is refused`() throws {
  let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
  _ = try read(deep(64))
  let complaint = complaint(Array(deep(65).utf8))
  #expect(complaint?.message == "arrays and objects are nested more than 64 levels deep, which is the limit")
}

@Test func `A text above 16 MiB is refused before it is read`() {
  let bytes = [UInt8](repeating: UInt8(ascii: "!"), count: JSONValue.byteLimit + 1)
  #expect(complaint(bytes)?.message == "the text has more than 16 MiB, which is the limit")
}

@Test(arguments: [
  ("\u{301}", 1), (#"\u0301"#, 1), ("\u{327}\u{301}\u{323}", 3), ("\u{F73}", 1), ("\u{5B0}", 1),
  ("\\u0323\u{301}", 2),
])
func `A character has thirty marks on it at most, written out or escaped`(marks: String, count: Int) {
  let most = String(repeating: marks, count: 30 / count)
  #expect(complaint(Array("\"e\(most)e\(most)\"".utf8)) == nil)
  let said = complaint(Array("[1,\n\"e\(most)\(marks)\"]".utf8))
  #expect(said?.message.hasPrefix("more than 30 accents or other marks are on one character here") == true)
  #expect(said?.place.isEmpty == false)
}

@Test(arguments: ["\u{327}\u{301}\u{323}", #"\u0327\u0301\u0323"#])
func `A hundred thousand marks on one character are not put in order`(marks: String) {
  let pile = String(repeating: marks, count: 100_000)
  for text in ["\"a\(pile)\"", "{ \"a\(pile)\": 1, \"b\(pile)\": 2 }"] {
    #expect(complaint(Array(text.utf8)) != nil)
  }
}
