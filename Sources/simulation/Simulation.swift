import Formulas
import Grading

/// So many sheets of each kind, of networks of every kind in turn.
struct Simulation {
  /// Sheets of each kind of student.
  var sheets = 300
  var seed: UInt64 = 1
  var kinds = Kind.allCases
  /// Which exercises: the usual networks, the awkward ones, the named lessons.
  var sets: [ExerciseSet] = ExerciseSet.allCases
  /// Whether all that came out badly is told.
  var tells: ((String) -> Void)?

  enum ExerciseSet: String, CaseIterable {
    case usual, awkward, named
  }

  /// Sheets of a kind that one classroom hands in.
  private static let sheetsOfClassroom = 12

  func run() -> Results {
    var results = Results()
    for set in sets {
      for round in 0..<Swift.max(1, sheets / Self.sheetsOfClassroom) {
        guard let classroom = classroom(set, round) else { continue }
        // Each kind draws for itself, so that one of them alone hands in the same sheets.
        for kind in kinds { handIn(classroom, kind, mix(UInt64(round), set, kind), &results) }
      }
    }
    return results
  }

  private func classroom(_ set: ExerciseSet, _ round: Int) -> Classroom? {
    var drawer = NetworkDrawer(seed: seed &* 1_000_003 &+ UInt64(round))
    switch set {
    case .usual: return drawer.classroom(NetworkDrawer.usual[round % NetworkDrawer.usual.count])
    case .awkward: return drawer.classroom(NetworkDrawer.awkward[round % NetworkDrawer.awkward.count])
    case .named:
      let names = NamedLessons.names
      return NamedLessons.classroom(
        names[round % names.count], seed: seed &- 1 &+ UInt64(round / names.count))
    }
  }

  /// A seed for what one kind of students draws in a round.
  private func mix(_ round: UInt64, _ set: ExerciseSet, _ kind: Kind) -> UInt64 {
    let texts = (set.rawValue + kind.rawValue).utf8
    return texts.reduce(seed &* 1_000_003 &+ round) { $0 &* 31 &+ UInt64($1) }
  }

  private func handIn(_ classroom: Classroom, _ kind: Kind, _ seed: UInt64, _ results: inout Results) {
    var generator = SplitMix64(seed: seed)
    let shares = Share.allCases.filter { !classroom.lines($0).isEmpty }
    guard !shares.isEmpty else { return }
    // Nobody without a mistake may be accused, and so there are more of them.
    let count = kind == .correct ? 3 * Self.sheetsOfClassroom : Self.sheetsOfClassroom
    for number in 0..<count {
      let share = shares[number % shares.count]
      for _ in 0..<20 {
        guard let sheet = classroom.sheet(kind, share, &generator) else { continue }
        note(sheet, classroom, &results)
        break
      }
    }
  }

  private func note(_ sheet: Sheet, _ classroom: Classroom, _ results: inout Results) {
    let judgement = classroom.judge.judge(sheet.written)
    let key = Results.Key(
      kind: sheet.kind, share: sheet.share, network: classroom.name, hand: sheet.hand.label)
    switch sheet.kind {
    case .correct:
      let isAccused = judgement.firstWrong != nil
      results[key].note(isAccused: isAccused)
      if isAccused { tell(sheet, classroom, judgement, "accused") }
    case .nonsense:
      let earned = sheet.written.filter { line, written in
        judgement.earns(line) && !classroom.exercise.values[line].rounds(to: written.value)
      }
      results[key].note(lines: sheet.written.count, earned: earned.count)
      if !earned.isEmpty { tell(sheet, classroom, judgement, "earned") }
    case .catalogued, .named, .rewriting, .twoRewritings, .formula, .pen, .number, .line:
      let outcome = classroom.outcome(of: sheet, judgement)
      let isFirst = judgement.first.map(sheet.first.contains) ?? false
      results[key].note(outcome, isFirst: isFirst)
      let isExpected = outcome == .right || outcome == .cannotTell || outcome == .mayBeWith
      if !isFirst || !isExpected || (outcome != .right && sheet.kind == .catalogued) {
        tell(sheet, classroom, judgement, outcome.rawValue + (isFirst ? "" : ", not first"))
      }
    }
  }

  private func tell(_ sheet: Sheet, _ classroom: Classroom, _ judgement: Judge.Judgement, _ outcome: String) {
    tells?(classroom.report(of: sheet, judgement, outcome))
  }
}

extension Double {
  /// Whether it is a number to three digits, whose zeros may be left out.
  fileprivate func rounds(to other: Double) -> Bool {
    guard self != 0 else { return other == 0 }
    let unit = 1.0.scaled(by: magnitude.powerOfTen - 2)
    return (self - other).magnitude <= 0.5001 * unit
  }
}
