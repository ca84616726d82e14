import Testing
import Texts

@testable import Grading

@Test(arguments: [
  ("single-chain", "w2", "w2"), ("single-chain", "w2[1,1]", "w2"), ("single-chain", "b2[1]", "b2"),
  ("single-chain", "x", "a0"), ("single-chain", "a0[1]", "a0"), ("single-chain", "y[1]", "y"),
  ("single-chain", "dC/dw2[1,1]", "dC/dw2"), ("single-chain", "∂C/∂w2", "dC/dw2"),
  ("single-chain", "d C / d w2", "dC/dw2"), ("single-chain", "δ2", "dC/dz2"),
  ("single-chain", "delta2[1]", "dC/dz2"),
  ("single-chain", "σ′(z2)", "da2/dz2"), ("single-chain", "sigma'(z2)", "da2/dz2"),
  ("single-chain", "sigma_prime( z2[1] )", "da2/dz2"), ("single-chain", "σ'(z2)", "da2/dz2"),
  ("single-chain", "new w2", "new w2"), ("single-chain", "neww2[1,1]", "new w2"),
  ("single-chain", "new C", "new C"),
  ("single-chain", "η", "eta"), ("single-chain", "eta", "eta"), ("single-chain", "dz3/da2", "dz3/da2"),
  ("two-neurons", "w1[2,1]", "w1[2,1]"), ("two-neurons", "w1 [ 2 , 1 ]", "w1[2,1]"),
  ("batch", "C3", "C3"), ("batch", "C", "C"), ("batch", "a2@3", "a2@3"), ("batch", "a1[2]@1", "a1[2]@1"),
  ("batch", "x@2", "a0@2"), ("batch", "y @ 2", "y@2"), ("batch", "dC/dz2@3", "dC/dz2@3"),
  ("batch", "delta2@3", "dC3/dz2@3"), ("batch", "da2@3/dz2@3", "da2@3/dz2@3"),
  ("batch", "da2/dz2@3", "da2@3/dz2@3"),
  ("batch", "da2[1]@3/dz2", "da2@3/dz2@3"), ("batch", "σ′(z2@3)", "da2@3/dz2@3"),
  ("batch", "dC3/da2", "dC3/da2@3"), ("batch", "dC3/dw2[1,2]", "dC3/dw2[1,2]"), ("batch", "dC/dC3", "dC/dC3"),
  ("batch", "dC/dw2[1,2]", "dC/dw2[1,2]"), ("weight-decay", "R", "R"), ("weight-decay", "dC/dR", "dC/dR"),
]) func `A name may be typed in several ways`(lesson: String, typed: String, name: String) throws {
  #expect(try reading("\(typed) = 0.5", of: lesson) == ["1: \(name) = 0.5"])
  // The same as a cell, as a key, before a comma, and on the right.
  #expect(try reading("| \(typed) | 0.5 |", of: lesson) == ["1: \(name) = 0.5"])
  #expect(try reading("{\"\(typed)\": 0.5}", of: lesson) == ["1: \(name) = 0.5"])
  #expect(try reading("\(typed),0.5", of: lesson) == ["1: \(name) = 0.5"])
  #expect(try reading("C = (\(typed))", of: lesson) == reading("C = \(name)", of: lesson))
}

@Test func `Every line and every given of an exercise can be answered by its name`() throws {
  for name in ["single-chain", "softmax", "batch", "weight-decay", "xor", "mazur"] {
    let exercise = try Exercise(lesson(name))
    let names = exercise.names
    var count = 0
    for entry in exercise.entries.keys {
      if case .symbol(let symbol) = entry, let example = symbol.example, example < 1 { continue }
      var cursor = Cursor(Array(nameText(entry).utf8), 0..<100)
      #expect(names.take(&cursor) == .quantity(entry) && cursor.isAtEnd, "\(nameText(entry))")
      count += 1
    }
    #expect(count >= exercise.asked.count)
  }
}

@Test(arguments: [
  ("single-chain", "a4 = 1", "a4 ▸ the lesson has no quantity a4; did you mean a1?"),
  ("single-chain", "w2[1,2] = 1", "w2[1,2] ▸ the lesson has no quantity w2[1,2]; did you mean w2?"),
  (
    "single-chain", "a3 = 1\ndC/dw4 = 1",
    "dC/dw4 ▸ the lesson has no quantity dC/dw4; did you mean dC/dw3?"
  ),
  ("single-chain", "R = 1", "R ▸ the lesson has no quantity R; names are written as in dC/da3"),
  ("single-chain", "C2 = 1", "C2 ▸ the lesson has no quantity C2; did you mean C?"),
  ("two-neurons", "w1 = 1", "1 ▸ w1 may be w1[1,1] or w2[1,1]; write the full name"),
  ("mazur", "y3 = 1", "y3 ▸ the lesson has no quantity y3; did you mean y[1]?"),
  ("mazur", "a1[1;2] = 1", "a1[1;2] ▸ the lesson has no quantity a1[1;2]; did you mean a1[1]?"),
  (
    "batch", "a2 = 1",
    "1 ▸ a2 means 3 numbers; write all of them in brackets, or one with its index, as in a2@3"
  ),
  (
    "batch", "dC/da2 = 1",
    "1 ▸ dC/da2 means 3 numbers; write all of them in brackets, or one with its index, as in dC/da2@3"
  ),
  ("batch", "a2@9 = 1", "a2@9 ▸ the lesson has no quantity a2@9; did you mean a2@1?"),
  (
    "single-chain", "a99999999999999999999999 = 1",
    "a99999999999999999999999 ▸ the lesson has no quantity a99999999999999999999999; did you mean a1?"
  ),
  ("single-chain", "| a9 | 1 |", "a9 ▸ the lesson has no quantity a9; did you mean a1?"),
  ("single-chain", "{\"a9\": 1}", "\"a9\" ▸ the lesson has no quantity a9; did you mean a1?"),
  ("single-chain", "a9 = ___", "a9 ▸ the lesson has no quantity a9; did you mean a1?"),
]) func `A name that the lesson does not have is refused with a suggestion`(
  lesson: String, text: String, complaint: String
) throws {
  #expect(try complaints(text, of: lesson) == [complaint])
}
