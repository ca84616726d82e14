import Formulas

/// How wide words are in a picture: a guess, since every screen has its own fonts.
enum PictureText {
  /// Names of quantities look the same in all notations.
  private static var writer: TextWriter { TextWriter(notation: .threeBlueOneBrown) }
  /// Raised and lowered characters are smaller.
  private static let small = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎,.")

  /// In pixels, an even number of them; quiet words are smaller.
  static func width(of prose: Prose, isQuiet: Bool) -> Double {
    let letters = writer.inline(prose).reduce(0) { $0 + (small.contains($1) ? 0.7 : Double($1.columns)) }
    return 2 * (letters * (isQuiet ? 3.2 : 4.1)).rounded(.up)
  }
}
