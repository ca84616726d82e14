import Formulas

extension ScriptPhrase {
  var german: Prose {
    switch self {
    case .correct: "✓ Richtig."
    case .tooFewDigits: "✓ Richtig, aber mit zu wenigen Stellen."
    case .carriedForward: "→ Richtig für deine Zahlen oben, von denen eine falsch ist."
    case .wrong: "✗ Noch nicht richtig."
    case .unread:
      "? Das ist keine Zahl. Schreibe sie wie 0.35, -1.2e-3, 3/8, 2*(0.64-1) oder 1/(1+exp(-0.3))."
    case .comma: "? Schreibe einen Dezimalpunkt und kein Komma."
    case .zero: "Du hast 0 geschrieben."
    case .otherSign: "Nur das Vorzeichen ist falsch."
    case .times: "Deine Zahl ist das {factor}-Fache der Zahl, die aus den Zahlen davor folgt."
    case .copied: "Dieselbe Zahl hast du für {name} geschrieben."
    case .otherLine: "eine andere Zeile"
    case .mayBe: "Vielleicht hilft dies:"
    case .or: "Oder:"
    case .again: "Derselbe Fehler betrifft auch {names}."
    case .untold:
      "Kein bekannter Fehler ergibt diese Zahl. Berechne sie noch einmal aus den Zahlen davor."
    case .count: "{right} von {all} richtig"
    case .countWithWrong: "{right} von {all} richtig, {wrong} noch nicht richtig"
    case .delete: "Alle Antworten löschen, die du auf dieser Seite eingegeben hast?"
    }
  }
}
