import Formulas

extension ChangePhrase {
  var german: Prose {
    switch self {
    case .test(let step, let name, let cost):
      """
      Wir addieren \(step) zu \(name), lassen alles andere gleich und wiederholen die Vorwärtspropagation. Die Ableitung sagt für \
      \(cost) ungefähr diese Änderung vorher:
      """
    case .testNotFinite(let step, let name):
      "Wird \(name) um \(step) geändert, so ist die \(.cost) nicht endlich."
    case .actual: "Die tatsächliche Änderung ist"
    case .none(let cost): "\(cost) ändert sich nicht."
    case .noneInDoubles(let cost): "In doppelter Genauigkeit ändert sich der Wert von \(cost) nicht."
    case .tooSmallForDoubles(let cost):
      "Die tatsächliche Änderung ist für doppelte Genauigkeit zu klein: Der Wert von \(cost) bleibt gleich."
    case .roundedCost:
      "(Als Bruch braucht die neue \(.cost) ganze Zahlen mit mehr als 128 Bit; deshalb ist ihr Wert hier gerundet.)"
    case .difference(let closeness, let predictsNothing, let step, let name, let areKinksCertain):
      switch closeness {
      case .exact: Self.exact
      case .predictionTooSmall, .withinRounding: Self.withinRounding
      case .acrossKinks: Self.acrossKinks(areKinksCertain)
      case .withinTenth:
        """
        Der Unterschied kommt von der Krümmung der \(.cost). Er ist von zweiter Ordnung: Bei kleinen Änderungen von \(name) wird er \
        mindestens so schnell klein wie das Quadrat der Änderung.
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
          ? "Der Unterschied ist größer als ein Zehntel der vorhergesagten Änderung: Auf einem Schritt dieser Länge ändert sich die Steigung der \(.cost) zu stark. Je kleiner die Lernrate ist, desto genauer ist die Vorhersage."
          : "Die \(.cost) hätte kleiner werden sollen, ist es aber nicht: Für die lineare Näherung ist der Schritt zu groß."
      }
    }
  }

  private static let exact: Prose = "Die tatsächliche Änderung ist genau gleich der vorhergesagten."
  private static let withinRounding: Prose = "Der Unterschied liegt innerhalb des Rundungsfehlers."

  private static func acrossKinks(_ areCertain: Bool) -> Prose {
    """
    Innerhalb dieser Änderung \(areCertain ? "hat" : "kann") die \(.cost) einen Knick\(areCertain ? "" : " haben"), an dem ihre \
    Steigung springt. Die Vorhersage verwendet nur eine Steigung, also muss der Unterschied nicht von zweiter Ordnung sein.
    """
  }
}
