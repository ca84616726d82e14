import Formulas
import Texts

/// Each quantity is kept once, whatever it is written in.
extension AnswerReader {
  /// C below the heading of an example is the cost of that example, if it is not the number of the whole cost.
  func costOfSection(_ found: Statement) -> Formula? {
    guard let section = names.section, case .quantity(let name) = found.match, name.answerName == "C",
      let own = names.costName(ofExample: section), own != "C",
      case .quantity(let ownName)? = TableLabel.match(own, names), places[ownName] == nil
    else { return nil }
    guard let number = Cursor(bytes, found.value).lastDecimal, let whole = names.value(of: name) else {
      return nil
    }
    return (number.value - whole).magnitude <= number.unit ? nil : ownName
  }

  mutating func leaveBlank(_ match: NameMatch) {
    switch match {
    case .quantity(let name), .change(let name, _, _):
      if blankNames.insert(name).inserted { blanks.append(name) }
    case .array(let array):
      for name in array.entries where blankNames.insert(name).inserted { blanks.append(name) }
    case .layers(let arrays): for array in arrays { leaveBlank(.array(array)) }
    case .ambiguous, .unknown: break
    }
  }

  mutating func add(
    _ values: [[Side]], _ match: NameMatch, at name: Range<Int>, _ range: Range<Int>, _ line: Int
  ) {
    let written = Cursor(bytes, name).text(name)
    func add(_ quantity: Formula, _ sides: [Side], changed: Formula? = nil) {
      guard !sides.isEmpty else { return leaveBlank(.quantity(quantity)) }
      let quantity = inPlace(quantity, sides)
      // 0.3751 = a2 - y: the number is the answer, and the formula behind it says where it comes from.
      var sides = sides
      if sides.last?.decimal == nil, let number = sides.lastIndex(where: { $0.decimal != nil }) {
        sides.append(sides.remove(at: number))
      }
      keep(
        Answer(
          line: line, range: range, name: quantity, nameAsWritten: written, sides: sides, changed: changed),
        at: name)
    }
    switch match {
    case .quantity(let quantity): if let sides = values.first { add(quantity, sides) }
    case .change(let quantity, let old, _):
      if let sides = values.first { add(quantity, sides, changed: old) }
    case .array(let array): for (quantity, sides) in zip(array.entries, values) { add(quantity, sides) }
    case .layers(let arrays):
      // The input may be left out.
      for (quantity, sides) in zip(arrays.flatMap(\.entries).suffix(values.count), values) {
        add(quantity, sides)
      }
    case .ambiguous, .unknown: break
    }
  }

  /// v = 0.3 of an optimizer whose v is 0 before the step: the new one, as programs write it in its place; and so is what stands
  /// for a parameter then.
  private mutating func inPlace(_ quantity: Formula, _ sides: [Side]) -> Formula {
    guard case .symbol(let symbol) = quantity else { return quantity }
    // Who has the new state of an optimizer goes on with the parameter.
    if case .newOptimizer = symbol.meaning { isInPlace = true }
    guard symbol.isOfOptimizer || isInPlace && names.isGiven(quantity), let new = names.afterStep(quantity),
      let number = sides.last?.decimal,
      number.value != names.value(of: quantity)
    else { return quantity }
    isInPlace = true
    return new
  }

  /// The answers in their order; a number that took the place of its rule stands further down.
  var inOrder: [Answer] {
    guard hasNumbersAfterRules else { return answers }
    return answers.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  /// Who says the same again, as in a table of results, says nothing wrong.
  private mutating func keep(_ answer: Answer, at name: Range<Int>) {
    guard let index = places[answer.name] else {
      places[answer.name] = answers.count
      answers.append(answer)
      return
    }
    let first = answers[index]
    guard let old = first.sides.last, let new = answer.sides.last else { return }
    if old.decimal == nil || new.decimal == nil {
      // The rule, and then the number: the number is the answer.
      if old.decimal == nil {
        answers[index] = answer
        hasNumbersAfterRules = true
      }
    } else if old.says(new) {
      // What has more digits says more.
      if let unit = new.decimal?.unit, let before = old.decimal?.unit, unit < before {
        answers[index] = answer
      }
    } else {
      problems.add(
        at: name,
        "\(shortened(answer.nameAsWritten)) has another value in line \(first.line); remove one of the two")
    }
  }
}
