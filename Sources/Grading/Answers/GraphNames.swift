import Backprop
import Formulas
import Lessons
import Texts

/// The names that may be typed in the answers to an exercise of named quantities: those of the lesson, in every spelling.
struct GraphNames: NameReading {
  let example: String
  private(set) var entries: [String: Formula] = [:]
  /// By spellings that leave out what tells letters, digits and indices apart; `nil` for what two names have in common.
  private var looseEntries: [String: Formula?] = [:]
  /// The names of derivatives, new values and shorthands.
  let known: Set<Formula>
  private let givens: Set<Formula>
  /// Names of quantities, without indices.
  private var bases: Set<String> = []
  private let all: [String]
  let result: Symbol
  /// Several numbers with one name: W, and as d/W the derivatives by them.
  private(set) var arrays: [String: QuantityArray] = [:]
  private let values: [Formula: Double]
  /// When a quantity is computed; what is given comes first.
  private(set) var order: [Symbol: Int] = [:]
  private let lesson: LessonWords
  /// What the lesson derives by.
  let parameters: [Symbol]
  let steps: Int

  init(_ subject: GraphSubject, _ exercise: Exercise) {
    let graph = subject.lesson.graph
    lesson = LessonWords(subject.lesson.summary, subject.lesson.summaries.values)
    steps = subject.lesson.learning.steps
    parameters = subject.lesson.by.map { graph.symbol(of: $0) }
    let formulas = exercise.entries.sorted { $0.value < $1.value }.map(\.key)
    known = Set(formulas)
    values = exercise.entries.mapValues { exercise.values[$0] }
    givens = known.filter { exercise.line(of: $0) == nil }
    result = subject.steps.result
    all = formulas.compactMap(\.answerName)
    let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
    example = asked.last { $0.hasPrefix("d") } ?? asked.first ?? "f"
    bases = Set(graph.quantities.filter { !$0.isConstant }.map(\.name))
    // A name of the lesson goes before every other reading: it comes first.
    for formula in formulas {
      guard case .symbol(let symbol) = formula, symbol.answerBase != "e" || bases.contains("e") else {
        continue
      }
      add(formula, NameToken(symbol.answerBase, indices: symbol.indices))
    }
    // Where the result is an array, what comes after it has a name, and no value.
    let after = NameToken(result.answerBase, indices: result.indices)
    if entries[after.exact] == nil { add(.symbol(result), after) }
    let (own, ownLoose) = (entries, looseEntries)
    for formula in formulas {
      guard case .partial(let of, let by) = formula, of == result else { continue }
      let name = by.answerBase
      let written =
        ["d" + name, name + "_grad", "grad_" + name, name + "_bar"]
        // Of what a step moves, δ w is its change.
        + (afterStep(.symbol(by)) == nil ? ["delta_" + name, "delta" + name] : [])
        + ["d", "_d"].map { "d" + of.answerBase + $0 + name }
      for text in written { add(formula, NameToken(text, indices: by.indices)) }
    }
    // Where one parameter alone is moved, g is the derivative by it.
    let moved = formulas.filter { afterStep($0) != nil && !$0.isOfOptimizer }
    if moved.count == 1, case .symbol(let only) = moved[0], known.contains(.partial(result, by: only)) {
      // Courses call what is learned W or θ.
      for letter in ["w", "W", "theta"] where !bases.contains("w") && !bases.contains("W") {
        add(moved[0], NameToken(letter))
        add(.partial(result, by: only), NameToken("d" + letter))
      }
      for text in ["g", "grad"] { add(.partial(result, by: only), NameToken(text)) }
      // What is kept of it needs no name of it: v for v_w.
      for formula in formulas where formula.isOfOptimizer {
        guard let name = formula.answerName, name.hasSuffix("_" + only.name) else { continue }
        add(formula, NameToken(String(name.dropLast(only.name.count + 1))))
      }
    }
    for (formula, entry) in exercise.entries {
      guard case .symbol(let symbol) = formula, case .named = symbol.meaning else { continue }
      order[symbol] = entry < exercise.lines.count ? entry + 1 : 0
    }
    arrays = Self.arrays(graph, of: result, known: known)
    entries.merge(own) { $1 }
    looseEntries.merge(ownLoose) { $1 }
  }

