import Formulas

extension TutorPhrase {
  var german: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).german) (\(code: mistake.id))."
    case .mayBe(let mistake): "Es kann \(code: mistake.id) sein: \(MistakePhrase.title(mistake).german)."
    case .mayAlsoBe(let mistakes):
      "Möglich ist auch \(Self.either(mistakes)): Diese Zahlen unterscheiden nicht zwischen den Fehlern."
    case .sameNumbers(let mistakes): "Dieselben Zahlen ergeben sich bei \(Self.either(mistakes))."
    case .slip:
      "Deine Zahl hat fast dieselben Ziffern wie die Zahl, die aus den Zahlen davor folgt."
    case .rewritten(let rewriting, let name):
      """
      Mit \(rewriting.wrong) statt \(rewriting.right) ergibt sich \(name.map { "für \($0) " } ?? "")\(rewriting.value)\
      \(Self.words(rewriting.written)).
      """
    case .whole(let name, let rewriting):
      """
      Deine Zahl für \(name) folgt nicht aus deinen Antworten davor. Eine vollständige Herleitung mit \(rewriting.wrong) statt \
      \(rewriting.right) ergibt \(rewriting.value)\(Self.words(rewriting.written)).
      """
    case .onlyLayer(let layer): "Nur Schicht \(layer) zeigt diesen Fehler."
    case .unexplained(let name): "\(strong: "Diese Zahl für \(name) folgt nicht aus den Zahlen davor.")"
    case .computeAgain(let rule):
      "Woran das liegt, ist an den Zahlen nicht zu erkennen. Rechne noch einmal\(rule.map { ": \($0)" } ?? "")."
    case .copied(let name): "Dieselbe Zahl hast du für \(German.name(name)) geschrieben."
    case .zero: "Du hast 0 geschrieben."
    case .otherSign: "Nur das Vorzeichen ist falsch."
    case .times(let above, let below):
      "Sie ist \(below == 1 ? .integer(above) : .integer(above) / .integer(below)) mal so groß wie die Zahl, die folgt."
    case .again(let names):
      "Derselbe Fehler steckt auch in \(German.list(names.map(German.name)))."
    case .carried(let names, let more):
      """
      Folgefehler: \(German.list(names.map(German.name), more: more)) \
      \(names.count + more == 1 ? "folgt" : "folgen") richtig daraus.
      """
    }
  }

  private static func either(_ mistakes: [Mistake]) -> Prose {
    let names: [Prose] = mistakes.map { "\(code: $0.id) (\(MistakePhrase.title($0).german))" }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return "\(German.row(names.dropLast(), ",")) oder \(last)"
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: ", und das hast du geschrieben"
    case .other(let text):
      ", und deine Antwort \(code: text) stimmt damit bis auf Rundung überein"
    }
  }
}
