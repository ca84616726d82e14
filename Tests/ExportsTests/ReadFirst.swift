import Exports
import Lessons
import Testing

/// The text of a lesson of the course as a program.
func program(_ lesson: String, _ library: ProgramLibrary, digits: Int? = nil) throws -> String {
  let source = try #require(Catalog.source(of: lesson))
  return try ProgramText(WrittenLesson(json: source), for: library, digits: digits).text
}

/// A graph as a lesson.
func graph(_ definitions: [String], given: String, more: String = "") throws -> WrittenLesson {
  let lines = definitions.map { "\"\($0)\"" }.joined(separator: ", ")
  let text = "{\"given\": {\(given)}, \"graph\": [\(lines)]\(more)}"
  return try WrittenLesson(json: Array(text.utf8))
}

/// What this target is for: the calculation of a lesson, written for other tools.
@Suite("A lesson becomes a program")
struct ReadFirst {
  @Test("A circuit is its definitions, and its derivatives in the letters of the worked example")
  func circuit() throws {
    let text = try program("circuit", .numpy)
    #expect(
      text.hasSuffix(
        """
        # what is given
        x = -2.0
        y = 5.0
        z = -4.0

        # forward
        q = x + y
        f = q * z

        # backward
        df_dz = q
        df_dq = z
        df_dx = df_dq
        df_dy = df_dq

        # the derivatives
        print("f =", float(f))
        show("df/dx", df_dx)
        show("df/dy", df_dy)
        show("df/dz", df_dz)

        """), "\(text)")
  }

  @Test("A network is in NumPy the four equations of backpropagation")
  func network() throws {
    let text = try program("two-neurons", .numpy)
    #expect(
      text.contains(
        """
        # forward
        z1 = w1 @ x + b1
        a1 = sigmoid(z1)
        z2 = w2 @ a1 + b2
        a2 = sigmoid(z2)
        C = ((a2 - y) ** 2).sum()
        # backward: delta is the derivative of the cost by z
        delta2 = (2 * (a2 - y)) * sigmoid_prime(z2)  # BP1
        dC_db2 = delta2  # BP3
        dC_dw2 = np.outer(delta2, a1)  # BP4
        delta1 = (w2.T @ delta2) * sigmoid_prime(z1)  # BP2
        dC_db1 = delta1  # BP3
        dC_dw1 = np.outer(delta1, x)  # BP4

        """), "\(text)")
  }

  @Test(
    "PyTorch and JAX find the gradient themselves",
    arguments: [
      (ProgramLibrary.pytorch, "C.backward()\n", "show(\"dC/dw1\", w1.grad)\n"),
      (
        .jax, "C, gradient = jax.value_and_grad(cost, argnums=tuple(range(4)))(w1, b1, w2, b2)\n",
        "show(\"dC/dw1\", gradient[0])\n"
      ),
    ])
  func libraries(library: ProgramLibrary, backward: String, shown: String) throws {
    let text = try program("two-neurons", library)
    #expect(text.contains(backward) && text.contains(shown), "\(text)")
    #expect(!text.contains("delta"))
  }

  @Test("Every lesson becomes a program for every library", arguments: ProgramLibrary.allCases)
  func everyLesson(library: ProgramLibrary) throws {
    for name in Catalog.names {
      let text = try program(name, library)
      #expect(text.contains("show(\"d"), "\(name)")
      #expect(!text.split(separator: "\n").contains { $0.utf8.count > 120 }, "\(name): a long line")
    }
  }
}
