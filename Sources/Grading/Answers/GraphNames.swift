import Backprop
import Formulas
import Lessons
import Texts

/// The names that may be typed in the answers to an exercise of named quantities: those of the lesson, in every spelling.
struct GraphNames: NameReading {
  let example: String
  private var entries: [String: Formula] = [:]
  /// By spellings that leave out what tells letters, digits and indices apart; `nil` for what two names have in common.
  private var looseEntries: [String: Formula?] = [:]
  /// The names of derivatives, new values and shorthands.
  private let known: Set<Formula>
  private let givens: Set<Formula>
  /// Names of quantities, without indices.
  private var bases: Set<String> = []
  private let all: [String]
  private let result: Symbol

  var readPrintedLines: Bool { true }

  init(_ subject: GraphSubject, _ exercise: Exercise) {
    let graph = subject.lesson.graph
    let formulas = exercise.entries.sorted { $0.value < $1.value }.map(\.key)
    known = Set(formulas)
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
        ["d" + name, name + "_grad", "grad_" + name] + ["d", "_d"].map { "d" + of.answerBase + $0 + name }
      for text in written { add(formula, NameToken(text, indices: by.indices)) }
    }
    entries.merge(own) { $1 }
    looseEntries.merge(ownLoose) { $1 }
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
  private func entry(_ token: NameToken) -> Formula? {
    if let exact = entries[token.exact] { return exact }
    for key in token.looseKeys { if let found = looseEntries[key] { return found } }
    return nil
  }

  subscript(shape: NameShape) -> Formula? {
    if case .known(let formula) = shape { formula } else { nil }
  }

  func take(_ cursor: inout Cursor) -> NameShape? {
    var (own, ratio) = (cursor, cursor)
    let plain = plain(&own)
    if let shape = derivative(&ratio, before: plain) {
      cursor = ratio
      return shape
    }
    guard let plain else { return nil }
    cursor = own
    return plain
  }

  /// A quantity, a new value, or a shorthand.
  private func plain(_ cursor: inout Cursor) -> NameShape? {
    let start = cursor
    guard var token = cursor.takeNameToken() else { return nil }
    if cursor.next == "(", ExpressionReader.isFunctionOfGraphs(token.exact) { return nil }
    if let found = entry(token) { return .known(found) }
    if token.exact == "new" || token.exact.hasPrefix("new") || token.base.hasSuffix("_new") {
      cursor = start
      if cursor.take("new") {
        cursor.skipBlanks()
        _ = cursor.take("_")
        guard let old = cursor.takeNameToken() else { return nil }
        token = old
      } else {
        cursor = start
        _ = cursor.takeNameToken()
        token.base = String(token.base.dropLast("_new".count))
      }
      guard case .symbol(let symbol)? = entry(token) else { return nil }
      let new = Formula.symbol(symbol.afterStep)
      return known.contains(new) ? .known(new) : .stranger("new " + symbol.name)
    }
    return bases.contains(token.base) && !token.indices.isEmpty ? .stranger(token.exact) : nil
  }

  /// ∂ of one by another; names of the lesson that look like it go before.
  private func derivative(_ cursor: inout Cursor, before plain: NameShape?) -> NameShape? {
    guard let (of, by) = cursor.takeRatio() else { return nil }
    let isOwn = if case .known(.symbol)? = plain { true } else { false }
    guard case .symbol(let above)? = entry(of), case .symbol(let below)? = entry(by) else {
      return isOwn ? nil : .stranger("d\(of.exact)/d\(by.exact)")
    }
    let derivative = Formula.partial(above, by: below)
    if known.contains(derivative) {
      // dw / dx may be one given divided by another.
      if isOwn, entries["d" + by.exact].map(\.isSymbol) ?? false { return nil }
      return .known(derivative)
    }
    return isOwn ? nil : .stranger("d\(above.name)/d\(below.name)")
  }

  func isGiven(_ name: Formula) -> Bool { givens.contains(name) }

  func unknown(_ shape: NameShape, written: String) -> String {
    let meant = fullName(of: shape.text, among: all) ?? suggestion(for: shape.text, among: all)
    let way = meant.map { "did you mean \($0)?" } ?? "names are written as in \(example)"
    return "the lesson has no quantity \(shortened(written)); \(way)"
  }
}

extension Formula {
  fileprivate var isSymbol: Bool { if case .symbol = self { true } else { false } }
}

extension Symbol {
  /// The name without its indices.
  fileprivate var answerBase: String {
    switch meaning {
    case .named(let word): word.text
    case .newNamed(let word): "new " + word.text
    case .learningRate: "eta"
    case .weight, .bias, .weightedInput, .activation, .target, .cost, .penalty, .newWeight, .newBias,
      .newCost,
      .otherTerms, .path, .gradient, .weightMatrix, .error, .jacobian, .ones, .squaredGradient,
      .squaredWeightGradient, .entry:
      name
    }
  }

  /// The same after a step of gradient descent.
  fileprivate var afterStep: Symbol {
    if case .named(let word) = meaning { Symbol(.newNamed(word), indices: indices) } else { self }
  }
}
