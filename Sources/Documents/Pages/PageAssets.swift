/// What a page has besides its text, each from a file beside this one.
enum PageAssets {
  /// How a page looks.
  static let style = PackageResources.page_css

  /// The same in a course: the list of lessons, and the ways from one to the others.
  static let courseStyle = style + PackageResources.course_css

  /// How slides look.
  static let slidesStyle = style + PackageResources.slides_css

  /// Slides that follow one another, and equations that are built up.
  static let slides = closed(PackageResources.slides_js)

  /// Pictures and equations that point at each other, and steps that unfold.
  static let steps = closed(PackageResources.page_js, PackageResources.steps_js)

  /// The same for a page whose numbers can be changed.
  static let living = closed(
    PackageResources.page_js, PackageResources.steps_js, computing,
    short(PackageResources.living_js))

  /// What computes the lines of a page anew: `makeSheet` of its numbers; it needs no page, and shares no other names.
  static let computing =
    "const { makeSheet, numeralOf } = (() => {\n"
    + short(
      [
        PackageResources.functions_js, PackageResources.rational_js, PackageResources.rounded_js,
        PackageResources.numerals_js, PackageResources.lines_js, PackageResources.typesetter_js,
        PackageResources.sheet_js,
      ].joined(separator: "\n")) + "\nreturn { makeSheet, numeralOf };\n})();\n"

  /// The same for a page with blanks, which judges what is typed into them.
  static let answers = closed(PackageResources.page_js, judge, PackageResources.answers_js)

  /// What judges answers: `marker` of a page's rules, and what is said last in a line; it needs no page, and shares no other names.
  static let judge =
    "const { marker, lastSide } = (() => {\n" + judging + "\nreturn { marker, lastSide };\n})();"

  private static let judging = [
    PackageResources.functions_js, PackageResources.formulas_js, PackageResources.reading_js,
    PackageResources.handwriting_js,
    PackageResources.run_js, PackageResources.catalog_js, PackageResources.search_js,
    PackageResources.decision_js, PackageResources.conventions_js, PackageResources.verdicts_js,
    PackageResources.marker_js,
  ].joined(separator: "\n")

  /// A script without its comments and its indentation: who reads these reads the file.
  private static func short(_ script: String) -> String {
    script.split(separator: "\n").map { $0.drop { $0 == " " } }.filter { !$0.hasPrefix("//") }.joined(
      separator: "\n")
  }

  /// Scripts that share their names, and with nobody else.
  private static func closed(_ scripts: String...) -> String {
    "(() => {\n" + scripts.joined(separator: "\n") + "})();"
  }
}
