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
  "xor",
  "digit",
]

let package = Package(
  name: "backpropagation-tracer",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "trace", targets: ["trace"])
  ],
  targets: [
    .target(name: "Formulas"),
    .target(name: "Backprop", dependencies: ["Formulas"]),
    .target(name: "Documents", dependencies: ["Formulas"]),
    .target(
      name: "Lessons",
      dependencies: ["Formulas", "Backprop", "Documents"],
      resources: lessons.map { .embedInCode("../../lessons/\($0).json") }
    ),
    .target(name: "Grading", dependencies: ["Formulas", "Backprop", "Documents", "Lessons"]),
    .executableTarget(name: "trace", dependencies: ["Formulas", "Documents", "Lessons", "Grading"]),
    .executableTarget(name: "benchmark", dependencies: ["Formulas", "Backprop", "Documents", "Lessons"]),
    .executableTarget(name: "simulation", dependencies: ["Formulas", "Backprop", "Lessons", "Grading"]),
    .testTarget(name: "FormulasTests", dependencies: ["Formulas"]),
    .testTarget(
      name: "BackpropTests", dependencies: ["Backprop", "Formulas"], resources: [.copy("Reference")]),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents"]),
    .testTarget(name: "LessonsTests", dependencies: ["Lessons"], exclude: ["Goldens"]),
    .testTarget(
      name: "GradingTests",
      dependencies: ["Grading", "simulation", "Lessons", "Backprop", "Documents", "Formulas"]),
    .testTarget(name: "CommandTests", dependencies: ["trace", "Lessons"]),
  ],
  swiftLanguageModes: [.v6]
)
