#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

import Formulas

/// The cost as it went down, or up, from epoch to epoch.
public struct CostPlot: Hashable, Sendable {
  /// What lies between two costs.
  public enum Period: Hashable, Sendable {
    /// Every example once, and a step of a lesson.
    case epoch, step
  }

  /// Before the first epoch, and then each time that so many epochs were over.
  private(set) var costs: [Double]
  /// How many epochs lie between two of them.
  private var stride = 1
  /// What is drawn, if it is not the cost, and from what to what.
  private let name: Prose?
  let period: Period
  private(set) var epochs = 0
  /// A line of more points looks no finer.
  private static let mostPoints = 1_000

  /// Begins with the cost before the first epoch, or before the first of other units.
  public init(before cost: Double, of name: Prose? = nil, per period: Period = .epoch) {
    (costs, self.name, self.period) = ([cost], name, period)
  }

  /// The cost after one more epoch; of very many epochs only every so many are kept.
  public mutating func append(_ cost: Double) {
    epochs += 1
    guard epochs.isMultiple(of: stride) else { return }
    costs.append(cost)
    if costs.count > Self.mostPoints {
      costs = costs.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
      stride *= 2
    }
  }
}

/// As shapes.
extension CostPlot {
  private static let (width, height, left, top, below) = (520.0, 260.0, 70.0, 20.0, 44.0)

  func drawing(in language: Language) -> Drawing {
    let scale = scale
    func point(_ epoch: Double, _ cost: Double) -> Drawing.Point {
      Drawing.Point(
        x: Self.left + epoch / Double(Swift.max(epochs, 1)) * Self.width,
        y: Self.top + (1 - scale.height(cost)) * Self.height)
    }
    let grid = scale.lines.flatMap { line -> [Drawing.Shape] in
      let cost = scale.unit * Double(line)
      let label = Numeral(rounding: cost, digits: 2).map { Formula.number($0) } ?? .integer(0)
      let start = point(0, cost)
      return [
        .line(start, point(Double(epochs), cost), width: 0.5, .dotted),
        .label(.prose("\(label)"), start.moved(x: -Self.left / 2), isQuiet: true),
      ]
    }
    let ticks = Set([0, epochs / 2, epochs]).sorted().map { epoch -> Drawing.Shape in
      .label(
        .prose("\(epoch)"), point(Double(epoch), scale.unit * Double(scale.lines.lowerBound)).moved(y: 18),
        isQuiet: true)
    }
    let curve = costs.enumerated().filter { $1.isFinite }.map { point(Double($0 * stride), $1) }
    return Drawing(
      width: Self.left + Self.width + 30, height: Self.top + Self.height + Self.below,
      groups: [
        Drawing.Group(part: nil, shapes: grid + ticks),
        Drawing.Group(part: nil, shapes: [.curve(curve)]),
        Drawing.Group(
          part: nil,
          shapes: [
            .label(
              .prose(language.say(PicturePhrase.axis(period))),
              Drawing.Point(x: Self.left + Self.width / 2, y: Self.top + Self.height + 36))
          ]),
      ], title: language.say(PicturePhrase.course(name ?? language.say(PicturePhrase.cost), per: period)),
      description: language.say(change))
  }

  private var change: PicturePhrase {
    let (first, last) = (costs.first, costs.last)
    return .change(
      from: first.flatMap { Numeral(rounding: $0, digits: 3) },
      to: last.flatMap { Numeral(rounding: $0, digits: 3) }, after: epochs, period)
  }

  /// The lines at round numbers between which the costs lie: those at so many times the unit, 0 among them.
  var scale: (unit: Double, lines: ClosedRange<Int>, height: (Double) -> Double) {
    let finite = costs.filter(\.isFinite)
    let (low, high) = (Swift.min(0, finite.min() ?? 0), Swift.max(0, finite.max() ?? 0))
    // Up to the next of 1, 2, 5, 10, 20, …
    let (unit, count) = Self.lines(upTo: Swift.max(high, -low))
    func needed(_ size: Double) -> Int { Swift.min(count, Int((size / unit).rounded(.up))) }
    let lines = high >= -low ? -needed(-low)...count : -count...needed(high)
    return (unit, lines, { ($0 / unit - Double(lines.lowerBound)) / Double(lines.count - 1) })
  }

  /// A round number, and how many times it is taken until it holds the largest value: two to five times.
  static func lines(upTo most: Double) -> (unit: Double, count: Int) {
    guard most.isFinite, most > 0 else { return (1, 2) }
    let power = Int(log10(most).rounded(.down))
    let units = ((power - 1)...(power + 1)).flatMap { power in
      [1, 2, 5].compactMap { Double("\($0)e\(power)") }
    }
    // Numbers so small that they have no fifth are all the same to the eye.
    let unit = units.first { $0 * 5 >= most && $0 > 0 } ?? most
    return (unit, Swift.max(2, Int((most / unit).rounded(.up))))
  }
}
