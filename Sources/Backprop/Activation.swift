import Formulas

/// What a neuron does to its weighted input: a = f(z).
public enum Activation: Hashable, Sendable {
  case identity
  case sigmoid
  case tanh
  case relu
  case leakyReLU(slope: Numeral)
  case softmax
}
