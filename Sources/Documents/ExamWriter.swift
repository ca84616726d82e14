import Formulas

/// A whole examination paper for pdflatex, with the class `exam`: solutions are read only after `\printanswers`.
public struct ExamWriter: DocumentWriter {
  /// What is left of a line beside the labels of a question and of its part.
  private static let solutionWidth = 390.0

  /// Where a page may well end.
  private static let pause = "\\pagebreak[1]\n"

  /// Everything but the questions is written as in an article.
  private let article: LaTeXWriter

  /// A writer for these letters.
  public init(notation: Notation) { article = LaTeXWriter(notation: notation) }

  public var opening: String {
    """
    \(article.engine)\\documentclass[11pt,a4paper]{exam}
    \\usepackage[margin=25mm]{geometry}
    \(article.settings)
    % A solution is set as it stands, without a frame: the frame of the class cannot be broken between pages.
    \\renewenvironment{TheSolution}{\\par}{\\par}
    \\renewcommand{\\thepartno}{\\arabic{partno}}
    \\pagestyle{headandfoot}
    % A key is nobody's.
    \\newcommand{\\entry}[2]{\\ifprintanswers\\else #1\\enspace\\makebox[#2]{\\hrulefill}\\fi}
    \\firstpageheader{\\entry{\(say(.name))}{60mm}}{}{\\entry{\(say(.date))}{30mm}}
    \\footer{}{\\thepage}{}
    % \\blank{quantity}{name}: a line to write on, and the name by which the quantity is typed; on a key, the solution has the name.
    \\newcommand{\\typed}[1]{\\hfill{\\small\\texttt{#1}}\\par}
    \\newcommand{\\orbelow}{\\hfil\\penalty0\\hfilneg\\ }
    % Room for the calculation, above each line to write on, on the page of what is asked.
    \\newlength{\\room}\\setlength{\\room}{12mm}
    \\newcommand{\\blank}[2]{\\ifprintanswers\\else
      \\par\\nobreak\\vspace{\\room}\\noindent$\\displaystyle #1 = {}$\\fillin[][40mm]\\typed{#2}\\nobreak\\fi}
    \\begin{document}

    """
  }

  private func say(_ phrase: PagePhrase) -> String {
    article.inline(article.typesetter.notation.language.say(phrase))
  }

  public var closing: String { article.closing }

  public func text(of block: Block) -> String {
    switch block {
    case .questions(let sheet): text(of: sheet)
    case .heading, .paragraph, .equation, .family, .matrix, .table, .chain, .network, .graph, .bars, .plot,
      .verbatim:
      article.text(of: block)
    }
  }

  private func text(of sheet: QuestionSheet) -> String {
    (sheet.showsSolutions ? "\n\\printanswers\n" : "\n") + "\\begin{questions}\n"
      + sheet.questions.map(text(of:)).joined(separator: Self.pause) + "\\end{questions}\n"
  }

  private func text(of question: Question) -> String {
    let words = question.words.pieces.isEmpty ? "" : "\n" + article.inline(question.words) + "\n"
    return """

      \\question \\textbf{\(article.inline(question.title))}
      \(words)\\begin{parts}
      \(question.parts.map(text(of:)).joined(separator: Self.pause))\\end{parts}

      """
  }

  private func text(of part: Question.Part) -> String {
    // A formula that is as wide as the line stands below the words before it.
    "\\part \(article.inline(part.prompt).replacing("~$", with: "\\orbelow $")).\n"
      + part.blanks.map(text(of:)).joined(separator: Self.pause)
  }

  private func text(of blank: Question.Blank) -> String {
    let name = article.words.escape(blank.name)
    return """
      \\blank{\(article.typesetter.piece(blank.quantity).text)}{\(name)}
      \\begin{solution}[8mm]
      \\typed{\(name)}
      \(article.text(of: blank.solution, width: Self.solutionWidth))\\end{solution}

      """
  }
}
