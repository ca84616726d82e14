import Backprop
import Formulas
import Texts

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

extension Target {
  /// The example that it belongs to, counted from 0; `nil` where all of them have a part in it.
  var example: Int? {
    switch self {
    case .exampleDerivative(_, let example): example
    case .derivative(_, let example), .quantity(_, let example), .factor(_, _, let example): example
    case .updated: nil
    }
  }

  /// The parameter whose derivative it needs to show.
  func parameter(in layout: Layout) -> Layout.ID? {
    switch self {
    case .updated(let id): id
    case .derivative(let id, _), .exampleDerivative(let id, _): id < layout.parameterCount ? id : nil
    case .factor(let of, let by, _): of == layout.penalty && by < layout.parameterCount ? by : nil
    case .quantity: nil
    }
  }

  /// The name in a derivation.
  package func name(in layout: Layout) -> Formula {
    switch self {
    case .quantity(let id, let example): .symbol(layout.symbol(id, example: example))
    case .updated(let id):
      .partial(layout.symbol(layout.cost, example: nil), by: layout.symbol(id, example: nil))
    case .derivative(let id, let example):
      .partial(layout.symbol(layout.cost, example: nil), by: layout.symbol(id, example: example))
    case .exampleDerivative(let id, let example):
      .partial(
        layout.symbol(layout.exampleCost, example: example), by: layout.symbol(id, example: example))
    case .factor(let of, let by, let example):
      .partial(layout.symbol(of, example: example), by: layout.symbol(by, example: example))
    }
  }
}

/// Turns names, as people type them, into quantities.
package struct TargetReader {
  private let layout: Layout
  private let lesson: Lesson

  /// A reader for the names of a lesson, whose quantities are laid out like this.
  package init(_ lesson: Lesson, _ layout: Layout) {
    self.layout = layout
    self.lesson = lesson
  }

  /// The quantity of a name; throws `unknownQuantity`, with a suggestion, where there is none, and `notDerived` for what
  /// the lesson gives.
  ///
  /// Brackets may be given where there is one neuron; `w2` and `b2` mean the derivatives, `x` is a0, `delta2` is dC/dz2.
  package func read(_ text: String) throws(WorkedExampleError) -> Target {
    let name = text.filter { $0 != " " }
    if name.hasPrefix("new") {
      if let old = find(name.dropFirst(3)), lesson.moves(old.id, layout) { return .updated(old.id) }
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
    } else if let user = userOfGiven(name) {
      throw .notDerived(text, suggestion: user)
    }
    throw .unknownQuantity(text, suggestion: meant(by: name))
  }

  private func find(_ name: some StringProtocol) -> (id: Layout.ID, example: Int?)? {
    let (first, example) = ofFirstExample(name.hasPrefix("x") ? "a0" + name.dropFirst() : String(name))
    guard let found = layout.quantity(named: first) ?? layout.quantity(named: withoutNeuron(first)) else {
      return nil
    }
    guard let example else { return found }
    return found.example == nil ? nil : (found.id, example)
  }

  /// The name of a quantity that is computed from a target or from the learning rate; `nil` for a name of neither.
  private func userOfGiven(_ name: String) -> String? {
    if name == Symbol(.learningRate).name {
      guard lesson.learningRate != nil else { return nil }
      return layout.updated(layout.weight(layout.layerCount, 0, 0)).name
    }
    let (first, example) = ofFirstExample(name)
    let isTarget = (0..<(layout.widths.last ?? 0)).contains { j in
      [layout.target(j, example: 0).name, layout.target(j, example: nil).name]
        .contains { $0 == first || $0 == withoutNeuron(first) }
    }
    return isTarget
      ? layout.symbol(layout.exampleCost, example: layout.costHasParts ? example ?? 0 : nil).name : nil
  }

  /// The name as it is where a layer has a single neuron.
  private func withoutNeuron(_ name: String) -> String {
    name.replacing("[1,1]", with: "").replacing("[1]", with: "")
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
    if name.hasPrefix("new") {
      let old = String(name.dropFirst(3))
      // What no step changes has a value before it.
      if let found = find(old) { return layout.symbol(found.id, example: found.example).name }
      if old.hasPrefix("new") { return nil }
      return meant(by: old).flatMap { name in (try? read("new\(name)")).map { _ in "new \(name)" } }
    }
    // Of other factors than those of the cost, the trace knows which there are.
    if name.contains("/"), !name.hasPrefix("dC") { return nil }
    let names = names
    return fullName(of: name, among: names)
      ?? suggestion(for: name, among: names.filter { $0.first == name.first })
      ?? suggestion(for: name, among: names)
  }

  /// What a suggestion is taken from: not from the thousands of names of a large network.
  private var names: [String] {
    guard layout.count <= 2_000 else { return [] }
    // Of many examples the names are those of the first, with another number.
    let names = (0..<layout.count).filter { $0 != layout.penalty || layout.hasPenalty }
      .map { layout.symbol($0, example: layout.isShared($0) ? nil : 0).name }.sorted()
    return names + names.filter { $0 != "C" }.map { "dC/d\($0)" }
  }
}

extension Lesson {
  /// Whether the step of gradient descent changes a parameter of the layout.
  package func moves(_ id: Layout.ID, _ layout: Layout) -> Bool {
    learningRate != nil && id < layout.parameterCount && (trainsBiases || !layout.isBias(id))
  }
}
