import Lessons
import Texts

extension Exercise {
  /// What a worksheet asks for, where it does not ask for all.
  package struct Choice: Hashable, Sendable {
    /// The quantities: an array means all of its entries, a quantity the derivatives with respect to it as well, and no name all.
    package var names: [String] = []
    /// The layers that they belong to; `nil` for all.
    package var layers: ClosedRange<Int>?

    /// Everything.
    package init() {}
  }

  /// The same, of which a worksheet asks only for some quantities.
  ///
  /// Throws for a name that no worksheet of the lesson asks for, for layers that the lesson does not have, and where nothing is left.
  package func asking(for choice: Choice) throws(WorkedExampleError) -> Exercise {
    guard choice != Choice() else { return self }
    var chosen = asked
    if let layers = choice.layers {
      let last = chosen.compactMap { layerOnSheet(lines[$0]) }.max()
      guard let last else {
        throw .refused("this lesson has no layers to choose from; choose by name, with --only")
      }
      guard layers.upperBound <= last else {
        throw .refused(
          "a worksheet of this lesson asks for layers 1 to \(last), and has no layer \(layers.upperBound)")
      }
      chosen = chosen.filter { layerOnSheet(lines[$0]).map(layers.contains) == true }
    }
    if !choice.names.isEmpty {
      let names = asked.compactMap { lines[$0].name.answerName }
      for wanted in choice.names where !names.contains(where: { Self.is($0, wanted) }) {
        throw .unknownQuantity(wanted, suggestion: suggestion(for: wanted, among: names))
      }
      chosen = chosen.filter { line in
        lines[line].name.answerName.map { name in choice.names.contains { Self.is(name, $0) } } == true
      }
    }
    guard !chosen.isEmpty else {
      throw .refused("none of the quantities that are chosen by name belongs to these layers")
    }
    var exercise = self
    exercise.chosen = Set(chosen)
    return exercise
  }

  /// Whether a name is the one that is asked for, an entry of it, or the derivative with respect to it.
  private static func `is`(_ name: String, _ wanted: String) -> Bool {
    let by = name.firstRange(of: "/d").map { String(name[$0.upperBound...]) }
    return [name, by].compactMap(\.self).contains { $0 == wanted || $0.hasPrefix(wanted + "[") }
  }

  /// The layer that a line of a worksheet belongs to, where it belongs to one.
  private func layerOnSheet(_ line: Line) -> Int? {
    switch (subject.place(of: line)?.section.topic, line.name) {
    case (.forward(let layer)?, _), (.backward(let layer)?, _): layer
    case (.together?, .partial(_, let by)): by.layer
    case (.step?, .symbol(let symbol)): symbol.layer
    case (.together?, _), (.step?, _), (.cost?, _), (.penalty?, _), (.values?, _), (.derivatives?, _),
      (nil, _):
      nil
    }
  }
}

extension Exercise.Choice {
  /// What stands in the header of a worksheet: `only=w2;z1[1]`, `layers=2-3`.
  var settings: [(key: String, value: String)] {
    (names.isEmpty ? [] : [("only", names.joined(separator: ";"))])
      + (layers.map { [("layers", $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)")] }
        ?? [])
  }

  /// The layers that are written: `2`, or `2-3`; `nil` for anything else.
  package static func layers(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map {
      $0.allSatisfy { ("0"..."9").contains($0) } ? Int($0) : nil
    }
    guard ends.count <= 2, let first = ends.first, let last = ends.last, let first, let last, 1 <= first,
      first <= last
    else { return nil }
    return first...last
  }
}
