import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// What a pocket calculator gives, also where doubles are a little below a whole number: 0.29 · 100 is 28.999999999999996.
@Test(arguments: [
  ("floor(x*100)", "0.29", 29.0, 0.0, true, "L = floor(x · 100) = floor(0.29 · 100) = 29"),
  ("mod(x, 0.1)", "0.3", 0, 1, true, "L = x − 0.1 · floor(x/0.1) = 0.3 − 0.1 · floor(0.3/0.1) = 0"),
  ("mod(x, 2)", "6", 0, 1, true, "L = x − 2 · floor(x/2) = 6 − 2 · floor(6/2) = 0"),
  ("floor(0.3 - x*3)", "0.1", 0, 0, true, "L = floor(0.3 − x · 3) = floor(0.3 − 0.1 · 3) = 0"),
  ("floor(exp(x))", "2.05", 7, 0, false, "L = floor(exp(x)) = floor(exp(2.05)) = 7"),
  ("floor(sqrt(x)^2)", "2", 2, 0, true, "L = floor((√(x))²) = floor((√(2))²) = 2"),
  ("floor(x)", "-0.5", -1, 0, false, "L = floor(x) = floor(−0.5) = −1"),
  ("floor(x)", "0.99999999999999", 0, 0, false, "L = floor(x) = floor(0.99999999999999) = 0"),
])
func
  `A number that is whole but for the rounding of doubles is whole under floor: its value, its line, its edge and its check`(
    text: String, x: String, value: Double, slope: Double, isAtEdge: Bool, line: String
  ) throws
{
  let lesson = try NamedLesson(json: Array(#"{ "given": { "x": \#(x) }, "graph": ["L = \#(text)"] }"#.utf8))
  let trace = GraphTrace<Double>(lesson.graph)
  #expect(CleanTrace(trace).value(1) == value && trace.gradients[0] == slope)
  let blocks = try GraphNarrator(lesson, settings: Settings()).blocks()
  let plain = Typesetter(notation: .threeBlueOneBrown, markup: UnicodeMarkup())
  let lines = blocks.flatMap(\.equations).map { plain.text($0) }
  #expect(lines.contains(line), "\(lines)")
  let writer = TextWriter(notation: .threeBlueOneBrown)
  #expect(blocks.map(writer.text(of:)).joined().contains("at an edge") == isAtEdge)
  let check = GradientCheck(of: trace, by: [0])
  #expect(check.parameters.allSatisfy { $0.verdict != .disagrees })
}

@Test(arguments: [
  ("mod(x, 0)", "-7", "L is not a number in 'L = mod(x, 0)', as something is divided by 0"),
  ("1/(x - x)", "2", "L is infinite in 'L = 1/(x - x)', as something is divided by 0"),
  ("exp(x)", "1000", "L is infinite in 'L = exp(x)', so nothing can be derived; change the numbers"),
])
func `Where a value is not finite, it is said why, as far as it is known, and what to do`(
  text: String, x: String, said: String
) throws {
  let lesson = try NamedLesson(json: Array(#"{ "given": { "x": \#(x) }, "graph": ["L = \#(text)"] }"#.utf8))
  var message = ""
  do { _ = try GraphNarrator(lesson, settings: Settings()) } catch { message = "\(error)" }
  #expect(message.replacing("\\'", with: "'").contains(said), "\(message)")
}
