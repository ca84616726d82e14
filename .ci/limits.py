"""How time and memory grow with the input, up to the limits of what is taken: python3 .ci/limits.py TRACE

Sizes grow from row to row; the exponent is that of the time from one to the next: 1 is in proportion. Nothing is asserted;
what is far above 1 wants a look. About two minutes. What is beyond a limit is refused, with exit status 65.
"""
import json, math, os, random, subprocess, sys, tempfile

TRACE = os.path.abspath(sys.argv[1])
numbers = random.Random(1)


def number():
    return round(numbers.uniform(-1, 1), 4)


def network(widths, activation="tanh", **more):
    layers = [{"activation": activation, "weights": [[number() for _ in range(k)] for _ in range(j)],
               "biases": [number() for _ in range(j)]} for k, j in zip(widths, widths[1:])]
    return {"network": {"inputs": widths[0], "layers": layers}, "cost": "squared-error", **more}


def drawn(widths):
    layers = [{"activation": "tanh", "neurons": j, "initializer": {"gaussian": {"seed": 1}}} for j in widths[1:]]
    return {"network": {"inputs": widths[0], "layers": layers}, "cost": "squared-error"}


def examples(lesson, widths, count=1):
    lesson["examples"] = [{"inputs": [number() for _ in range(widths[0])], "targets": [number() for _ in range(widths[-1])]}
                          for _ in range(count)]
    return lesson


# A process begins with what the one that starts it has in memory; this one has little.
MEASURE = """
import os, subprocess, sys
with open(os.devnull, "w") as nowhere:
    process = subprocess.Popen(sys.argv[1:], stdout=nowhere, stderr=nowhere)
    _, status, usage = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def run(arguments):
    """The status, the seconds of a processor and the megabytes of one run."""
    said = subprocess.run([sys.executable, "-c", MEASURE, TRACE] + arguments, capture_output=True, text=True, check=True)
    status, seconds, memory = said.stdout.split()
    return int(status), float(seconds), float(memory)


def wide(n):
    widths = [n, 100, 1]
    return examples(drawn(widths), widths), ["--format", "json"]


def written(n):
    widths = [n, 50, 1]
    return examples(network(widths), widths), ["--format", "json"]


def deep(n):
    widths = [1] * (n + 1)
    return examples(network(widths), widths), ["--format", "markdown"]


def square(n):
    widths = [4] * (n + 1)
    return examples(network(widths), widths), ["--format", "html", "--all"]


def many(n):
    widths = [1000, 4, 1]
    return examples(drawn(widths), widths, n), ["--format", "json", "--only", "b2"]


def long_title(n):
    lesson = examples(network([1, 1]), [1, 1])
    return dict(lesson, title="*a `b` [c](http://d) " * (n // 20), summary="*a `b` [c](http://d) __e** " * (n // 27)), ["--format", "html"]


def brackets(n):
    return dict(examples(network([1, 1]), [1, 1]), summary="[x](" * (n // 4) + "](bad)"), ["--format", "text"]


ROWS = [
    ("weights that are drawn, traced to JSON", wide, [1000, 2000, 4000]),
    ("weights in the file, traced to JSON", written, [500, 1000, 2000, 4000]),
    ("layers of one neuron, Markdown", deep, [8, 16, 32, 64]),
    ("layers of four neurons, all derived, HTML", square, [8, 16, 32, 64]),
    ("examples of 4,009 parameters", many, [100, 200, 400, 800]),
    ("characters of title and summary, HTML", long_title, [10_000, 100_000, 1_000_000]),
    ("characters of links that are none", brackets, [10_000, 100_000, 1_000_000]),
]
ANSWERS = [
    ("bytes of prose, checked", lambda n: "all of it is prose, and so it goes\n" * (n // 35) + "a3 = 1", [1_000_000, 4_000_000, 16_000_000]),
    ("answers nobody asked for", lambda n: "a9 = 1\n" * n, [10_000, 100_000, 1_000_000]),
    ("terms of one value", lambda n: "a3 = 1" + "+1" * n, [500, 1000, 2000, 1_000_000]),
    ("tables without an answer", lambda n: "| a | b |\n|---|---|\n" * n, [10_000, 100_000, 700_000]),
    ("headers in one line", lambda n: "trace: lesson= " * n, [10_000, 100_000, 1_000_000]),
    ("displays that are never closed", lambda n: "$$ x\n\\begin{align}\n\\[\n" * n, [10_000, 100_000, 600_000]),
]


def table(name, sizes, measure):
    last = None
    for size in sizes:
        status, seconds, memory = measure(size)
        growth = f"{math.log(seconds / last[1]) / math.log(size / last[0]):.2f}" if last else ""
        print(f"| {name} | {size:,} | {status} | {seconds:.2f} s | {growth} | {memory:.0f} MB |", flush=True)
        last = (size, seconds)


with tempfile.TemporaryDirectory() as folder:
    print("| what grows | to | exit | time | exponent | memory |\n|:--|--:|--:|--:|--:|--:|")
    for name, make, sizes in ROWS:
        def measure(size):
            lesson, arguments = make(size)
            path = os.path.join(folder, "lesson.json")
            with open(path, "w") as file:
                json.dump(lesson, file)
            return run(["--lesson", path] + arguments)
        table(name, sizes, measure)
    for name, make, sizes in ANSWERS:
        def measure(size):
            path = os.path.join(folder, "answers.md")
            with open(path, "w") as file:
                file.write(make(size))
            return run(["check", path, "--lesson", "single-chain"])
        table(name, sizes, measure)
