import Documents
import Formulas

extension JSONText {
  /// What a trace begins with: the version of its form, the language of the title, and the title.
  static func head(_ language: Language, title: String?) -> String {
    "\"version\": 1, \"language\": \"\(language.rawValue)\""
      + (title.map { ", \"title\": \(quoted($0))" } ?? "")
  }
}
