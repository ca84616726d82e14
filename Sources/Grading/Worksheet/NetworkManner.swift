import Backprop
import Formulas
import Lessons

/// How a lesson's network works: which neurons are dead or saturated, and which derivatives vanish.
struct NetworkManner {
  /// What is smaller than this is hard to tell from 0 in the digits of a worksheet.
  private static let smallest = 1e-3

  /// Whether a neuron works as it should, example by example.
  private let works: [Bool]
  /// How small the values may be that are asked for; 0 where the lesson's own vanish.
  private let floors: [Double]

  init(_ lesson: Lesson) throws(WorkedExampleError) {
    guard let known = Self.look(at: lesson) else {
      throw .noFiniteResult("this lesson has no finite gradient")
    }
    works = known.works
    floors = known.values.map { min(Self.smallest, $0.magnitude / 10) }
  }

  /// In how much another lesson of the same shape differs from this manner.
  ///
  /// A neuron that works has to; of those that do not, one has to go on not working.
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
      // Nobody is asked for the inputs, nor for what the cost feels of them.
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
