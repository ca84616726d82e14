import Formulas
import Lessons
import Testing

@testable import Backprop

/// Lessons, with C and ∂C/∂θ of each parameter in the order of the layers: the weights of a layer row by row, then its biases.
///
/// The numbers are central differences at 120 digits of networks that were written for that in Python, with mpmath.
private let networks: [(lesson: String, cost: Double, gradient: [Double])] =
  networksWithOutputs + [
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "absolute-error", "examples": [
              { "inputs": [0.5, -1.2], "targets": [0.5, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 0.5] }] }
      """, 1.8586185858346186,
      [
        1.0191719927700093, -0.12447704322491914, 0.15392959141965155, -0.16264307203113977,
        0.84781283711791443, 0.20181408162082928, 0.63431526322397253, 0.35715230332886601,
        0.63431526322397253,
        0.35715230332886601, 1.0, 1.0,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "silu", "weights": [[1.5, -0.3], [0.2, 0.7]], "biases": [-2, 0.1] },
              { "activation": { "elu": 0.5 }, "weights": [[0.8, -0.9], [0.5, 1.1]], "biases": [0.1, 0.3] },
              { "activation": "gelu", "weights": [[2, 0.5]], "biases": [0.1] }] },
            "cost": "half-squared-error", "examples": [
              { "inputs": [0.5, 1], "targets": [1] },
              { "inputs": [-3, 2], "targets": [-1] }] }
      """, 0.55963331279219535,
      [
        0.0083618942875616316, 0.0053763406195197363, -0.0048706142369693082, -0.027667156251068886,
        0.0067947716139701771, -0.025426415278927602, 0.033777537277441652, 0.067132741700996288,
        0.034034336286196889, 0.038418035074331466, 0.10491875294647098, 0.060041825024894236,
        -0.0075824485516587486, 0.15457910846466266, 0.12008365004978847,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "softmax", "weights": [[1.2, -0.5, 0.4], [0.3, 0.8, -0.6]], "biases": [0.2, 0.1, -0.1], "layout": "inputs-first" }] },
            "cost": "cross-entropy", "examples": [
              { "inputs": [0.5, -1.2], "class": 2 },
              { "inputs": [1.5, 0.3], "class": 3 }] }
      """, 2.0183545468437839,
      [
        0.1823430866173082, -0.241492898151909, 0.086292281761101866, 0.44547944228021319,
        0.26410642465531862,
        -0.1620723177633643, 0.37015114950649222, 0.18700344937267408, -0.2775508794476853,
        0.17294431642602474,
        -0.092600270058806921, -0.35994776579869882, 0.57245759269481075, -0.26708450154299704,
        -0.30537309115181371,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "hinge", "examples": [
              { "inputs": [0.5, -1.2], "targets": [1, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 1] }] }
      """, 1.3680158404598256,
      [
        0.56099374308063313, 0.046536460260342426, -0.14625787094458341, -0.54506221502910357,
        0.40766879710800373, 0.16701303005755306, 0.22710821634112953, 0.40203119570244606,
        0.18009883054171347,
        -0.44691008807602612, 0.5, 0,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": { "huber": 0.5 }, "examples": [
              { "inputs": [0.5, -1.2], "targets": [0.5, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 0.5] }] }
      """, 0.6829384611859398,
      [
        0.48806979652259841, -0.06654176158494082, 0.051411074355903296, -0.086432280286354382,
        0.40956228531735305, 0.083871226574466321, 0.31715763161198627, 0.17857615166443301,
        0.28979446249391783, 0.13013735990261759, 0.5, 0.43975742146429571,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "sigmoid", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "huber", "examples": [
              { "inputs": [0.5, -1.2], "targets": [3, 1] },
              { "inputs": [1.5, 0.3], "targets": [1, 3] }] }
      """, 1.8502061095300893,
      [
        -0.1294345344343115, 0.0272458697840349, -0.029853277277897132, -0.0079141519097269362,
        -0.11353726740282161, -0.018905520003650647, -0.094462813987160935, -0.032626117298057877,
        -0.090272567589176918, -0.078566242186156675, -0.138273932460835, -0.15667822998302401,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": { "huber": 0.5 }, "examples": [
              { "inputs": [0.5, -1.2], "targets": [0.5, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 0.5] }] }
      """, 0.85455,
      [
        0.5, -0.225, 0.29, -0.1305, 0.5, 0.29,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "sigmoid", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "mean-binary-cross-entropy", "examples": [
              { "inputs": [0.5, -1.2], "targets": [1, 0.3] },
              { "inputs": [1.5, 0.3], "targets": [0.3, 1] }] }
      """, 0.53465165088261089,
      [
        0.067464076491524006, 0.034586961300605418, -0.0093221613084776621, -0.10758809557951301,
        0.034158540223938765, 0.048002489034254625, -0.013976232808682614, 0.062380750827501971,
        0.021203937173859334, -0.064960803735785832, 0.014343055852948437, -0.006391839956028078,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "softmax", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "mean-binary-cross-entropy", "examples": [
              { "inputs": [0.5, -1.2], "targets": [1, 0.3] },
              { "inputs": [1.5, 0.3], "targets": [0.3, 1] }] }
      """, 0.5052156683009649,
      [
        0.10755963407913991, 0.046914101172254119, -0.033907149322910424, -0.11486938142517867,
        0.058679666639208071, 0.032824952533750272, -0.0027729228708170577, 0.093834272190912867,
        0.0027729228708170577, -0.093834272190912867, 0.04502584318284632, -0.04502584318284632,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "relu", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] },
              { "activation": "identity", "weights": [[1, 2], [2, -1]] }] },
            "cost": "hinge", "examples": [
              { "inputs": [0.5, -1.2], "targets": [1, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 1] }] }
      """, 4.115,
      [
        1.25, -1.05, 1.5, 0.3, 1.5, 1.0, 0.925, 0.395, 0.7, 0,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "softmax", "weights": [[1.2, -0.5, 0.4], [0.3, 0.8, -0.6]], "biases": [0.2, 0.1, -0.1], "layout": "inputs-first" }] },
            "cost": "cross-entropy", "examples": [
              { "inputs": [0.5, -1.2], "class": 2 },
              { "inputs": [1.5, 0.3], "class": 3 }], "labelSmoothing": 0.1 }
      """, 1.9434889086475603,
      [
        0.17703149538070235, -0.22358611087422585, 0.081672743412118024, 0.40372052554390162,
        0.25083761740783558, -0.14421097970549979, 0.34900730739902647, 0.17509837259504521,
        -0.25797401686686675, 0.15655135041103787, -0.091033290532159719, -0.33164972300608308,
        0.53912425936147741, -0.25041783487633037, -0.28870642448514704,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "softmax", "weights": [[1.2, -0.5, 0.4], [0.3, 0.8, -0.6]], "biases": [0.2, 0.1, -0.1], "layout": "inputs-first" }] },
            "cost": "cross-entropy", "examples": [
              { "inputs": [0.5, -1.2], "class": 2 },
              { "inputs": [1.5, 0.3], "class": 3 }], "labelSmoothing": 0.3, "classWeights": [1, 2.5, 0.5] }
      """, 2.6517173214400108,
      [
        0.35464318797122738, -0.47963064735615606, -0.25275262470148015, 0.79275299867886049,
        0.51876688682717802, -0.60096509524670806, 0.56279517253228902, 0.066116163992237785,
        -0.69841519958845016, 0.076974359274071337, 0.13562002705616114, -0.14309052326630912,
        0.75739734951847503, -0.8575671635556254, 0.10016981403715036,
      ]
    ),
    (
      """
      { "network": { "inputs": 2, "layers": [
              { "activation": "tanh", "weights": [[0.4, -0.7], [0.9, 0.2]], "biases": [0.1, -0.3] },
              { "activation": "identity", "weights": [[1.2, -0.5], [0.3, 0.8]], "biases": [0.2, 0.1] }] },
            "cost": "half-squared-error", "reduction": "sum", "penalty": { "l2": 0.3, "l1": 0.2 }, "examples": [
              { "inputs": [0.5, -1.2], "targets": [0.5, -1] },
              { "inputs": [1.5, 0.3], "targets": [-1, 0.5] },
              { "inputs": [-0.25, 2], "targets": [0, 1] }] }
      """, 4.75271864650459708,
      [
        2.65683042475307768, -1.08279599206031844, 0.751366924198552925, -1.76594428769008913,
        1.50025510143061141, -0.080898113954246985, 2.4666744306132428, 0.764570753112065206,
        2.61878612588216356, 0.788252692775467311, 1.26495885145175116, 0.386944947382613417,
      ]
    ),
  ]

