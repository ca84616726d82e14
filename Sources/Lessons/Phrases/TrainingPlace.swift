import Formulas

/// How far a training is: "3 epochs", "1 epoch and 2 of 150 steps", "2 of 150 steps".
public struct TrainingPlace: Phrase {
  /// How many epochs are complete, and how many steps of the next one.
  public let epochs, steps: Int
  /// How many steps an epoch has.
  public let stepsPerEpoch: Int
}
