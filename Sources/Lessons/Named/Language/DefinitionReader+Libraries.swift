import Texts

/// What other languages and their libraries have, and how it is written here.
extension DefinitionReader {
  /// The word directly before a place.
  private func word(before place: Int) -> String {
    var start = place
    while start > 0, let scalar = Unicode.Scalar(UInt32(cursor.bytes[start - 1])), scalar.isASCII,
      Self.continuesName(scalar)
    {
      start -= 1
    }
    return cursor.text(start..<place)
  }

  /// f(x, y) of a function that is unknown is read as the name f and a parenthesis.
  func unknownCall(openedAt opening: Int) -> Problem? {
    let word = word(before: opening)
    guard word.utf8.count > 1, GraphFunction.named(word) == nil,
      UnknownFunction.isKnown(word) || cursor.next == ","
    else { return nil }
    return Problem(
      at: (opening - word.utf8.count)..<opening, UnknownFunction.sentence(word))
  }

  /// sum(X, axis=1), as libraries have it.
  func axis(openedAt opening: Int) -> Problem? {
    let blanks = cursor.bytes[..<cursor.position].reversed().prefix { $0 == UInt8(ascii: " ") }.count
    guard ["axis", "dim"].contains(word(before: cursor.position - blanks)) else { return nil }
    let function = word(before: opening)
    return Problem(
      at: cursor.range,
      "an axis is named by a letter: s[n] = \(function)(X[n,:]) is that of each row, and s[n] = \(function)(X[:,n]) that of each column"
    )
  }

  /// A method or a library: x.T, W.dot(X), y.mean(), w.*x, np.exp(x).
  func pointInName() -> Problem {
    let owner = word(before: cursor.position)
    var ahead = self
    ahead.cursor.skip()
    let isTimes = ahead.cursor.take("*")
    let start = ahead.cursor.position
    let method = ahead.takeName() ?? ""
    let libraries = ["np", "numpy", "torch", "math", "Math", "jnp", "tf", "F", "nn"]
    let way: String
    switch method {
    case _ where isTimes: way = "entry by entry is written with *, as in w*x"
    case "T": way = "a transpose is written \(owner)'"
    case "dot", "matmul", "mm":
      way = "a product of matrices is written \(libraries.contains(owner) ? "A @ B" : "\(owner) @ x")"
    case _ where GraphFunction.named(method) != nil:
      way =
        libraries.contains(owner)
        ? "write a function without its library, as in \(method)(x)" : "write \(method)(\(owner))"
    case _ where UnknownFunction.isKnown(method): way = UnknownFunction.sentence(method)
    case _: way = "write a function without its library, as in tanh(x)"
    }
    return Problem(
      at: cursor.position..<max(start, ahead.cursor.position), "a name has no point; \(way)")
  }
}
