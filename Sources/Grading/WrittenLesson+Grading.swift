import Lessons

/// Variants, and layered lessons, of lessons of either kind.
extension WrittenLesson {
  /// The layered lesson; throws, with the purpose in the message, if it is a graph.
  package func ofLayers(_ purpose: String) throws(WorkedExampleError) -> Lesson {
    switch self {
    case .layered(let lesson): return lesson
    case .named:
      throw .refused("\(purpose) takes a layered network, but this lesson is a graph of named quantities")
    }
  }

  /// The same lesson with other numbers.
  package func variant(seed: UInt64) throws(WorkedExampleError) -> WrittenLesson {
    switch self {
    case .layered(let lesson): .layered(try Variant.lesson(of: lesson, seed: seed))
    case .named(let lesson): .named(try Variant.lesson(of: lesson, seed: seed))
    }
  }
}

extension Exercise {
  /// The lines of a lesson of either kind.
  package init(_ lesson: WrittenLesson) throws(WorkedExampleError) {
    switch lesson {
    case .layered(let lesson): try self.init(lesson)
    case .named(let lesson): try self.init(lesson)
    }
  }
}

extension Assessor {
  /// An assessor that also tries formulas on the numbers of three variants of the lesson.
  package init(_ marker: Marker, of lesson: WrittenLesson) {
    switch lesson {
    case .layered(let lesson): self.init(marker, of: lesson)
    case .named(let lesson): self.init(marker, of: lesson)
    }
  }
}

extension Worksheet {
  /// A worksheet of a lesson of either kind.
  package init(_ lesson: WrittenLesson, _ settings: Settings) throws(WorkedExampleError) {
    switch lesson {
    case .layered(let lesson): try self.init(lesson, settings)
    case .named(let lesson): try self.init(lesson, settings)
    }
  }

  /// Throws where there is too much of a lesson to be derived by hand, or to be shown.
  package static func checkSize(of lesson: WrittenLesson) throws(WorkedExampleError) {
    switch lesson {
    case .layered(let lesson): try checkSize(of: lesson)
    case .named(let lesson): try GraphSubject.checkSize(of: lesson)
    }
  }
}

extension Practice {
  /// A session about a lesson of either kind.
  package init(_ lesson: WrittenLesson, _ settings: Worksheet.Settings, resuming answers: [UInt8]? = nil)
    throws(WorkedExampleError)
  {
    switch lesson {
    case .layered(let lesson): try self.init(lesson, settings, resuming: answers)
    case .named(let lesson): try self.init(lesson, settings, resuming: answers)
    }
  }
}
