import Backprop
import Formulas
import Lessons

/// What a lesson gives.
extension GraphProgram {
  /// Whether a quantity is given within the function of a cost, since some of its entries are computed there.
  func isInside(_ given: (quantity: Graph.Quantity, ids: [Graph.ID])) -> Bool {
    library == .jax && given.ids.count < given.quantity.entries.count && !arguments(given)
  }

  /// Whether derivatives are taken by entries of a quantity.
  func arguments(_ given: (quantity: Graph.Quantity, ids: [Graph.ID])) -> Bool {
    let by = Set(lesson.by)
    return given.ids.contains(where: by.contains)
  }

  /// The variables by which derivatives are taken.
  var arguments: [String] {
    var names = names
    return quantities { graph.given[$0] != nil }.filter(arguments).map { names.variable($0.quantity.name) }
  }

  /// The lines that give a quantity its numbers.
  mutating func given(_ given: (quantity: Graph.Quantity, ids: [Graph.ID])) -> [String] {
    let name = names.variable(given.quantity.name)
    let numbers = given.ids.map { id in
      PythonText.real(
        PythonExpression(graph.given[id] ?? Numeral(integer: 0)), for: library)
    }
    let isLeaf = library == .pytorch && arguments(given)
    let option = isLeaf ? ", requires_grad=True" : ""
    guard given.quantity.rank > 0 else {
      let number = numbers.first ?? "0.0"
      return ["\(name) = " + (library == .pytorch ? "torch.tensor(\(number)\(option))" : number)]
    }
    dictionaries.insert(name)
    let entries = zip(given.ids, numbers).map { "\(key(graph.indices(of: $0))): \($1)" }
    let dictionary = "{" + entries.joined(separator: ", ") + "}"
    return PythonText.wrapped(
      "\(name) = ", library == .pytorch ? "tensors(\(dictionary)\(option))" : dictionary)
  }

  /// The key of an entry in a dictionary.
  func key(_ indices: [Int]) -> String {
    let list = indices.map(String.init).joined(separator: ", ")
    return indices.count == 1 ? list : "(\(list))"
  }
}