  /// Quantities with one or two indices that begin at 1, and the derivatives by their entries.
  private static func arrays(_ graph: Graph, of result: Symbol, known: Set<Formula>) -> [String:
    QuantityArray]
  {
    var groups: [String: [(index: [Int], symbol: Symbol)]] = [:]
    for formula in known {
      guard case .symbol(let symbol) = formula, case .named(let word) = symbol.meaning,
        !symbol.indices.isEmpty,
        symbol.indices.allSatisfy({ $0 >= 1 })
      else { continue }
      groups[word.text, default: []].append((Array(symbol.indices), symbol))
    }
    var arrays: [String: QuantityArray] = [:]
    for (name, entries) in groups {
      arrays[name] = QuantityArray(name, entries.map { ($0.index, .symbol($0.symbol)) })
      let derivatives = entries.map { (index: $0.index, formula: Formula.partial(result, by: $0.symbol)) }
      guard derivatives.allSatisfy({ known.contains($0.formula) }) else { continue }
      let array = QuantityArray("d\(result.name)/d\(name)", derivatives)
      for spelling in ["d/" + name, "d" + name, name + "_grad", "grad_" + name] where groups[spelling] == nil
      {
        arrays[spelling] = array
      }
    }
    return arrays
  }

  private mutating func add(_ formula: Formula, _ token: NameToken) {
    if entries[token.exact] == nil { entries[token.exact] = formula }
    for key in token.looseKeys {
      if let other = looseEntries[key], other != formula {
        looseEntries[key] = .some(nil)
      } else {
        looseEntries[key] = formula
      }
    }
  }

  /// The quantity that a spelling stands for.
  func entry(_ token: NameToken) -> Formula? {
    if let exact = entries[token.exact] { return exact }
    for key in token.looseKeys { if let found = looseEntries[key] { return found } }
    return nil
  }

  func take(_ cursor: inout Cursor, isLeft: Bool) -> NameMatch? {
    if isLeft, let all = gradient(&cursor) { return all }
    var (own, ratio) = (cursor, cursor)
    let plain = plain(&own, isLeft: isLeft)
    if let match = derivative(&ratio, before: plain, isLeft: isLeft) {
      cursor = ratio
      return match
    }
    if let plain {
      cursor = own
      return plain
    }
    var gradient = cursor
    guard let (by, of) = gradient.takeGradientOperator(), case .symbol(let below)? = entry(by) else {
      return nil
    }
    let above = of.map { isCostAlias($0) ? .symbol(result) : entry($0) } ?? .symbol(result)
    guard case .symbol(let above)? = above else { return nil }
    cursor = gradient
    return derivative(of: above, by: below) ?? .unknown("d\(above.name)/d\(below.name)")
  }

  /// A quantity, a new value, or a shorthand.
  private func plain(_ cursor: inout Cursor, isLeft: Bool) -> NameMatch? {
    let start = cursor
    let isError = ["δ", "\\delta"].contains(where: cursor.begins)
    guard var token = cursor.takeNameToken() else { return newValue(&cursor, isLeft: isLeft) }
    let own = entry(token)
    if own == nil, cursor.next == "(", ExpressionReader.isFunctionOfGraphs(token.exact) { return nil }
    if let found = own {
      if isLeft, let new = afterStep(found), cursor.takeNewMark() { return .quantity(new) }
      return .quantity(found)
    }
    if isError, let derivative = byError(token) { return .quantity(derivative) }
    if let found = runTogether(token) ?? lowered(token) { return found }
    if isLeft, let found = kept(token) ?? stepped(token) { return found }
    if case .quantity(let found)? = stepped(token) { return .quantity(found) }
    if isLeft, let array = arrays[token.base], token.indices.isEmpty { return .array(array) }
    if Cursor.wordsForNew.contains(where: token.exact.hasPrefix) {
      cursor = start
      return newValue(&cursor, isLeft: isLeft)
    }
    for word in Cursor.wordsForNew where token.base.hasSuffix("_" + word) {
      token.base = String(token.base.dropLast(word.count + 1))
      return after(token)
    }
    if isLeft {
      // Δw, and w+ or w updated, for what a step does.
      for start in ["Delta_", "Delta", "delta_"] where token.base.hasPrefix(start) {
        var old = token
        old.base = String(token.base.dropFirst(start.count))
        if case .symbol(let symbol)? = entry(old), known.contains(.symbol(symbol.afterStep)) {
          return .change(new: .symbol(symbol.afterStep), old: .symbol(symbol))
        }
      }
      if isCostAlias(token) { return .quantity(.symbol(result)) }
    }
    return bases.contains(token.base) && !token.indices.isEmpty ? .unknown(token.exact) : nil
  }

