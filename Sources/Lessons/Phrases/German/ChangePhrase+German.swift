import Formulas

extension ChangePhrase {
  var german: Prose {
    switch self {
    case .test(let step, let name, let cost):
      """
      Wir addieren \(step) zu \(name), lassen alles andere gleich und wiederholen die Vorwärtspropagation. Die Ableitung sagt \
      für \
      \(cost) ungefähr diese Änderung vorher:
      """
    case .testNotFinite(let step, let name):
      "Wird \(name) um \(step) geändert, so ist der Wert der \(.cost) nicht endlich."
    case .actual: "Die tatsächliche Änderung ist"
    case .none(let cost): "\(cost) ändert sich nicht."
    case .noneInDoubles(let cost): "In doppelter Genauigkeit ändert sich der Wert von \(cost) nicht."
    case .tooSmallForDoubles(let cost):
      "Die tatsächliche Änderung ist für doppelte Genauigkeit zu klein: Der Wert von \(cost) bleibt gleich."
    case .roundedCost:
      "(Als Bruch braucht der neue Wert der \(.cost) ganze Zahlen mit mehr als 128 Bit; deshalb ist er hier gerundet.)"
    case .difference(let closeness, let predictsNothing, let step, let name, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall, .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth:
        """
        Der Unterschied kommt von der Krümmung der \(.cost). Halbiert man eine kleine Änderung von \(name), so wird er etwa \
        ein Viertel so groß oder noch kleiner.
        """
      case .beyondTenth:
        predictsNothing
          ? "Die vorhergesagte Änderung ist 0, weil die Ableitung 0 ist. Die tatsächliche Änderung kommt von der Krümmung der \(.cost)."
          : "Der Unterschied ist größer als ein Zehntel der vorhergesagten Änderung: Bei einer Änderung um \(step) ist die lineare Näherung hier nicht genau."
      }
    case .differenceOfStep(let closeness, let decreased, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall: "Die vorhergesagte Änderung ist für doppelte Genauigkeit zu klein."
      case .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth: "Der Unterschied kommt von der Krümmung der \(.cost) entlang des Schritts."
      case .beyondTenth:
        decreased
          ? "Der Unterschied ist größer als ein Zehntel der vorhergesagten Änderung: Entlang dieses Schritts ändert sich die Steigung der \(.cost) stark. Je kleiner die Lernrate ist, desto genauer ist die Vorhersage."
          : "Der Wert der \(.cost) hätte kleiner werden sollen, ist es aber nicht: Für die lineare Näherung ist der Schritt zu groß."
      }
    }
  }

  private static let exact: Prose = "Die tatsächliche Änderung ist genau gleich der vorhergesagten."
  private static let withinRounding: Prose = "Der Unterschied liegt innerhalb des Rundungsfehlers."

  private static func acrossKinks(_ areCertain: Bool) -> Prose {
    """
    Diese Änderung \(areCertain ? "trifft" : "kann") auf einen Knick der \(.cost)\(areCertain ? "" : " treffen"), an dem ihre \
    Steigung springt. Die Vorhersage verwendet nur eine Steigung, also muss der Unterschied nicht mit dem Quadrat der Änderung \
    klein werden.
    """
  }
}
