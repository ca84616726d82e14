// swift-tools-version: 6.2

import PackageDescription

let lessons = [
  "single-chain",
  "tanh-chain",
  "relu-chain",
  "deep-chain",
  "saturated-neuron",
  "learning-slowdown",
  "cross-entropy",
  "two-neurons",
  "path-sum",
  "dead-relu",
  "exact-fractions",
  "mazur",
  "softmax",
  "softmax-squared",
  "batch",
  "weight-decay",
  "dropout-layer",
  "skip",
  "xor",
  "digit",
  "circuit",
  "reuse",
  "sigmoid-circuit",
  "fork-and-max",
  "sine",
  "circuit-course",
  "convolution",
  "convolution-2d",
  "padding",
  "residual",
  "gated",
  "dropout",
  "layer-norm",
  "batch-norm",
  "batch-norm-grouped",
  "attention",
  "shared-weight",
  "recurrent",
  "exploding-gradient",
  "lstm-cell",
  "gru-cell",
  "embedding",
  "word-vectors",
  "hinge",
  "triplet",
  "huber",
  "label-smoothing",
  "gaussian-likelihood",
  "perceptron",
  "learning-rates",
  "momentum",
  "adam",
  "hessian",
]

/// With the trait `Native`, the vectorized core for the very processor that compiles it; Apple's need no flag.
#if arch(x86_64)
  let native: [SwiftSetting] = [.unsafeFlags(["-Xcc", "-march=native"], .when(traits: ["Native"]))]
#else
  let native: [SwiftSetting] = []
#endif

let package = Package(
  name: "backpropagation-tracer",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "trace", targets: ["trace"]),
    .library(name: "Backprop", targets: ["Backprop", "Formulas"]),
  ],
  traits: [
    .trait(
      name: "Native",
      description: "Training for this machine's processor only: with AVX-512, several times faster.")
  ],
  targets: [
    .target(name: "Formulas"),
    .target(name: "Texts", dependencies: ["Formulas"]),
    .target(name: "Backprop", dependencies: ["Formulas"], swiftSettings: native),
    .target(
      name: "Documents", dependencies: ["Formulas"],
      resources: [
        "Pages/page.css", "Course/course.css", "Slides/slides.css", "Slides/slides.js", "Pages/page.js",
        "Pages/steps.js", "Pages/answers.js",
        "Pages/functions.js", "Pages/Living/rational.js", "Pages/Living/rounded.js",
        "Pages/Living/numerals.js", "Pages/Living/lines.js", "Pages/Living/typesetter.js",
        "Pages/Living/sheet.js", "Pages/Living/living.js",
        "Pages/Judge/formulas.js", "Pages/Judge/reading.js", "Pages/Judge/handwriting.js",
        "Pages/Judge/run.js", "Pages/Judge/catalog.js", "Pages/Judge/search.js", "Pages/Judge/decision.js",
        "Pages/Judge/conventions.js", "Pages/Judge/verdicts.js", "Pages/Judge/marker.js",
      ].map { .embedInCode($0) }),
    .target(
      name: "Lessons",
      dependencies: ["Formulas", "Texts", "Backprop", "Documents"],
      resources: lessons.map { .embedInCode("../../lessons/\($0).json") }
    ),
    .target(name: "Grading", dependencies: ["Formulas", "Texts", "Backprop", "Documents", "Lessons"]),
    .target(
      name: "Exports", dependencies: ["Formulas", "Texts", "Backprop", "Documents", "Lessons", "Grading"],
      resources: [.embedInCode("Programs/dump.py")]),
    .executableTarget(
      name: "trace", dependencies: ["Formulas", "Texts", "Documents", "Lessons", "Grading", "Exports"]),
    .executableTarget(
      name: "benchmark", dependencies: ["Formulas", "Backprop", "Documents", "Lessons"], swiftSettings: native
    ),
    .executableTarget(name: "simulation", dependencies: ["Formulas", "Backprop", "Lessons", "Grading"]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"]),
    .testTarget(name: "TextsTests", dependencies: ["Texts"]),
    .testTarget(
      name: "BackpropTests", dependencies: ["Backprop", "Formulas"], resources: [.copy("Reference")]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(
      name: "LessonsTests", dependencies: ["Lessons", "Texts"], exclude: ["Goldens", "Named/Lessons"]),
    .testTarget(
      name: "GradingTests",
      dependencies: ["Grading", "simulation", "Lessons", "Backprop", "Documents", "Formulas", "Texts"]),
    .testTarget(
      name: "ExportsTests",
      dependencies: ["Exports", "Lessons", "Grading", "Backprop", "Documents", "Formulas", "Texts"]),
    .testTarget(name: "CommandTests", dependencies: ["trace", "Lessons", "Texts"], exclude: ["BadInputs"]),
  ],
  swiftLanguageModes: [.v6]
)