  /// δ_w, also of what a step moves; Δ and the word are the change.
  private func byError(_ token: NameToken) -> Formula? {
    for start in ["delta_", "delta"] where token.base.hasPrefix(start) {
      var own = token
      own.base = String(token.base.dropFirst(start.count))
      guard case .symbol(let symbol)? = entry(own) else { continue }
      let derivative = Formula.partial(result, by: symbol)
      if known.contains(derivative) { return derivative }
    }
    return nil
  }

  /// new w, new_w, updated w.
  private func newValue(_ cursor: inout Cursor, isLeft: Bool) -> NameMatch? {
    guard cursor.takeNewBeforeName(), let old = cursor.takeNameToken() else { return nil }
    return after(old)
  }

  private func after(_ token: NameToken) -> NameMatch? {
    guard case .symbol(let symbol)? = entry(token) else { return nil }
    let new = Formula.symbol(symbol.afterStep)
    return known.contains(new) ? .quantity(new) : .unknown("new " + symbol.name)
  }

  var section: Int? {
    get { nil }
    set {}
  }
  var takesCrossAsName: Bool { true }
  func value(of name: Formula) -> Double? { values[name] }
  func areOfLesson(_ words: String) -> Bool { lesson.hold(words) }

  func afterStep(_ name: Formula) -> Formula? {
    guard case .symbol(let symbol) = name, symbol.afterStep != symbol else { return nil }
    let new = Formula.symbol(symbol.afterStep)
    return known.contains(new) ? new : nil
  }

  func costName(ofExample example: Int?) -> String? { result.name }
  func reading(_ text: [UInt8]) -> any NameReading { self }
  func counting(layersOn count: Int) -> (any NameReading)? { nil }

  func isGiven(_ name: Formula) -> Bool { givens.contains(name) }

  func unknown(_ text: String, written: String) -> String {
    if isOfLaterStep(text) {
      return "only the first step is judged, and \(shortened(written)) is of a later one"
    }
    let meant = fullName(of: text, among: all) ?? suggestion(for: text, among: all)
    let way = meant.map { "did you mean \($0)?" } ?? "names are written as in \(example)"
    return "the lesson has no quantity \(shortened(written)); \(way)"
  }
}

extension Symbol {
  /// The name without its indices.
  fileprivate var answerBase: String {
    switch meaning {
    case .named(let word): word.text
    case .newNamed(let word), .newOptimizer(let word): "new " + word.text
    case .optimizer(let word): word.text
    case .learningRate: "eta"
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .newWeight, .newBias,
      .newCost,
      .otherTerms, .path, .gradient, .weightMatrix, .error, .jacobian, .ones, .mask, .squaredGradient,
      .squaredWeightGradient, .entry, .derivative:
      name
    }
  }

  /// The same after a step of gradient descent.
  fileprivate var afterStep: Symbol {
    if case .named(let word) = meaning { return Symbol(.newNamed(word), indices: indices) }
    if case .optimizer(let word) = meaning { return Symbol(.newOptimizer(word), indices: indices) }
    return self
  }
}
