import Lessons
import Testing

@testable import Grading

/// Small lessons of named quantities, by name: one for each thing in which graphs differ.
let graphs: [String: String] = [
  "circuit": #"{ "given": { "x": -2, "y": 5, "z": -4 }, "graph": ["q = x + y", "f = q * z"] }"#,
  "reuse":
    #"{ "given": { "a": 2, "b": 3 }, "graph": ["c = a + b", "d = 4 * b", "e = c * d", "g = e * b"] }"#,
  "sigmoid": #"""
  { "given": { "w0": 0.5, "x0": -1.5, "w1": -0.8, "x1": -2.5, "t": 1.4 },
    "graph": ["z = w0*x0 + w1*x1", "p = sigmoid(z)", "h = tanh(p)", "L = (h - t)^2"],
    "by": ["w0", "w1"], "learningRate": 0.2 }
  """#,
  "maximum": #"""
  { "given": { "x": 1.2, "y": 2.5, "z": 0.7 },
    "graph": ["a = x + y", "b = max(y, z)", "c = a * b", "f = relu(c)"] }
  """#,
  "sine": #"""
  { "given": { "x1": 2, "x2": 5 },
    "graph": ["v1 = ln(x1)", "v2 = x1 * x2", "v3 = sin(x2)", "v4 = v1 + v2", "y = v4 - v3"] }
  """#,
  "recurrence": #"""
  { "given": { "w": 0.6, "x": [1.5, -2, 3], "h[0]": 2, "y": 4 },
    "graph": ["h[t] = w * h[t-1] + x[t]", "L = (h[3] - y)^2"], "by": ["w", "x"], "learningRate": 0.1 }
  """#,
  "softmax":
    #"{ "given": { "z": [1.2, -0.4, 0.3] }, "graph": ["p = softmax(z)", "L = -ln(p[2])"] }"#,
  "index": #"""
  { "given": { "C": [[0.5, -1.5], [2.5, 0.7], [1.1, -0.3]], "k": [2, 1], "v": [0.4, -0.9] },
    "graph": ["s = C[k[1],1]*v[1] + C[k[2],2]*v[2]", "L = s^2"] }
  """#,
  "aside": #"""
  { "given": { "a": 2, "b": 3, "c": 4 }, "graph": ["d = a * b", "e = a + c"], "of": "d", "by": ["a", "c"],
    "learningRate": 0.1 }
  """#,
  "velocity": #"""
  { "given": { "w": 1.5, "x": -2.5 }, "graph": ["a = w * x", "f = (a - 3)^2"], "by": ["w"], "learningRate": 0.1,
    "optimizer": { "momentum": 0.9 } }
  """#,
  "ahead": #"""
  { "given": { "w": 1.5, "x": -2.5 }, "graph": ["a = w * x", "f = (a - 3)^2"], "by": ["w"], "learningRate": 0.2,
    "optimizer": { "nesterov": 0.8 } }
  """#,
  "moments": #"""
  { "given": { "w": 1.5, "b": 0.7, "x": -2.5 }, "graph": ["a = w*x + b", "f = (a - 3)^2"], "by": ["w", "b"],
    "learningRate": 0.1, "optimizer": "adam" }
  """#,
  "close": #"{ "given": { "a": 31, "b": 47 }, "graph": ["m = max(a, b)", "f = m * a"] }"#,
  "seeded": #"""
  { "given": { "W": [[1.5, -0.5], [0.25, 2]], "x": [2, -3] }, "graph": ["y = W @ x"], "of": "y", "seed": [1, -2] }
  """#,
  "absolute": #"""
  { "given": { "a": 1.7, "b": -2.4, "c": 3 }, "graph": ["d = a * b + c", "m = abs(d)", "f = m * min(a, c) / c"] }
  """#,
  "spelled": #"""
  { "given": { "beta1": 0.9, "x_hat": 1.4, "W": [[1.1, 1.2, 1.3], [2.1, 2.2, 2.3]], "dw": 0.3, "e": 1.7,
               "h_prev": -0.6, "w": 0.8 },
    "graph": ["loss1 = beta1*x_hat + W[1,3]*dw + W[2,1]*e", "C = W[1,1]*W[1,2] + W[2,2]*W[2,3]*h_prev*w",
              "x = loss1 * C", "f = tanh(x)"],
    "learningRate": 0.5, "by": ["w", "W", "x_hat", "beta1"] }
  """#,
]

/// One of them.
func graph(_ name: String) throws -> NamedLesson {
  try NamedLesson(json: Array(#require(graphs[name]).utf8))
}
