import Formulas
import Texts

/// Whether the steps that a sheet numbers are those of descent: `step 2: new v = 13.6`, and what stands below a line `Iteration 2`.
///
/// Who numbers the steps of a calculation, `Step 2: a1 = 0.66`, has no name in two of them with different numbers, and begins with 1.
struct StepsOfDescent {
  private(set) var areCounted = false

  private var count = 1

  /// None are numbered.
  init() {}

  /// Why what is said of a step is not judged, and the way out.
  func reason(_ step: Int) -> String {
    if step == 0 {
      return
        "steps are counted from 1, and this is step 0; if these numbers come from the first step, call it step 1"
    }
    let first =
      count > 1 && step > count
      ? "the lesson has \(count) steps, and this is step \(step)" : "this is step \(step)"
    return "\(first); only the first step is judged; remove what is said of the others"
  }

  private static let longestLine = 400
  /// What was rounded differs by less.
  private static let tolerance = 0.02

  init(_ bytes: [UInt8], _ names: any NameReading) {
    count = names.steps
    guard Cursor.speaksOfSteps(bytes) else { return }
    var said: [NameMatch: (step: Int, value: Double)] = [:]
    var step: Int?
    var (hasFirst, isRepeated, isOfDescent, hasTitle) = (false, false, false, false)
    // Who numbers the steps of a calculation does so in their order, and a lesson of one step has no others.
    var isOfLesson = false
    Lines.forEachCandidate(in: bytes, countedIn: bytes) { _, line in
      guard !isRepeated, line.count < Self.longestLine else { return }
      let cursor = Cursor(bytes, line)
      let found = cursor.stepOfDescent
      if let found, found.isHeading {
        isOfLesson = isOfLesson || found.number < (step ?? 0) && isOfDescent
        step = found.number
        // "Step 2: the new values" is a title of somebody's own.
        let words = cursor.text(line).split { !$0.isLetter && !$0.isNumber }
        hasTitle = words.count > 2 && Relation.all(in: cursor).isEmpty
      }
      guard let step = found?.number ?? step else { return }
      hasFirst = hasFirst || step < 2
      for statement in LineReading(cursor, names).statements where LineReading.isQuantity(statement.match) {
        if step > 1, !hasTitle, Self.changes(statement.match, names) { isOfDescent = true }
        if step != 1, !hasTitle, count > 1, Self.isComputed(statement.match, names) { isOfLesson = true }
        // h of a recurrence has a number for each step in time.
        if case .array = statement.match { continue }
        guard let value = Cursor(bytes, statement.value).lastDecimal?.value else { continue }
        if let before = said[statement.match], before.step != step,
          (before.value - value).magnitude > Self.tolerance * max(before.value.magnitude, value.magnitude)
        {
          isRepeated = true
        }
        said[statement.match] = (step, value)
      }
    }
    areCounted = isRepeated || isOfLesson || isOfDescent && !hasFirst
  }

  private static func isComputed(_ match: NameMatch, _ names: any NameReading) -> Bool {
    if case .quantity(let name) = match { return !names.isGiven(name) }
    return true
  }

  /// Whether it is something that a step changes, or its value after the step.
  private static func changes(_ match: NameMatch, _ names: any NameReading) -> Bool {
    switch match {
    case .quantity(let name): names.afterStep(name) != nil || name.answerName?.hasPrefix("new ") ?? false
    case .array(let array): array.name.hasPrefix("new ")
    case .change: true
    case .layers, .ambiguous, .unknown: false
    }
  }
}

