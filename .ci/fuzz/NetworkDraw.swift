import Backprop
import Formulas

/// A lesson that is drawn from bytes: nearly every one is taken, so that what comes after reading has something to do.
struct NetworkDraw {
  private var bytes: ArraySlice<UInt8>
  private(set) var lesson = ""

  /// Where the rounding, the signs and the powers of ten of a document change.
  private static let numbers = [
    "0", "1", "-1", "0.5", "-0.5", "2", "0.1", "-0.3", "100", "0.0001", "1e-5", "-0.0", "1e16", "-1e-16",
    "1e100", "1e-300",
    "5e-324", "1e308", "0.30000000000000004", "3.14159265358979", "-7.25", "1000000", "12345678901234567890",
    "0.333",
  ]
  private static let activations = [
    #""identity""#, #""sigmoid""#, #""tanh""#, #""relu""#, #"{"leaky-relu":0.1}"#, #"{"leaky-relu":0}"#,
  ]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    // Eight bits choose among few things: most numbers are those of a simple lesson.
    var widths = [1 + below(2)]
    for _ in 0...below(3) { widths.append(1 + below(3)) }
    let cost = Cost.allCases[below(Cost.allCases.count)]
    let layers = zip(widths, widths.dropFirst()).enumerated().map { l, shape in
      let isLast = l == widths.count - 2
      var activation = Self.activations[below(Self.activations.count)]
      if isLast, cost.takesLogarithms { activation = #""sigmoid""# }
      if isLast, below(3) == 0 { activation = #""softmax""# }
      let rows = (0..<shape.1).map { _ in list(shape.0) }.joined(separator: ",")
      let biases = below(3) == 0 ? "" : #","biases":\#(list(shape.1))"#
      return #"{"activation":\#(activation),"weights":[\#(rows)]\#(biases)}"#
    }
    let examples = (0...(below(4) / 3)).map { _ in
      let targets = (0..<(widths.last ?? 1)).map { _ in ["0", "1", "0.5", "0.01"][below(4)] }
      return #"{"inputs":\#(list(widths[0])),"targets":[\#(targets.joined(separator: ","))]}"#
    }
    var text = #"{"network":{"inputs":\#(widths[0]),"layers":[\#(layers.joined(separator: ","))]},"#
    text += #""cost":"\#(cost.rawValue)","examples":[\#(examples.joined(separator: ","))]"#
    if below(4) == 0 { text += #","penalty":{"l2":\#(["0.1", "0", "1e300"][below(3)]),"l1":\#(below(2))}"# }
    if below(2) == 0 { text += #","learningRate":\#(["0.5", "0", "1e-9", "1e300"][below(4)])"# }
    if below(4) == 0 { text += #","trainBiases":false"# }
    lesson = text + "}"
  }

  /// The next byte's choice; the first where there is no byte.
  private mutating func below(_ count: Int) -> Int { Int(bytes.popFirst() ?? 0) % count }

  private mutating func list(_ count: Int) -> String {
    "[" + (0..<count).map { _ in number() }.joined(separator: ",") + "]"
  }

  private mutating func number() -> String {
    let byte = bytes.popFirst() ?? 3
    guard byte < 192 else { return Self.numbers[Int(byte) % Self.numbers.count] }
    return "\(byte < 96 ? "-" : "")\(byte % 3).\(byte % 89)"
  }
}
