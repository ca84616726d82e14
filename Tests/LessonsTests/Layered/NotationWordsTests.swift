import Formulas
import Testing

@testable import Lessons

/// A document as text in lines of any length, without what the author of the lesson says.
private func document(
  _ lesson: Lesson, in notation: Notation, only: [String] = [], paths: String? = nil
) throws -> String {
  var lesson = lesson
  lesson.title = nil
  lesson.summary = nil
  var settings = Settings()
  settings.notation = notation
  settings.only = only
  settings.paths = paths
  var text = ""
  try WorkedExample(lesson, settings: settings).write(as: .text, to: &text)
  return text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
}

/// All but the one whose parameters take seconds to be nudged.
private let names = Catalog.layered.filter { $0 != "digit" }

private func builtIn(_ name: String) throws -> Lesson {
  try Lesson(json: try #require(Catalog.source(of: name)))
}

/// Saturated, on a kink, beyond a double: what is seldom said is said of some of them.
private let odd = [
  Chains.chain([(.sigmoid, "40", "10"), (.tanh, "30", nil), (.sigmoid, "-1.5", "0.2")]),
  Chains.chain([(.relu, "0.5", "-0.4"), (.identity, "2", "0.1")], cost: .halfSquaredError),
  Chains.chain([(.sigmoid, "800", nil)], y: "0", cost: .binaryCrossEntropy),
  Chains.chain([(.tanh, "2", nil)], cost: .meanSquaredError, rate: "1e300"),
]

private let foreign = ["weighted input", "cost", "Cost"]

@Test(arguments: names)
func `The slides of a lesson have no weighted input, no cost, and no letters of another course`(name: String)
  throws
{
  let text = try document(try builtIn(name), in: .slides)
  #expect(foreign.filter(text.contains) == [])
  #expect(text.contains("pre-activation") && text.contains("loss") && text.contains("ℒ"))
  // A letter with an index or a layer.
  let (letters, marks) = (Set("zawC".unicodeScalars), Set("₀₁₂₃₄₅₆₇₈₉⁽¹²³".unicodeScalars))
  let strange = zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).first { letter, mark in
    letters.contains(letter) && marks.contains(mark)
  }
  #expect(strange == nil)
  #expect(!text.contains("∇C") && !text.contains("∂C"))
}

@Test(arguments: odd.indices)
func `Nor have the slides of odd lessons`(index: Int) throws {
  let text = try document(odd[index], in: .slides, paths: "w1")
  #expect(foreign.filter(text.contains) == [])
}

@Test(arguments: 1...15 as ClosedRange<UInt64>)
func `Nor have those of random ones`(seed: UInt64) throws {
  for lesson in [Chains.random(seed: seed), Chains.randomLayers(seed: seed)] {
    guard let text = try? document(lesson, in: .slides) else { continue }
    #expect(foreign.filter(text.contains) == [], "seed \(seed)")
  }
}

/// Whether it begins like δ₁² = ∂C₃/∂z.
private func isDefinition(_ text: Substring) -> Bool {
  text.contains(/^δ[₀-₉]*[⁴-⁹¹²³] = ∂C[₀-₉]*\/∂z/)
}

/// The first δ of a layer in a document, with what follows.
private func firstError(_ text: String) -> Substring? {
  text.firstRange(of: /δ[₀-₉⁰-⁹¹²³]/).map { text[$0.lowerBound...].prefix(20) }
}

@Test(arguments: names)
func `Where δ is first met, it is said to be the derivative of the cost by z, and no layer is in parentheses`(
  name: String
) throws {
  let lesson = try builtIn(name)
  let last = lesson.layers.count
  let weights = lesson.isChain ? ["w1", "w\(last)"] : ["w1[1,1]", "w\(last)[1,1]"]
  for only in [[], [weights[0]], [weights[1]]] {
    let text = try document(lesson, in: .nielsen, only: only)
    #expect(!text.contains("⁽"))
    // A part of a chain may have the factors of δ everywhere, and no δ.
    guard let first = firstError(text) else {
      #expect(lesson.isChain && !only.isEmpty)
      continue
    }
    #expect(isDefinition(first), "\(only): \(first)")
  }
}

@Test func `So it is where the first example needs none`() throws {
  let text = try document(try builtIn("xor"), in: .nielsen, only: ["C3", "dC/dz1[2]@4"])
  let first = try #require(firstError(text))
  #expect(isDefinition(first), "\(first)")
}

@Test func `Whoever reads other letters than the default is told what to know of them`() throws {
  let lesson = try builtIn("two-neurons")
  #expect(try document(lesson, in: .nielsen).contains("a raised number is the layer, not a power"))
  #expect(
    try document(lesson, in: .slides).contains(
      "pre-activation of a neuron is called f here, and its activation g"))
}
