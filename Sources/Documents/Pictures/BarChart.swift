#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import Formulas

/// Sizes side by side, on a scale where every factor of ten is as long.
public struct BarChart: Hashable, Sendable {
  /// One of them.
  public struct Bar: Hashable, Sendable {
    /// What it is the size of.
    public let label: Prose
    /// How large it is.
    public let value: Numeral
    /// How long the bar is, from 0 to 1.
    let length: Double
  }

  /// What is compared.
  public let title: Prose
  /// From top to bottom.
  public let bars: [Bar]
  /// How many factors of ten the longest bar could hold.
  let decades: Int

  /// A chart of sizes above 0, which begins at a power of ten below the smallest.
  ///
  /// The result is `nil` where there is none, or where one has no logarithm.
  public init?(_ title: Prose, _ sizes: [(label: Prose, value: Numeral)]) {
    let logarithms = sizes.map { log10($0.value.value) }
    guard let least = logarithms.min(), let most = logarithms.max(), least.isFinite, most.isFinite else {
      return nil
    }
    // Below the smallest, so that it has a bar as well.
    let start = (least - 0.1).rounded(.down)
    decades = Swift.max(1, Int((most - start).rounded(.up)))
    self.title = title
    let scale = Double(decades)
    bars = zip(sizes, logarithms).map { size, logarithm in
      Bar(label: size.label, value: size.value, length: (logarithm - start) / scale)
    }
  }
}

/// In characters.
extension BarChart {
  /// Of the longest bar there could be.
  private static let columns = 40

  /// A line for each bar: its label, the bar, its size; `inline` writes what stands beside it.
  func lines(_ glyphs: TextGlyphs = .unicode, inline: (Prose) -> String) -> [String] {
    let labels = bars.map { inline($0.label) }
    let width = labels.map(\.count).max() ?? 0
    return zip(bars, labels).map { bar, label in
      let (whole, rest) = Swift.max(1, Int((bar.length * Double(8 * Self.columns)).rounded()))
        .quotientAndRemainder(dividingBy: 8)
      let drawn = String(repeating: glyphs.bar[7], count: whole) + (rest > 0 ? glyphs.bar[rest - 1] : "")
      return label + String(repeating: " ", count: width - label.count + 1) + drawn + " "
        + inline("\(Formula.number(bar.value))")
    }
  }
}

/// As shapes.
extension BarChart {
  private static let (row, label, longest, size, top) = (26.0, 84.0, 380.0, 110.0, 10.0)

  /// The bars, with a line for each factor of ten.
  func drawing(in language: Language) -> Drawing {
    let height = Self.top + Double(bars.count) * Self.row + Self.top
    let lines = (0...decades).map { decade -> Drawing.Shape in
      let x = Self.label + Double(decade) / Double(decades) * Self.longest
      return .line(
        Drawing.Point(x: x, y: Self.top), Drawing.Point(x: x, y: height - Self.top), width: 0.5, .dotted)
    }
    return Drawing(
      width: Self.label + Self.longest + Self.size, height: height,
      groups: [Drawing.Group(part: nil, shapes: lines)] + bars.enumerated().map { group($1, $0) },
      title: title,
      description: language.say(PicturePhrase.bars(bars.map { .init(label: $0.label, value: $0.value) }))
    )
  }

  private func group(_ bar: Bar, _ place: Int) -> Drawing.Group {
    let y = Self.top + (Double(place) + 0.5) * Self.row
    let end = Self.label + bar.length * Self.longest
    return Drawing.Group(
      part: nil,
      shapes: [
        .label(.prose(bar.label), Drawing.Point(x: Self.label / 2, y: y)),
        .bar(Drawing.Point(x: Self.label, y: y - 7), width: end - Self.label, height: 14),
        .label(
          .prose("\(Formula.number(bar.value))"), Drawing.Point(x: end + Self.size / 2 - 10, y: y),
          isQuiet: true),
      ])
  }
}
