import Backprop
import Texts

/// What books and other libraries call the words of a lesson: too far off for `suggestion`, or near to another word.
private let otherWords = [
  "x": "inputs", "y": "targets", "outputs": "targets", "labels": "targets", "expected": "targets",
  "data": "examples", "samples": "examples",
  "lr": "learningRate", "eta": "learningRate", "η": "learningRate", "alpha": "learningRate",
  "definitions": "graph", "equations": "graph", "formulas": "graph", "values": "given", "variables": "given",
  "wrt": "by", "result": "of", "upstream": "seed",
  "sgd": "gradient-descent", "nag": "nesterov", "vanilla": "gradient-descent", "batch": "whole-batch",
  "online": "each-example", "total": "reduction", "average": "mean", "stochastic": "each-example",
  "maximize": "ascent",
  "objective": "cost", "lambda": "l2", "λ": "l2", "regularization": "penalty",
  "w": "weights", "b": "biases", "units": "neurons", "nodes": "neurons", "init": "initializer",
  "activation_function": "activation", "activationfunction": "activation", "function": "activation",
  "name": "title", "description": "summary",
].merging(
  Activation.Kind.allCases.flatMap { kind in Activation(kind).rule.otherNames.map { ($0, kind.rawValue) } }
    + Cost.allCases.flatMap { cost in cost.rule.otherNames.map { ($0, cost.name) } }
) { word, _ in word }

/// Functions that have no counterpart here, although their names are near to others.
package let strangers: Set = [
  "sin", "cos", "asin", "acos", "atan", "sinh", "cosh", "asinh", "acosh", "atanh", "mean",
  "elu", "gelu", "selu", "silu", "celu", "prelu", "mish",
]

/// The word of a lesson that was probably meant by another word or a misspelt one, if there is one.
func meaning(of word: String, among words: [String]) -> String? {
  let plain = word.lowercased()
  if let other = otherWords[plain], words.contains(other) { return other }
  return strangers.contains(plain) ? nil : suggestion(for: word, among: words)
}
