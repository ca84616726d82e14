import Backprop
import Formulas
import Texts

extension NamedLesson {
  /// Reads the file of a named lesson; throws all that is wrong with it.
  ///
  /// A text that is not JSON gives one problem, at the first place where it is not.
  public init(json bytes: [UInt8]) throws(LessonError) {
    switch try WrittenLesson(json: bytes) {
    case .named(let lesson): self = lesson
    case .layered:
      let problem = Problem(
        at: 0..<0, #"this is a layered lesson, but a lesson with "graph" is expected here"#)
      throw LessonError(problem, in: bytes)
    }
  }
}

/// A lesson as a file may have it.
public indirect enum WrittenLesson: Sendable {
  /// Layers of neurons: a file with "network", "cost" and "examples".
  case layered(Lesson)
  /// Any graph of named quantities: a file with "graph".
  case named(NamedLesson)

  /// The language of its documents.
  public var language: Language {
    switch self {
    case .layered(let lesson): lesson.language
    case .named(let lesson): lesson.language
    }
  }

  /// What it is called.
  public var title: String? {
    switch self {
    case .layered(let lesson): lesson.title
    case .named(let lesson): lesson.title
    }
  }

  /// The letters in which it is written; throws where derivatives of a network are to have short names.
  public func notation(_ notation: Notation, names: ShortDerivatives.Kind?) throws(WorkedExampleError)
    -> Notation
  {
    switch self {
    case .layered:
      if names != nil { throw .graphsOnly("--names") }
      return notation
    case .named(let lesson): return lesson.notation(notation, names: names)
    }
  }

  /// Reads a lesson file of either kind; throws all that is wrong with it.
  ///
  /// A text that is not JSON gives one problem, at the first place where it is not. Where the result of a graph is named later,
  /// the last definition may be an array without a seed. The language is that of the documents, if it is not for the lesson to say.
  public init(json bytes: [UInt8], resultIsNamedLater: Bool = false, language: Language? = nil)
    throws(LessonError)
  {
    let root: JSONValue
    do {
      root = try JSONValue(parsing: bytes)
    } catch {
      throw LessonError(error, in: bytes)
    }
    var reader = LessonReader()
    (reader.resultIsNamedLater, reader.language) = (resultIsNamedLater, language)
    if let problem = Self.bothKinds(root) { throw LessonError(problem, in: bytes) }
    if Self.isNamed(root) {
      guard let lesson = reader.namedLesson(root, in: bytes), reader.problems.count == 0 else {
        throw LessonError(reader.problems, in: bytes)
      }
      self = .named(lesson)
    } else {
      guard let lesson = reader.lesson(root), reader.problems.count == 0 else {
        throw LessonError(reader.problems, in: bytes)
      }
      self = .layered(lesson)
    }
  }

  /// What is said of a file that would be both.
  private static func bothKinds(_ root: JSONValue) -> Problem? {
    guard case .object(let members) = root.content, members.contains(where: { $0.key == "network" }) else {
      return nil
    }
    return members.first { $0.key == "graph" || $0.key == "given" }.map {
      Problem(
        at: $0.keyRange,
        "a lesson has either \"network\" (layers) or \"given\" and \"graph\" (any other graph); leave out one of the two"
      )
    }
  }

  /// Whether a file is, or was meant as, a named lesson.
  private static func isNamed(_ root: JSONValue) -> Bool {
    guard case .object(let members) = root.content else { return false }
    let keys = Set(members.map(\.key))
    return (keys.contains("graph") || keys.contains("given")) && !keys.contains("network")
  }
}
