import Testing

@testable import Lessons

private func lesson(inputs: Int = 1, layers: [String], examples: Int = 0) -> String {
  let example = #"{"inputs":[1],"targets":[1]}"#
  return """
    {"network":{"inputs":\(inputs),"layers":[\(layers.joined(separator: ","))]},"cost":"squared-error",
    "examples":[\(repeatElement(example, count: max(examples, 1)).joined(separator: ","))]}
    """
}

private func drawn(_ neurons: Int) -> String {
  #"{"activation":"tanh","neurons":\#(neurons),"initializer":{"gaussian":{"seed":1}}}"#
}

private func messages(_ text: String) -> [String] {
  complaints(text).compactMap { $0.split(separator: " ▸ ").last.map(String.init) }
}

@Test func `Sixty-four layers are read, and one more is refused`() {
  #expect(messages(lesson(layers: Array(repeating: drawn(1), count: 64))) == [])
  #expect(
    messages(lesson(layers: Array(repeating: drawn(1), count: 65)))
      == ["the network has 65 layers; at most 64 are allowed"])
  #expect(messages(lesson(layers: [])) == ["the network has no layers; it needs at least one"])
}

@Test func `A layer has 4,096 neurons at most`() {
  let row =
    #"{"activation":"tanh","weights":[\#(repeatElement("[1]", count: 4_097).joined(separator: ","))]}"#
  #expect(messages(lesson(layers: [row])) == ["layer 1 has 4,097 neurons; at most 4,096 are allowed"])
  #expect(
    messages(lesson(layers: [drawn(4_097)]))
      == ["the number of neurons of layer 1 must be a whole number from 1 to 4,096, but is 4097"])
  #expect(
    messages(lesson(inputs: 4_097, layers: [drawn(1)]))
      == [#""inputs" must be a whole number from 1 to 4,096, but is 4097"#])
}

@Test func `Nothing is drawn for a network above a million parameters`() {
  #expect(
    messages(lesson(layers: Array(repeating: drawn(4_096), count: 63) + [drawn(1)]))
      == ["the network has 1,040,453,633 parameters; at most 1,000,000 are allowed"])
}

@Test func `Parameters times examples have a limit`() {
  // 1 × 2,000 weights and 2,000 biases, then 2,000 weights and 1 bias: 6,001.
  let layers = [drawn(2_000), drawn(1)]
  #expect(messages(lesson(layers: layers, examples: 16_663)) == [])
  #expect(
    messages(lesson(layers: layers, examples: 16_664))
      == ["16,664 examples times 6,001 parameters is 100,000,664; at most 100,000,000 is allowed"])
}

@Test func `The first twenty problems are kept, and all are counted`() throws {
  let values = repeatElement("null", count: 30).joined(separator: ",")
  let text = lesson(inputs: 30, layers: [#"{"activation":"tanh","weights":[[\#(values)]]}"#])
  let error = try #require(throws: LessonError.self) { try Lesson(json: Array(text.utf8)) }
  #expect(error.problems.count == 20)
  #expect(error.count == 31)
  #expect(error.problems.first?.message == "layer 1, neuron 1, weight 1 must be a number, but is null")
  #expect(error.description(path: "a.json").hasSuffix("\na.json: error: 11 more problems, not shown"))
}
