import Formulas

/// The lessons of a course, as its first page lists them.
public struct CourseIndex: Hashable, Sendable {
  /// A lesson: what it is called, what it is about, and what its network looks like.
  public struct Entry: Hashable, Sendable {
    /// To its page.
    public let page: PageLink
    /// A sentence or two; nothing where there is nothing to say.
    public let summary: Prose
    /// The network or the graph; `nil` where it is too large to be drawn.
    public let picture: Block?

    /// A lesson with a page of its own.
    public init(page: PageLink, summary: Prose, picture: Block?) {
      self.page = page
      self.summary = summary
      self.picture = picture
    }
  }

  /// What the course is called.
  public let title: String
  /// In the order of the course.
  public let entries: [Entry]

  /// A course of these lessons.
  public init(title: String, entries: [Entry]) {
    self.title = title
    self.entries = entries
  }
}
