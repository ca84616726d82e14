import Testing

@testable import Texts

// What this target is for: from bytes to values that know where they were read, and problems that show the place.

@Test func `A value of JSON knows the bytes that it was read from`() throws {
  let text = #"{ "x": [1, 2.50] }"#
  let value = try JSONValue(parsing: Array(text.utf8))
  guard case .object(let members) = value.content, case .array(let numbers) = members[0].value.content else {
    Issue.record("no object of an array")
    return
  }
  #expect(numbers[1].content == .number("2.50"))
  #expect(numbers[1].range == 11..<15)
}

@Test func `A text that is no JSON gives one problem at the first place where it is none`() {
  #expect(throws: Problem(at: 6..<7, "there is a comma before the closing ]; remove the comma")) {
    try JSONValue(parsing: Array("[1, 2 , ]".utf8))
  }
}

@Test func `A cursor never leaves its part of the text`() {
  var cursor = Cursor(Array("a + b".utf8), 2..<3)
  let (takesPlus, takesBlank) = (cursor.take("+"), cursor.take(" "))
  #expect(takesPlus && !takesBlank)
  #expect(cursor.isAtEnd && cursor.next == nil)
}

@Test func `Of many problems the first twenty are kept, in the order of their place, and all are counted`() {
  var problems = ProblemList()
  for place in (0..<50).reversed() { problems.add(at: place..<(place + 1), "wrong") }
  #expect(problems.count == 50)
  #expect(problems.first.map(\.range.lowerBound) == Array(0..<20))
}
