import Formulas

/// What people write in place of a name.
extension Rewriter {
  /// What is multiplied in without reason.
  func extra(_ sibling: Label.Sibling) -> Formula? {
    switch sibling {
    case .own: other(exercise.lines[line].name, .own)
    case .kind(let kind): roles.name(role.with(kind: kind))
    case .layer, .input, .neuron, .example, .transposed, .transposedLayer, .ofNeuron, .other: nil
    }
  }

  /// The sibling of a name.
  func other(_ name: Formula, _ sibling: Label.Sibling) -> Formula? {
    guard let entry = exercise.entries[name] else { return nil }
    let own = roles.all[entry]
    switch sibling {
    case .layer(let offset): return own.layer.flatMap { roles.nearest(own.with(layer: $0 + offset)) }
    case .transposedLayer(let offset):
      guard own.indices.count == 2 else { return nil }
      return own.layer.flatMap {
        roles.nearest(own.with(layer: $0 + offset).with(indices: own.indices.reversed()))
      }
    case .ofNeuron:
      guard role.kind == .weightGradient, own.kind == .activation else { return nil }
      return roles.nearest(role.with(kind: .activation).with(indices: Array(role.indices.prefix(1))))
    case .input:
      guard let layer = own.layer, layer > 1, own.kind == .activation else { return nil }
      return roles.name(own.with(layer: 0))
    case .neuron(let offset):
      let family = roles.family(of: own)
      // A weight has two numbers: its siblings are found by those of what it multiplies.
      guard own.indices.count < 2, offset < family.count, let place = family.firstIndex(of: name) else {
        return nil
      }
      return family[(place + offset) % family.count]
    case .example(let offset):
      guard let example = own.example, roles.examples > 1 else { return nil }
      return roles.name(own.with(example: (example - 1 + offset) % roles.examples + 1))
    case .transposed:
      return own.indices.count == 2 ? roles.name(own.with(indices: own.indices.reversed())) : nil
    case .kind(let kind): return roles.name(own.with(kind: kind))
    case .own:
      switch role.kind {
      case .weightGradient: return roles.name(role.with(kind: .weight).with(example: nil))
      case .biasGradient: return roles.name(role.with(kind: .bias).with(example: nil))
      case .localGradient, .derivative:
        guard case .partial(_, let below) = exercise.lines[line].name else { return nil }
        return .symbol(below)
      default: return nil
      }
    case .other: return nil
    }
  }
}

extension Role.Kind {
  /// What has nearly the same meaning, and the same number and layer.
  var neighbours: [Role.Kind] {
    switch self {
    case .activation: [.weightedInput, .slope]
    case .weightedInput: [.activation]
    case .slope: [.activation]
    case .error, .outputError: [.passed]
    case .passed, .costSlope: [.error]
    case .weight, .bias, .target, .cost, .penalty, .totalCost, .otherSlope, .weightGradient, .biasGradient,
      .share, .penaltySlope, .totalWeightGradient, .totalBiasGradient, .onward, .newWeight, .newBias, .named,
      .localGradient, .derivative, .update, .kept, .newKept, .constant, .rate, .other:
      []
    }
  }
}
