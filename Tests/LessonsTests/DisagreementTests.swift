import Backprop
import Formulas
import Testing

@testable import Lessons

/// Derivatives that disagree with the matrices, with nothing at all, and with a finite difference; the last agrees.
private let check = GradientCheck(
  trace: [1, .infinity, 0.5, 0.5], magnitudes: [1, 1, 1, 1], vectorized: [2, 1, 0.5, 0.5],
  numeric: [nil, nil, .slope(0.75, bound: 1e-9), nil])

@Test(arguments: [
  (
    Language.english,
    [
      "w: the matrix equations find 2.00000.", "w: the derivative by the chain rule is not finite.",
      "w: the finite difference is 0.750000 with an error of at most 2 · 10⁻⁹.",
    ]
  ),
  (
    .german,
    [
      "w: Die Matrixgleichungen ergeben 2,00000.", "w: Die Ableitung nach der Kettenregel ist nicht endlich.",
      "w: Die finite Differenz ist 0,750000 mit einem Fehler von höchstens 2 · 10⁻⁹.",
    ]
  ),
  (
    .chinese,
    ["w：矩阵方程得到的是2.00000。", "w：由链式法则得到的导数不是有限数。", "w：有限差分是0.750000，误差不超过2 · 10⁻⁹。"]
  ),
])
func `What a derivative disagrees with is said in the language of the document`(
  language: Language, sentences: [String]
) {
  let said = check.parameters.compactMap { parameter in
    CheckPhrase(
      parameter, name: .symbol(Symbol(.named(Word("w")))), result: nil, digits: 6,
      event: { .crossing(.symbol($0.quantity), others: 0) }
    ).map { language.say($0).plain(in: Notation(language: language)) }
  }
  #expect(said == sentences)
}
