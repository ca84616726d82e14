import Lessons

/// What can be asked of a lesson of either kind.
extension WrittenLesson {
  /// The lesson of layers that it is; throws what is only for those.
  package func ofLayers(_ purpose: String) throws(WorkedExampleError) -> Lesson {
    switch self {
    case .layered(let lesson): return lesson
    case .named:
      throw .refused("\(purpose) is for lessons of layers, and this is a graph of named quantities")
    }
  }

  /// The same lesson with other numbers.
  package func variant(seed: UInt64) throws(WorkedExampleError) -> WrittenLesson {
    .layered(try Variant.lesson(of: try ofLayers("--variant"), seed: seed))
  }
}

extension Exercise {
  /// The lines of a lesson of either kind.
  package init(_ lesson: WrittenLesson) throws(WorkedExampleError) {
    try self.init(lesson.ofLayers("an exercise"))
  }
}

extension Worksheet {
  /// A worksheet of a lesson of either kind.
  package init(_ lesson: WrittenLesson, _ settings: Settings) throws(WorkedExampleError) {
    try self.init(lesson.ofLayers("a worksheet"), settings)
  }

  /// Throws where there is too much of a lesson to be derived by hand, or to be shown.
  package static func checkSize(of lesson: WrittenLesson) throws(WorkedExampleError) {
    try checkSize(of: lesson.ofLayers("a worksheet"))
  }
}
