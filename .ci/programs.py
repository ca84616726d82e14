"""Runs what is written for other tools. usage: programs.py TRACE

The program of every lesson in NumPy, and where they are installed in PyTorch and JAX, computes the derivatives of the trace
to 1e-12. The notebook of every lesson is valid, and its code runs: it asserts the printed numbers.
"""
import contextlib
import importlib.util
import io
import json
import subprocess
import sys

import nbformat

TRACE = sys.argv[1]
LIBRARIES = [("numpy", "numpy"), ("pytorch", "torch"), ("jax", "jax")]


def trace(*arguments):
    return subprocess.run([TRACE, *arguments], capture_output=True, text=True, check=True).stdout


def run(program, name):
    """What a program prints."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        exec(compile(program, name, "exec"), {"__name__": "__main__"})
    return said.getvalue()


def differences(printed, gradient):
    """The names whose derivatives are not those of the trace."""
    found = dict(line.split(" = ") for line in printed.splitlines())
    found = {name.split("/d", 1)[1]: float(value) for name, value in found.items() if "/d" in name}
    wrong = [name for name, value in gradient.items()
             if not abs(found.get(name, float("inf")) - value) <= 1e-12 * max(1, abs(value))]
    return wrong + sorted(found.keys() - gradient.keys())


def main():
    lessons = [line.split()[0] for line in trace("lessons").splitlines() if line[:1].strip()]
    libraries = [library for library, module in LIBRARIES if importlib.util.find_spec(module)]
    wrong, derivatives, asserted = [], 0, 0
    for lesson in lessons:
        gradient = json.loads(trace("--lesson", lesson, "--format", "json"))["gradient"]
        for library in libraries:
            program = trace("export", "--lesson", lesson, "--to", library)
            wrong += [f"{lesson}, {library}: {name}" for name in differences(run(program, lesson), gradient)]
            derivatives += len(gradient)
        text = trace("--lesson", lesson, "--format", "ipynb")
        notebook = nbformat.reads(text, as_version=4)
        nbformat.validate(notebook)
        code = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "code")
        run(code, lesson)
        asserted += code.count("\ncheck(")
    # A wrong number is found.
    program = trace("export", "--lesson", lessons[0], "--to", "numpy")
    gradient = json.loads(trace("--lesson", lessons[0], "--format", "json"))["gradient"]
    first = next(iter(gradient))
    if differences(run(program, lessons[0]), gradient | {first: gradient[first] * (1 + 1e-9) + 1e-9}) != [first]:
        wrong.append("nobody sees a wrong derivative")
    print("\n".join(wrong))
    print(f"{derivatives} derivatives in {', '.join(libraries)}, {asserted} printed numbers in notebooks")
    sys.exit(bool(wrong))


main()
