import Texts

/// The words of sentences that say a number of a quantity, in small letters and in each language.
enum SentenceWords {
  /// Between a name and its number: `is`, `comes out as`, `I get`, `beträgt`.
  static let saying: Set<String> = [
    "is", "was", "are", "equals", "equal", "to", "be", "should", "must", "comes", "came", "out", "at", "as",
    "turns", "turned", "works", "worked", "evaluates", "evaluated", "amounts", "has", "have", "the", "a",
    "value", "of", "i", "we", "get", "got", "obtain", "obtained", "find", "found", "gives", "yields",
    "becomes", "it", "then", "answer", "result", "my", "exactly", "about", "approx", "approximately",
    "roughly",
    "around", "nearly", "almost", "simply", "just", "therefore", "thus", "also",
    "ist", "war", "beträgt", "betraegt", "betragen", "ergibt", "ergab", "sich", "zu", "gleich", "lautet",
    "hat", "habe", "haben", "den", "wert", "von", "erhalte", "erhalten", "erhält", "bekomme", "bekommen",
    "ich", "wir", "man", "kommt", "komme", "auf", "heraus", "wird", "sollte", "muss", "sein", "genau", "etwa",
    "ungefähr", "ungefaehr", "rund", "ca", "circa", "also", "folgt", "antwort", "ergebnis",
  ]
  /// The same in Chinese, which has no blanks between words; the longer ones first.
  static let sayingWithoutBlank = [
    "的结果", "的值", "约等于", "近似为", "等于", "约为", "大约", "大概", "应该", "计算", "算出", "得到",
    "得出", "求得", "求出", "结果", "我", "值", "来", "应", "是", "为", "得", "约",
  ]
  /// Before a name or a number, where they change nothing of what is said.
  static let opening: Set<String> = [
    "i", "we", "get", "got", "so", "then", "therefore", "thus", "hence", "finally", "now", "next", "and",
    "also", "the", "a", "an", "value", "of", "for", "quantity", "number", "result", "answer", "my", "our",
    "this", "means", "that", "here", "have", "obtain", "obtained", "find", "found", "calculated", "computed",
    "what", "is", "it", "follows", "first", "second", "third", "last", "again", "as", "dear", "final",
    "after",
    "one", "step",
    "ich", "wir", "habe", "haben", "erhalte", "erhalten", "bekomme", "also", "damit", "somit", "daraus",
    "folgt", "nun", "dann", "der", "die", "das", "den", "wert", "von", "für", "fuer", "und", "ist", "man",
    "mit", "ergibt", "sich", "schließlich", "zuletzt", "antwort", "ergebnis", "größe", "zahl",
  ]
  static let openingWithoutBlank = [
    "得到", "得出", "求得", "求出", "计算", "所以", "因此", "于是", "那么", "对于", "由此", "最后", "这里", "可得",
    "我", "则", "故", "有", "得", "的值", "即",
  ]
  /// Directly before the name of what they are a word for.
  static let kinds: Set<String> = [
    "cost", "loss", "error", "activation", "output", "input", "weighted", "hidden", "node", "kosten",
    "fehler",
    "aktivierung", "ausgabe", "eingabe", "knoten",
  ]
  static let kindsWithoutBlank = ["代价", "损失", "误差", "激活值", "输出", "节点"]
  /// Directly before the name of a derivative.
  static let derivatives: Set<String> = [
    "gradient", "grad", "derivative", "partial", "slope", "factor", "local", "upstream", "ableitung",
    "lokale", "partielle", "steigung", "faktor",
  ]
  static let derivativesWithoutBlank = ["偏导数", "导数", "梯度"]
  /// Between a number and the name that it is of: 0.49 for C.
  static let joining: Set<String> = ["for", "as", "is", "für", "fuer", "als", "ist"]
  /// Behind a number, where they change nothing of it.
  static let closing: Set<String> = [
    "erhalten", "bekommen", "heraus", "raus", "sein", "herausbekommen", "berechnet", "respectively",
  ]
}

extension Cursor {
  /// Takes a word that is one of these, in large letters or small, or the beginning of a text without blanks.
  mutating func takeWord(of words: Set<String>, _ withoutBlank: [String] = []) -> Bool {
    skipMarksAndBlanks()
    if withoutBlank.contains(where: { take($0) }) { return true }
    var ahead = self
    // A word longer than this is none of them.
    while let next = ahead.next, Self.isLetter(next), !next.isIdeograph,
      ahead.position - position < 24
    {
      ahead.skip()
    }
    guard ahead.position > position, !ahead.isInName,
      words.contains(text(position..<ahead.position).lowercased())
    else { return false }
    // a1 and C_1 are no words.
    if ahead.next == "_" || ahead.next == "[" || ahead.next == "/" || ahead.next == "^" { return false }
    self = ahead
    return true
  }

  /// Takes what says a number of the name before it: words, a colon, a double arrow, dots that lead to it.
  mutating func takeSaying() -> Bool {
    var found = false
    for _ in 0..<12 {
      let hasTab = next == "\t" || last == 0x09
      skipMarksAndBlanks()
      if isAtNumberOrArray, found || hasTab { return true }
      if take("=>") || take("⇒") || take("::") || take(":") || take("：") || take("?") || take("？") {
        found = true
      } else if take("...") || take("…") {
        while take(".") || take("…") {}
        found = true
      } else if takeWord(of: SentenceWords.saying, SentenceWords.sayingWithoutBlank) {
        _ = take(".")
        found = true
      } else if found, take(",") {
      } else {
        return false
      }
    }
    return false
  }
}
