import Documents
import Formulas

/// The settings of a document: what it shows, and how.
public struct Settings: Sendable {
  /// Significant digits, 1 to 17.
  public var digits = 6
  /// The quantities that are shown, with what they need; everything if it is empty.
  public var only: [String] = []
  /// A weight whose every path to the cost is shown.
  public var paths: String?
  /// The example that is derived, counted from 1; if it is `nil`, all examples, or the first of many.
  public var example: Int?
  /// Every derivation of a large network.
  public var all = false
  /// Fractions instead of decimals.
  public var exact = false
  /// A name for each operation of a graph.
  public var staged = false
  /// What is derived in place of what the lesson says: a name.
  public var result: String?
  /// What is derived besides the gradient.
  public var derived = Derived.gradient
  /// The letters, and the language of the words.
  public var notation = Notation.threeBlueOneBrown
  /// Short names for the derivatives of the result of a graph.
  public var names: ShortDerivatives.Kind?
  /// How Markdown says that something is mathematics.
  public var math = MathDialect.dollar
  /// What the names of the pictures begin with that Markdown links, such as `figures/xor`; without it, it draws in
  /// characters.
  public var figures: String?
  /// How plain text is written.
  public var textStyle = TextStyle()
  /// LaTeX without what stands around it.
  public var isFragment = false

  /// The default settings.
  public init() {}

  /// What a worked example is about.
  public enum Derived: Hashable, Sendable {
    /// The derivatives of one result, by all that the lesson says.
    case gradient
    /// Of every entry of one quantity by every entry of another.
    case jacobian(of: String, by: String)
    /// By one quantity, forward and backward.
    case forward(by: String)
    /// ∂²C/∂(first)∂(second): the derivative by the second, derived by the first.
    case second(String, String)
    /// All second derivatives; with Newton's step, if that is asked for.
    case hessian(newton: Bool)
  }
}

/// How a worked example is written down.
public enum Format: String, CaseIterable, Sendable {
  /// CommonMark with mathematics.
  case markdown
  /// An article for pdflatex.
  case latex
  /// A page in one file.
  case html
  /// Unicode text for a terminal.
  case text
  /// Slides for pdflatex.
  case beamer
  /// Slides in one page.
  case slides
  /// The whole trace, for programs.
  case json
  /// Rows for a spreadsheet: the marks of a class.
  case csv
  /// A Jupyter notebook.
  case notebook = "ipynb"
  /// Markdown with code cells, for Jupyter Book.
  case myst
  /// Markdown with code cells, for Quarto.
  case quarto = "qmd"

  /// Those in which a derivation is written down.
  public static let ofDerivations: [Format] = allCases.filter { $0 != .csv && !withCode.contains($0) }
  /// Those that are shown in a lecture.
  public static let ofSlides: [Format] = [.beamer, .slides]
  /// Those with cells of code.
  public static let withCode: [Format] = [.notebook, .myst, .quarto]
  /// Those of what is read rather than shown or run: reports, worksheets.
  public static let ofReports: [Format] = allCases.filter {
    !(ofSlides + withCode).contains($0)
  }
}

/// Why there is no worked example.
public enum WorkedExampleError: Error {
  /// A name that the lesson does not have.
  case unknownQuantity(String, suggestion: String?)
  /// A name of what the lesson gives: nothing leads to it; the suggestion is a name of what follows from it.
  case notDerived(String, suggestion: String)
  /// An example that the lesson does not have.
  case noExample(Int, of: Int)
  /// A quantity that has no paths to be shown.
  case notAWeight(String)
  /// Something that this version does not do.
  case refused(String)
  /// The cost, or what leads to it, is beyond a double.
  case noFiniteResult(String)
}
