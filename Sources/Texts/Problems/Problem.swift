/// One thing that is wrong in a text: where, and a sentence about it.
public struct Problem: Error, Hashable, Sendable {
  /// The bytes at fault; empty where something is missing.
  public let range: Range<Int>
  /// What was found, what was expected, and the way out, in one sentence.
  public let message: String

  /// States that the bytes of `range` are at fault.
  public init(at range: Range<Int>, _ message: String) {
    self.range = range
    self.message = message
  }

  /// The same in a text that has so many bytes before those that were read.
  package func moved(by offset: Int) -> Problem {
    Problem(at: (range.lowerBound + offset)..<(range.upperBound + offset), message)
  }
}

/// The problems found so far, in the order of their place; the first few are kept, all are counted.
package struct ProblemList {
  static let limit = 20

  /// The first of them, twenty at most.
  package private(set) var first: [Problem] = []
  /// How many there are in all.
  package private(set) var count = 0

  /// An empty list of problems.
  package init() {}

  /// Whether a problem at this place would be among the first.
  package func hasRoom(at range: Range<Int>) -> Bool {
    guard first.count == Self.limit, let last = first.last else { return true }
    return range.lowerBound < last.range.lowerBound
  }

  /// Adds a problem; its sentence is made only if it is among the first.
  package mutating func add(at range: Range<Int>, _ message: @autoclosure () -> String) {
    count += 1
    guard hasRoom(at: range) else { return }
    let place = first.firstIndex { $0.range.lowerBound > range.lowerBound } ?? first.count
    first.insert(Problem(at: range, message()), at: place)
    if first.count > Self.limit { first.removeLast() }
  }

  /// The same problems with other sentences.
  package func map(_ sentence: (String) -> String) -> ProblemList {
    var list = self
    list.first = first.map { Problem(at: $0.range, sentence($0.message)) }
    return list
  }
}
