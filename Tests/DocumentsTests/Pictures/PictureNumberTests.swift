import Formulas
import Testing

@testable import Documents

private let notation = Notation.threeBlueOneBrown

/// A picture of layers of these widths.
private func network(_ widths: [Int]) -> Drawing {
  let weights = ["0.12", "-7.25", "0.01", "3"].compactMap { Numeral($0) }
  let layers = widths.enumerated().map { l, width in
    NetworkPicture.Layer(count: width) { .init(Symbol(.activation, layer: l, indices: [$0 + 1])) }
  }
  return NetworkPicture(layers, cost: .init(Symbol(.cost))) { l, j, k in
    (Symbol(.weight, layer: l, indices: [j + 1, k + 1]), weights[(l + 2 * j + 3 * k) % weights.count], true)
  }.drawing(in: .english)
}

private let drawings: [Drawing] = {
  var random = SplitMix64(seed: 7)
  let networks = (0..<40).map { _ in
    network((0..<Int.random(in: 2...7, using: &random)).map { _ in .random(in: 1...12, using: &random) })
  }
  let charts = (1...20).compactMap { count in
    BarChart("sizes", (1...count).map { ("\($0)", Numeral(integer: $0 * $0)) })?.drawing(in: .english)
  }
  let plots = (1...20).map { epochs in
    var plot = CostPlot(before: 0.7)
    for epoch in 1...epochs { plot.append(0.7 / Double(epoch)) }
    return plot.drawing(in: .english)
  }
  // What a drawing says in words has the digits of its numbers.
  return (networks + charts + plots).map {
    Drawing(width: $0.width, height: $0.height, groups: $0.groups, title: "", description: "")
  }
}()

/// The decimals after each decimal point; of 1e-16, which has no point, the exponent.
private func decimals(in text: String) -> [String] {
  var (found, last): ([String], UInt8) = ([], 0)
  var run: [UInt8]?
  for byte in text.utf8 {
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    if let digits = run {
      if isDigit || byte == UInt8(ascii: "-") && digits.last == UInt8(ascii: "e") {
        run = digits + [byte]
      } else {
        found.append(String(decoding: digits, as: UTF8.self))
        run = nil
      }
    } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(last) {
      if byte == UInt8(ascii: ".") { run = [] }
      if byte == UInt8(ascii: "e") { run = [byte] }
    }
    last = byte
  }
  return found
}

@Suite struct `Coordinates and lengths` {
  private let typesetter = LaTeXWriter(notation: notation).typesetter

  @Test(arguments: drawings.indices)
  func `In a drawing they have two decimals at most`(index: Int) {
    for text in [
      SVG(notation: notation, .file).text(of: drawings[index], name: "p"),
      TikZ(typesetter).text(of: drawings[index]) { _ in "" },
    ] {
      #expect(decimals(in: text).filter { $0.count > 2 } == [], "\(text)")
    }
  }

  @Test(arguments: 2...24)
  func `In the picture of a chain as well`(count: Int) {
    let chain = ChainPicture((0..<count).map { .init(.symbol(Symbol(.activation, layer: $0))) })
    let decimals = decimals(in: chain.tikz(with: typesetter))
    #expect(!decimals.isEmpty)
    #expect(decimals.filter { $0.count > 2 } == [])
  }

  @Test func `A number with more decimals is found`() {
    #expect(decimals(in: "(7.800000000000001,-2.4) 1e-16pt, 3pt") == ["800000000000001", "4", "e-16"])
  }
}
