import Formulas
import Lessons

/// What people write above the columns of a table, in small letters and in each language.
enum TableWords {
  /// Above the names of quantities.
  static let names: Set<String> = [
    "quantity", "name", "variable", "symbol", "parameter", "node", "gate", "größe", "knoten", "量", "名称",
    "变量", "符号", "参数", "节点",
  ]
  /// Above their values; those that are somebody's own come first.
  static let values = [
    "mine", "my answer", "my value", "your answer", "answer", "meine antwort", "mein wert", "deine antwort",
    "antwort", "我的答案", "答案", "student", "written", "value", "wert", "值", "数值", "result", "ergebnis",
    "结果", "number", "zahl", "is", "forward", "前向",
  ]
  /// Above derivatives by what the row names.
  static let gradients: Set<String> = [
    "gradient", "grad", "backward", "derivative", "ableitung", "导数", "梯度", "偏导数",
  ]

  static func isAboutDerivatives(_ heading: String) -> Bool {
    heading.split { !$0.isLetter }.contains { gradients.contains(String($0)) }
      || gradients.contains { !($0.first?.isASCII ?? true) && heading.contains($0) }
  }

  /// Whether what stands below it is no answer of anybody: a column of given numbers, of checks, of points.
  static func areNoAnswers(_ heading: String) -> Bool {
    if PrintedHeading.others.contains(heading) || isOfPart(heading) { return true }
    return heading.split { !$0.isLetter && $0 != "#" }.contains { others.contains($0.lowercased()) }
      || othersWithoutBlanks.contains { heading.contains($0) }
  }

  /// Whether it is about a part of the cost: of C₁, von C₁, C₁的导数.
  private static func isOfPart(_ heading: String) -> Bool {
    PrintedHeading.part.contains { before, after in
      guard heading.hasPrefix(before), heading.hasSuffix(after), heading.count > before.count + after.count
      else {
        return false
      }
      let part = heading.dropFirst(before.count).dropLast(after.count)
      return part.filter(\.isLetter) == "c" && part.contains(where: \.isNumber)
    }
  }

  private static let others: Set<String> = [
    "right", "correct", "key", "expected", "exact", "true", "reference", "solution", "check", "difference",
    "diff", "points", "point", "marks", "score", "formula", "rule", "units", "comment", "note", "notes",
    "remark", "page", "no", "nr", "#", "line", "given", "partner", "numeric", "bound", "vectorized", "digits",
    "richtig", "lösung", "soll", "abweichung", "differenz", "punkte", "formel", "bemerkung", "kommentar",
    "seite", "zeile", "gegeben", "erwartet", "stellen",
  ]
  private static let othersWithoutBlanks = [
    "正确", "误差", "差值", "分数", "得分", "公式", "备注", "说明", "页", "给定", "已知", "期望", "序号",
    "编号", "检查", "位数",
  ]
}
