import Backprop

/// From explanations to what is said of them.
extension Marker {
  /// Numbers that fit as well as this, as a logarithm, do not tell two mistakes apart.
  private static let asGood = 1.5

  func diagnoses(
    _ all: [Explanation], _ best: Explanation, _ roots: Roots, _ claims: [Int: Claim],
    _ verdicts: [Int: Verdict],
    digits: Int
  ) -> [Marking.Diagnosis] {
    // The same mistakes found in another order are the same.
    var seen: Set<Set<Int>> = []
    let all = all.filter { seen.insert(Set($0.suspects)).inserted }
    let weights = all.map { Double.exp($0.score - best.score) }
    let sum = weights.reduce(0, +)
    func likelihood(_ isIn: (Explanation) -> Bool) -> Double {
      zip(all, weights).reduce(0) { $0 + (isIn($1.0) ? $1.1 : 0) } / sum
    }
    func explained(_ cause: Int) -> [Int] {
      claims.keys.sorted().filter {
        roots.affected[$0].contains(cause) && (verdicts[$0] == .wrong || verdicts[$0] == .carriedForward)
      }
    }
    var diagnoses: [Marking.Diagnosis] = []
    for (place, number) in best.suspects.enumerated() {
      let suspect = suspects[number]
      guard let first = roots.first(of: number) else { continue }
      let line = explained(number).first ?? first
      let others = others(all, best, at: place)
      diagnoses.append(
        Marking.Diagnosis(
          suspect: suspect, isOfAnother: false, line: line,
          source: roots.source(of: Set(suspect.changes.keys), at: line) ?? line,
          foreseen: best.run.foreseen[line], others: others,
          telling: telling([suspect] + others, claims, digits),
          likelihood: likelihood { $0.suspects.contains { suspects[$0].mistake.id == suspect.mistake.id } },
          explains: explained(number)))
    }
    for line in best.run.unexplained where verdicts[line] == .wrong {
      let elsewhere = claims[line].map { ofAnother($0, line) } ?? []
      diagnoses.append(
        Marking.Diagnosis(
          suspect: elsewhere.first, isOfAnother: !elsewhere.isEmpty, line: line,
          source: elsewhere.first?.first ?? line,
          foreseen: elsewhere.first?.values[line] ?? best.run.foreseen[line],
          others: Array(elsewhere.dropFirst()), telling: telling(elsewhere, claims, digits),
          likelihood: likelihood { $0.run.unexplained.contains(line) }, explains: explained(Roots.slip(line)))
      )
    }
    return diagnoses.sorted { $0.line < $1.line }
  }

  /// With fewer digits a number may come out of some derivation by chance.
  private static let tellingDigits = 5.0

  /// The mistakes with which a whole derivation, from the beginning, gives this number: as when a program did the rest.
  private func ofAnother(_ claim: Claim, _ line: Int) -> [Suspect] {
    guard claim.unit > 0,
      claim.value.magnitude / claim.unit >= Double.exp(Double.ln(10) * (Self.tellingDigits - 1))
    else { return [] }
    let fitting = suspects.filter { suspect in
      suspect.mistake.evidence != .lastResort && (suspect.values[line] - claim.value).magnitude <= claim.unit
        && (suspect.values[line] - exercise.values[line]).magnitude > claim.unit
    }
    var found: [Suspect] = []
    for suspect in fitting.sorted(by: { $0.prior > $1.prior })
    where !found.contains(where: { $0.mistake.id == suspect.mistake.id }) {
      found.append(suspect)
    }
    return found
  }

  /// Other mistakes in the place of one, which the numbers do not exclude.
  private func others(_ all: [Explanation], _ best: Explanation, at place: Int) -> [Suspect] {
    let own = suspects[best.suspects[place]]
    var found: [Suspect] = []
    for explanation in all where explanation.suspects.count == best.suspects.count {
      guard explanation.slips.count <= best.slips.count,
        explanation.run.unexplained.count <= best.run.unexplained.count,
        explanation.run.likelihood > best.run.likelihood - Self.asGood
      else { continue }
      let rest = Set(best.suspects).subtracting([best.suspects[place]])
      let new = explanation.suspects.filter { !rest.contains($0) }
      guard new.count == 1, let other = new.first.map({ suspects[$0] }), other.mistake.id != own.mistake.id,
        other.mistake.evidence != .lastResort || own.mistake.evidence == .lastResort,
        !found.contains(where: { $0.mistake.id == other.mistake.id })
      else { continue }
      found.append(other)
    }
    return found
  }

  /// The first quantity without a number in which one of the mistakes differs from the first of them.
  private func telling(_ suspects: [Suspect], _ claims: [Int: Claim], _ digits: Int) -> Int? {
    guard let first = suspects.first, suspects.count > 1 else { return nil }
    return exercise.asked.first { line in
      guard claims[line] == nil else { return false }
      return suspects.dropFirst().contains { other in
        let (a, b) = (first.values[line], other.values[line])
        return (a - b).magnitude > 3 * Swift.max(a.magnitude, b.magnitude).unit(digits: digits)
      }
    }
  }
}
