import Backprop
import Formulas
import Lessons

/// The derivatives that are printed, under the names of the lesson.
extension GraphProgram {
  mutating func shown() -> [String] {
    var lines: [String] = []
    if graph.result.seeds == nil {
      let value =
        switch library {
        case .numpy: "float(\(result))"
        case .pytorch: "\(result).item()"
        case .jax: "float(value)"
        }
      lines.append(library.printing(steps.result.name, value, digits: digits))
    }
    let by = Set(lesson.by)
    let arguments = arguments
    for (quantity, ids) in quantities(where: by.contains) {
      guard let variable = variable(of: quantity, arguments) else { continue }
      // In NumPy the derivatives are a dictionary of their own, by the indices of the result and of the quantity.
      let result = library == .numpy ? Array(steps.result.indices) : []
      func entry(_ id: Graph.ID) -> String {
        let place = result + graph.indices(of: id)
        return place.isEmpty ? variable : "\(variable)[\(place.map(String.init).joined(separator: ", "))]"
      }
      let label = "d\(steps.result.name)/d\(quantity.name)"
      let isWhole = result.isEmpty && ids.count == quantity.entries.count
      let shown =
        isWhole
        ? variable
        : quantity.rank == 0
          ? entry(ids[0])
          : "{" + ids.map { "\(key(graph.indices(of: $0))): \(entry($0))" }.joined(separator: ", ") + "}"
      lines += PythonText.call("show(", ["\"\(label)\"", shown], ")")
    }
    return lines
  }

  /// Where the derivatives by a quantity are.
  private mutating func variable(of quantity: Graph.Quantity, _ arguments: [String]) -> String? {
    let name = names.variable(quantity.name)
    switch library {
    case .numpy: return names.variable("d\(steps.result.whole.name)_d\(quantity.name)")
    case .pytorch: return name
    case .jax: return arguments.firstIndex(of: name).map { "gradient[\($0)]" }
    }
  }
}
