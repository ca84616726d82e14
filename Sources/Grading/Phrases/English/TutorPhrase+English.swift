import Formulas

extension TutorPhrase {
  var english: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).english) (\(code: mistake.id))."
    case .mayBe(let mistake): "It may be \(code: mistake.id): \(MistakePhrase.title(mistake).english)."
    case .mayAlsoBe(let mistakes):
      "It may also be \(Self.either(mistakes)): these numbers do not distinguish them."
    case .sameNumbers(let mistakes): "The same numbers would result from \(Self.either(mistakes))."
    case .slip: "Your number has almost the digits of the number that follows from those before it."
    case .rewritten(let rewriting, let name):
      """
      With \(rewriting.wrong) in place of \(rewriting.right) one gets \(rewriting.value)\(name.map { " for \($0)" } ?? "")\
      \(Self.words(rewriting.written)).
      """
    case .whole(let name, let rewriting):
      """
      Your \(name) does not follow from your answers before it. A complete derivation with \(rewriting.wrong) in place of \
      \(rewriting.right) gives \(rewriting.value)\(Self.words(rewriting.written)).
      """
    case .onlyLayer(let layer): "Only layer \(layer) shows this mistake."
    case .unexplained(let name): "\(strong: "This \(name) does not follow from the numbers before it.")"
    case .computeAgain(let rule):
      "These numbers do not show why. Compute it again\(rule.map { ": \($0)" } ?? "")."
    case .copied(let name): "You wrote the same number for \(English.name(name))."
    case .zero: "You wrote 0."
    case .otherSign: "Only its sign is wrong."
    case .times(let above, let below):
      "It is \(below == 1 ? .integer(above) : .integer(above) / .integer(below)) times the number that follows."
    case .again(let names):
      "The same mistake appears in \(English.commas(names.map(English.name)))."
    case .carried(let names, let more):
      """
      Carried forward: \(English.commas(names.map(English.name), more: more)) \
      \(names.count + more == 1 ? "follows" : "follow") correctly from it.
      """
    }
  }

  private static func either(_ mistakes: [Mistake]) -> Prose {
    let names: [Prose] = mistakes.map { "\(code: $0.id) (\(MistakePhrase.title($0).english))" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(English.commas(Array(names.dropLast()))) or \(last)"
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: ", which is what you wrote"
    case .other(let text): ", and your \(code: text) is the same within the rounding of your numbers"
    }
  }
}
