#!/usr/bin/env python3
"""How fast the program is beside others, in one run on one machine: prints the table of Speed.md.

usage: python3 .ci/peers.py [--rounds N] [--packages FOLDER] [--only WORD]

Builds the command and the benchmark (both kinds: default, and with the trait Native), installs the others in FOLDER
(a virtual environment, kept if you name it), and then runs all of them in turn, N times, one thread each. A
figure is the median of the rounds, and each round's figure is the median of several runs.
"""
import argparse, json, os, statistics, subprocess, sys, tempfile, time, venv
from pathlib import Path

from peer import timed

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ["numpy", "sympy", "handcalcs", "micrograd", "torch", "jax"]
LESSONS = ["circuit", "lstm-cell", "attention"]
ONE_THREAD = {name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")} | {
    "XLA_FLAGS": "--xla_cpu_multi_thread_eigen=false", "JAX_PLATFORMS": "cpu"}


# What is measured: what it says in the table, which figure of `benchmark`, and who else does it.
ROWS = [
    ("`trace --lesson single-chain`, process and all", None, [("`python3 -c \"import numpy\"`", "process")]),
    ("the same as LaTeX, again and again in one process", "latex-single-chain",
     [("SymPy's six derivatives as LaTeX", "sympy"), ("handcalcs, the steps alone", "handcalcs")]),
    ("trace of 64-16-10: forward, record, backward", "trace-64-16-10", [("micrograd", "micrograd")]),
    ("numeric gradient of 64-16-10, all 1,210 with their bounds", "numeric-64-16-10",
     [("`torch.autograd.gradcheck`", "gradcheck"), ("a NumPy loop of one difference each", "differences")]),
    ("numeric gradient of 784-30-10, all 23,860", "numeric-784-30-10", []),
    ("Markdown derivation of all of 784-30-10", "markdown-784-30-10", []),
    ("1,000 examples in batches of 100, 784-30-10, with the steps", "gradient-784-30-10-b100",
     [("NumPy, batched", "batched-30-100")]),
    ("the same for 784-100-10", "gradient-784-100-10-b100", [("NumPy, batched", "batched-100-100")]),
    ("1,000 examples in batches of 10, 784-30-10", "epoch-784-30-10-b10",
     [("NumPy, batched", "batched-30-10"), ("NumPy, an example at a time", "single-30-10")]),
    ("matrix product 768³", "matrix-product-768", [("NumPy", "product")]),
] + [(f"gradient of the lesson {lesson}", f"gradient-{lesson}", [("JAX's `grad`, compiled", f"jax {lesson}")])
     for lesson in LESSONS]


def run(*command, **more):
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, **more)
    if done.returncode:
        sys.exit(f"error: {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(product, *flags):
    run("swift", "build", "-c", "release", "--product", product, *flags)
    return Path(run("swift", "build", "-c", "release", *flags, "--show-bin-path").strip()) / product


def process(*command):
    def once():
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return timed(once, least=0, runs=9)


def text(seconds):
    for size, unit in ((1, "s"), (1e-3, "ms"), (1e-6, "µs"), (1e-9, "ns")):
        if seconds >= size:
            break
    value = seconds / size
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}" if value < 10 else f"{value:.1f} {unit}"


def main():
    reader = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].removeprefix("usage: python3 "))
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--packages", type=Path)
    reader.add_argument("--only", default="")
    options = reader.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        compare(options, Path(scratch))


def compare(options, scratch):
    folder = (options.packages or scratch / "packages").absolute()
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES)
    trace = build("trace")
    builds = {"": build("benchmark"), "native ": build("benchmark", "--traits", "Native", "--scratch-path", ROOT / ".build/native")}
    for lesson in LESSONS:
        (scratch / lesson).write_text(run(trace, "export", "--lesson", lesson, "--to", "jax"))
    # Some systems force a kernel of OpenBLAS: it may choose its own here.
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")} | ONE_THREAD

    def peer(name):
        if name == "process":
            return process(python, "-c", "import numpy")
        word, _, lesson = name.partition(" ")
        work = f"jax {scratch / lesson}" if lesson else word
        return float(run(python, ROOT / ".ci/peer.py", work, env=kept).splitlines()[-1])

    rows = [row for row in ROWS if options.only in row[0] or options.only in str(row[1])]
    seconds = {}
    start = time.monotonic()
    for number in range(options.rounds):
        for what, figure, others in rows:
            for kind, benchmark in builds.items():
                if figure:
                    took = json.loads(run(benchmark, "--json", figure).splitlines()[0])["median"]
                    seconds.setdefault((what, kind), []).append(took)
                elif not kind:
                    seconds.setdefault((what, kind), []).append(process(trace, "--lesson", "single-chain"))
            for other, name in others:
                seconds.setdefault((what, other), []).append(peer(name))
        print(f"round {number + 1} of {options.rounds}, after {time.monotonic() - start:.0f} s", file=sys.stderr)
    print(run(builds[""], "matrix-product-768").splitlines()[0], "\n")
    print("| work | this program | for comparison |\n| :-- | --: | :-- |")
    for what, figure, others in rows:
        medians = {kind: statistics.median(all) for (row, kind), all in seconds.items() if row == what}
        own = ", ".join(f"{kind}{text(medians[kind])}" for kind in builds if kind in medians)
        print(f"| {what} | {own} | {'; '.join(f'{other}: {text(medians[other])}' for other, _ in others)} |")


if __name__ == "__main__":
    main()
