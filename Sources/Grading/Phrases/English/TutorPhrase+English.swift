import Formulas

extension TutorPhrase {
  var english: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).english) (\(code: mistake.id))."
    case .mayBe(let mistake):
      "Perhaps this mistake: \(MistakePhrase.title(mistake).english) (\(code: mistake.id))."
    case .mayAlsoBe(let mistakes):
      "These numbers also fit \(Self.others(mistakes))."
    case .sameNumbers(let mistakes):
      "\(mistakes.count == 1 ? "Another mistake gives" : "Other mistakes give") the same numbers: \(Self.list(mistakes))."
    case .slip(let isFirst):
      "Your number has almost the same digits as the result of the given numbers\(isFirst ? "" : " and your answers before it")."
    case .slipOfSign(let mistake):
      "\(strong: "Only the sign is wrong") (\(code: mistake.id)). The digits are right."
    case .rewritten(let rewriting, let name):
      """
      \(rewriting.wrong) instead of \(rewriting.right) gives \(rewriting.value)\(name.map { " for \($0)" } ?? "")\
      \(Self.words(rewriting.written)).
      """
    case .whole(let name, let rewriting):
      """
      Your \(name) does not follow from your answers before it. A complete derivation with \(rewriting.wrong) instead of \
      \(rewriting.right) gives \(rewriting.value)\(Self.words(rewriting.written)).
      """
    case .onlyLayer(let layer): "You made this mistake in layer \(layer) only."
    case .unexplained(let name, let isFirst):
      "\(strong: "The given numbers\(isFirst ? "" : " and your answers before it") give another value for \(name).")"
    case .computeAgain(let rule, let isHinted):
      "\(isHinted ? "" : "No mistake was found that gives this number. ")Compute it again\(rule.map { ": \($0)" } ?? "")."
    case .copied(let name): "You wrote the same number for \(English.name(name))."
    case .zero: "You wrote 0."
    case .otherSign: "Only the sign of your number is wrong."
    case .times(let above, let below):
      "\(Self.isShift(above, below) ? "The decimal point is in the wrong place: it" : "It") is \(below == 1 ? .integer(above) : .integer(above) / .integer(below)) times the result that follows."
    case .again(let names):
      "The same mistake appears in \(English.commas(names.map(English.name)))."
    case .perhapsAgain(let names):
      "Also wrong, perhaps because of the same mistake: \(English.commas(names.map(English.name)))."
    case .carried(let names, let more, let isFromOne):
      """
      Carried forward (computed correctly from \(isFromOne ? "this wrong number" : "these wrong numbers")): \(English.commas(names.map(English.name), more: more)).
      """
    }
  }

  private static func others(_ mistakes: [Mistake]) -> Prose {
    "\(mistakes.count == 1 ? "another mistake" : "other mistakes"): \(list(mistakes))"
  }

  private static func list(_ mistakes: [Mistake]) -> Prose {
    let names = mistakes.map { "\(MistakePhrase.title($0).english) (\(code: $0.id))" as Prose }
    return names.dropFirst().reduce(names.first ?? "") { "\($0); \($1)" as Prose }
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: ", your number"
    case .cut(let text): "; your \(code: text) is this number with its last digits cut off"
    case .other(let text): ", and your \(code: text) agrees with it up to rounding"
    }
  }
}
