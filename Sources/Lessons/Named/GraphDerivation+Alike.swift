import Backprop
import Documents
import Formulas

/// What repeats is spelled out once: of many entries that are computed alike the first, and the numbers of all in a table.
extension GraphDerivation {
  /// Fewer entries than these are spelled out one by one.
  private static let fewestAlike = 5

  /// Those of some entries that are spelled out: the first of each form where many of one array have the same.
  func spelled(_ group: [Graph.ID], form: (Graph.ID) -> [Formula: Int]) -> Set<Graph.ID> {
    let isArray = Set(group.map { graph.quantity(of: $0).symbol }).count == 1
    guard isArray, !spellsAll, group.count >= Self.fewestAlike else { return Set(group) }
    var known: Set<[Formula: Int]> = []
    let first = group.filter { known.insert(form($0)).inserted }
    return Set(group.count - first.count + 1 >= Self.fewestAlike ? first : group)
  }

  /// How an entry is computed, whatever it is computed from.
  func form(of id: Graph.ID) -> [Formula: Int] { [steps.value(of: id).formula.blank: 1] }

  /// The forms of the local gradients by an entry, and of the derivative that they lead to, in any order.
  func form(backTo id: Graph.ID) -> [Formula: Int] {
    let (factors, total) = steps.backward(to: id)
    return (factors + (total.map { [$0] } ?? [])).reduce(into: [:]) { $0[$1.formula.blank, default: 0] += 1 }
  }

  /// The numbers of all entries of a group, of which only some are spelled out.
  func tables(of group: [Graph.ID], called name: (Graph.ID) -> Formula, _ array: Formula) -> [Block] {
    [.paragraph(say(GraphPhrase.alike(array)))] + tables(of: group, "\(array)", called: name)
  }
}

extension Formula {
  /// The same with a blank for each name.
  fileprivate var blank: Formula {
    let blank = Formula.symbol(Symbol(.entry))
    return substituting { $0.isName ? blank : nil }
  }
}
