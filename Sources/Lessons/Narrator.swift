import Documents

/// Tells a lesson as a document: which steps stand together, and which sentence leads them.
protocol Narrator: Sendable {
  /// What the lesson is called, and what it is about.
  var title: String? { get }
  var summary: String? { get }
  /// Whether no check disagrees.
  var passed: Bool { get }
  /// The whole document.
  func blocks() -> [Block]
  /// The whole document, and its numbers and how they follow from each other, for a page on which they can be changed; `nil`
  /// where its lines cannot all be computed anew.
  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?)
  /// The picture of the lesson, as a course lists it.
  var picture: [Block] { get }
  /// Everything that was computed, for programs; throws what `sink` throws.
  func writeJSON(to sink: inout some TextSink) throws
}

extension Narrator {
  func page() -> (blocks: [Block], spreadsheet: Spreadsheet?) { (blocks(), nil) }
}
