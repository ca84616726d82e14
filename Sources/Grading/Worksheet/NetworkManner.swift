import Backprop
import Formulas
import Lessons

/// The state of a lesson's network: which neurons are inactive or saturated, and which derivatives are almost 0.
struct NetworkManner {
  /// The smallest number that the digits of a worksheet distinguish well from 0.
  private static let smallest = 1e-3

  /// Whether each neuron is neither inactive nor saturated, example by example.
  private let works: [Bool]
  /// The smallest allowed size of each value that is asked for; 0 if the lesson's own value is smaller.
  private let floors: [Double]

  init(_ lesson: Lesson) throws(WorkedExampleError) {
    guard let known = Self.look(at: lesson) else {
      throw .noFiniteResult("this lesson has no finite gradient")
    }
    works = known.works
    floors = known.values.map { min(Self.smallest, $0.magnitude / 10) }
  }

  /// The number of neurons and values in which another lesson of this shape is worse or differs.
  ///
  /// A neuron that is neither inactive nor saturated must stay so; of the others at least one must stay as it is.
  func faults(of lesson: Lesson) -> Int {
    guard let other = Self.look(at: lesson) else { return .max }
    var faults = zip(works, other.works).count { $0 && !$1 }
    let wrong = works.indices.filter { !works[$0] }
    if !wrong.isEmpty, wrong.allSatisfy({ other.works[$0] }) { faults += 1 }
    return faults + zip(floors, other.values).count { $1.magnitude < $0 }
  }

  /// Neurons and values, in an order that depends on the shape alone.
  private static func look(at lesson: Lesson) -> (works: [Bool], values: [Double])? {
    guard let result = try? Backpropagation(lesson.objective) else { return nil }
    let layout = result.layout
    var works: [Bool] = []
    var values = result.gradient + [result.cost]
    for x in lesson.examples.indices {
      let trace = result.trace(ofExampleAlone: x)
      for (l, layer) in lesson.layers.enumerated() {
        let rule = layer.activation.rule
        for j in layer.weights.indices {
          works.append(rule.works(at: trace.values[layout.weightedInput(l + 1, j)]))
        }
      }
      // A worksheet asks neither for the inputs nor for the derivatives with respect to them.
      let asked = layout.weightedInput(1, 0)...layout.exampleCost
      values += trace.values[asked] + trace.gradients[asked] + trace.gradients[..<layout.parameterCount]
      values += (trace.factors + trace.uncarried).map(\.value)
    }
    if let start = lesson.learningRate {
      values += zip(result.objective.network.parameters, result.gradient).enumerated().map { id, pair in
        lesson.learning.updated(pair.0, id, slope: pair.1, start: start)
      }
    }
    return (works, values)
  }
}
