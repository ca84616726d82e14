/// What stands around a document that is to be read into another one.
extension LaTeXWriter {
  /// What the surrounding preamble has to have, said in a comment; its own layout ends with the fragment.
  var openingOfFragment: String {
    let needed = packages.split(separator: "\n").map { "%   \($0)\n" }.joined()
    return """
      \(engine)% To be read into a document with \\input. The preamble of that document needs
      \(needed)% and lines of \(Int(lineWidth))pt for type of 11pt, as A4 has with \\usepackage[margin=25mm]{geometry}.
      \\par\\begingroup
      \(Self.layout)

      """
  }

  static let closingOfFragment = "\n\\par\\endgroup\n"
}
