import Formulas
import Lessons
import Texts

/// The names that may be typed in the answers to an exercise of a network.
struct NetworkNames: NameReading {
  let example: String
  private(set) var formulas: [String: Formula] = [:]
  let arrays: [String: QuantityArray]
  /// What the optimizer keeps of each weight: v; m, v, m_hat and v_hat.
  private(set) var states: Set<String> = []
  /// Whether an optimizer keeps anything, or has rates of its own.
  private(set) var hasOptimizer = false
  /// In the order of the derivation, the givens last.
  private let all: [String]
  private(set) var outline: NetworkOutline
  /// The numbers of the modules that have weights, in their order.
  private(set) var modules: [Int] = []
  /// The indices that the sheet has behind lists of layers, such as −1 of nabla_w[-1].
  private(set) var listIndices: Set<Int> = []
  /// What the columns of dZ and dA are derivatives of.
  enum Columns: CaseIterable {
    /// Of each example's own cost, as Andrew Ng has them.
    case ofOwnCosts
    /// dZ of each example's own cost, and dA of that of all.
    case mixed
    /// Of the cost of all.
    case ofMean
  }
  var columns = Columns.ofOwnCosts
  private let exercise: Exercise
  private let lesson: LessonWords

  var takesCrossAsName: Bool { false }
  let steps: Int

  var section: Int? {
    get { outline.section }
    set { outline.section = newValue }
  }

  init(_ exercise: Exercise, layers: Int, examples: Int, steps: Int, lesson: LessonWords) {
    self.steps = steps
    self.lesson = lesson
    var all: [String] = []
    for (formula, _) in exercise.entries.sorted(by: { $0.value < $1.value }) {
      guard let name = formula.answerName else { continue }
      formulas[name] = formula
      all.append(name)
      if case .symbol(let symbol) = formula, symbol.isOfOptimizer { hasOptimizer = true }
      // v_w of a weight of layer 1.
      if case .symbol(let symbol) = formula, symbol.isOfOptimizer, symbol.layer != nil,
        let end = symbol.name.lastIndex(of: "_")
      {
        states.insert(String(symbol.name[..<end].split(separator: " ").last ?? ""))
      }
    }
    self.all = all
    self.exercise = exercise
    arrays = QuantityArray.all(of: exercise)
    outline = NetworkOutline(layers: layers, examples: examples)
    let asked = exercise.asked.compactMap { exercise.lines[$0].name.answerName }
    example = asked.first { $0.hasPrefix("dC/da") } ?? asked.first { $0.hasPrefix("d") } ?? "C"
  }

  func value(of name: Formula) -> Double? { exercise.entries[name].map { exercise.values[$0] } }

  func afterStep(_ name: Formula) -> Formula? { name.answerName.flatMap { formulas["new " + $0] } }

  func areOfLesson(_ words: String) -> Bool { lesson.hold(words) }

  func costName(ofExample example: Int?) -> String? {
    example.map { "C\($0)" }.flatMap { formulas[$0] == nil ? nil : $0 } ?? "C"
  }

  func reading(_ text: [UInt8]) -> any NameReading {
    var names = self
    names.modules = Cursor.modules(in: text)
    names.listIndices = Self.listIndices(in: text)
    if outline.examples > 1 { names.outline.isExampleFirst = outline.isExampleFirst(in: text) }
    return names
  }

  func readingColumnsOtherwise(in text: [UInt8]) -> [any NameReading] {
    guard outline.examples > 1,
      ["dA", "da", "dZ", "dz"].contains(where: { Lines.find($0, from: 0, in: text) != nil })
    else { return [] }
    return Columns.allCases.dropFirst().map { columns in
      var names = self
      names.columns = columns
      return names
    }
  }

  func counting(layersOn count: Int) -> (any NameReading)? {
    var names = self
    names.outline.shift = -count
    return names
  }

  func isGiven(_ name: Formula) -> Bool {
    guard case .symbol(let symbol) = name else { return false }
    if symbol.isOfOptimizer { return exercise.line(of: name) == nil }
    return [.weight, .bias, .target, .learningRate].contains(symbol.meaning)
      || (symbol.meaning == .activation && symbol.layer == 0)
  }

  func match(_ taken: Taken) -> NameMatch {
    guard let of = taken.of else {
      if taken.isChange { return change(taken.by) }
      let (strict, loose) = (taken.by.strict, taken.by.loose)
      return choose(strict, loose, formula, array: { $0.indices.isEmpty ? arrays[$0.group] : nil })
        ?? .unknown((strict + loose).first?.text ?? "")
    }
    let pairs = (of.strict + of.loose).flatMap { of in taken.by.strict.map { (of, $0) } }
    let loose = (of.strict + of.loose).flatMap { of in taken.by.loose.map { (of, $0) } }
    func text(_ pair: (NetworkName, NetworkName)) -> String { "d\(pair.0.text)/d\(pair.1.text)" }
    let known = choose(
      pairs, loose,
      { of, by in
        of.variants.lazy.flatMap { of in by.variants.lazy.map { (of, $0) } }.compactMap {
          derivative($0, $1, isOfExample: taken.isOfExample)
        }.first
      },
      array: { of, by in
        var owned = by
        if owned.example.isEmpty, by.letter != "w", by.letter != "b" { owned.example = of.ownExample }
        guard of.indices.isEmpty, by.indices.isEmpty else { return nil }
        if taken.isOfExample {
          let ofExample = by.example.isEmpty ? "dCx/d\(by.group)" : "dC\(by.example)/d\(by.group)"
          if let array = arrays[ofExample] { return array }
        }
        return arrays["d\(of.group)/d\(by.group)"] ?? arrays["d\(of.group)/d\(owned.group)"]
      })
    let sure = of.strict.flatMap { of in taken.by.strict.map { (of, $0) } }
    // What the numbers say where they stand goes before what they may say besides, also along all paths.
    if let compound = sure.lazy.compactMap({ compound($0, $1) }).first,
      !sure.contains(where: { of, by in
        of.variants.contains { of in
          by.variants.contains { derivative(of, $0, isOfExample: taken.isOfExample) != nil }
        }
      })
    {
      return .quantity(compound)
    }
    if let known { return known }
    if let compound = (pairs + loose).lazy.compactMap({ compound($0, $1) }).first {
      return .quantity(compound)
    }
    return .unknown((pairs + loose).first.map(text) ?? "")
  }

