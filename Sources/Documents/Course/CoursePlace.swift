/// Where in a course a page stands, and what leads on from there.
public struct CoursePlace: Hashable, Sendable {
  /// To the page with all lessons.
  public let all: PageLink
  /// To the lesson before, if there is one.
  public let previous: PageLink?
  /// To the lesson after, if there is one.
  public let next: PageLink?
  /// To the same lesson with blanks or, from there, back to where it is worked through, if there are both.
  public let twin: PageLink?
  /// To the same lesson in other formats.
  public let formats: [PageLink]
  /// Whether the trace as JSON is none of them, because it is long.
  public let leavesTraceOut: Bool

  /// A place between two lessons.
  public init(
    all: PageLink, previous: PageLink? = nil, next: PageLink? = nil, twin: PageLink?,
    formats: [PageLink] = [], leavesTraceOut: Bool = false
  ) {
    self.all = all
    self.previous = previous
    self.next = next
    self.twin = twin
    self.formats = formats
    self.leavesTraceOut = leavesTraceOut
  }
}

extension CoursePlace {
  /// What leads on: to the lesson before, to all of them, and to the one after.
  func ways(_ label: String, besides more: String = "") -> String {
    let ways = [
      previous.map { Self.way($0, "previous", "Previous") },
      "<a class=\"all-lessons\" href=\"\(all.address)\">\(HTMLText.escape(all.words))</a>\n",
      next.map { Self.way($0, "following", "Next") },
    ]
    return "<nav class=\"course\" aria-label=\"\(label)\">\n<div class=\"ways\">\n"
      + ways.compactMap(\.self).joined() + "</div>\n" + more + "</nav>\n"
  }

  /// What stands above the document: besides, its twin and what there is to download.
  var html: String {
    let below =
      (twin.map { ["<a href=\"\($0.address)\">\(HTMLText.escape($0.words))</a>"] } ?? []) + downloads
    return ways(
      "Course",
      besides: below.isEmpty ? "" : "<p class=\"formats\">\(below.joined(separator: " · "))</p>\n")
  }

  private static func way(_ link: PageLink, _ kind: String, _ word: String) -> String {
    """
    <a class="\(kind)" href="\(link.address)"><span>\(word)</span> \
    \(HTMLText.escape(link.words))</a>

    """
  }

  private var downloads: [String] {
    guard !formats.isEmpty else { return [] }
    let links = formats.map { link in
      "<a href=\"\(link.address)\" download>\(HTMLText.escape(link.words))</a>"
    }
    let trace =
      leavesTraceOut
      ? ". The whole trace is long, and not here: <code>trace --format json</code> writes it from the lesson"
      : ""
    return ["Download this lesson: \(links.joined(separator: ", "))\(trace)"]
  }
}
