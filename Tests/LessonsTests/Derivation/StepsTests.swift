import Backprop
import Formulas
import Testing

@testable import Lessons

@Suite struct `The steps of a derivation` {
  /// The names that these need, found the obvious slow way: from the last step to the first.
  private static func needed(for names: Set<Formula>, in steps: [Step]) -> Set<Formula> {
    var needed = names
    for step in steps.reversed() where needed.contains(step.name) {
      needed.formUnion(step.formula.names + (step.whenSaturated?.names ?? []))
    }
    return needed
  }

  @Test(arguments: 0..<UInt64(12))
  func `What a name needs is found without making the others`(seed: UInt64) {
    let lesson = Chains.randomLayers(seed: seed, examples: 1 + Int(seed % 3))
    let layout = Layout(lesson.objective)
    let examples = lesson.examples.indices.map { Steps(lesson, layout, example: $0) }
    let total =
      layout.costHasParts
      ? Total(
        lesson, layout, derived: Array(lesson.examples.indices), parameters: Array(0..<layout.parameterCount))
      : nil
    let all = examples.flatMap(\.all) + (total?.all ?? [])
    for name in Set(stride(from: Int(seed) % 4, to: all.count, by: 4).map { all[$0].name }) {
      #expect(
        Steps.names(neededFor: [name], in: examples, and: total?.all ?? [])
          == Self.needed(for: [name], in: all), "seed \(seed), \(name)")
    }
  }

  @Test(arguments: Catalog.layered)
  func `A step is found by its name`(lesson: String) throws {
    let lesson = try Lesson(json: #require(Catalog.source(of: lesson)))
    let layout = Layout(lesson.objective)
    // All steps of the digit are too many.
    guard layout.parameterCount < 200 else { return }
    let steps = Steps(lesson, layout, example: 0)
    for step in steps.all {
      let found = steps.steps(of: step.name)
      #expect(found.contains { $0.formula == step.formula }, "\(step.name)")
      #expect(found.allSatisfy { $0.name == step.name })
    }
    #expect(steps.steps(of: .symbol(layout.symbol(0, example: 0))).isEmpty)
  }

  @Test(arguments: 1...20)
  func `A sum of which only the first terms are made is the same as one that is cut`(count: Int) {
    let terms = (0..<count).map { Formula.power(.integer($0), 2) }
    var (made, cut) = (LongSums(.squares), LongSums(.squares))
    #expect(made.total(count) { terms[$0] } == cut.short(.total(terms)))
    #expect(made.others.keys == cut.others.keys)
    #expect(made.others.isEmpty == (count <= LongSums.mostTerms))
    for (name, rest) in made.others {
      #expect(rest.count == count - LongSums.firstTerms)
      let sum = terms.dropFirst(LongSums.firstTerms).reduce(0) { $0 + $1.evaluated { _ in .nan } }
      #expect(rest.evaluated { _ in .nan } == sum)
      #expect(cut.others[name]?.evaluated { _ in .nan } == sum)
    }
  }
}
