"""Changes numbers of lessons at random, and compares what their pages compute with the pages that the program writes.

    python3 .ci/living.py TRACE [LESSON …] [--changes N] [--seed N] [--language CODE]

A LESSON is one of the course, or the file of another.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import browser

HERE = Path(__file__).parent
RAW = "\N{SECTION SIGN}"


# What is planted: what is found in the script, and what takes its place.
ERRORS = {
    "a sum that subtracts": ["x.value + y.value", "x.value - y.value"],
    "digits that are cut": ["const isUp =", "const isUp = false &&"],
    "numbers that stay": ["changes.get(name) ?? numeral", "numeral"],
}


# What stands on a page: its lines, its numbers, those of the picture.
TYPE = """
const words = (node) => node.textContent.normalize("NFKC").replace(/[\\s\\u2061\\u2062]/g, "");
function numbers(page) {
  const found = {};
  for (const kind of ["line", "value", "number", "figure"])
    for (const node of page.document.querySelectorAll(`[data-${kind}]`)) found[kind + " " + node.dataset[kind]] ??= words(node);
  for (const node of page.document.querySelectorAll("[data-factors]")) found["edge " + node.dataset.factors] = words(node.querySelector("title"));
  return found;
}
// What of the one is not as in the other: a number that can be changed stands in a field.
const differing = (one, other) => Object.keys(other).filter((key) => key in one && one[key] !== other[key]);
const frame = () => new Promise((resolve) => setTimeout(resolve, 60));
const work = await (await fetch("/work.json")).json();
const bad = [];
for (const [number, changes] of work.changes.entries()) {
  const [first, changed] = work.pages.slice(2 * number, 2 * number + 2);
  const given = numbers(await opened(first, { scripts: false }));
  const expected = numbers(await opened(changed, { scripts: false }));
  const complain = (what) => bad.push([number, what]);
  let page = await opened(first);
  const field = (name) => [...page.document.querySelectorAll(".field")].find((one) => one.ariaLabel.split(" ").includes(name));
  const settled = async () => { await frame(); return numbers(page); };
  for (const [name, text] of Object.entries(changes)) {
    if (!field(name)) { complain(`no field for ${name}`); continue; }
    field(name).value = text;
    field(name).dispatchEvent(new page.Event("input"));
    field(name).dispatchEvent(new page.Event("blur"));
  }
  for (const key of differing(await settled(), expected)) complain(`typed: ${key} is ${numbers(page)[key]}, not ${expected[key]}`);
  if ([...page.document.querySelectorAll("[data-given]")].some((part) => page.getComputedStyle(part).display !== "none")) complain("what is about the numbers as given is shown");
  // Below a graph stands what comes down the edge that is pointed at.
  for (const edge of page.document.querySelectorAll("[data-factors]")) {
    edge.dispatchEvent(new page.Event("pointerover", { bubbles: true }));
    const said = edge.closest("figure").querySelector("figcaption")?.textContent;
    if (said !== edge.querySelector("title").textContent || !/[=≈]/.test(said)) complain(`the edge ${edge.dataset.factors} says ${said}`);
  }
  const address = page.location.href;
  if (!Object.keys(changes).every((name) => decodeURIComponent(address).includes(name + "="))) complain("the address does not keep the numbers");
  page.document.querySelector(".reset").click();
  for (const key of differing(await settled(), given)) complain(`reset: ${key} is ${numbers(page)[key]}, not ${given[key]}`);
  if (page.location.hash) complain("the address keeps numbers after a reset");
  const [name] = Object.keys(changes);
  field(name).value = "a";
  field(name).dispatchEvent(new page.Event("input"));
  if (field(name).ariaInvalid !== "true" || differing(numbers(page), given).length > 0) complain("what is no number is taken");
  // A drag to the right.
  field(name).setPointerCapture = () => {};
  const drag = (kind, clientX) => field(name).dispatchEvent(new page.PointerEvent(kind, { clientX, bubbles: true }));
  field(name).dispatchEvent(new page.Event("blur"));
  drag("pointerdown", 100);
  drag("pointermove", 140);
  await frame();
  drag("pointerup", 140);
  if (differing(await settled(), given).length === 0) complain("a drag changes nothing");
  const open = [...page.document.querySelectorAll("details")];
  page.document.querySelector(".next").click();
  await frame();
  const count = open.filter((step) => step.open).length;
  page = await opened(new URL(address).pathname + new URL(address).hash, { again: true });
  for (const key of differing(await settled(), expected)) complain(`by the address: ${key} is ${numbers(page)[key]}, not ${expected[key]}`);
  if ([...page.document.querySelectorAll("details")].filter((step) => step.open).length !== count) complain("the place is lost on a reload");
  for (const failure of page.failures) complain(failure);
}
await fetch("/", { method: "POST", body: JSON.stringify(bad) });
"""


# The lessons whose pages are looked at in a browser.
SEEN = ["single-chain", "saturated-neuron", "two-neurons", "softmax-squared", "circuit", "lstm-cell", "momentum", "hessian"]


def typed(lessons):
    """What differs in a browser, of the first changes of some lessons."""
    chosen = [(one["lesson"], Path(one["page"]), case) for one in lessons for case in one["cases"][:1] if one["lesson"] in SEEN]
    chosen = [(lesson, page, case) for lesson, page, case in chosen if Path(case["page"]).stat().st_size]
    pages = [text for _, page, case in chosen for text in (page.read_text(), Path(case["page"]).read_text())]
    found = browser.found("chromium", (HERE / "frame.js").read_text() + TYPE, pages, changes=[case["changes"] for _, _, case in chosen])
    print(f"{len(chosen)} lessons in a browser, {len(found)} findings")
    return [f"{chosen[number][0]} {chosen[number][2]['changes']}: {what}" for number, what in found]


def written(lesson):
    return re.sub(f'"{RAW}([^"]*)"', r"\1", json.dumps(lesson, ensure_ascii=False))


def read(path):
    raw = lambda text: RAW + text
    return json.loads(Path(path).read_text(), parse_float=raw, parse_int=raw)


def place(lesson, name):
    """The list or object that holds a number of a lesson, and where: None if the lesson does not list it."""
    found = re.fullmatch(r"([^\[@]+)(?:\[([\d,]+)\])?(?:@(\d+))?", name)
    if not found:
        return None
    word, indices, example = found[1], [int(i) - 1 for i in (found[2] or "").split(",") if i], int(found[3] or 1) - 1
    if word == "eta" and "eta" not in lesson.get("given", {}):
        return (lesson, "learningRate")
    if "graph" in lesson:
        box, key = lesson.get("given", {}), word
    else:
        kind = re.fullmatch(r"([wbay])(\d*)", word)
        if not kind:
            return None
        if kind[1] in "wb":
            layer = lesson["network"]["layers"][int(kind[2]) - 1]
            box, key = layer, "weights" if kind[1] == "w" else "biases"
            indices = indices or ([0, 0] if kind[1] == "w" else [0])
        else:
            box, key = lesson["examples"][example], "inputs" if kind[1] == "a" else "targets"
            indices = indices or [0]
    for index in indices:
        box = box.get(key) if isinstance(box, dict) else box[key]
        key = index
        if not isinstance(box, list) or index >= len(box):
            return None
    held = box.get(key) if isinstance(box, dict) else box[key]
    return (box, key) if isinstance(held, str) and held.startswith(RAW) else None


def changed(number, draw):
    """Another number: near it, short, long, 0, with the other sign, large, small."""
    value = float(number)
    kinds = [
        lambda: f"{value + draw.uniform(-1, 1):.{draw.randint(1, 3)}f}",
        lambda: f"{draw.uniform(-2, 2):.{draw.randint(1, 2)}f}",
        lambda: f"{value * draw.uniform(0.5, 1.5):.7f}",
        lambda: str(draw.randint(-3, 3)),
        lambda: "0",
        lambda: number[1:] if number.startswith("-") else "-" + number,
        lambda: f"{draw.uniform(-8, 8):.1f}",
        lambda: f"{draw.uniform(1, 9):.2f}e-{draw.randint(3, 6)}",
    ]
    text = draw.choices(kinds, [5, 5, 3, 3, 1, 1, 2, 1])[0]()
    return "0" if re.fullmatch(r"-0(\.0*)?", text) else text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("trace")
    parser.add_argument("lessons", nargs="*")
    parser.add_argument("--changes", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en")
    parser.add_argument("--scripts", nargs="*", default=[])
    parser.add_argument("--keep")
    options = parser.parse_args()
    names = options.lessons or sorted(path.stem for path in (HERE / "../lessons").glob("*.json"))
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(options.keep or folder)
        folder.mkdir(exist_ok=True)

        def page(source, target):
            run = subprocess.run([options.trace, "--lesson", source, "--format", "html", "--language", options.language], capture_output=True)
            Path(target).write_bytes(run.stdout)

        jobs, lessons = [], []
        for name in names:
            source = Path(name) if name.endswith(".json") else HERE / f"../lessons/{name}.json"
            name = source.stem
            first = folder / f"{name}.html"
            page(source, first)
            numbers = re.search(r'class="numbers">\n(.*?)\n</script>', first.read_text(), re.S)
            if not numbers:
                print(f"{name}: its numbers cannot be changed")
                continue
            givens = [(given[0], given[1]) for given in json.loads(numbers[1])["givens"] if given[0]]
            draw = random.Random(f"{options.seed} {name}")
            cases = []
            for count in range(options.changes):
                lesson, changes = read(source), {}
                for given, number in draw.sample(givens, min(len(givens), draw.randint(1, 3))):
                    at = place(lesson, given)
                    if at is None:
                        continue
                    text = changed(number, draw)
                    if given == "eta":
                        text = text.lstrip("-")
                        if float(text) == 0:
                            continue
                    at[0][at[1]] = RAW + text
                    changes[given] = text
                if not changes:
                    continue
                file = folder / f"{name}-{count}.json"
                file.write_text(written(lesson))
                cases.append({"changes": changes, "page": str(file.with_suffix(".html"))})
                jobs.append((file, file.with_suffix(".html")))
            lessons.append({"lesson": name, "page": str(first), "cases": cases})
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(lambda job: page(*job), jobs))
        cases = folder / "cases.json"
        cases.write_text(json.dumps(lessons))
        code = subprocess.run(["node", HERE / "living.js", cases, *options.scripts]).returncode
        # Errors are planted in the script of each page, and must be found.
        for what, error in ERRORS.items():
            planted = subprocess.run(["node", HERE / "living.js", cases, *options.scripts], capture_output=True, env={**os.environ, "PLANTED": json.dumps(error)})
            if planted.returncode != 1:
                print(f"nobody sees {what}")
                code = 1
        bad = typed(lessons)
        for finding in bad[:20]:
            print(finding)
        sys.exit(code or bool(bad))


main()
