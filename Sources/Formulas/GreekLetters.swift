/// The Greek letters that have a shape of their own, by their English names.
package enum GreekLetters {
  /// The letter with this name, as `beta` or `Gamma`.
  package static func letter(named name: some StringProtocol) -> String? { letters[String(name)] }

  /// The English name of such a letter.
  package static func name(of letter: String) -> String? { names[letter] }

  private static let letters = [String: String](uniqueKeysWithValues: zip(spelled, shapes))

  private static let spelled = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi \
    psi omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega
    """.split(separator: " ").map { String($0) }

  private static let shapes = "αβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΥΦΨΩ".map { String($0) }

  private static let names = Dictionary(uniqueKeysWithValues: letters.map { ($1, $0) })
}
