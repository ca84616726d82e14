import Formulas
import Testing

@testable import Lessons

private func text(of lesson: String, stacked: Bool, ascii: Bool) throws -> String {
  var settings = Settings()
  settings.exact = lesson == "exact-fractions"
  settings.textStyle = TextStyle(isASCII: ascii, stacksFractions: stacked)
  var text = ""
  try WorkedExample(Lesson(json: #require(Catalog.source(of: lesson))), settings: settings)
    .write(as: .text, to: &text)
  return text
}

/// How often it has each character, but for strokes and parentheses.
private func said(_ text: String) -> [Unicode.Scalar: Int] {
  var counts: [Unicode.Scalar: Int] = [:]
  for scalar in text.unicodeScalars { counts[scalar, default: 0] += 1 }
  for scalar in " \n/()|\\⎛⎜⎝⎞⎟⎠─-".unicodeScalars { counts[scalar] = nil }
  return counts
}

@Test(
  arguments: [
    "single-chain", "two-neurons", "softmax", "cross-entropy", "deep-chain", "batch", "exact-fractions",
  ], [false, true])
func `A lesson with stacked fractions says the same, is no wider, and not half as long again`(
  lesson: String, ascii: Bool
) throws {
  let line = try text(of: lesson, stacked: false, ascii: ascii)
  let stacked = try text(of: lesson, stacked: true, ascii: ascii)
  #expect(stacked != line)
  #expect(said(stacked) == said(line))
  let (before, after) = (
    line.split(separator: "\n", omittingEmptySubsequences: false),
    stacked.split(separator: "\n", omittingEmptySubsequences: false)
  )
  #expect(after.count * 2 < before.count * 3)
  let widest = before.map { String($0).columns }.max() ?? 0
  #expect(after.allSatisfy { String($0).columns <= widest })
  #expect(after.allSatisfy { !$0.hasSuffix(" ") })
}
