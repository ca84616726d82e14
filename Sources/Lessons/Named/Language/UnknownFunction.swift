import Texts

/// What is said of a function that the language does not have.
enum UnknownFunction {
  /// "the function inv is unknown; …", with what to write in its place.
  static func sentence(_ word: String) -> String {
    let way: String
    if let other = ways[word] ?? ways[word.lowercased()] {
      way = "write \(other)"
    } else if let meant = strangers.contains(word) ? nil : suggestion(for: word, among: GraphFunction.words) {
      way = "did you mean \(meant)?"
    } else {
      way =
        "some of the functions are "
        + GraphFunction.words.filter { !rare.contains($0) }.joined(separator: ", ")
    }
    return "the function \(shortened(word)) is unknown; \(way)"
  }

  /// Whether it is known what to write in its place.
  static func isKnown(_ word: String) -> Bool { ways[word] ?? ways[word.lowercased()] != nil }

  /// Words that are left out where all would be too many.
  private static let rare: Set = [
    "log", "log10", "sinh", "cosh", "arcsin", "arccos", "selu", "logsumexp", "stop", "mod",
  ]

  /// What books and other libraries have, and how it is written here.
  private static let ways = [
    "atan": "arctan(x)", "asin": "arcsin(x)", "acos": "arccos(x)", "sgn": "sign(x)", "absolute": "abs(x)",
    "swish": "silu(x)", "logistic": "sigmoid(x)", "sigm": "sigmoid(x)", "heaviside": "step(x)",
    "hardtanh": "clip(x, -1, 1)", "clamp": "clip(x, low, high)", "relu6": "clip(x, 0, 6)",
    "softsign": "x/(1 + abs(x))", "mish": "x*tanh(softplus(x))", "logsigmoid": "-softplus(-x)",
    "log1p": "ln(1 + x)", "expm1": "exp(x) - 1", "pow": "x^n", "power": "x^n", "square": "x^2",
    "maximum": "max(x, y)", "minimum": "min(x, y)", "average": "mean(x)", "avg": "mean(x)",
    "prod": "product(x)",
    "var": "mean((x - mean(x))^2)", "std": "sqrt(mean((x - mean(x))^2))",
    "log_softmax": "ln(softmax(x))",
    "where": "step(x)*a + (1 - step(x))*b, which is a where x > 0, and b elsewhere",
    "matmul": "A @ B", "mm": "A @ B", "inner": "w @ x", "outer": "o[i,j] = u[i]*x[j]", "transpose": "A'",
    "trace": "sum(A[i,i], i)", "tr": "sum(A[i,i], i)", "diag": "A[i,i] with a letter",
    "inv": "the inverse as a name of its own, and give or define its entries",
    "det": "it out, as in A[1,1]*A[2,2] - A[1,2]*A[2,1]",
    "reshape": "the entries with letters, as in r[i] = X[i,1]; concat(X) has all of them in one column",
    "flatten": "concat(X), which has all entries in one column",
    "argmax": "the place of the largest entry as a number that is given; it has no derivative",
    "round": "floor(x + 0.5)", "ceil": "-floor(-x)",
    "detach": "u = stop(x) on a line of its own", "stop_gradient": "u = stop(x) on a line of its own",
    "stopgrad": "u = stop(x) on a line of its own", "sg": "u = stop(x) on a line of its own",
    "jacobian": "the derivative out, as a definition of its own",
    "cross": "its three entries, as in c[1] = a[2]*b[3] - a[3]*b[2]",
    "solve": "the inverse as a name of its own, and give or define its entries",
    "conv": "z[i] = sum(k[p]*x[i+p-1], p) for i in 1...4",
    "conv1d": "z[i] = sum(k[p]*x[i+p-1], p) for i in 1...4",
    "conv2d": "z[i,j] = sum(k[p,q]*x[i+p-1,j+q-1], p, q) for i in 1...4, j in 1...4",
    "grad": "the derivative out, as a definition of its own",
    "diff": "the derivative out, as a definition of its own",
    "mask": "the mask as an array that is given, and multiply by it",
  ]
}
