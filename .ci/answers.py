#!/usr/bin/env python3
"""Whether the script of a worksheet's page judges what is typed as `trace check` does.

usage: answers.py TRACE LESSON…     needs node

Students are made up from the JSON trace: one with every number right, one who cuts off, one who hands in three digits,
one with a slip, and some with a mistake that goes on through all that follows it.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

VERDICTS = {"correct": "right", "rounded": "rounded", "carried-forward": "carried", "wrong": "again"}
SCRIPT = os.path.join(os.path.dirname(__file__), "../Sources/Documents/Pages/judge.js")
# Judges sheets, each a list of pairs of a line and what was typed for it.
RUN = """
const { rules, sheets } = JSON.parse(require("fs").readFileSync(0, "utf8"));
const { judgeSheet } = marker(rules);
console.log(JSON.stringify(sheets.map((sheet) => [...judgeSheet(new Map(sheet))])));
"""


def judged_by_page(rules, sheets):
    """What the page says: for each sheet the pairs of a line and its verdict, with its hints."""
    with open(SCRIPT, encoding="utf-8") as file:
        script = file.read() + RUN
    run = subprocess.run(["node", "-e", script], input=json.dumps({"rules": rules, "sheets": sheets}),
                         capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def written(value, digits, truncates=False):
    """A number with so many significant digits, as a student writes it."""
    if value == 0:
        return "0"
    text = f"{value:.{digits - 1}e}" if not truncates else f"{value:.17e}"
    mantissa, power = text.split("e")
    if truncates:
        mantissa = mantissa[: (value < 0) + digits + 1]
    number = f"{float(mantissa + 'e' + power):.{max(0, digits - 1 - int(power))}f}"
    return number if abs(value) >= 1e-4 else f"{mantissa}e{int(power)}"


def values(trace, lesson):
    """Every number that the trace of a lesson has, by its name."""
    document = json.loads(subprocess.run([trace, "--lesson", lesson, "--format", "json"], capture_output=True,
                                         check=True).stdout)
    found = {one["name"]: one["value"] for one in document["quantities"]}
    found |= {f"d{one['of']}/d{one['by']}": one["value"] for one in document["factors"]}
    found |= {f"dC/d{one['name']}": one["gradient"] for one in document["quantities"]}
    found |= {f"dC/d{name}": value for name, value in document["gradient"].items()}
    found |= {f"new {name}": value for name, value in document.get("updated", {}).items()}
    return found | {"C": document["cost"]}


def judged(trace, lesson, answers, folder):
    """The verdicts and the hints of `trace check`, by the names of the answers."""
    path = os.path.join(folder, "answers.txt")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(f"{name} = {text}\n" for name, text in answers.items())
    run = subprocess.run([trace, "check", path, "--lesson", lesson, "--format", "json"], capture_output=True,
                         check=False)
    report = json.loads(run.stdout)
    verdicts = {one["name"]: one["verdict"] for one in report["answers"]}
    # The page thinks of one mistake at a time.
    alone = report["diagnoses"] if len(report["diagnoses"]) == 1 else []
    return verdicts, {one["at"]: one["hint"] for one in alone if one["hint"]}


def students(asked, known):
    """Names of students, and what each of them types."""
    numbers = {name: known[name] for name in asked if name in known}
    yield "all right", {name: written(value, 4) for name, value in numbers.items()}
    yield "cut off", {name: written(value, 4, truncates=True) for name, value in numbers.items()}
    for digits in 2, 3:
        yield f"{digits} digits", {name: written(value, digits) for name, value in numbers.items()}
    yield "two digits, here and there", {name: written(value, 2) for name, value in list(numbers.items())[::3]}
    # Made in the first line on the way back, and carried on from there.
    layers = [int(re.match(r"a(\d+)", name)[1]) for name in asked if name[0] == "a"]
    begins = any(re.fullmatch(rf"dC/da{max(layers)}(\[\d+\])?", name) for name in numbers)
    for what, factor in (("a 2 forgotten", 0.5), ("the wrong sign", -1)) if begins else ():
        yield what, {name: written(value * (factor if name.startswith("dC/d") else 1), 4)
                     for name, value in numbers.items() if not name.startswith("new ")}
    for name in list(numbers)[:: max(1, len(numbers) // 5)]:
        yield f"a slip in {name}", {one: written(value * (1.37 if one == name else 1), 4) for one, value in numbers.items()}
        yield f"only {name}", {name: written(numbers[name], 5)}
        yield f"only {name}, halved", {name: written(numbers[name] / 2, 5)}
        yield f"77 for {name}", {one: "77" if one == name else written(value, 2) for one, value in numbers.items()}
        yield f"only {name}, other sign", {name: written(-numbers[name], 5)}


def main(trace, *lessons):
    count = hinted = differ = 0
    with tempfile.TemporaryDirectory() as folder:
        for lesson in lessons:
            page = subprocess.run([trace, "worksheet", "--lesson", lesson, "--format", "html"], capture_output=True,
                                  text=True, check=True).stdout
            rules = json.loads(re.search(r'class="rules">(.*?)</script>', page, re.DOTALL)[1])
            names = dict(re.findall(r'data-line="(\d+)" data-name="([^"]*)"', page))
            lines = {name: int(line) for line, name in names.items()}
            everyone = list(students(list(lines), values(trace, lesson)))
            sheets = [[[lines[name], answers[name]] for name in lines if name in answers] for _, answers in everyone]
            for (who, answers), sheet in zip(everyone, judged_by_page(rules, sheets)):
                verdicts, hints = judged(trace, lesson, answers, folder)
                for line, said in sheet:
                    name = names[str(line)]
                    count += 1
                    expected = VERDICTS[verdicts[name]]
                    is_hinted = name in hints and said["verdict"] == "again"
                    hinted += is_hinted
                    if said["verdict"] != expected or (is_hinted and hints[name] not in said["hints"]):
                        differ += 1
                        print(f"{lesson}, {who}: {name} = {answers[name]} is {expected}, and the page says {said}"
                              + (f" for {hints[name]!r}" if name in hints else ""))
    print(f"{count} answers and {hinted} hints, {differ} judged otherwise by the page")
    return 1 if differ or not count or not hinted else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
