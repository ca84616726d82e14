import Backprop
import Formulas
import Lessons

/// The sizes of the numbers in a lesson of named quantities.
struct GraphManner {
  /// The smallest number that the digits of a worksheet distinguish well from 0.
  private static let smallest = 1e-3
  /// What is larger than this, and than so many times the lesson's own, is no number to calculate with.
  private static let (largest, mostGrowth) = (1e4, 100.0)
  /// What chooses between two numbers is near its edge where they differ by less than this part.
  private static let edge = 0.05

  private let bounds: [(floor: Double, ceiling: Double)]

  init(_ exercise: Exercise) {
    let largest = exercise.values.map(\.magnitude).max() ?? 0
    let ceiling = max(Self.largest, Self.mostGrowth * largest)
    bounds = exercise.lines.indices.map { (min(Self.smallest, exercise.values[$0].magnitude / 10), ceiling) }
  }

  /// The number of faults of another lesson of the same graph; the largest integer if a number is not finite.
  func faults(of lesson: NamedLesson) -> Int {
    guard let exercise = try? Exercise(lesson) else { return .max }
    let outside = zip(bounds, exercise.values).count { bound, value in
      !value.isFinite || value.magnitude < bound.floor || value.magnitude > bound.ceiling
    }
    return outside + exercise.rules.count { Self.isNearEdge($0.formula, exercise.values) }
  }

  /// Whether a maximum, a condition, |x| or the step function is near the place where it changes.
  private static func isNearEdge(_ rule: EntryFormula, _ values: [Double]) -> Bool {
    var isNear = false
    func value(_ formula: Formula) -> Double {
      formula.evaluated { name in
        if case .symbol(let symbol) = name, let entry = symbol.layer { values[entry] } else { .nan }
      }
    }
    rule.formula.forEachPart { part in
      switch part {
      case .max(let x, let y), .min(let x, let y), .truth(let x, let y, _):
        let (x, y) = (value(x), value(y))
        if (x - y).magnitude <= edge * max(x.magnitude, y.magnitude) { isNear = true }
      case .call(.magnitude, let x), .call(.step, let x), .call(.unitStep, let x), .call(.sign, let x):
        let size = x.names.map { value($0).magnitude }.max() ?? 0
        if value(x).magnitude <= edge * size { isNear = true }
      case .number, .symbol, .partial, .negative, .sum, .product, .quotient, .power, .raised, .call, .nabla,
        .transpose, .matrixProduct, .elementwise:
        break
      }
    }
    return isNear
  }
}
