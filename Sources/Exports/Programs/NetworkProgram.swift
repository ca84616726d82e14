import Backprop
import Formulas
import Lessons

/// A layered lesson as a program, in matrices: layer by layer forward, and in NumPy back with the four equations.
struct NetworkProgram {
  let lesson: Lesson
  let library: ProgramLibrary
  /// How many digits are printed; if it is `nil`, all of them.
  let digits: Int?
  let layout: Layout

  init(_ lesson: Lesson, for library: ProgramLibrary, digits: Int?) {
    (self.lesson, self.library, self.digits) = (lesson, library, digits)
    layout = Layout(lesson.objective)
  }

  /// L.
  var last: Int { lesson.layers.count }
  /// The layers with their numbers, from 1.
  var layers: [(number: Int, layer: Lesson.Layer)] { lesson.layers.enumerated().map { ($0 + 1, $1) } }
  /// Whether the examples are gone through one after the other.
  var hasLoop: Bool { library == .numpy && lesson.examples.count > 1 }
  /// What the sum of the costs is divided by.
  var divisor: Int { lesson.reduction == .mean ? lesson.examples.count : 1 }

  /// The names of the weights and biases.
  var parameters: [String] {
    layers.flatMap { l, layer in ["w\(l)"] + (layer.biases == nil ? [] : ["b\(l)"]) }
  }

  /// The whole program.
  func text() -> String {
    let body = self.body
    let head =
      [ProgramText.head(lesson.title, library) + [""], imports]
      + (definitions(for: body) + [printing]).map { ["", ""] + $0 }
    let value = library == .pytorch ? "C.item()" : "float(C)"
    let shown =
      ["", "# the derivatives", library.printing("C", value, digits: digits)]
      + parameters.enumerated().map(shown)
    return (head.joined() + given + body + shown).map { $0 + "\n" }.joined()
  }

  private var imports: [String] {
    library == .numpy ? library.imports : ["import numpy as np"] + library.imports
  }

  private var given: [String] {
    let examples =
      lesson.examples.count > 1 ? "inputs and targets, a row for each example" : "input and target"
    return ["", "", "# weights, a row for each neuron, and biases"] + givenParameters
      + ["", "# \(examples)"] + givenExamples
  }

  /// What is computed.
  private var body: [String] {
    switch library {
    case .numpy: return [""] + backpropagation
    case .pytorch: return ["", "# forward"] + forward + cost + ["", "# backward", "C.backward()"]
    case .jax:
      let function =
        PythonText.call("def cost(", parameters, "):")
        + (forward + cost + ["return C"]).map { PythonText.indent + $0 }
      let numbers = "argnums=tuple(range(\(parameters.count)))"
      return ["", ""] + function + ["", ""]
        + PythonText.call("C, gradient = jax.value_and_grad(cost, \(numbers))(", parameters, ")")
    }
  }

  // MARK: Numbers

  private var givenParameters: [String] {
    layers.flatMap { l, layer in
      array("w\(l)", layer.weights.map { $0 }, isParameter: true)
        + (layer.biases.map { array("b\(l)", $0, isParameter: true) } ?? [])
    }
  }

  private var givenExamples: [String] {
    let isOne = library == .numpy && !hasLoop
    let (inputs, targets) = (lesson.examples.map(\.inputs), lesson.examples.map(\.targets))
    let (x, y) = hasLoop ? ("X", "Y") : ("x", "y")
    let arrays =
      isOne
      ? array(x, inputs.first ?? []) + array(y, targets.first ?? []) : array(x, inputs) + array(y, targets)
    return arrays
      + layers.flatMap { l, layer -> [String] in
        guard let dropout = layer.output.dropout else { return [] }
        let masks = dropout.masks.map { $0.map { Numeral(integer: $0 ? 1 : 0) } }
        let isOne = library == .numpy && dropout.isShared
        return ["# layer \(l): dropout, which keeps where the mask is 1"]
          + (isOne ? array(mask(l), masks.first ?? []) : array(mask(l), masks))
          + ["keep\(l) = \(PythonExpression(dropout.keep).text(for: library))"]
      }
  }

  /// The mask of a layer; where each example has its own, the table of them.
  func mask(_ l: Int) -> String {
    lesson.layers[l - 1].output.dropout.map { hasLoop && !$0.isShared ? "M\(l)" : "m\(l)" } ?? ""
  }

  private var array: String {
    switch library {
    case .numpy: "np.array"
    case .pytorch: "torch.tensor"
    case .jax: "jnp.array"
    }
  }

  private func row(_ numbers: [Numeral]) -> String {
    "[" + numbers.map { PythonText.real(PythonExpression($0), for: library) }.joined(separator: ", ") + "]"
  }

  private func array(_ name: String, _ row: [Numeral], isParameter: Bool = false) -> [String] {
    PythonText.call("\(name) = \(array)(", [self.row(row)] + leaf(isParameter), ")")
  }

  private func array(_ name: String, _ rows: [[Numeral]], isParameter: Bool = false) -> [String] {
    let rows = rows.map(row)
    let short = "[" + rows.joined(separator: ", ") + "]"
    let lines = PythonText.call("\(name) = \(array)(", [short] + leaf(isParameter), ")")
    guard lines.count > 1 else { return lines }
    let list = rows.flatMap { PythonText.filled($0 + ",").map { PythonText.indent + $0 } }
    return ["\(name) = \(array)(["] + list + ["]" + leaf(isParameter).map { ", " + $0 }.joined() + ")"]
  }

  private func leaf(_ isParameter: Bool) -> [String] {
    isParameter && library == .pytorch ? ["requires_grad=True"] : []
  }

  // MARK: What is printed

  private func shown(_ place: Int, _ name: String) -> String {
    let gradient =
      switch library {
      case .numpy: "dC_d\(name)"
      case .pytorch: "\(name).grad"
      case .jax: "gradient[\(place)]"
      }
    return "show(\"dC/d\(name)\", \(gradient))"
  }

  /// The function that prints the derivatives by every entry of a matrix; the only neuron of a layer has no number.
  private var printing: [String] {
    let format = ProgramLibrary.format(digits)
    return [
      "def show(name, gradient):",
      "    gradient = np.asarray(gradient)",
      "    for place, derivative in np.ndenumerate(gradient):",
      "        indices = \",\".join(str(index + 1) for index in place)",
      "        place = f\"[{indices}]\" if gradient.size > 1 else \"\"",
      "        print(f\"{name}{place} = {float(derivative)\(format)}\")",
    ]
  }
}