extension Cursor {
  /// The number of the step that a line says it is about before its first sign, and whether the lines below are about it, too.
  ///
  /// `step 2: …`, `v (step 2) = …`, `2nd iteration`, `t = 2: …`, 第2步; time steps are others.
  var stepOfDescent: (number: Int, isHeading: Bool)? {
    if let number = stepByLetter?.number { return (number, true) }
    let sign = Relation.all(in: Cursor(bytes, position..<Swift.min(end, position + 120))).first?.lowerBound
    var cursor = Cursor(bytes, position..<(sign ?? Swift.min(end, position + 120)))
    var isInWord = false
    while let next = cursor.next {
      if !isInWord, cursor.take("time") { cursor.skipBlanks(); cursor.skip() }
      let place = cursor.position
      if !isInWord, Self.mayBeginStep(next), let number = cursor.takeStep() {
        return (number, !text(position..<place).contains { $0.isLetter || $0 == "(" })
      }
      isInWord = Self.isLetter(next) && next.isASCII
      cursor.skip()
    }
    return nil
  }

  /// t = 2: before what is said of a step, and where that begins.
  var stepByLetter: (number: Int, end: Int)? {
    var cursor = self
    cursor.skipListMarkers()
    cursor.skipMarksAndBlanks()
    guard cursor.take("t") else { return nil }
    cursor.skipBlanks()
    guard cursor.take("=") else { return nil }
    cursor.skipBlanks()
    guard let number = Int(cursor.digits()), cursor.take(":") else { return nil }
    return (number, cursor.position)
  }

  /// Whether a word for a step, or its number, may begin so.
  private static func mayBeginStep(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return true }
    return "sSiIeEfFzZtTdDvV0123456789".unicodeScalars.contains(scalar)
  }

  /// Takes `step 2`, `iteration #2`, `2nd step`, 第2步; 四步 are four steps, and no fourth one.
  private mutating func takeStep() -> Int? {
    var ahead = self
    if ahead.takeWordForStep() {
      ahead.skipBlanks()
      _ = ahead.take("#")
      return Int(ahead.digits())
    }
    let isNumbered = ahead.take("第")
    ahead.skipBlanks()
    for (number, words) in Self.ordinals.enumerated()
    where words.contains(where: { ($0.unicodeScalars.allSatisfy(\.isASCII) || isNumbered) && ahead.take($0) })
    {
      ahead.skipBlanks()
      return ahead.takeWordForStep() ? number + 1 : nil
    }
    guard let number = Int(ahead.digits()) else { return nil }
    guard isNumbered || ["st", "nd", "rd", "th", "."].contains(where: { ahead.take($0) }) else { return nil }
    ahead.skipBlanks()
    _ = ahead.take("次")
    return ahead.takeWordForStep() ? number : nil
  }

  private mutating func takeWordForStep() -> Bool {
    var ahead = self
    guard Self.wordsForSteps.contains(where: { ahead.take($0) }) else { return false }
    if let next = ahead.next, Self.isLetter(next), next.isASCII { return false }
    self = ahead
    return true
  }

  private static let ordinals = [
    ["first", "First", "erster", "Erster", "一"], ["second", "Second", "zweiter", "Zweiter", "二"],
    ["third", "Third", "dritter", "Dritter", "三"], ["fourth", "Fourth", "vierter", "Vierter", "四"],
  ]
  private static let wordsForSteps = [
    "step", "Step", "STEP", "iteration", "Iteration", "iter", "Iter", "epoch", "Epoch", "Schritt", "schritt",
    "迭代",
    "步骤", "步", "轮",
  ]

  /// Whether any of these words, or t = 1: of a step, is in a text: most have none.
  fileprivate static func speaksOfSteps(_ bytes: [UInt8]) -> Bool {
    let words = (wordsForSteps + ["t=", "t ="]).map { Array($0.utf8) }
    var begins = [Bool](repeating: false, count: 256)
    for word in words { if let first = word.first { begins[Int(first)] = true } }
    let span = bytes.span
    var isInWord = false
    for place in span.indices {
      let byte = span[place]
      if !isInWord, begins[Int(byte)], words.contains(where: { bytes[place...].starts(with: $0) }) {
        return true
      }
      isInWord = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    }
    return false
  }
}
