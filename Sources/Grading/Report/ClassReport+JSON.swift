import Documents

extension ClassReport {
  /// The assessments of all students as JSON.
  package var json: String {
    let sheets = zip(students, same).map { student, same in
      let points = student.points(rule)
      let variant = student.variant.map { ", \"variant\": \"\($0)\"" } ?? ""
      let given = student.handedOut.map { ", \"variantHandedOut\": \($0.json)" } ?? ""
      let other = student.assessment.otherNumbers.map { ", \"rightFor\": \($0.json)" } ?? ""
      let copy = same.map { ", \"sameAs\": \(JSONText.quoted($0))" } ?? ""
      return """
        { "name": \(JSONText.quoted(student.name)), "file": \(JSONText.quoted(student.file))\(variant)\(given)\(other), \
        "points": \(JSONText.number(points.earned)), "outOf": \(points.outOf)\(copy), "assessment":
        \(AssessmentJSON(student.exercise, student.assessment, lesson: student.lesson, reveals: reveals, in: notation).text)}
        """
    }
    let others =
      unread.map { file in
        let name = file.person.map { "\"name\": \(JSONText.quoted($0)), " } ?? ""
        return "{ \(name)\"file\": \(JSONText.quoted(file.file)), \"isRead\": false }"
      } + missing.map { "{ \"name\": \(JSONText.quoted($0)), \"file\": null }" }
    return "[\n" + (sheets + others).joined(separator: ",\n") + "\n]\n"
  }
}

extension ClassReport.HandedOutVariant {
  /// Whether the person is listed, and with which seed if the sheet has another.
  fileprivate var json: String {
    switch self {
    case .own: "true"
    case .another(let seed): "\"\(seed)\""
    case .unknown: "null"
    }
  }
}

extension OtherNumbers {
  /// The seed of the variant, `null` for the lesson's own numbers, and "unknown".
  fileprivate var json: String {
    switch self {
    case .variant(let seed): seed.map { "\"\($0)\"" } ?? "null"
    case .unknown: "\"unknown\""
    }
  }
}
