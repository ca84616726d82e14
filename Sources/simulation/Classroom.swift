import Formulas
import Grading
import Lessons

/// The students of one exercise.
struct Classroom {
  /// What kind of network it is, and the lesson itself: a file, or the name of one of the course.
  let name: String
  let source: String
  let exercise: Exercise
  let workings: Workings
  let judge: Judge
  /// What is given in other exercises of the same shape.
  let otherGivens: [[Double]]
  /// The named mistakes that can be made here.
  let mistakes: [Mistaken]
  /// The lines that are handed in.
  private let lines: [Share: [Int]]

  init(_ name: String, _ source: String, _ exercise: Exercise, _ lesson: Lesson?, seed: UInt64) {
    (self.name, self.source, self.exercise) = (name, source, exercise)
    workings = Workings(exercise)
    judge = Judge(exercise)
    var generator = SplitMix64(seed: seed)
    otherGivens = (0..<4).map { [workings] _ in workings.otherGivens(&generator) }
    mistakes = lesson.map { Mistaken.all(Roles($0, exercise)) } ?? Mistaken.all(inGraph: exercise)
    var lines: [Share: [Int]] = [.everything: exercise.asked]
    lines[.gradients] = exercise.asked.filter { exercise.isGradient($0) }
    lines[.parameters] = exercise.asked.filter { exercise.isNewParameter($0) }
    self.lines = lines
  }

  func lines(_ share: Share) -> [Int] { lines[share] ?? [] }

  /// The numbers of somebody, by their lines; `nil` where one of them is not finite.
  ///
  /// `slip` says what somebody writes in place of a number. The seed decides what a hand does at random.
  func written(
    believing wrong: [Int: Formula], _ hand: Hand, _ share: Share, seed: UInt64,
    slip: (Int, Written) -> Written = { $1 }
  ) -> [Int: Written]? {
    var all: [Int: Written] = [:]
    _ = workings.values(believing: wrong, bits: hand.bits) { line, value in
      guard value.isFinite, value.magnitude < 1e15 else { return .nan }
      var generator = SplitMix64(seed: seed &+ UInt64(line) &* 0x9E37_79B9)
      let right = hand.written(value, &generator)
      let written = slip(line, right)
      all[line] = written
      return (hand.carries && !workings.isCopy(line)) || written != right ? written.value : value
    }
    var generator = SplitMix64(seed: seed)
    var handedIn: [Int: Written] = [:]
    for line in lines(share) {
      guard let written = all[line] else { return nil }
      if hand.missingLines == 0 || Double.random(in: 0..<1, using: &generator) >= hand.missingLines {
        handedIn[line] = written
      }
    }
    return handedIn.isEmpty ? nil : handedIn
  }

  /// The lines that may be called the first wrong one: from the first that is not as it would be without the mistake to the first
  /// that is so by more than a unit.
  ///
  /// The result is `nil` where somebody without a mistake and with some ordinary habit could have written just this.
  func first(of written: [Int: Written], _ hand: Hand, _ share: Share, seed: UInt64, digits: Int) -> Set<Int>?
  {
    guard let own = self.written(believing: [:], hand, share, seed: seed) else { return nil }
    let changed = written.keys.filter { own[$0]?.value != written[$0]?.value }
    let far = changed.filter { isApart(written[$0], own[$0]) }
    let innocent = Hand.ordinary(digits: digits).contains { hand in
      guard let other = self.written(believing: [:], hand, share, seed: seed) else { return false }
      return !written.keys.contains { isApart(written[$0], other[$0]) }
    }
    guard !far.isEmpty, !innocent else { return nil }
    // New parameters and the gradients of all examples are listed by layers, and derived from the last layer to the first.
    let orders: [(Int) -> Int] = [{ $0 }, { workings.lastNeed(of: $0) }]
    return orders.reduce(into: []) { first, order in
      guard let last = far.map(order).min() else { return }
      first.formUnion(changed.filter { order($0) <= last })
    }
  }

  private func isApart(_ one: Written?, _ other: Written?) -> Bool {
    guard let one, let other else { return false }
    return (one.value - other.value).magnitude > 1.0001 * Swift.max(one.unit, other.unit)
  }
}

extension Exercise {
  /// Whether a line is the derivative of the result by something that is given.
  func isGradient(_ line: Int) -> Bool {
    guard isOfResult(line), case .partial(_, let by) = lines[line].name, let entry = entries[.symbol(by)]
    else {
      return false
    }
    return entry >= lines.count
  }

  /// Whether an entry is a line, and the derivative of the result.
  func isOfResult(_ line: Int) -> Bool {
    guard lines.indices.contains(line), case .partial(let of, let by) = lines[line].name else { return false }
    if case .factor = lines[line].step { return false }
    // The shares of the examples, and the derivative by the penalty, follow from givens alone.
    let isShare = [.cost, .penalty].contains(by.meaning)
    return !isShare && (of.meaning == .cost || lines[line].step != nil)
  }

  /// Whether a line is a parameter after the step.
  func isNewParameter(_ line: Int) -> Bool {
    guard case .symbol(let symbol) = lines[line].name else { return false }
    switch symbol.meaning {
    case .newWeight, .newBias, .newNamed: return true
    default: return false
    }
  }
}
