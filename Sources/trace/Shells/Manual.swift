import Formulas

/// The manual page, made from the tables of commands and options: `trace help --man`.
enum Manual {
  static func page(in language: Language) -> String {
    var lines = [
      ".TH TRACE 1 \"\" \"\(escaped(versionLine))\"",
      // The summary begins with the name as well.
      ".SH NAME",
      "trace \\- "
        + escaped(String(language.text(HelpPhrase.summary).trimmingPrefix("trace").trimmingPrefix(" "))),
    ]
    for command in Command.allCases where command != .help {
      lines += [".SH \(command.word.map { "trace \($0)".uppercased() } ?? "TRACE")"]
      lines += [".B " + escaped(Help.synopsis(of: command, command.required[...], language)), ".br"]
      lines += [escaped(language.text(HelpPhrase.purpose(command)))]
      for option in command.options {
        lines += [".TP", ".B " + escaped(Help.call(option, command, in: language))]
        lines += [escaped(language.text(HelpPhrase.option(option, command)))]
      }
      if !command.examples.isEmpty { lines += [".PP", escaped(language.text(HelpPhrase.example))] }
      lines += [".PP", ".nf"] + command.examples.map(escaped) + [".fi"]
      let notes: HelpPhrase = command == .workedExample ? .notesOnFurther : .notes(command)
      lines += [".PP", escaped(language.text(notes))]
    }
    lines += [".PP", escaped(language.text(HelpPhrase.exits))]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A dash is a dash there only behind a backslash; a line that begins with a dot is an order.
  private static func escaped(_ text: String) -> String {
    let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }
}
