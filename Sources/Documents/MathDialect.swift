/// How Markdown says that something is mathematics: its hosts differ.
public enum MathDialect: String, CaseIterable, Hashable, Sendable {
  /// `$…$`, and `$$` on lines of their own, as pandoc, notebooks and most others read them.
  case dollar
  /// `$` and backticks around a formula, and a block of code in the language `math`: nothing in them is Markdown's.
  case github

  /// A formula in a sentence.
  func inline(_ formula: String) -> String {
    switch self {
    case .dollar: "$" + formula + "$"
    case .github: "$`" + formula + "`$"
    }
  }

  /// A formula on lines of its own, with the empty line after it.
  func display(_ formula: String) -> String {
    switch self {
    case .dollar: "$$\n" + formula + "\n$$\n\n"
    case .github: "```math\n" + formula + "\n```\n\n"
    }
  }

  /// Whether the `\\` and `&` of rows reach the reader, so that lines can be aligned and matrices be matrices.
  var keepsRows: Bool {
    switch self {
    case .dollar: false
    case .github: true
    }
  }
}
