import Backprop
import Formulas

/// A quantity that somebody asked for by its name.
package enum Target: Hashable {
  /// A quantity itself, of an example where it belongs to one.
  case quantity(Layout.ID, example: Int?)
  /// ∂C/∂ of a quantity.
  case derivative(Layout.ID, example: Int?)
  /// ∂C_x/∂ of a quantity: of the cost of one example alone.
  case exampleDerivative(Layout.ID, example: Int)
  /// A parameter after the step.
  case updated(Layout.ID)
  /// ∂(of)/∂(by), one factor of the chain rule.
  case factor(of: Layout.ID, by: Layout.ID, example: Int?)
}

/// Turns names, as people type them, into quantities.
package struct TargetReader {
  private let layout: Layout
  private var ids: [String: (id: Layout.ID, example: Int?)] = [:]

  private let hasStep: Bool

  /// A reader for the names of a layout; those of new parameters mean something where there is a step of gradient descent.
  package init(_ layout: Layout, hasStep: Bool) {
    self.layout = layout
    self.hasStep = hasStep
    // Of many examples the names are those of the first, with another number.
    for id in 0..<layout.count where id != layout.penalty || layout.hasPenalty {
      let isShared = id < layout.parameterCount || id == layout.cost || id == layout.penalty
      ids[layout.symbol(id, example: isShared ? nil : 0).name] = (id, isShared ? nil : 0)
    }
  }

  /// The quantity of a name; throws `unknownQuantity`, with a suggestion, where there is none.
  ///
  /// Brackets may be given where there is one neuron; `w2` and `b2` mean the derivatives, `x` is a0, `delta2` is dC/dz2.
  package func read(_ text: String) throws(WorkedExampleError) -> Target {
    let name = text.filter { $0 != " " }
    if hasStep, name.hasPrefix("new"), let old = find(name.dropFirst(3)), old.id < layout.parameterCount {
      return .updated(old.id)
    } else if name.hasPrefix("d"), let slash = name.firstIndex(of: "/") {
      let (above, below) = (name[..<slash].dropFirst(), name[slash...].dropFirst())
      if below.first == "d", let of = find(above),
        let by = find(below.dropFirst()) ?? of.example.flatMap({ find("\(below.dropFirst())@\($0 + 1)") })
      {
        if of.id == layout.cost, by.id != layout.cost { return .derivative(by.id, example: by.example) }
        if of.id == layout.exampleCost, by.id != of.id, let example = of.example,
          (by.example ?? example) == example
        {
          return .exampleDerivative(by.id, example: example)
        }
        if (of.example ?? by.example) == (by.example ?? of.example) {
          return .factor(of: of.id, by: by.id, example: of.example ?? by.example)
        }
      }
    } else if name.hasPrefix("delta"), let error = find("z" + name.dropFirst(5)) {
      return .derivative(error.id, example: error.example)
    } else if let found = find(name) {
      return found.id < layout.parameterCount
        ? .derivative(found.id, example: nil) : .quantity(found.id, example: found.example)
    }
    throw .unknownQuantity(text, suggestion: meant(by: name))
  }

  private func find(_ name: some StringProtocol) -> (id: Layout.ID, example: Int?)? {
    let name = name.hasPrefix("x") ? "a0" + name.dropFirst() : String(name)
    let (first, example) = ofFirstExample(name)
    let plain = first.replacing("[1,1]", with: "").replacing("[1]", with: "")
    guard let found = ids[first] ?? ids[plain] else { return nil }
    guard let example else { return found }
    return found.example == nil ? nil : (found.id, example)
  }

  /// `z2@1` for `z2@3`, and `C1` for `C3`, with the example, counted from 0, if there is such a one.
  private func ofFirstExample(_ name: String) -> (String, example: Int?) {
    let digits = name.reversed().prefix { ("0"..."9").contains($0) }
    let stem = name.dropLast(digits.count)
    guard stem == "C" || stem.last == "@", let number = Int(String(digits.reversed())),
      (1...layout.exampleCount).contains(number)
    else { return (name, nil) }
    return ("\(stem)1", number - 1)
  }

  /// What was probably meant.
  private func meant(by name: String) -> String? {
    let names = names
    return fullName(of: name, among: names)
      ?? suggestion(for: name, among: names.filter { $0.first == name.first })
      ?? suggestion(for: name, among: names)
  }

  /// What a suggestion is taken from: not from the thousands of names of a large network.
  private var names: [String] {
    guard ids.count <= 2_000 else { return [] }
    return ids.keys.sorted() + ids.keys.sorted().filter { $0 != "C" }.map { "dC/d\($0)" }
  }
}
