import Backprop
import Formulas
import Testing

@testable import Lessons

@Suite struct `The steps of a derivation` {
  /// The names that these need, found the obvious slow way: from the last step to the first.
  private static func needed(for names: Set<Formula>, in steps: [Graph.Step]) -> Set<Formula> {
    var needed = names
    for step in steps.reversed() where needed.contains(step.name) {
      needed.formUnion(step.formula.names + (step.whenSaturated?.names ?? []))
    }
    return needed
  }

  /// The steps of every example, and from their costs to the total cost.
  private static func steps(of lesson: Lesson) -> (sources: [Steps], all: [Graph.Step]) {
    let layout = Layout(lesson.objective)
    let examples = lesson.examples.indices.map { Steps(lesson, layout, example: $0) }
    let whole = layout.costHasParts ? [Steps(lesson, layout, example: nil)] : []
    let kinds =
      examples.map { $0.graph.kinds() }
      + whole.map { $0.graph.kinds(by: Array(0..<layout.parameterCount), onwardTo: Array(examples.indices)) }
    let sources = examples + whole
    return (sources, zip(sources, kinds).flatMap { steps, kinds in kinds.flatMap(steps.steps) })
  }

  @Test(arguments: 0..<UInt64(12))
  func `What a name needs is found without making the others`(seed: UInt64) {
    let lesson = Chains.randomLayers(seed: seed, examples: 1 + Int(seed % 3))
    let (sources, all) = Self.steps(of: lesson)
    for name in Set(stride(from: Int(seed) % 4, to: all.count, by: 4).map { all[$0].name }) {
      #expect(
        Steps.names(neededFor: [name], in: sources) == Self.needed(for: [name], in: all),
        "seed \(seed), \(name)")
    }
  }

  @Test(arguments: Catalog.layered)
  func `A step is found by its name`(lesson: String) throws {
    let lesson = try Lesson(json: #require(Catalog.source(of: lesson)))
    let layout = Layout(lesson.objective)
    // All steps of the digit are too many.
    guard layout.parameterCount < 200 else { return }
    for steps in Self.steps(of: lesson).sources where steps.graph.example != nil {
      for kind in steps.graph.kinds() {
        #expect(steps.graph.kind(of: steps.graph.name(of: kind)) == kind)
        #expect(steps.step(kind)?.name == steps.graph.name(of: kind))
      }
      #expect(steps.graph.kind(of: .symbol(layout.symbol(0, example: 0))) == nil)
    }
  }

  @Test(arguments: 1...20)
  func `A sum of which only the first terms are made is the same as one that is cut`(count: Int) {
    let terms = (0..<count).map { Formula.power(.integer($0), 2) }
    var (made, cut) = (LongSums(), LongSums())
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
