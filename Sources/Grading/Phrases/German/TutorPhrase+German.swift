import Formulas

extension TutorPhrase {
  var german: Prose {
    switch self {
    case .named(let mistake): "\(strong: MistakePhrase.title(mistake).german) (\(code: mistake.id))."
    case .mayBe(let mistake):
      "Vielleicht dieser Fehler: \(MistakePhrase.title(mistake).german) (\(code: mistake.id))."
    case .mayAlsoBe(let mistakes):
      "Zu diesen Zahlen \(mistakes.count == 1 ? "passt" : "passen") auch \(Self.others(mistakes))."
    case .sameNumbers(let mistakes):
      "Dieselben Zahlen \(mistakes.count == 1 ? "ergibt" : "ergeben") auch \(Self.others(mistakes))."
    case .slip(let isFirst):
      "Deine Zahl hat fast dieselben Ziffern wie das Ergebnis, das aus den gegebenen Zahlen\(isFirst ? "" : " und deinen Antworten davor") folgt."
    case .slipOfSign(let mistake):
      "\(strong: "Nur das Vorzeichen ist falsch") (\(code: mistake.id)). Die Ziffern stimmen."
    case .rewritten(let rewriting, let name):
      """
      \(rewriting.wrong) statt \(rewriting.right) ergibt \(name.map { "für \($0) " } ?? "")\(rewriting.value)\
      \(Self.words(rewriting.written)).
      """
    case .whole(let name, let rewriting):
      """
      Deine Zahl für \(name) folgt nicht aus deinen Antworten davor. Eine vollständige Herleitung mit \(rewriting.wrong) statt \
      \(rewriting.right) ergibt \(rewriting.value)\(Self.words(rewriting.written)).
      """
    case .onlyLayer(let layer): "Diesen Fehler hast du nur in Schicht \(layer) gemacht."
    case .unexplained(let name, let isFirst):
      "\(strong: "Aus den gegebenen Zahlen\(isFirst ? "" : " und deinen Antworten davor") folgt für \(name) ein anderer Wert.")"
    case .computeAgain(let rule, let isHinted):
      "\(isHinted ? "" : "Es wurde kein Fehler gefunden, der diese Zahl ergibt. ")Rechne noch einmal\(rule.map { ": \($0)" } ?? "")."
    case .copied(let name): "Dieselbe Zahl hast du für \(German.name(name)) geschrieben."
    case .zero: "Du hast 0 geschrieben."
    case .otherSign: "Nur das Vorzeichen ist falsch."
    case .times(let above, let below):
      "\(Self.isShift(above, below) ? "Das Komma steht an der falschen Stelle: Deine Zahl" : "Deine Zahl") ist das \(below == 1 ? .integer(above) : .integer(above) / .integer(below))-Fache des Ergebnisses, das aus deinen Antworten davor folgt."
    case .again(let names):
      "Derselbe Fehler steckt auch in \(German.list(names.map(German.name)))."
    case .perhapsAgain(let names):
      "Auch falsch, vielleicht durch denselben Fehler: \(German.list(names.map(German.name)))."
    case .carried(let names, let more, let isFromOne):
      """
      Folgefehler (mit \(isFromOne ? "dieser falschen Zahl" : "diesen falschen Zahlen") richtig weitergerechnet): \(German.list(names.map(German.name), more: more)).
      """
    }
  }

  private static func others(_ mistakes: [Mistake]) -> Prose {
    let names = mistakes.map { "\(MistakePhrase.title($0).german) (\(code: $0.id))" as Prose }
    return "\(mistakes.count == 1 ? "ein anderer" : "andere") Fehler: \(German.row(names, ";"))"
  }

  private static func words(_ written: Written?) -> Prose {
    switch written {
    case nil: ""
    case .same: ", deine Zahl"
    case .cut(let text): "; deine Antwort \(code: text) ist diese Zahl ohne ihre letzten Ziffern"
    case .other(let text):
      ", und deine Antwort \(code: text) stimmt damit bis auf Rundung überein"
    }
  }
}
