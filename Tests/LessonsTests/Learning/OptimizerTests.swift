import Backprop
import Formulas
import Testing

@testable import Lessons

/// What PyTorch 2.15 makes of (a b − 1)² + a²/2 + b⁴/10 from a = 2, b = −0.5, after 1, 2 and 10 steps, in doubles.
private let published: [(learning: String, parameters: [Double])] = [
  (
    #""learningRate": 0.05"#,
    [
      1.8, -0.09749999999999995, 1.6985388750000001, 0.11410853718750003, 1.2247105855024236,
      0.6137537001715118,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "momentum": 0.9 }"#,
    [1.8, -0.09749999999999995, 1.518538875, 0.47635853718750015, 0.5962975002915946, 1.2804914297969407]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "nesterov": { "mu": 0.8 } }"#,
    [
      1.64, 0.22450000000000014, 1.3899318461999999, 0.6682059291795002, 0.49347776786249276,
      1.2435497483300066,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "adagrad": {} }"#,
    [
      1.95000000000125, -0.4500000000006211, 1.9163492223561853, -0.41626478633236685, 1.7708221381212088,
      -0.2700316676092186,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "rmsprop": 0.9 }"#,
    [
      1.841886118241581, -0.34188611761269905, 1.7447156973825253, -0.24400841990304248, 1.3415508911519405,
      0.15634685762338973,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": "adam""#,
    [
      1.950000000125, -0.4500000000621118, 1.9001782777124925, -0.40016707337795143, 1.5214331930395502,
      -0.02090325184489946,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "adam": { "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-3 } }"#,
    [
      1.950012496875781, -0.45000621040864486, 1.9002825993920045, -0.40025469896205856, 1.5297939779381093,
      -0.029077700557349366,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "adamw": { "decay": 0.1 } }"#,
    [
      1.940000000125, -0.44750000006211177, 1.8804975287232786, -0.39545472977127666, 1.4365116243207332,
      -0.009794794022992444,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": "adam", "ascent": true"#,
    [
      2.049999999875, -0.5499999999378882, 2.1000671086885223, -0.600066208269145, 2.5081060924028216,
      -1.007932067090264,
    ]
  ),
  (
    #""learningRate": 0.05, "optimizer": { "adamw": { "decay": 0.1 } }, "ascent": true"#,
    [
      2.039999999875, -0.5474999999378882, 2.079865740885421, -0.5948260670967772, 2.3989227444362013,
      -0.9719087532657973,
    ]
  ),
  (
    #""learningRate": 0.005, "optimizer": { "momentum": 0.9 }, "ascent": true"#,
    [2.02, -0.54025, 2.0593982752625, -0.6190347266025312, 4.2002824781501555, -3.992136556820225]
  ),
]

@Test(arguments: published)
func `The steps of an optimizer are those of PyTorch`(_ learning: String, _ parameters: [Double]) throws {
  let file = """
    { "given": { "a": 2, "b": -0.5 }, "graph": ["f = (a*b - 1)^2 + a^2/2 + b^4/10"], "by": ["a", "b"], "steps": 11, \(learning) }
    """
  let steps = try GraphNarrator(NamedLesson(json: Array(file.utf8)), settings: Settings()).steps
  let works = try #require(steps?.works)
  #expect(works.count == 11)
  for (place, step) in [1, 2, 10].enumerated() {
    for (id, expected) in parameters[(2 * place)...].prefix(2).enumerated() {
      #expect(abs(works[step].trace.values[id] - expected) <= 1e-12 * abs(expected), "step \(step)")
    }
  }
}

@Test(arguments: learnings)
func `Training takes the steps that are derived`(_ learning: String) throws {
  for file in learners.dropFirst() {
    let written = try learner(file, learning, #", "steps": 6"#)
    guard case .layered(let lesson) = written else { continue }
    let derived = try LayeredNarrator(lesson, settings: Settings()).steps
    let works = try #require(derived?.works)
    var training = try LessonTraining(lesson, batch: lesson.examples.count, seed: 1)
    for work in works.dropFirst() {
      training.step()
      let parameters = work.result.objective.network.parameters
      for (trained, derived) in zip(training.trained().parameters, parameters) {
        #expect(abs(trained.value - derived) <= 1e-12 * max(1, abs(derived)), "\(training.steps) steps")
      }
    }
  }
}
