import Documents

extension ClassReport {
  /// The assessments of all students as JSON.
  package var json: String {
    let sheets = zip(students, same).map { student, same in
      let points = student.points(rule)
      let variant = student.variant.map { ", \"variant\": \"\($0)\"" } ?? ""
      let copy = same.map { ", \"sameAs\": \(JSONText.quoted($0))" } ?? ""
      return """
        { "name": \(JSONText.quoted(student.name)), "file": \(JSONText.quoted(student.file))\(variant), \
        "points": \(JSONText.number(points.earned)), "outOf": \(points.outOf)\(copy), "assessment":
        \(AssessmentJSON(student.exercise, student.assessment, lesson: student.lesson, reveals: reveals, in: notation).text)}
        """
    }
    return "[\n" + sheets.joined(separator: ",\n") + "\n]\n"
  }
}
