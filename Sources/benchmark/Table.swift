/// Figures as a person reads them.
struct Table {
  private static let widths = [28, 12, 9]

  static var heading: String { row(["work", "median", "spread"], "") }

  static func line(_ figure: Figure) -> String {
    row([figure.name, time(figure.median), "\(Int((100 * figure.spread).rounded())) %"], figure.note)
  }

  private static func row(_ cells: [String], _ note: String) -> String {
    let padded = zip(cells, widths).enumerated().map { place, cell in
      let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return place == 0 ? cell.0 + space : space + cell.0
    }
    return padded.joined() + (note.isEmpty ? "" : "   " + note)
  }

  /// Three digits and a unit.
  static func time(_ seconds: Double) -> String {
    let units: [(size: Double, name: String)] = [(1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")]
    guard let unit = units.first(where: { seconds >= $0.size }) ?? units.last else { return "" }
    return "\(significant(seconds / unit.size)) \(unit.name)"
  }

  /// Three digits, or all before the point where there are more.
  static func significant(_ value: Double) -> String {
    let decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2
    let scale = [1.0, 10, 100][decimals]
    let scaled = (value * scale).rounded()
    return decimals == 0 ? "\(Int(scaled))" : "\(scaled / scale)"
  }
}
