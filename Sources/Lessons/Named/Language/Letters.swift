/// The ways to write a name that are one name: `β1` and `beta1`, `x₁` and `x1`, `x̂` and `x_hat`.
package enum Letters {
  /// The English name of a Greek letter, with a capital where the letter is one.
  package static func greek(_ scalar: Unicode.Scalar) -> String? { greek[scalar] }

  /// What a mark over a letter is called, as it is written after the letter.
  package static func mark(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\u{302}": "_hat"
    case "\u{304}", "\u{305}": "_bar"
    case "\u{303}": "_tilde"
    default: nil
    }
  }

  /// A letter with a mark over it that Unicode has as one: `ŷ` is y_hat.
  package static func marked(_ scalar: Unicode.Scalar) -> String? { marked[scalar] }

  /// The digit of a small one below the line.
  package static func lowered(_ scalar: Unicode.Scalar) -> String? {
    (0x2080...0x2089).contains(scalar.value) ? String(scalar.value - 0x2080) : nil
  }

  /// The English names of all of them.
  package static let greekNames = Set(greek.values)

  private static let greek: [Unicode.Scalar: String] = {
    let small = [
      "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
      "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
      "ο": "omicron", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi",
      "χ": "chi", "ψ": "psi", "ω": "omega",
    ]
    // Other shapes of the same letters, and the micro sign.
    var all: [Unicode.Scalar: String] = [
      "ϵ": "epsilon", "ϑ": "theta", "ϕ": "phi", "µ": "mu", "ϱ": "rho", "ς": "sigma",
    ]
    for (letter, name) in small {
      guard let scalar = letter.unicodeScalars.first else { continue }
      all[scalar] = name
      if let capital = letter.uppercased().unicodeScalars.first {
        all[capital] = name.prefix(1).uppercased() + name.dropFirst()
      }
    }
    return all
  }()

  private static let marked: [Unicode.Scalar: String] = {
    var all: [Unicode.Scalar: String] = [:]
    for (mark, pairs) in [
      ("_hat", "âa êe îi ôo ûu ŷy ŵw ĉc ĝg ĥh ĵj ŝs ẑz ÂA ÊE ÎI ÔO ÛU ŶY ŴW ĈC ĜG ĤH ĴJ ŜS ẐZ"),
      ("_bar", "āa ēe īi ōo ūu ȳy ḡg ĀA ĒE ĪI ŌO ŪU ȲY ḠG"),
      ("_tilde", "ãa ẽe ĩi ñn õo ũu ỹy ṽv ÃA ẼE ĨI ÑN ÕO ŨU ỸY ṼV"),
    ] {
      for pair in pairs.split(separator: " ") {
        let scalars = Array(pair.unicodeScalars)
        if scalars.count == 2 { all[scalars[0]] = String(scalars[1]) + mark }
      }
    }
    return all
  }()
}
