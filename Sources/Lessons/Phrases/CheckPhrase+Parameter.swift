import Backprop
import Formulas

extension CheckPhrase {
  /// What there is to say of a parameter on a kink, or of one that disagrees; `nil` of others.
  ///
  /// The result is named if it is not the cost.
  init?(
    _ parameter: GradientCheck.Parameter, name: Formula, result: Formula?, digits: Int,
    event: (Kink) -> Event
  ) {
    func numeral(_ value: Double) -> Numeral? { Numeral(rounding: value, digits: digits) }
    let used = numeral(parameter.trace)
    switch parameter.reason {
    case .notFinite: self = .disagreement(name, .notFinite)
    case .recomputed(let method, let value):
      self = .disagreement(name, .recomputed(method, numeral(value)))
    case .numeric(let value, let bound):
      self = .disagreement(
        name,
        .numeric(numeral(value), bound: Numeral(rounding: GradientCheck.roundedUp(bound), digits: 1)))
    case .kink(let kink):
      let (below, above) = kink.slopes(digits: digits)
      self =
        parameter.verdict == .agreesOnBothSides
        ? .noCorner(name, event(kink), slope: below, used: used, of: result)
        : .kink(name, event(kink), below: below, above: above, used: used, of: result)
    case .notChecked, .notNudged, .unknown, .imprecise, nil: return nil
    }
  }
}
