import Formulas

/// What is said of the targets.
extension Lesson.Targets {
  /// What was done to them, after the name of the cost.
  var words: Prose {
    let smoothed: Prose? = smoothing.map {
      "smoothed: \(Formula.number($0)) of each is shared out evenly over all outputs"
    }
    let weighted: Prose? = classWeights.map { weights in
      let list: Prose = weights.dropFirst().reduce(weights.first.map { "\(Formula.number($0))" } ?? "") {
        "\($0), \(Formula.number($1))"
      }
      return "multiplied by the class weights \(list)"
    }
    switch (smoothed, weighted) {
    case (let one?, let other?): return " (the targets are \(one); then they are \(other))"
    case (let one?, nil), (nil, let one?): return " (the targets are \(one))"
    case (nil, nil): return ""
    }
  }
}
