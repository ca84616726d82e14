import Formulas

@testable import Documents

extension GraphPicture {
  /// A graph that is written as `"q: x y; f: q z"`: what stands before a colon uses what stands after it, and what is defined
  /// last is the result.
  static func of(
    _ text: String, value: String? = "0.25", derivative: String? = "-1.5", slope: String? = "2.5"
  )
    -> GraphPicture
  {
    let lines = text.split(separator: ";").map { line in
      line.split(whereSeparator: { $0 == ":" || $0 == " " }).map(String.init)
    }
    var names: [String] = []
    for name in lines.flatMap({ $0.dropFirst() + $0.prefix(1) }) where !names.contains(name) {
      names.append(name)
    }
    let defined = lines.compactMap(\.first)
    let nodes = names.enumerated().map { id, name in
      GraphPicture.Node(
        id: id, name: .symbol(Symbol(.named(Word(name)))),
        value: value.flatMap { Numeral($0) },
        kind: name == defined.last ? .result : defined.contains(name) ? .defined : .given,
        derivative: derivative.flatMap { Numeral($0) })
    }
    let edges = lines.flatMap { line in
      line.dropFirst().map { used in
        GraphPicture.Edge(
          from: names.firstIndex(of: used) ?? -1, to: names.firstIndex(of: line[0]) ?? -1,
          slope: slope.flatMap { Numeral($0) })
      }
    }
    return GraphPicture(nodes: nodes, edges: edges)
  }

  /// Graphs as lessons have them.
  static let known: [(name: String, text: String, crossings: Int)] = [
    ("(x + y) z", "q: x y; f: q z", 0),
    ("a diamond", "b: a; c: a; d: b c", 0),
    ("a value that is used twice", "c: a b; d: b; e: c d", 0),
    (
      "the nine gates of a sigmoid",
      "p: w0 x0; q: w1 x1; r: p q; s: r w2; t: s; u: t; v: u; f: v", 0
    ),
    (
      "a recurrence of three steps",
      "h1: w x1 u h0 b; h2: w x2 u h1 b; h3: w x3 u h2 b; L: h3 y", 2
    ),
    ("a residual", "z: w x; a: z; r: a x; L: r y", 0),
    // Of two quantities that four others use, edges cross in six places at least.
    (
      "the gates of an LSTM",
      "f: x h; i: x h; g: x h; o: x h; c: f c0 i g; t: c; n: o t", 6
    ),
    ("two layers", "p: x y a b; q: x y c d; r: p q e; s: p q k; L: r s t", 2),
    ("a long chain", (1...39).map { "n\($0): n\($0 - 1)" }.joined(separator: "; "), 0),
    (
      "one value with many uses",
      (1...20).map { "n\($0): x" }.joined(separator: "; ") + "; L: "
        + (1...20).map { "n\($0)" }.joined(separator: " "), 0
    ),
    ("nothing", "", 0),
  ]

  /// A great many graphs.
  private static let drawn: [GraphPicture] = {
    var random = SplitMix64(seed: 11)
    return (0..<40).map { _ in
      let count = Int.random(in: 2...16, using: &random)
      let lines = (1..<count).map { node in
        let uses = (0..<Int.random(in: 1...3, using: &random)).map { _ in
          "n\(Int.random(in: 0..<node, using: &random))"
        }
        return "n\(node): " + Set(uses).sorted().joined(separator: " ")
      }
      return of(lines.joined(separator: "; "))
    }
  }()

  /// As large as a picture may be.
  private static let largest: GraphPicture = {
    var random = SplitMix64(seed: 3)
    let lines = (1..<mostNodes).map { node in
      let uses = (0..<(2 + node % 2)).map { _ in
        "n\(Int.random(in: Swift.max(0, node - 12)..<node, using: &random))"
      }
      return "n\(node): " + Set(uses).sorted().joined(separator: " ")
    }
    return of(lines.joined(separator: "; "))
  }()

  /// All of these.
  static let samples = known.map { of($0.text) } + drawn + [largest]

  /// Where everything in them stands.
  static let plans = samples.map { GraphPlan($0, least: 0) }
}
