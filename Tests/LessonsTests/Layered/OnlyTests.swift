import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

private let chain = Chains.chain([(.sigmoid, "1.2", "-0.3"), (.sigmoid, "-0.7", nil)])
private let surelyOff = Chains.chain([(.sigmoid, "1.2", nil)], y: "0", cost: .binaryCrossEntropy)

/// What stands on the left of each line.
private func lefts(_ lesson: Lesson, only: [String]) throws -> [String] {
  let typesetter = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  var derivation = Derivation(lesson, work: try Work(lesson, only: only), settings: Settings())
  return derivation.blocks().compactMap { block in
    if case .equation(let equation) = block { typesetter.piece(equation.left).text } else { nil }
  }
}

@Test(arguments: [
  (["a1"], ["z⁽¹⁾", "a⁽¹⁾"]),
  (["C"], ["z⁽¹⁾", "a⁽¹⁾", "z⁽²⁾", "a⁽²⁾", "C"]),
  (["da1/dz1"], ["z⁽¹⁾", "a⁽¹⁾", "∂a⁽¹⁾/∂z⁽¹⁾"]),
  (["dz2/da1"], ["∂z⁽²⁾/∂a⁽¹⁾"]),
  (["delta2"], ["z⁽¹⁾", "a⁽¹⁾", "z⁽²⁾", "a⁽²⁾", "∂C/∂a⁽²⁾", "∂a⁽²⁾/∂z⁽²⁾", "∂C/∂z⁽²⁾"]),
  (["dC/dz2[1]"], ["z⁽¹⁾", "a⁽¹⁾", "z⁽²⁾", "a⁽²⁾", "∂C/∂a⁽²⁾", "∂a⁽²⁾/∂z⁽²⁾", "∂C/∂z⁽²⁾"]),
  (["a1", "z1"], ["z⁽¹⁾", "a⁽¹⁾"]),
])
func `Only what a name needs is derived`(only: [String], names: [String]) throws {
  #expect(try lefts(chain, only: only) == names)
}

@Test(arguments: ["w2", "dC/dw2", "w2[1,1]", "dC/dw2[1,1]"])
func `A parameter's name means its derivative`(name: String) throws {
  let names = try lefts(chain, only: [name])
  #expect(names.contains("∂C/∂w⁽²⁾"))
  #expect(!names.contains("∂C/∂w⁽¹⁾"))
  #expect(try Work(chain, only: [name]).check.parameters.map(\.index) == [2])
}

@Test func `A step is derived for the parameter that was asked for`() throws {
  let names = try lefts(chain, only: ["new w1"])
  #expect(names.last == "new w⁽¹⁾")
  #expect(!names.contains("new w⁽²⁾"))
}

@Test func `The derivative by an input is derived where it is asked for`() throws {
  #expect(try lefts(chain, only: ["dC/dx"]).last == "∂C/∂a⁽⁰⁾")
  #expect(try !lefts(chain, only: []).contains("∂C/∂a⁽⁰⁾"))
}

@Test func `What cancels is still derived the long way`() throws {
  let names = try lefts(surelyOff, only: ["w1"])
  #expect(names.contains("∂C/∂a⁽¹⁾"))
  #expect(names.filter { $0 == "∂C/∂z⁽¹⁾" }.count == 2)
}

@Test(arguments: [
  ("w3", "w1"), ("z22", "z2"), ("dC/dw3", "dC/dw1"), ("b3", "b1"), ("new w3", "new w1"), ("new y", nil),
  ("da1/dw2", "dz2/dw2"), ("da2/dw1", "dz1/dw1"), ("dz1/dy", "dz1/dw1"),
  ("w2[1,2]", nil), ("", nil),
  ("d/d", nil), ("dC/d", nil), ("💥", nil), ("w1@2", nil),
])
func `A name that the lesson does not have is refused, with a suggestion if there is a near one`(
  name: String, meant: String?
) {
  let thrown = #expect(throws: WorkedExampleError.self) { try Work(chain, only: [name]) }
  guard case .unknownQuantity(name, let suggestion) = thrown else {
    Issue.record("not an unknown quantity: \(String(describing: thrown))")
    return
  }
  if let meant { #expect(suggestion == meant) }
}

@Test(arguments: [("y", "C"), ("y[1]", "C"), ("eta", "new w2")])
func `Of what the lesson gives nothing is derived, but something follows from it`(name: String, user: String)
{
  let thrown = #expect(throws: WorkedExampleError.self) { try Work(chain, only: [name]) }
  guard case .notDerived(name, user) = thrown else {
    Issue.record("not refused as given: \(String(describing: thrown))")
    return
  }
}

@Test func `What the step leaves alone has no new value to be asked for`() {
  var lesson = chain
  lesson.trainsBiases = false
  #expect(throws: Never.self) { try Work(lesson, only: ["new w1"]) }
  let thrown = #expect(throws: WorkedExampleError.self) { try Work(lesson, only: ["new b1"]) }
  guard case .unknownQuantity("new b1", "b1") = thrown else {
    Issue.record("not refused: \(String(describing: thrown))")
    return
  }
}

@Test func `What cancels still leads to the cost in the JSON of one name`() throws {
  var settings = Settings()
  settings.only = ["w1"]
  var text = ""
  try WorkedExample(surelyOff, settings: settings).write(as: .json, to: &text)
  for factor in [#""of": "C", "by": "a1""#, #""of": "a1", "by": "z1""#, #""of": "z1", "by": "w1""#] {
    #expect(text.contains(factor))
  }
}

@Test func `The trace in JSON holds what was asked for, and what it needs`() throws {
  var settings = Settings()
  settings.only = ["w2"]
  var text = ""
  try WorkedExample(chain, settings: settings).write(as: .json, to: &text)
  #expect(text.contains(#""gradient": { "w2": "#))
  #expect(text.contains(#"{ "of": "z2", "by": "w2""#))
  #expect(text.contains(#"{ "of": "C", "by": "a2""#))
  #expect(!text.contains(#""by": "w1""#))
  #expect(!text.contains(#""name": "b1""#))
}
