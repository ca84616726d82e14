import Backprop
import Documents

extension WorkedExample {
  /// How the first page of a course lists it.
  public func entry(page: PageLink) -> CourseIndex.Entry {
    let summary = Summary.paragraphs(narrator.summary ?? "").first ?? ""
    return CourseIndex.Entry(
      page: page, summary: summary.firstSentences(atMost: Self.mostCharacters),
      picture: narrator.picture.last)
  }

  /// How many factors of the chain rule the whole trace of a lesson has, over all examples: JSON has a line for each.
  public static func factorCount(of lesson: WrittenLesson) -> Int {
    switch lesson {
    case .layered(let lesson):
      let layout = Layout(lesson.objective)
      return layout.factorCount * layout.exampleCount
    case .named(let lesson): return lesson.graph.useCount
    }
  }

  /// What two sentences may be long together.
  private static let mostCharacters = 200

  /// Writes its page, at its place in a course; throws what `sink` throws.
  public func writePage(at place: CoursePlace, to sink: inout some TextSink) throws {
    let (blocks, spreadsheet) = page()
    try HTMLWriter(notation: settings.notation, place: place, spreadsheet: spreadsheet)
      .write(blocks, to: &sink)
  }
}
