extension Notation {
  /// Where courses differ in their letters.
  struct Letters {
    var weight = "w"
    /// All weights of a layer.
    var weightMatrix = "W"
    var weightedInput = "z"
    var activation = "a"
    /// The activation of layer 0, where it has a letter of its own.
    var input: String?
    var cost = "C"
    /// ∂C/∂z, where it has a letter of its own.
    var error: String?
    var layersHaveParentheses = true
    /// Whether there is a comma between indices below 10 as well.
    var indicesHaveCommas = false
  }

  /// What books call ∂C/∂z, whatever the notation.
  public static let error = "δ"

  /// The table.
  var letters: Letters {
    switch alphabet {
    case .threeBlueOneBrown: Letters()
    case .nielsen: Letters(weightMatrix: "w", error: Self.error, layersHaveParentheses: false)
    case .slides:
      Letters(
        weight: "W", weightedInput: "f", activation: "g", input: "x", cost: "ℒ", indicesHaveCommas: true)
    }
  }
}
