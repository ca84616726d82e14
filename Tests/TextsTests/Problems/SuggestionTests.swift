import Testing

@testable import Texts

@Test(arguments: [
  ("single-chian", "single-chain"), ("sngle-chain", "single-chain"), ("single-chainn", "single-chain"),
  ("Single-Chain", "single-chain"), ("xro", "xor"), ("--formta", "--format"), ("w2[1,4]", "w2[1,3]"),
  ("xyz", nil), ("x", nil), ("", nil), ("chain", nil), (String(repeating: "x", count: 100_000), nil),
]) func `A misspelt word gets the suggestion that is near`(word: String, expected: String?) {
  let candidates = ["single-chain", "relu-chain", "xor", "--format", "w2[1,3]"]
  #expect(suggestion(for: word, among: candidates) == expected)
}

@Test func `The nearest candidate is suggested, and the first of equally near ones`() {
  #expect(suggestion(for: "l3", among: ["l2", "l1"]) == "l2")
  #expect(
    suggestion(for: "half-squared-eror", among: ["mean-squared-error", "half-squared-error"])
      == "half-squared-error")
}