@Test(arguments: networks)
func `A network has the cost and the derivatives that others compute for it`(
  lesson: String, cost: Double, gradient: [Double]
) throws {
  let objective = try Lesson(json: Array(lesson.utf8)).objective
  let result = try Backpropagation(objective)
  let matrices = VectorizedPass(objective)
  let largest = gradient.reduce(0) { max($0, $1.magnitude) }
  func expect(_ got: [Double], _ wanted: [Double]) {
    #expect(got.count == wanted.count)
    for (got, want) in zip(got, wanted) {
      #expect((got - want).magnitude <= 1e-12 * max(want.magnitude, 0.01 * largest))
    }
  }
  expect([result.cost, matrices.cost], [cost, cost])
  expect(result.gradient, gradient)
  expect(matrices.gradient, gradient)
}

@Test(arguments: networks.map(\.lesson))
func `Nudges find no other derivatives of such a network`(lesson: String) throws {
  let objective = try Lesson(json: Array(lesson.utf8)).objective
  let result = try Backpropagation(objective)
  let check = GradientCheck(
    trace: result.gradient, magnitudes: result.roundingErrors(),
    vectorized: VectorizedPass(objective).gradient, numeric: NumericGradient(objective).estimates)
  #expect(check.passed)
  #expect(check.parameters.contains { $0.verdict == .agrees })
}
