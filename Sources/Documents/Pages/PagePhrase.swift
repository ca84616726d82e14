import Formulas

/// What stands in a page, or on a sheet of paper, besides the document.
package enum PagePhrase: Phrase {
  /// The title of a document that has none.
  case untitled
  /// What a box is called by what reads a page aloud; a table by the headings of its columns.
  case equation, formula, picture, lines, table([Prose])
  /// What the buttons for the steps are called together, and each of them.
  case steps, back, next, showAll, hideAll
  /// How many steps are open: a text with the holes `{open}` and `{all}`.
  case openSteps
  /// What the buttons for slides are called together, and the one for the notes of the speaker.
  case slides, notes
  /// The columns of lines that are alike, on a slide.
  case quantity, calculation, value
  /// How a page judges, with things that can be typed.
  case judging(fraction: String, arithmetic: String)
  /// Before the name of the person, in a page and on paper; and before the date.
  case yourName, name, date
  /// What the buttons for the answers are called together, and each of them.
  case answers, clear, save
  /// Above blanks: what is asked for, and of what where the blanks do not say it.
  case blanks(Prose, [Formula])
}
