import Backprop
import Formulas
import Lessons

/// Draws other given numbers for a lesson of named quantities, again and again.
struct GraphDraw {
  private let lesson: NamedLesson
  private var generator: SplitMix64
  /// The entries that get other numbers.
  private let drawn: [(id: Graph.ID, own: Numeral)]

  init(_ lesson: NamedLesson, seed: UInt64) {
    self.lesson = lesson
    generator = SplitMix64(seed: seed)
    let graph = lesson.graph
    let all = graph.quantities.flatMap { quantity in
      quantity.isConstant || quantity.isIndex ? [] : quantity.entries.compactMap { graph.given[$0]?.value }
    }
    // A lone 1 may be a label, unless there is nothing else to draw.
    let keepsOnes = all.contains { $0 != 0 && $0 != 1 }
    drawn = graph.quantities.flatMap { quantity -> [(id: Graph.ID, own: Numeral)] in
      let given = quantity.entries.compactMap { id in graph.given[id].map { (id: id, own: $0) } }
      // Labels such as 0 and 1, constants, and numbers that are indices do not change.
      let saysYesOrNo = given.count > 1 && given.allSatisfy { $0.own.value == 0 || $0.own.value == 1 }
      return quantity.isConstant || quantity.isIndex || saysYesOrNo
        ? [] : given.filter { $0.own.value != 0 && !(keepsOnes && $0.own.value == 1) }
    }
  }

  /// The lesson with the next numbers: of the signs of its own, and of as many digits before and after the point.
  mutating func next() -> NamedLesson {
    var numbers: [Graph.ID: Numeral] = [:]
    for (id, own) in drawn { numbers[id] = another(own) }
    var result = lesson
    result.graph = lesson.graph.giving(numbers)
    return result
  }

  /// A number with as many digits that is neither 0 nor 1; the same number if there is none.
  private mutating func another(_ own: Numeral) -> Numeral {
    let parts = own.digits.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count > 1 ? parts[1].utf8.count : 0
    let figures = own.digits.filter { $0 != "." }.drop { $0 == "0" }
    guard own.denominator == nil, (1...Self.mostFigures).contains(figures.count) else { return own }
    let most = (0..<figures.count).reduce(1) { power, _ in power * 10 }
    let one = (0..<decimals).reduce(1) { power, _ in power < most ? power * 10 : power }
    for _ in 0..<Self.mostTries {
      let least = most / 10
      let number = least + below(most - least)
      let isShorter = decimals > 0 && number % 10 == 0
      if number == 0 || number == one && decimals < figures.count || isShorter { continue }
      let digits = String(number)
      let filled = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      let fraction = decimals > 0 ? ".\(filled.suffix(decimals))" : ""
      let exponent = own.exponent.map { "e\($0)" } ?? ""
      let text = "\(own.isNegative ? "-" : "")\(filled.dropLast(decimals))\(fraction)\(exponent)"
      if let drawn = Numeral(text) { return drawn }
    }
    return own
  }

  /// The most digits of a number that is drawn; the digits of longer numbers may have a meaning.
  private static let mostFigures = 6
  private static let mostTries = 20

  /// Evenly from 0 up to but not including `count`, to within 2⁻³².
  private mutating func below(_ count: Int) -> Int {
    Int(((generator.next() >> 32) &* UInt64(count)) >> 32)
  }
}
