import Formulas
import Grading

/// The sheets of one exercise, drawn at random.
extension Classroom {
  /// A sheet of a kind; `nil` where what was drawn changes no digit that is handed in, or cannot be worked out.
  func sheet(_ kind: Kind, _ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    switch kind {
    case .catalogued, .named:
      // Each mistake is as frequent as the next, and half of those who think so do it everywhere.
      let own = Dictionary(grouping: mistakes.filter { $0.kind == kind }, by: \.name)
      guard let places = own.keys.sorted().randomElement(using: &generator).flatMap({ own[$0] }),
        let everywhere = places.first
      else { return nil }
      let isEverywhere = Bool.random(using: &generator)
      let mistake = isEverywhere ? everywhere : places.randomElement(using: &generator) ?? everywhere
      return sheet(mistake, share, &generator)
    case .rewriting, .twoRewritings, .formula:
      return randomMistake(kind, &generator).flatMap { sheet($0, share, &generator) }
    case .pen: return slipped(share, &generator)
    case .number, .line: return withRandomNumber(kind, share, &generator)
    case .correct: return correct(share, &generator)
    case .nonsense: return nonsense(share, &generator)
    }
  }

  func ordinaryHand(_ generator: inout SplitMix64) -> (hand: Hand, digits: Int) {
    let digits = Int.random(in: 3...5, using: &generator)
    let hands = Hand.ordinary(digits: digits)
    return (hands[Int.random(in: 0..<hands.count, using: &generator)], digits)
  }

  private func sheet(_ mistake: Mistaken, _ share: Share, _ generator: inout SplitMix64) -> Sheet? {
    let (hand, digits) = ordinaryHand(&generator)
    let seed = generator.next()
    guard let written = written(believing: mistake.wrong, hand, share, seed: seed),
      let first = first(of: written, hand, share, seed: seed, digits: digits)
    else { return nil }
    return Sheet(
      kind: mistake.kind, share: share, hand: hand, story: mistake.name + mistake.place, written: written,
      wrong: mistake.wrong,
      id: mistake.id, first: first)
  }

  /// A line that is worked out, and a random formula for it.
  private func randomMistake(_ kind: Kind, _ generator: inout SplitMix64) -> Mistaken? {
    let lines = exercise.lines.indices.filter {
      !workings.isCopy($0) && exercise.lines[$0].place != .afterwards
    }
    guard let line = lines.randomElement(using: &generator) else { return nil }
    let right = exercise.lines[line].formula
    let names = exercise.entries.filter { $0.value < line || $0.value >= exercise.lines.count }
      .sorted { $0.value < $1.value }.map(\.key)
    var wrong: Formula?
    if kind == .formula {
      wrong = .random(of: names, &generator)
    } else {
      wrong = Rewriting.rewritten(right, names: names, &generator)
      if kind == .twoRewritings {
        wrong = wrong.flatMap { Rewriting.rewritten($0, names: names, &generator) }
      }
    }
    guard let wrong, wrong != right, workings.knows(wrong) else { return nil }
    return Mistaken(
      kind: kind, id: nil, name: "\(exercise.lines[line].name.text) = \(wrong.text)", wrong: [line: wrong])
  }
}