  /// The name, if just one fits: what the numbers say where they stand goes before what they may say besides.
  private func choose<Name>(
    _ strict: [Name], _ loose: [Name], _ formula: (Name) -> Formula?, array: (Name) -> QuantityArray?
  ) -> NameMatch? {
    func hits(_ names: [Name]) -> [Formula] {
      names.reduce(into: []) { hits, name in
        if let found = formula(name), !hits.contains(found) { hits.append(found) }
      }
    }
    let sure = hits(strict)
    if sure.count == 1 { return .quantity(sure[0]) }
    if sure.count > 1 { return .ambiguous(sure.compactMap(\.answerName)) }
    let possible = hits(loose)
    let sureArrays: [QuantityArray] = strict.compactMap(array).reduce(into: []) { all, array in
      if !all.contains(where: { $0 == array }) { all.append(array) }
    }
    if sureArrays.count > 1 { return .ambiguous(sureArrays.map(\.name)) }
    if var array = strict.lazy.compactMap(array).first {
      array.singles = possible
      return .array(array)
    }
    // Z[1] is a layer if what follows is an array, and else one of several neurons.
    if !possible.isEmpty, var array = loose.lazy.compactMap(array).first(where: { $0.entries.count > 1 }) {
      array.singles = possible
      return .array(array)
    }
    if possible.count == 1 { return .quantity(possible[0]) }
    if possible.count > 1 { return .ambiguous(possible.compactMap(\.answerName)) }
    return loose.lazy.compactMap(array).first.map { .array($0) }
  }

  private func formula(_ name: NetworkName) -> Formula? {
    name.variants.lazy.compactMap { formulas[$0.text] }.first
  }

  /// The example may be given on one side only.
  private func derivative(_ of: NetworkName, _ by: NetworkName, isOfExample: Bool) -> Formula? {
    // δ is the error of the example's own cost.
    if isOfExample {
      let example = by.example.isEmpty ? section.map { "\($0)" } ?? "" : by.example
      if !example.isEmpty, let found = formulas["dC\(example)/d\(by.text)"] { return found }
    }
    if let found = formulas["d\(of.text)/d\(by.text)"] { return found }
    var (of, by) = (of, by)
    if by.example.isEmpty, by.letter != "C" {
      by.example = of.ownExample
    } else if of.letter != "C", of.example.isEmpty {
      of.example = by.example
    }
    return formulas["d\(of.text)/d\(by.text)"]
  }

  /// A derivative along all paths, of what is computed by what comes before it.
  private func compound(_ of: NetworkName, _ by: NetworkName) -> Formula? {
    func symbol(_ name: NetworkName) -> Symbol? {
      for variant in name.variants {
        if case .symbol(let symbol)? = formulas[variant.text] { return symbol }
      }
      return nil
    }
    var by = by
    if by.example.isEmpty, by.letter == "a" || by.letter == "z" { by.example = of.ownExample }
    guard !of.isNew, !by.isNew, let above = symbol(of), let below = symbol(by), above != below,
      [.activation, .weightedInput, .cost].contains(above.meaning), above.layer != 0,
      [.activation, .weightedInput, .weight, .bias].contains(below.meaning)
    else { return nil }
    return .partial(above, by: below)
  }

  private func change(_ readings: NetworkReadings) -> NameMatch {
    let old = choose(readings.strict, readings.loose, formula, array: { _ in nil })
    guard case .quantity(let formula)? = old, let name = formula.answerName else {
      return old ?? .unknown((readings.strict + readings.loose).first?.text ?? "")
    }
    guard let new = formulas["new " + name] else { return .unknown("new " + name) }
    return .change(new: new, old: formula)
  }

  func unknown(_ text: String, written: String) -> String {
    let way =
      meant(by: text).map { "did you mean \($0)?" }
      ?? (isOfLaterLayer(text)
        ? "its network has \(outline.layers == 1 ? "only one layer" : "only the layers 1 to \(outline.layers)")"
        : "names are written as in \(example)")
    return "the lesson has no quantity \(shortened(written)); \(way)"
  }

  /// Whether a name is one of a layer after the last: z4, dC/dw4[1,2].
  private func isOfLaterLayer(_ name: String) -> Bool {
    let last = name.split(separator: "/").last?.drop { $0 == "d" } ?? ""
    guard let letter = last.first, "azwb".contains(letter) else { return false }
    return Int(last.dropFirst().prefix { $0.isASCII && $0.isNumber }).map { $0 > outline.layers } ?? false
  }

  private func meant(by name: String) -> String? {
    let shorter = name.split(separator: "[").first.map(String.init) ?? name
    return fullName(of: name, among: all) ?? (formulas[shorter] == nil ? nil : shorter)
      ?? suggestion(for: name, among: candidates(for: name))
  }

  /// Nobody who writes a3 means C3: the letter stays.
  private func candidates(for name: String) -> [String] {
    guard !name.contains("/") else { return all }
    let start = name.prefix(name.hasPrefix("new ") ? 5 : 1)
    return all.filter { $0.hasPrefix(start) }
  }
}
