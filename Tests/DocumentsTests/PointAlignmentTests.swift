import Formulas
import Testing

@testable import Documents

private func cell(_ text: String) -> Prose { Numeral(text).map { "\(Formula.number($0))" } ?? "\(text)" }

@Test(arguments: [
  (["0.5", "-12.25", "3"], ["\\hphantom{0}", "", "\\hphantom{.00}"]), (["1", "2"], []),
  (["0.5", "word"], []),
  (["1.5e-9", "0.5"], []),
])
private func `In TeX the points of a column of plain numbers are below each other`(
  cells: [String], fillings: [String]
) {
  let alignment = PointAlignment(cells.map(cell))
  #expect(cells.compactMap { alignment?.filling(cell($0)) } == fillings)
}
