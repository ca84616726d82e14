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
  /// The numbers of the document and how they follow from each other, for a page on which they can be changed; `nil` where its
  /// lines cannot all be computed anew.
  var spreadsheet: Spreadsheet? { get }
  /// The picture of the lesson, as a course lists it.
  var picture: [Block] { get }
  /// Everything that was computed, for programs; throws what `sink` throws.
  func writeJSON(to sink: inout some TextSink) throws
}

extension Narrator {
  var spreadsheet: Spreadsheet? { nil }
}
