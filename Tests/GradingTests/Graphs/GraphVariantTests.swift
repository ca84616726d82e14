import Backprop
import Formulas
import Lessons
import Testing

@testable import Grading

private func givens(_ lesson: NamedLesson) -> [Numeral] { lesson.graph.given.compactMap(\.self) }

@Test(arguments: graphs.keys.sorted())
func
  `A variant of a graph has other numbers of the same signs, with as many digits, whole where they are whole`(
    name: String
  ) throws
{
  let own = try graph(name)
  for seed in 1...4 as ClosedRange<UInt64> {
    let variant = try Variant.lesson(of: own, seed: seed) { _ in true }
    #expect(try givens(Variant.lesson(of: own, seed: seed) { _ in true }) == givens(variant))
    for (new, old) in zip(givens(variant), givens(own)) {
      #expect(new.isNegative == old.isNegative && (new.value == 0) == (old.value == 0))
      #expect(
        new.digits.filter { $0 != "." }.drop { $0 == "0" }.count
          == old.digits.filter { $0 != "." }.drop { $0 == "0" }.count)
      #expect(
        (new.digits.split(separator: ".").dropFirst().first ?? "").count
          == (old.digits.split(separator: ".").dropFirst().first ?? "").count)
    }
    #expect(givens(variant) != givens(own))
    #expect(variant.graph.formula(of: own.graph.count - 1) == own.graph.formula(of: own.graph.count - 1))
    #expect(
      variant.summary?.hasPrefix("Variant \(seed) of this lesson: the same graph with other numbers.") == true
    )
    let values = try Exercise(variant).values
    #expect(values.allSatisfy { $0.isFinite })
  }
}

@Test func `Numbers that are used as an index stay`() throws {
  let own = try graph("index")
  let variant = try Variant.lesson(of: own, seed: 3) { _ in true }
  for quantity in own.graph.quantities where quantity.isIndex {
    for id in quantity.entries { #expect(variant.graph.given[id] == own.graph.given[id]) }
  }
}

@Test(arguments: ["maximum", "absolute", "close"])
func `No variant is near a kink`(name: String) throws {
  let own = try graph(name)
  for seed in 1...100 as ClosedRange<UInt64> {
    let graph = try Variant.lesson(of: own, seed: seed) { _ in true }.graph
    let values: [Double] = graph.values()
    for id in 0..<graph.count where graph.given[id] == nil {
      graph.formula(of: id).forEachPart { part in
        func value(_ formula: Formula) -> Double {
          formula.evaluated { name in
            (0..<graph.count).first { .symbol(graph.symbol(of: $0)) == name }.map { values[$0] } ?? .nan
          }
        }
        if case .max(let x, let y) = part {
          #expect(abs(value(x) - value(y)) > 0.05 * max(abs(value(x)), abs(value(y))), "seed \(seed)")
        }
        if case .call(.magnitude, let x) = part { #expect(abs(value(x)) > 0.01, "seed \(seed)") }
      }
    }
  }
}

@Test func `Mistakes that give the same answers make for another draw of a graph`() throws {
  let own = try graph("reuse")
  let first = try Variant.lesson(of: own, seed: 1) { _ in true }
  let other = try Variant.lesson(of: own, seed: 1) { exercise in
    (exercise.subject as? GraphSubject).map { givens($0.lesson) } != givens(first)
  }
  #expect(givens(other) != givens(first))
  let nearest = try Variant.lesson(of: own, seed: 1) { _ in false }
  #expect(nearest.summary?.contains("No numbers were found") == true)
  #expect(try Exercise(Variant.lesson(of: own, seed: 1)).tellsMistakesApart(digits: 4))
}
