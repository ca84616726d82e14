import Formulas

/// A function that programs call.
enum PythonFunction: Hashable {
  case exp, ln, squareRoot, sin, cos, tanh, sigmoid, softplus, logSumExp, magnitude, sign, max, min, softmax
  case named(NamedFunction)

  /// The name that the three libraries and Python's own `math` have for it; `nil` where they differ.
  fileprivate var name: String? {
    switch self {
    case .exp: "exp"
    case .ln: "log"
    case .squareRoot: "sqrt"
    case .sin: "sin"
    case .cos: "cos"
    case .tanh: "tanh"
    case .named(.tan): "tan"
    case .named(.sinh): "sinh"
    case .named(.cosh): "cosh"
    case .named(.floor): "floor"
    case .named(.arcsin), .named(.arccos), .named(.arctan), .named(.erf), .named(.stop), .sigmoid, .softplus,
      .logSumExp, .magnitude, .sign, .max, .min, .softmax:
      nil
    }
  }
}

/// What a program is written for.
public enum ProgramLibrary: String, CaseIterable, Sendable {
  /// The four equations of backpropagation, in NumPy.
  case numpy
  /// PyTorch, which finds the gradient itself.
  case pytorch
  /// JAX, which finds the gradient itself.
  case jax

  /// What it is called in a sentence.
  public var title: String {
    switch self {
    case .numpy: "NumPy"
    case .pytorch: "PyTorch"
    case .jax: "JAX"
    }
  }

  /// The module that its functions stand in.
  var module: String {
    switch self {
    case .numpy: "np"
    case .pytorch: "torch"
    case .jax: "jnp"
    }
  }

  /// The lines that a program begins with: everything is computed in 64 bits.
  var imports: [String] {
    switch self {
    case .numpy: ["import numpy as np"]
    case .pytorch: ["import torch", "", "torch.set_default_dtype(torch.float64)"]
    case .jax:
      ["import jax", "import jax.numpy as jnp", "", "jax.config.update(\"jax_enable_x64\", True)"]
    }
  }

  /// A call of a function, with its arguments as they are written; of numbers alone, Python's own.
  func call(_ function: PythonFunction, of arguments: String, isConstant: Bool) -> String {
    if let name = function.name { return "\(isConstant ? "math" : module).\(name)(\(arguments))" }
    switch function {
    // Python's own choose the first of equal ones, as the derivations do; the libraries share the slope.
    case .max: return "max(\(arguments))"
    case .min: return "min(\(arguments))"
    case .magnitude: return isConstant ? "abs(\(arguments))" : magnitude(arguments)
    case .sign:
      return isConstant ? "((\(arguments) > 0) - (\(arguments) < 0))" : "\(module).sign(\(arguments))"
    case .sigmoid, .softplus, .softmax: return "\(function)(\(arguments))"
    case .logSumExp: return "logsumexp([\(arguments)])"
    case .named(let named): return call(named, of: arguments, isConstant: isConstant)
    case .exp, .ln, .squareRoot, .sin, .cos, .tanh: return ""
    }
  }

  private func call(_ function: NamedFunction, of arguments: String, isConstant: Bool) -> String {
    let own = isConstant ? "math" : module
    switch function {
    case .arcsin: return "\(own).\(own == "np" || own == "jnp" ? "arcsin" : "asin")(\(arguments))"
    case .arccos: return "\(own).\(own == "np" || own == "jnp" ? "arccos" : "acos")(\(arguments))"
    case .arctan: return "\(own).\(own == "np" || own == "jnp" ? "arctan" : "atan")(\(arguments))"
    case .erf:
      if isConstant || self == .numpy { return "math.erf(\(arguments))" }
      return self == .pytorch ? "torch.erf(\(arguments))" : "jax.scipy.special.erf(\(arguments))"
    case .stop:
      if isConstant || self == .numpy { return arguments }
      return self == .pytorch ? "(\(arguments)).detach()" : "jax.lax.stop_gradient(\(arguments))"
    case .tan, .sinh, .cosh, .floor: return ""
    }
  }

  /// |x|; at 0 the slope of JAX's own is 1.
  func magnitude(_ x: String) -> String { self == .jax ? "magnitude(\(x))" : "abs(\(x))" }

  /// A comparison as the number 1 or 0.
  func truth(_ comparison: String, isConstant: Bool) -> String {
    self == .pytorch && !isConstant
      ? "(\(comparison)).double()" : "(1.0 if \(comparison) else 0.0)"
  }

  /// An argument of a function; what is chosen from several tensors has to be a tensor, too.
  func argument(_ text: String, isConstant: Bool, of function: PythonFunction) -> String {
    self == .pytorch && isConstant && (function == .max || function == .min)
      ? "torch.tensor(float(\(text)))" : text
  }
}
