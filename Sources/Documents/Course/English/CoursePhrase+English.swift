import Formulas

extension CoursePhrase {
  package var english: Prose {
    switch self {
    case .builtIn: "Backpropagation, step by step"
    case .untitled: "Backpropagation"
    case .lessons(let count):
      """
      \(count) \(count == 1 ? "lesson" : "lessons"). Each is a small network, or a graph, with numbers in it, worked through \
      step by step, forward and back.
      """
    case .course: "Course"
    case .onwards: "Onwards"
    case .allLessons: "All lessons"
    case .previous: "Previous"
    case .next: "Next"
    case .worksheet: "Work it out yourself"
    case .workedExample: "Show the worked example"
    case .download: "Download this lesson:"
    case .lessonFile: "the lesson"
    case .text: "text"
    case .traceLeftOut(let command):
      "The whole trace is long, and not here: \(code: command) writes it from the lesson"
    }
  }
}
