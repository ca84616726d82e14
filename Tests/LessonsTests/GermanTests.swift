import Backprop
import Documents
import Formulas
import Testing

@testable import Lessons

/// A phrase in German, as text.
private func german(_ phrase: some Phrase) -> String {
  phrase.german.plain(in: Notation(.threeBlueOneBrown, language: .german))
}

private func counts(_ all: Int, agreeing: Int) -> VerdictCounts {
  VerdictCounts(all: all, tried: all) { $0 == .agrees ? agreeing : $0 == .kink ? all - agreeing : 0 }
}

@Suite("German sentences agree with their numbers") struct GermanTests {
  private let names = ["a", "b", "c"].map { Formula.symbol(Symbol(.named(Word($0)))) }

  @Test(arguments: [
    ([1, 1], "Dies ist ein 1-1-Netz: eine Eingabe, dann eine Schicht mit 1 Neuron."),
    ([2, 3, 1], "Dies ist ein 2-3-1-Netz: 2 Eingaben, dann Schichten mit 3 und 1 Neuronen."),
  ])
  func `One input and one layer come with an article`(widths: [Int], start: String) {
    #expect(german(NetworkPhrase.shape(widths)).hasPrefix(start))
  }

  @Test(arguments: [
    (1, "Eingaben. Jede von ihnen beeinflusst die Kostenfunktion über das eine Neuron von Schicht 1."),
    (2, "über beide Neuronen von Schicht 1: ein Produkt für jeden Pfad, dann die Summe."),
    (3, "über alle 3 Neuronen von Schicht 1: ein Produkt für jeden Pfad, dann die Summe."),
  ])
  func `Two neurons are both, and three are all 3`(neurons: Int, end: String) {
    let lead = german(BackwardPhrase.lead(.layerBefore(1)))
    let rest = german(BackwardPhrase.layerBefore(layer: 1, neurons: neurons, hasSkip: false))
    #expect("\(lead) \(rest)".hasSuffix(end))
  }

  @Test(arguments: [
    (1, 1, "Die drei Berechnungen stimmen für den einen Parameter überein."),
    (2, 2, "Die drei Berechnungen stimmen für beide Parameter überein."),
    (5, 5, "Die drei Berechnungen stimmen für alle 5 Parameter überein."),
    (5, 4, "Bei einem davon trifft jede"), (5, 2, "Bei 3 davon trifft jede"),
  ])
  func `Parameters are counted in the right case`(all: Int, agreeing: Int, words: String) {
    #expect(german(CheckPhrase.result(counts(all, agreeing: agreeing), costHasKinks: true)).contains(words))
  }

  @Test(arguments: [
    (1, "Wie sich a mit b ändert. b wird in c verwendet."),
    (2, "Wie sich a mit b und c ändert. b und c werden in c verwendet."),
  ])
  func `One quantity is used, and several are used`(subjects: Int, words: String) {
    let phrase = GraphPhrase.feeds(
      Array(names.dropFirst().prefix(subjects)), result: names[0], [names[2]], isSeeded: false)
    #expect(german(phrase) == words)
  }

  @Test func `Whole numbers in a list are separated by commas`() {
    let equations = names.map { Equation($0, [.init(.equals, .integer(2))]) }
    #expect(german(GraphPhrase.givens(equations)) == "Die gegebenen Werte sind a = 2, b = 2 und c = 2.")
  }
}
