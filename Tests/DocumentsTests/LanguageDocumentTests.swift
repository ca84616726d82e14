import Formulas
import Testing

@testable import Documents

@Test(arguments: [
  ("权重和偏置。", ["权", "重", "和", "偏", "置。"]), ("（梯度）", ["（梯", "度）"]), ("用x₁乘", ["用", "x₁", "乘"]),
  ("Größe", ["Größe"]), ("∂C/∂w", ["∂C/∂w"]), ("1，2", ["1，", "2"]), ("。", ["。"]),
])
func `A line may be broken between wide letters, and not before a mark that ends something`(
  word: String, parts: [String]
) {
  #expect(word.unbrokenParts == parts)
}

@Test func `Chinese keeps to 78 columns, two for each letter`() {
  let sentence = String(repeating: "梯度给出代价随参数变化的快慢，", count: 8)
  let text = TextWriter(notation: Notation(language: .chinese)).text(of: .paragraph("\(sentence)"))
  let lines = text.split(separator: "\n").map(String.init)
  #expect(lines.joined() == sentence)
  #expect(lines.count == 4 && lines.allSatisfy { $0.columns <= 78 && !$0.hasPrefix("，") })
}

@Test(arguments: [
  (Language.english, "„x“ 权", ",,x`` [U+6743]\\allowbreak{}", "\\documentclass"),
  (.german, "„x“ 权", "\\glqq{}x\\grqq{} [U+6743]\\allowbreak{}", "\\documentclass"),
  (.chinese, "权，“x”", "权，``x''", "% For XeLaTeX"),
])
func `LaTeX has the letters and the packages of the language`(
  language: Language, text: String, escaped: String, start: String
) {
  let writer = LaTeXWriter(notation: Notation(language: language))
  #expect(writer.inline("\(text)") == escaped)
  #expect(writer.opening.hasPrefix(start))
  #expect(writer.opening.contains("{babel}") == (language == .german))
  #expect(writer.opening.contains("{ctex}") == (language == .chinese))
}

@Test(arguments: [(Language.english, "en"), (.german, "de"), (.chinese, "zh-Hans")])
func `A page says its language`(language: Language, tag: String) {
  #expect(HTMLWriter(notation: Notation(language: language)).opening.contains("<html lang=\"\(tag)\">"))
}
