import Backprop
import Formulas

/// A change of the cost as the derivatives predict it, beside the change that happens.
struct CostChange {
  /// To first order: each derivative times the change of its parameter, added up.
  let predicted: Double
  /// C with the new parameters, less C.
  let actual: Double
  /// How far apart the two are.
  let difference: Double
  /// How far rounding may have carried the actual change; 0 if it is a fraction.
  let rounding: Double
  /// How far rounding may have carried the difference.
  let roundingOfDifference: Double
  let kinks: KinkCrossings

  /// Which way the cost went.
  enum Direction { case decreased, increased, unchanged, withinRounding }

  /// How close the prediction is.
  enum Closeness {
    /// There is no difference, and nothing was rounded.
    case exact
    /// The prediction itself is no larger than what rounding makes of the cost.
    case predictionTooSmall
    case withinRounding
    case acrossKinks
    case withinTenth
    case beyondTenth
  }

  var direction: Direction {
    if actual == 0 { return .unchanged }
    if actual.magnitude <= rounding { return .withinRounding }
    return actual < 0 ? .decreased : .increased
  }

  var closeness: Closeness {
    if difference <= roundingOfDifference {
      if roundingOfDifference == 0 { return .exact }
      return predicted != 0 && predicted.magnitude <= rounding ? .predictionTooSmall : .withinRounding
    }
    if kinks.arePossible { return .acrossKinks }
    return difference <= 0.1 * predicted.magnitude ? .withinTenth : .beyondTenth
  }
}

extension CostChange {
  /// That the cost has the same value; `nil` if it has another, or the prediction is large enough for that to need a reason.
  func phraseOfNone(of cost: Formula) -> ChangePhrase? {
    if direction != .unchanged { return nil }
    if closeness == .exact { return ChangePhrase.none(cost) }
    if predicted == 0 { return .noneInDoubles(cost) }
    return predicted.magnitude <= rounding ? .tooSmallForDoubles(cost) : nil
  }

  /// What has become of the cost.
  var outcome: DescentPhrase.Outcome {
    switch direction {
    case .decreased: .decreased
    case .increased: .increased(fromKink: kinks.startsOnKink)
    case .unchanged: .unchanged(exactly: rounding == 0)
    case .withinRounding: .withinRounding
    }
  }
}

extension Derivation {
  /// The change of the cost from the parameters of the trace to those of `moved`, where it is `cost`.
  ///
  /// What the formulas of the change and of its prediction are in fractions, as the ledger knows them, is not rounded.
  func costChange(
    to moved: Objective<Double>, cost: Double, changing ids: [Layout.ID], _ change: Formula,
    prediction: Formula, predicted: (value: Double, rounding: Double)
  ) -> CostChange {
    let fraction = ledger.fraction(change)?.approximation
    let fractionOfDifference = ledger.fraction(change - prediction)?.approximation
    let actual = fraction ?? cost - work.result.cost
    let rounding =
      fraction == nil
      ? work.result.objective.costRounding() + moved.costRounding(roundedParameters: ids) : 0
    // Two fractions as doubles, if their difference is none.
    let ofFractions = 4 * .ulpOfOne * (actual.magnitude + predicted.value.magnitude)
    let ofDifference = fraction == nil ? rounding + predicted.rounding : ofFractions
    return CostChange(
      predicted: predicted.value, actual: actual,
      difference: fractionOfDifference?.magnitude ?? (actual - predicted.value).magnitude,
      rounding: rounding, roundingOfDifference: fractionOfDifference == nil ? ofDifference : 0,
      kinks: kinks(to: moved))
  }
}
