import Texts

/// A line of a graph, and what is known of it so far.
struct DefinitionLine {
  let text: String
  let places: StringPlaces
  let written: WrittenDefinition
  let quantity: Int

  /// The letters on the left, in the order in which they get their values.
  var letters: [Int] = []
  /// The quantities that it uses, each with the place of its first use.
  var uses: [(quantity: Int, range: Range<Int>)] = []

  /// Its entries, once they are known.
  var slots = 0..<0
  /// Where each letter stands alone on the left; `nil` where one does not.
  var letterAxes: [Int]?
  /// Without `letterAxes`, the values of the letters for each slot.
  var letterValues: [Int32] = []
  /// The indices for which the left side has a colon, or all for a whole array.
  var colonAxes: [Int] = []
  /// How many entries it has along those.
  var rowShape = Shape.number
  /// The shapes of its parts that are the same for all values of the letters.
  var shapes: [Shape?]
  /// How far a letter runs in a part, where other names say it.
  var said: [Int: [Int: ClosedRange<Int>]] = [:]

  var isReady = false
  var isBroken = false
  /// How often it waited for a shape.
  var waits = 0

  init(_ text: String, _ places: StringPlaces, _ written: WrittenDefinition, quantity: Int) {
    self.text = text
    self.places = places
    self.written = written
    self.quantity = quantity
    shapes = Array(repeating: nil, count: written.partCount)
  }
}
