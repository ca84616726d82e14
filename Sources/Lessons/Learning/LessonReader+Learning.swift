import Backprop
import Documents
import Formulas
import Texts

/// How a lesson learns.
extension LessonReader {
  static let learningKeys = ["learningRate", "optimizer", "ascent", "steps", "schedule"]

  /// What the keys of a lesson say besides the learning rate; each of them needs one.
  mutating func learning(_ fields: Fields) -> Learning {
    var learning = Learning()
    if let value = fields["optimizer"], let optimizer = optimizer(value) { learning.optimizer = optimizer }
    learning.optimizer.ascends = fields["ascent"].map { boolean($0, #""ascent""#) } ?? false
    if let value = fields["steps"],
      let steps = wholeNumber(value, "the number of steps", in: 1...Learning.mostSteps)
    {
      learning.steps = steps
    }
    if let value = fields["schedule"], let schedule = schedule(value, steps: learning.steps) {
      learning.schedule = schedule
    }
    let others = Self.learningKeys.dropFirst() + ["updates"]
    if !fields.mentions("learningRate"), let key = others.first(where: { fields[$0] != nil }),
      let place = fields.keyRange(key)
    {
      problems.add(
        at: place, "\(quoted(key)) needs a learning rate; add it, as in \(quoted("learningRate")): 0.1")
    }
    return learning
  }

  /// Whether a step is taken for each example.
  mutating func takesEachExample(_ value: JSONValue) -> Bool {
    choice(value, "the kind of updates", Updates.self, example: "\"each-example\"")?.0 == .eachExample
  }

  private enum Updates: String, CaseIterable {
    case wholeBatch = "whole-batch", eachExample = "each-example"
  }

  fileprivate mutating func optimizer(_ value: JSONValue) -> Optimizer? {
    guard let (rule, settings) = choice(value, "the optimizer", Optimizer.Rule.self, example: "\"adam\"")
    else {
      return nil
    }
    let constants = rule.type.constants
    guard let settings else { return Optimizer(rule) }
    // A number alone is the only constant, or the first.
    if case .number = settings.content, let first = constants.first {
      return constant(settings, first, of: rule).map { Optimizer(rule, [first.key: $0]) }
    }
    if constants.isEmpty {
      problems.add(
        at: value.range, "the optimizer \(rule.rawValue) has no constants; write \(quoted(rule.rawValue))")
      return nil
    }
    let example = constants.first.map { "{ \(quoted($0.key)): \($0.usual) }" } ?? "{}"
    guard
      let fields = fields(
        of: settings, "the optimizer \(rule.rawValue)", keys: constants.map(\.key), example: example)
    else { return nil }
    var given: [String: Numeral] = [:]
    for constant in constants {
      if let value = fields[constant.key] { given[constant.key] = self.constant(value, constant, of: rule) }
    }
    return Optimizer(rule, given)
  }

  /// A constant in its range.
  private mutating func constant(
    _ value: JSONValue, _ constant: Optimizer.Constant, of rule: Optimizer.Rule
  ) -> Numeral? {
    let what = "\(constant.key) of \(rule.rawValue)"
    guard let numeral = nonNegative(value, what) else { return nil }
    if constant.range == .belowOne, numeral.value >= 1 {
      problems.add(
        at: value.range,
        "\(what) must be below 1, but is \(numeral.typed); it is the part of the old value that is kept")
      return nil
    }
    return numeral
  }

  private enum ScheduleName: String, CaseIterable {
    case constant, halveEvery = "halve-every", inverseTime = "inverse-time", warmupCosine = "warmup-cosine"
  }

  fileprivate mutating func schedule(_ value: JSONValue, steps: Int) -> Schedule? {
    let example = #"{ "halve-every": 2 }"#
    guard let (name, setting) = choice(value, "the schedule", ScheduleName.self, example: example) else {
      return nil
    }
    if name == .constant { return .constant }
    guard let setting else {
      problems.add(
        at: value.range, "the schedule \(name.rawValue) needs a number, as in { \(quoted(name.rawValue)): 2 }"
      )
      return nil
    }
    let what = "the number of \(quoted(name.rawValue))"
    switch name {
    case .constant: return .constant
    case .halveEvery:
      return wholeNumber(setting, what, in: 1...1_000_000).map { .halveEvery($0) }
    case .inverseTime: return nonNegative(setting, what).map { .inverseTime($0) }
    case .warmupCosine: return wholeNumber(setting, what, in: 0...steps).map { .warmupCosine($0) }
    }
  }

  /// A name alone, or as the one key of an object that holds its settings.
  mutating func choice<Name: RawRepresentable & CaseIterable>(
    _ value: JSONValue, _ what: String, _ type: Name.Type, example: String
  ) -> (Name, settings: JSONValue?)? where Name.RawValue == String {
    let names = Name.allCases.map(\.rawValue)
    switch value.content {
    case .string(let text):
      if let name = Name(rawValue: text) { return (name, nil) }
      problems.add(
        at: value.range,
        "\(what) \(quoted(text)) is unknown; \(Self.hint(meaning(of: text, among: names), names))")
    case .object(let members):
      guard let fields = fields(of: value, what, keys: names, example: example) else { return nil }
      if let only = members.first, members.count == 1, let name = Name(rawValue: only.key) {
        return (name, fields[only.key])
      }
      if members.count != 1 {
        problems.add(at: fields.opening, "\(what) must have one name, as in \(example)")
      }
    case .null, .boolean, .number, .array:
      problems.add(at: value.range, "\(what) must be a name, such as \(example), but is \(value.kind)")
    }
    return nil
  }
}

extension Learning {
  /// The same with an optimizer and a schedule as they are typed, for so many steps: `adam`, `momentum=0.8`, or as a lesson has
  /// them in braces; throws what is wrong with them.
  package func changed(optimizer: String?, schedule: String?, steps: Int) throws(Problem) -> Learning {
    var (changed, reader) = (self, LessonReader())
    changed.steps = steps
    if let optimizer, var found = reader.optimizer(try Self.value(optimizer)) {
      found.ascends = self.optimizer.ascends
      changed.optimizer = found
    }
    if let schedule, let found = reader.schedule(try Self.value(schedule), steps: steps) {
      changed.schedule = found
    }
    if let problem = reader.problems.first.first { throw problem }
    return changed
  }

  private static func value(_ typed: String) throws(Problem) -> JSONValue {
    let parts = typed.split(separator: "=", maxSplits: 1).map(String.init)
    let name = JSONText.quoted(parts.first ?? "")
    let value = typed.hasPrefix("{") ? typed : parts.count == 2 ? "{ \(name): \(parts[1]) }" : name
    do {
      return try JSONValue(parsing: Array(value.utf8))
    } catch {
      throw Problem(at: error.range, "'\(shortened(typed))' cannot be read: \(error.message)")
    }
  }
}
