import Formulas
import Testing

@testable import Lessons

@Suite struct `The weights of a layer` {
  private let drawn = Lesson.Weights(
    drawn: [0.1, -2, 1e-7, 1.0 / 3, .leastNonzeroMagnitude, -0.0], inputs: 3)

  @Test func `Drawn weights have the digits that give the same doubles again`() {
    #expect(drawn.map { $0.map(\.value) } == [[0.1, -2, 1e-7], [1.0 / 3, .leastNonzeroMagnitude, 0]])
    #expect(
      drawn.map { $0.map(\.typed) } == [["0.1", "-2.0", "1e-7"], ["0.3333333333333333", "5e-324", "-0.0"]])
    #expect(drawn.joined().map(\.value) == drawn.values)
    #expect((drawn.count, drawn.inputs) == (2, 3))
  }

  @Test func `Once a row is changed, all of them count as written`() throws {
    let half = try #require(Numeral("0.50"))
    var changed = drawn
    changed[1] = [half, half, half]
    #expect(drawn.areDrawn && !changed.areDrawn)
    #expect(changed[0] == drawn[0])
    #expect(changed[1].map(\.digits) == ["0.50", "0.50", "0.50"])
    changed[0] = changed[1]
    #expect(changed == [[half, half, half], [half, half, half]])
    #expect(drawn.writtenOut != drawn && drawn.writtenOut.elementsEqual(drawn))
  }
}
