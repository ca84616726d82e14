extension ProgramLibrary {
  /// The functions that a program defines for those that it calls, each in a few lines.
  func definitions(of functions: Set<PythonFunction>) -> [[String]] {
    [PythonFunction.sigmoid, .softplus, .logSumExp, .softmax, .magnitude].filter(functions.contains).map(
      definition(of:)
    )
    .filter { !$0.isEmpty }
  }

  func definition(of function: PythonFunction) -> [String] {
    switch (function, self) {
    case (.sigmoid, .numpy): ["def sigmoid(x):", "    return 1 / (1 + np.exp(-x))"]
    case (.sigmoid, .pytorch): ["def sigmoid(x):", "    return torch.sigmoid(torch.as_tensor(x))"]
    case (.sigmoid, .jax): ["sigmoid = jax.nn.sigmoid"]
    case (.softplus, .numpy): ["def softplus(x):", "    return np.logaddexp(0, x)"]
    case (.softplus, .pytorch):
      ["def softplus(x):", "    return torch.logaddexp(torch.as_tensor(x), torch.tensor(0.0))"]
    case (.softplus, .jax): ["softplus = jax.nn.softplus"]
    case (.logSumExp, .numpy): ["def logsumexp(x):", "    return np.logaddexp.reduce(x)"]
    case (.logSumExp, .pytorch):
      ["def logsumexp(x):", "    return torch.logsumexp(torch.stack([torch.as_tensor(t) for t in x]), 0)"]
    case (.logSumExp, .jax): ["def logsumexp(x):", "    return jax.nn.logsumexp(jnp.array(x))"]
    case (.softmax, .numpy):
      ["def softmax(z):", "    e = np.exp(np.array(z) - max(z))", "    return e / e.sum()"]
    case (.softmax, .pytorch):
      ["def softmax(z):", "    return torch.softmax(torch.stack([torch.as_tensor(t) for t in z]), 0)"]
    case (.magnitude, .jax): ["def magnitude(x):", "    return x * jnp.sign(x)"]
    case (.softmax, .jax): ["def softmax(z):", "    return jax.nn.softmax(jnp.array(z))"]
    case (.exp, _), (.ln, _), (.squareRoot, _), (.sin, _), (.cos, _), (.tanh, _), (.magnitude, .numpy),
      (.magnitude, .pytorch), (.sign, _),
      (.max, _), (.min, _), (.named, _):
      []
    }
  }

  /// Prints the result under its name.
  func printing(_ name: String, _ value: String, digits: Int?) -> String {
    digits == nil
      ? "print(\"\(name) =\", \(value))" : "print(f\"\(name) = {\(value)\(Self.format(digits))}\")"
  }

  /// How a number is printed: with so many significant digits, zeros at the end among them, or with all that it has.
  static func format(_ digits: Int?) -> String { digits.map { ":#.\($0)g" } ?? "" }

  /// The function that prints a derivative, or those by every entry of an array, under our names.
  ///
  /// Without a number of digits, as many are printed as the double has.
  func printing(digits: Int?) -> [String] {
    let value = self == .pytorch ? "0.0 if x.grad is None else x.grad.item()" : "float(x)"
    let format = Self.format(digits)
    let entry = self == .pytorch ? "leaf" : "derivative"
    return [
      "def show(name, x):",
      "    if isinstance(x, dict):",
      "        for place, \(entry) in sorted(x.items()):",
      "            indices = \",\".join(map(str, place)) if isinstance(place, tuple) else place",
      "            show(f\"{name}[{indices}]\", \(entry))",
      "    else:",
      "        print(f\"{name} = {\(self == .pytorch ? "(\(value))" : value)\(format)}\")",
    ]
  }
}
