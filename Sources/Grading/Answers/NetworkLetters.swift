import Texts

/// What the letters and words that books and programs have for the quantities of a network stand for.
enum NetworkLetter: Hashable {
  case weight, bias, weightedInput, activation
  /// An activation of a layer between the input and the output, and of the last layer.
  case hidden, output
  /// What enters the last layer.
  case logits
  case input, target, cost, penalty, rate
}

extension NetworkLetter {
  /// The table: each row is a quantity with its spellings, the longest first where one begins another.
  private static let table: [(letter: NetworkLetter, spellings: [String])] = [
    (.weight, ["weight", "w", "W", "θ", "Θ", "theta", "Theta", "\\theta", "\\Theta"]),
    (.bias, ["bias", "b", "B"]),
    (.weightedInput, ["net", "z", "Z"]),
    (
      .output,
      [
        "y_hat", "y_pred", "yhat", "ypred", "y_out", "ŷ", "y\u{302}", "\\hat{y}", "\\hat y",
        "\\hat{\\mathbf{y}}", "\\hat{\\mathbf y}", "output", "pred",
        "o", "probs", "probabilities",
      ]
    ),
    (.logits, ["logits"]),
    (.activation, ["out", "a", "A"]),
    (.hidden, ["h", "H"]),
    (.input, ["x", "X"]),
    (.target, ["target", "y_true", "y", "Y", "t"]),
    (
      .cost,
      [
        "E_total", "C_total", "L_total", "J_total", "total_cost", "total_loss", "\\mathcal{L}",
        "\\mathcal{C}",
        "\\mathcal L", "\\mathcal C", "\\ell", "Loss", "loss", "LOSS", "Cost", "cost",
        "Err", "err",
        "MSE", "SSE", "BCE", "ℒ", "𝓛", "C", "L", "E", "J",
      ]
    ),
    (.penalty, ["R"]),
    (.rate, ["learning_rate", "learning rate", "eta", "\\eta", "η", "alpha", "\\alpha", "α", "lr"]),
  ]

  /// Letters of one course only, which the sheet says that it is printed in.
  private static let ofSlides: [(letter: NetworkLetter, spellings: [String])] = [
    (.weightedInput, ["f"]), (.activation, ["g"]),
  ]

  private static let spelled: [(text: String, letter: NetworkLetter)] = (table + ofSlides).flatMap { row in
    row.spellings.map { ($0, row.letter) }
  }.sorted { $0.0.utf8.count > $1.0.utf8.count }

  /// By their first byte: a name is tried at many places.
  private static let byFirst: [UInt8: [(text: String, letter: NetworkLetter)]] = Dictionary(
    grouping: spelled
  ) { $0.text.utf8.first ?? 0 }

  /// The spellings that may begin at a byte.
  static func spellings(from byte: UInt8) -> [(text: String, letter: NetworkLetter)] { byFirst[byte] ?? [] }

  /// What sets letters in another face, and nothing else.
  static let faces = [
    "\\mathbf", "\\boldsymbol", "\\bm", "\\mathrm", "\\mathit", "\\mathsf", "\\text", "\\vec",
  ]
}

extension Cursor {
  /// Takes a letter or a word of the table.
  mutating func takeNetworkLetter() -> NetworkLetter? {
    var ahead = self
    for face in NetworkLetter.faces where ahead.take(face) {
      ahead.skipBlanks()
      let isBraced = ahead.take("{")
      guard let letter = ahead.takePlainLetter() else { return nil }
      if isBraced { guard ahead.take("}") else { return nil } }
      self = ahead
      return letter
    }
    return takePlainLetter()
  }

  private mutating func takePlainLetter() -> NetworkLetter? {
    guard let first = byte(0) else { return nil }
    for (text, letter) in NetworkLetter.spellings(from: first) where begins(with: text) {
      var ahead = self
      _ = ahead.take(text)
      // A longer word, or a letter with a mark on it.
      if let next = ahead.next, next != "ᴸ", Self.isLetter(next) || next == "\u{302}" { continue }
      if text.first == "\\" { ahead.skipBlanks() }
      self = ahead
      return letter
    }
    return nil
  }
}
