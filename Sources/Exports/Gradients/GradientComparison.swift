import Backprop
import Documents
import Formulas
import Lessons

/// The derivatives of a lesson beside those that another program has found of it, and what explains the difference.
public struct GradientComparison {
  /// A parameter of the lesson, with what is compared.
  struct Entry {
    /// The matrix or column that it belongs to, and its place there.
    let array: String
    let place: [Int]
    let value, derivative: Double
    /// What the file has, and what it has where rows and columns are exchanged; `nil` if it has nothing.
    let found, exchanged: Double?
    let isBias: Bool

    var name: String {
      array + (place.isEmpty ? "" : "[\(place.map(String.init).joined(separator: ","))]")
    }
  }

  let entries: [Entry]
  /// How many examples and outputs the lesson has; 1 for a graph.
  let examples, outputs: Int
  /// Whether the lesson adds the costs of its examples.
  let isSum: Bool
  /// How far rounding may have carried a derivative, relative to the largest of its array.
  private let tolerance: Double

  /// Throws if the lesson has no finite gradient.
  public init(_ lesson: WrittenLesson, _ file: GradientFile) throws(WorkedExampleError) {
    try WorkedExample.checkIsFinite(lesson)
    tolerance = file.isDouble ? 1e-9 : 2e-5
    func exchanged(_ symbol: Symbol) -> Double? {
      let place = Array(symbol.indices)
      guard place.count == 2 else { return nil }
      return file.derivatives["\(symbol.whole.name)[\(place[1]),\(place[0])]"]
    }
    func found(_ symbol: Symbol) -> Double? {
      file.derivatives[symbol.name]
        // A matrix of one entry has no indices in the lesson.
        ?? (symbol.indices.isEmpty
          ? file.derivatives[symbol.name + "[1]"] ?? file.derivatives[symbol.name + "[1,1]"] : nil)
    }
    switch lesson {
    case .layered(let lesson):
      let layout = Layout(lesson.objective)
      let gradient: [Double]
      do {
        gradient = try Backpropagation(lesson.objective).gradient
      } catch {
        throw .noFiniteResult(error.description)
      }
      entries = lesson.parameters.enumerated().map { id, value in
        let symbol = layout.symbol(id, example: nil)
        return Entry(
          array: symbol.whole.name, place: Array(symbol.indices), value: value.value,
          derivative: gradient[id], found: found(symbol), exchanged: exchanged(symbol),
          isBias: layout.isBias(id))
      }
      (examples, outputs) = (lesson.examples.count, layout.widths.last ?? 1)
      isSum = lesson.reduction == .sum
    case .named(let lesson):
      let trace = GraphTrace.inDoubles(lesson.graph)
      entries = lesson.by.map { id in
        let symbol = lesson.graph.symbol(of: id)
        return Entry(
          array: symbol.whole.name, place: Array(symbol.indices), value: trace.values[id],
          derivative: trace.gradients[id], found: found(symbol), exchanged: exchanged(symbol),
          isBias: symbol.whole.name.hasPrefix("b"))
      }
      (examples, outputs, isSum) = (1, 1, false)
    }
  }

  /// Whether the file has all derivatives, and they agree.
  public var agrees: Bool { missing.isEmpty && areAll { $0.derivative } }

  private var missing: [Entry] { entries.filter { $0.found == nil } }

  /// Whether every derivative of the file is what is expected of it.
  private func areAll(_ expected: (Entry) -> Double) -> Bool { wrong(expected).isEmpty }

  /// The entries whose derivatives are not what is expected of them.
  private func wrong(
    _ expected: (Entry) -> Double, in found: (Entry) -> Double? = { $0.found }
  ) -> [Entry] {
    var sizes: [String: Double] = [:]
    for entry in entries {
      sizes[entry.array] = Swift.max(sizes[entry.array] ?? 0, expected(entry).magnitude)
    }
    // What is small beside the others may be the difference of large numbers.
    let largest = sizes.values.max() ?? 0
    return entries.filter { entry in
      guard let found = found(entry) else { return false }
      let size = Swift.max(sizes[entry.array] ?? 0, largest / 20, 1e-12)
      return !((found - expected(entry)).magnitude <= tolerance * size)
    }
  }

  private static func arrays(_ entries: [Entry]) -> [String] {
    entries.reduce(into: []) { if $0.last != $1.array { $0.append($1.array) } }
  }

  /// What is said of the comparison.
  public func blocks(in language: Language) -> [Block] { phrases.map { .paragraph(language.say($0)) } }

  var phrases: [ComparisonPhrase] {
    let (missing, wrong) = (missing, wrong { $0.derivative })
    let odd = Self.arrays(entries.filter { entry in (missing + wrong).contains { $0.name == entry.name } })
    if !odd.isEmpty, areExchanged(Set(odd)) { return [.transposed(odd)] }
    let lost: [ComparisonPhrase] = missing.isEmpty ? [] : [.missing(Self.arrays(missing))]
    let compared = entries.count - missing.count
    if wrong.isEmpty { return lost + (compared > 0 ? [.agree(compared)] : []) }
    return lost
      + [.differ(Self.arrays(wrong), wrong.count, of: entries.count), convention ?? .unexplained]
  }

  /// Whether rows and columns of these arrays are exchanged.
  private func areExchanged(_ arrays: Set<String>) -> Bool {
    let own = entries.filter { arrays.contains($0.array) }
    guard own.allSatisfy({ $0.exchanged != nil }) else { return false }
    let found: (Entry) -> Double? = { arrays.contains($0.array) ? $0.exchanged : $0.found }
    return wrong({ $0.derivative }, in: found).isEmpty
  }

  /// The convention that explains every difference; `nil` where none does.
  private var convention: ComparisonPhrase? {
    let (n, k) = (Double(examples), Double(outputs))
    // A sum of the lesson is a mean there, or the other way about.
    let ofExamples =
      isSum ? (1 / n, ComparisonPhrase.meanOfExamples(examples)) : (n, .sumOfExamples(examples))
    let factors: [(Double, ComparisonPhrase)] = [
      ofExamples, (1 / k, .meanOfOutputs(outputs)), (k, .sumOfOutputs(outputs)),
      (1 / (n * k), .meanOfBoth(examples * outputs)), (n * k, .sumOfBoth(examples * outputs)), (0.5, .half),
      (2, .double), (-1, .negative),
    ]
    for (factor, phrase) in factors where factor != 1 && areAll({ factor * $0.derivative }) { return phrase }
    for onBiases in [false, true] {
      guard let decay = decay(onBiases: onBiases), let number = Numeral(rounding: decay, digits: 4),
        areAll({ $0.derivative + (onBiases || !$0.isBias ? decay * $0.value : 0) })
      else { continue }
      return .decay(number, onBiases: onBiases)
    }
    return nil
  }

  /// λ in found = derivative + λ w, from the largest of the parameters.
  private func decay(onBiases: Bool) -> Double? {
    let largest = entries.filter { onBiases || !$0.isBias }.max { $0.value.magnitude < $1.value.magnitude }
    guard let entry = largest, let found = entry.found, entry.value != 0 else { return nil }
    return (found - entry.derivative) / entry.value
  }
}
