import Formulas

extension OptimizerPhrase {
  /// In German.
  public var german: Prose {
    switch self {
    case .name(let rule): rule.nameInGerman
    case .rule(let rule): rule.inGerman
    }
  }
}

extension Optimizer.Rule {
  fileprivate var nameInGerman: Prose {
    switch self {
    case .gradientDescent: "Gradientenabstieg"
    case .momentum: "Gradientenabstieg mit Momentum"
    case .nesterov: "Gradientenabstieg mit Nesterov-Momentum"
    case .adagrad: "AdaGrad"
    case .rmsprop: "RMSprop"
    case .adam: "Adam"
    case .adamw: "AdamW"
    }
  }

  fileprivate var inGerman: Prose {
    switch self {
    case .gradientDescent: ""
    case .momentum:
      """
      Die Geschwindigkeit \(v) ist \(mu) mal ihr alter Wert plus die Ableitung; das Produkt aus \
      Geschwindigkeit und Lernrate wird vom Parameter abgezogen. Das ist die Form von PyTorch. In Nielsens Buch gehört die \
      Lernrate zur \
      Geschwindigkeit, \(velocityOfNielsen) mit der Ableitung \(letter("g")), und \(v) wird zum Parameter addiert: Bei konstantem \(eta) ergeben beide dieselben \
      Parameter.
      """
    case .nesterov:
      """
      Die Geschwindigkeit \(v) ist wie beim Momentum \(mu) mal ihr alter Wert plus die Ableitung. Zur \
      Ableitung kommt dann \(mu) mal die neue Geschwindigkeit hinzu; das Produkt aus dieser Summe und der Lernrate wird vom \
      Parameter abgezogen. Das ist die Form von PyTorch, mit der Ableitung am alten Parameter. In der ursprünglichen Form wird \
      die Ableitung an dem Punkt \
      genommen, zu dem die Geschwindigkeit führt.
      """
    case .adagrad:
      """
      \(letter("G")) ist die Summe der Quadrate aller bisherigen Ableitungen, und die Lernrate wird durch die Wurzel daraus \
      geteilt: Die effektive Lernrate wächst nie. \(root), wie in PyTorch.
      """
    case .rmsprop:
      """
      \(v) ist ein gleitender Mittelwert der quadrierten Ableitung, in dem der alte Wert das Gewicht \(letter("rho")) hat; die \
      Lernrate wird durch die Wurzel daraus geteilt. \(root), wie in PyTorch, wo \(letter("rho")) alpha heißt.
      """
    case .adam:
      """
      \(letter("m")) und \(v) sind gleitende Mittelwerte der Ableitung und ihres Quadrats; ihre alten Werte haben die Gewichte \
      \(letter("beta1")) und \(letter("beta2")). Beide beginnen bei 0 und sind deshalb zunächst zu klein. Zur Korrektur wird das neue \
      \(letter("m")) durch \(correction("beta1")) geteilt und das neue \(v) durch \(correction("beta2")), wobei \(letter("t")) die Nummer des Schritts ist; das ergibt \(letter("m_hat")) und \(letter("v_hat")). \(root), wie im \
      Artikel (Algorithmus 1) und in PyTorch.
      """
    case .adamw:
      """
      \(Self.adam.inGerman) Der Weight Decay \(letter("lambda")) verkleinert jeden Parameter für sich und geht nicht in \
      \(letter("m")) und \(v) ein, wie im Artikel (Algorithmus 2) und in PyTorch; dort wie hier wird \(letter("lambda")) mit der \
      Lernrate multipliziert.
      """
    }
  }

  private func letter(_ name: String) -> Formula { Optimizer.letter(name) }
  private var v: Formula { letter("v") }
  private var mu: Formula { letter("mu") }
  private var eta: Formula { .symbol(Symbol(.learningRate)) }

  /// Where ε stands.
  private var root: Prose {
    "\(letter("epsilon")) verhindert, dass der Nenner 0 wird, und wird nach dem Ziehen der Wurzel addiert"
  }

  /// 1 − β₁^t, or the same of β₂.
  private func correction(_ beta: String) -> Formula { .integer(1) - .raised(letter(beta), letter("t")) }

  /// v_new = μ v − η g.
  private var velocityOfNielsen: Equation {
    Equation(.symbol(Symbol(.newOptimizer(Word("v")))), [.init(.equals, mu * v - eta * letter("g"))])
  }
}
