import Backprop
import Formulas
import Texts

extension LessonReader {
  mutating func examples(_ value: JSONValue, network: NetworkDraft?, cost: Cost?) -> [Lesson.Example]? {
    guard let values = array(value, #""examples""#, ofObjects: true) else { return nil }
    if values.isEmpty {
      problems.add(at: value.range, "the lesson has no examples; it needs at least one")
      return nil
    }
    let parameters = network?.parameterCount ?? 0
    // Both factors are small: a network above its limit was refused, and an example takes bytes of the file.
    let product = min(parameters, Lesson.Limit.parameters) * values.count
    guard product <= Lesson.Limit.parametersTimesExamples else {
      problems.add(
        at: value.range,
        "\(counted(values.count, "example")) times \(counted(parameters, "parameter")) is \(grouped(product)); "
          + "at most \(grouped(Lesson.Limit.parametersTimesExamples)) is allowed")
      return nil
    }
    var examples: [Lesson.Example] = []
    for (index, value) in values.enumerated() {
      if let example = example(value, number: index + 1, network: network, cost: cost) {
        examples.append(example)
      }
    }
    return examples.count == values.count ? examples : nil
  }

  private mutating func example(
    _ value: JSONValue, number: Int, network: NetworkDraft?, cost: Cost?
  ) -> Lesson.Example? {
    let place = "example \(number)"
    let shown = #"{ "inputs": [0.5], "targets": [1] }"#
    let fields = fields(of: value, place, keys: ["inputs", "targets", "class"], example: shown)
    guard let fields else { return nil }
    let inputs = required("inputs", in: fields, example: "[0.5]").flatMap {
      series($0, place, "input", count: network?.inputs, of: "the network has", "input")
    }
    let targets: [Numeral]?
    if let number = fields["class"] {
      if let range = fields.keyRange("targets") {
        problems.add(at: range, "\(place) has both \"class\" and \"targets\"; leave out one of them")
      }
      targets = self.targets(ofClass: number, place, outputs: network?.outputs, cost)
    } else {
      let targetsValue = required("targets", in: fields, example: "[1]")
      targets = targetsValue.flatMap {
        series($0, place, "target", count: network?.outputs, of: "the last layer has", "neuron")
      }
      if let targets, let targetsValue, let cost { check(targets, targetsValue, place, cost) }
    }
    guard let inputs, let targets else { return nil }
    return Lesson.Example(inputs: inputs, targets: targets)
  }

  /// 1 for the neuron of the class, counted from 1, and what the cost takes for no for all others.
  private mutating func targets(
    ofClass value: JSONValue, _ place: String, outputs: Int?, _ cost: Cost?
  ) -> [Numeral]? {
    let most = outputs ?? Lesson.Limit.neurons
    guard most > 1 else {
      problems.add(
        at: value.range,
        "\(place) has a class, but the last layer has 1 neuron; write \"targets\": [1] or [0]")
      return nil
    }
    guard let number = wholeNumber(value, "the class of \(place)", in: 1...most), let outputs else {
      return nil
    }
    let no = Numeral(integer: cost == .hinge ? -1 : 0)
    return (1...outputs).map { $0 == number ? Numeral(integer: 1) : no }
  }

  private mutating func series(
    _ value: JSONValue, _ place: String, _ noun: String, count: Int?, of owner: String, _ ownerNoun: String
  ) -> [Numeral]? {
    guard let elements = array(value, "the \(noun)s of \(place)", arePlural: true) else { return nil }
    // What is in the wrong brackets is said below, and is not counted.
    if let count, elements.count != count, !elements.areNested {
      problems.add(
        at: value.range,
        "\(place) has \(counted(elements.count, noun)), but \(owner) \(counted(count, ownerNoun))"
          + elements.commaHint(for: count))
    } else if elements.isEmpty {
      problems.add(at: value.range, "\(place) has no \(noun)s")
    }
    return numbers(elements) { "\(place), \(noun) \($0)" }
  }

  /// Holds the targets to where the cost is defined.
  private mutating func check(_ targets: [Numeral], _ value: JSONValue, _ place: String, _ cost: Cost) {
    let rule = cost.rule
    guard case .array(let elements) = value.content else { return }
    for (index, (target, element)) in zip(targets, elements).enumerated()
    where !rule.takes(target.value) {
      guard case .number(let text) = element.content else { continue }
      problems.add(
        at: element.range,
        "\(place), target \(index + 1) is \(shortened(text)), but \(cost.name) needs targets \(rule.targetWords)"
      )
    }
  }
}
