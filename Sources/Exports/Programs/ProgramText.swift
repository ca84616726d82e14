import Backprop
import Lessons

/// A lesson as a program for another tool, which computes the same gradient there.
public struct ProgramText: Sendable {
  /// The program.
  public let text: String

  /// Throws what cannot be expressed there, in one sentence; without a number of digits, a program prints all of them.
  public init(_ lesson: WrittenLesson, for library: ProgramLibrary, digits: Int? = nil)
    throws(WorkedExampleError)
  {
    try WorkedExample.checkIsFinite(lesson)
    switch lesson {
    case .layered(let lesson):
      text = NetworkProgram(lesson, for: library, digits: digits).text()
    case .named(let lesson):
      var program = try GraphProgram(lesson, for: library, digits: digits)
      text = program.text()
    }
  }

  /// The lines that say what a program is.
  static func head(_ title: String?, _ library: ProgramLibrary) -> [String] {
    let what = "The forward and the backward pass in \(library.title)."
    return PythonText.documentation(title.map { [$0, "", what] } ?? [what])
  }
}

extension ProgramText {
  /// The program that makes a lesson and a file of gradients of a model in PyTorch.
  public static let dumper = PackageResources.dump_py
}
