"""What others do, for peers.py: python3 peer.py WORK prints the seconds that it takes, one thread."""
import re, statistics, sys, time
from pathlib import Path


def timed(work, least=0.1, runs=7):
    """The median time of a call, after one to warm up; a run repeats what is short."""
    work()
    start = time.perf_counter()
    work()
    repetitions = max(1, round(least / max(time.perf_counter() - start, 1e-9)))
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        for _ in range(repetitions):
            work()
        seconds.append((time.perf_counter() - start) / repetitions)
    return statistics.median(seconds)


# Each does what the row's work is, as people write it, and gives its seconds.

def product():
    import numpy as np
    a = np.arange(768 * 768, dtype=float).reshape(768, 768) % 17 - 8
    c = np.empty((768, 768))
    return timed(lambda: np.matmul(a, a, out=c))


def network(widths):
    import numpy as np
    random = np.random.default_rng(1)
    weights = [random.standard_normal((n, m)) / m**0.5 for m, n in zip(widths, widths[1:])]
    biases = [random.standard_normal((n, 1)) for n in widths[1:]]
    return np, weights, biases, random.random((widths[0], 1000), ), np.eye(widths[-1])[:, np.arange(1000) % widths[-1]]


def slopes(np, weights, biases, x, y):
    """The gradient of the half squared error of the examples in the columns, summed."""
    a = [x]
    for w, b in zip(weights, biases):
        a.append(1 / (1 + np.exp(-(w @ a[-1] + b))))
    delta, gradient = (a[-1] - y) * a[-1] * (1 - a[-1]), []
    for l in reversed(range(len(weights))):
        gradient.insert(0, (delta @ a[l].T, delta.sum(1, keepdims=True)))
        if l:
            delta = (weights[l].T @ delta) * a[l] * (1 - a[l])
    return gradient


def training(widths, batch, together=True):
    """Once through 1,000 examples in batches, each at once, or an example at a time."""
    np, weights, biases, x, y = network(widths)
    x, y = np.asfortranarray(x), np.asfortranarray(y)

    def epoch():
        for first in range(0, 1000, batch):
            columns = [slice(first, first + batch)] if together else [slice(i, i + 1) for i in range(first, first + batch)]
            sums = None
            for part in columns:
                gradient = slopes(np, weights, biases, x[:, part], y[:, part])
                sums = gradient if sums is None else [(w + v, b + c) for (w, b), (v, c) in zip(sums, gradient)]
            for w, b, (dw, db) in zip(weights, biases, sums):
                w -= 0.01 / batch * dw
                b -= 0.01 / batch * db

    return timed(epoch)


def differences():
    """Every derivative of 64-16-10 by one difference."""
    np, weights, biases, x, y = network([64, 16, 10])

    def cost():
        a = x[:, :1]
        for w, b in zip(weights, biases):
            a = 1 / (1 + np.exp(-(w @ a + b)))
        return ((a - y[:, :1]) ** 2).sum() / 2

    def all_of_them():
        for array in weights + biases:
            for place in np.ndindex(array.shape):
                kept = array[place]
                array[place] = kept + 1e-5
                above = cost()
                array[place] = kept - 1e-5
                (above - cost()) / 2e-5
                array[place] = kept

    return timed(all_of_them, least=0, runs=3)


def gradcheck():
    import torch
    torch.set_num_threads(1)
    draw = lambda *shape: torch.randn(*shape, dtype=torch.float64, requires_grad=True)
    parameters = (draw(16, 64), draw(16), draw(10, 16), draw(10))
    x, y = torch.rand(64, dtype=torch.float64), torch.zeros(10, dtype=torch.float64)

    def cost(w1, b1, w2, b2):
        return ((torch.sigmoid(w2 @ torch.sigmoid(w1 @ x + b1) + b2) - y) ** 2).sum() / 2

    return timed(lambda: torch.autograd.gradcheck(cost, parameters), least=0, runs=3)


def micrograd():
    from micrograd.nn import MLP
    network = MLP(64, [16, 10])
    x = [i / 64 for i in range(64)]

    def both_ways():
        network.zero_grad()
        sum((a - 1) ** 2 for a in network(x)).backward()

    return timed(both_ways, runs=5)


def sympy():
    import sympy as s
    x, y, *parameters = s.symbols("x y w1 b1 w2 b2 w3 b3")
    a = x
    for w, b in zip(parameters[::2], parameters[1::2]):
        a = 1 / (1 + s.exp(-(w * a + b)))
    cost = (a - y) ** 2
    # Without the cache, in which a second call would find all that the first has done.
    return timed(lambda: (s.core.cache.clear_cache(), [s.latex(s.diff(cost, p)) for p in parameters]), least=0, runs=5)


def handcalcs():
    from math import exp
    from handcalcs.decorator import handcalc

    @handcalc(jupyter_display=False)
    def chain(x, y, w_1, b_1, w_2, b_2, w_3, b_3):
        z_1 = w_1 * x + b_1
        a_1 = 1 / (1 + exp(-z_1))
        z_2 = w_2 * a_1 + b_2
        a_2 = 1 / (1 + exp(-z_2))
        z_3 = w_3 * a_2 + b_3
        a_3 = 1 / (1 + exp(-z_3))
        C = (a_3 - y) ** 2
        delta_3 = 2 * (a_3 - y) * a_3 * (1 - a_3)
        dw_3 = delta_3 * a_2
        delta_2 = w_3 * delta_3 * a_2 * (1 - a_2)
        dw_2 = delta_2 * a_1
        delta_1 = w_2 * delta_2 * a_1 * (1 - a_1)
        dw_1 = delta_1 * x
        return C

    return timed(lambda: chain(0.5, 1.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6), runs=5)


def jax_gradient(program):
    """The gradient of an exported lesson, compiled and warm: `cost` and what it is called with are the program's own."""
    names, text = {}, Path(program).read_text()
    exec(text, names)
    import jax
    argnums, arguments = re.search(
        r"value_and_grad\(cost, argnums=(.*?)\)\(\s*(.*?),?\s*\)\n", text, re.S).groups()
    gradient = jax.jit(jax.value_and_grad(names["cost"], argnums=eval(argnums, names)))
    # Numbers as arrays: what is given must not be compiled in.
    given = jax.tree.map(jax.numpy.asarray, eval(f"({arguments},)", names))
    return timed(lambda: jax.block_until_ready(gradient(*given)))


PEERS = {
    "product": product, "differences": differences, "gradcheck": gradcheck, "micrograd": micrograd, "sympy": sympy,
    "handcalcs": handcalcs,
    "batched-30-100": lambda: training([784, 30, 10], 100), "batched-100-100": lambda: training([784, 100, 10], 100),
    "batched-30-10": lambda: training([784, 30, 10], 10), "single-30-10": lambda: training([784, 30, 10], 10, False),
}


if __name__ == "__main__":
    work, _, program = sys.argv[1].partition(" ")
    print(jax_gradient(program) if work == "jax" else PEERS[work]())
