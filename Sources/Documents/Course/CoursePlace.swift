import Formulas

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
  private func say(_ phrase: CoursePhrase, _ notation: Notation) -> String {
    HTMLText.escape(notation.language.say(phrase).plain(in: notation))
  }

  /// What leads on: to the lesson before, to all of them, and to the one after.
  private func ways(_ label: CoursePhrase, besides more: String = "", in notation: Notation) -> String {
    let ways = [
      previous.map { Self.way($0, "previous", say(.previous, notation)) },
      "<a class=\"all-lessons\" href=\"\(all.address)\">\(HTMLText.escape(all.words))</a>\n",
      next.map { Self.way($0, "following", say(.next, notation)) },
    ]
    return "<nav class=\"course\" aria-label=\"\(say(label, notation))\">\n<div class=\"ways\">\n"
      + ways.compactMap(\.self).joined() + "</div>\n" + more + "</nav>\n"
  }

  /// What stands above the document: besides, its twin and what there is to download.
  func html(in notation: Notation) -> String {
    let below =
      (twin.map { ["<a href=\"\($0.address)\">\(HTMLText.escape($0.words))</a>"] } ?? [])
      + downloads(in: notation)
    return ways(
      .course,
      besides: below.isEmpty ? "" : "<p class=\"formats\">\(below.joined(separator: " · "))</p>\n",
      in: notation)
  }

  /// What stands below it.
  func footer(in notation: Notation) -> String { ways(.onwards, in: notation) }

  private static func way(_ link: PageLink, _ kind: String, _ word: String) -> String {
    """
    <a class="\(kind)" href="\(link.address)"><span>\(word)</span> \
    \(HTMLText.escape(link.words))</a>

    """
  }

  private func downloads(in notation: Notation) -> [String] {
    guard !formats.isEmpty else { return [] }
    let links = formats.map { link in
      "<a href=\"\(link.address)\" download>\(HTMLText.escape(link.words))</a>"
    }
    let why = notation.language.say(CoursePhrase.traceLeftOut(command: "trace --format json"))
    let trace = leavesTraceOut ? ". \(HTMLWriter(notation: notation).inline(why))" : ""
    return ["\(say(.download, notation)) \(links.joined(separator: ", "))\(trace)"]
  }
}
