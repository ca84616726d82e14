#!/usr/bin/env python3
"""Whether the page of a worksheet judges what is typed into it as `trace check` does.

usage: answers.py TRACE LESSON…     needs chromium

Students are made up from the JSON trace: one with every number right, one who cuts off, one who hands in three digits,
one with a slip, and some with a mistake that goes on through all that follows it. Two pages that judge wrongly are planted.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

import browser
from formats import read

# It takes what is right for wrong; it knows no mistake, and keeps nothing.
ERRORS = [[('return "correct"', 'return "wrong"')], [("named ? [hints([named, ...alike])]", "named ? []"), ("restore(stored())", "restore({})")]]
TYPE = """
const { pages, typed } = await (await fetch("/work.json")).json();
const [said, kept] = [[], []];
for (const [place, students] of typed.entries()) {
  const { document, Event } = await opened(pages[place]);
  const fields = [...document.querySelectorAll("input[data-line]")];
  said.push(students.map((answers) => {
    for (const field of fields) {
      field.value = answers[field.dataset.name] ?? "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change"));
    }
    return Object.fromEntries(fields.map((field) => [field.dataset.name,
      [field.closest("li").dataset.verdict, field.closest("li").querySelector("output").textContent]]));
  }));
  // What was typed last is there again.
  const again = [...(await opened(pages[place])).document.querySelectorAll("input[data-line]")];
  kept.push(again.every((field) => field.value === (students.at(-1)[field.dataset.name] ?? "")));
}
await fetch("/", { method: "POST", body: JSON.stringify({ said, kept }) });
"""


def printed(*command):
    """What a command prints, also one that has something to complain of."""
    return subprocess.run(command, capture_output=True, check=False, text=True).stdout


def written(value, digits, truncates=False):
    """A number with so many significant digits, as a student writes it."""
    mantissa, power = f"{value:.{17 if truncates else digits - 1}e}".split("e")
    mantissa = mantissa[: (value < 0) + digits + 1]
    if 0 < abs(value) < 1e-4:
        return f"{mantissa}e{int(power)}"
    return f"{float(mantissa + 'e' + power):.{max(0, digits - 1 - int(power))}f}"


def values(trace, lesson):
    """Every number that the trace of a lesson has, by its name."""
    document = json.loads(printed(trace, "--lesson", lesson, "--format", "json"))
    result = document.get("result", {"name": "C", "value": document.get("cost")})
    found = {result["name"]: result["value"]} | {one["name"]: one["value"] for one in document["quantities"]}
    found |= {f"d{one['of']}/d{one['by']}": one["value"] for one in document["factors"]}
    found |= {f"d{result['name']}/d{one['name']}": one["gradient"] for one in document["quantities"]}
    found |= {f"d{result['name']}/d{name}": value for name, value in document["gradient"].items()}
    examples = document.get("examples", [])
    for number, example in enumerate(examples, 1):
        found |= {f"C{number}": example["cost"]} | {f"dC{number}/d{name}": value for name, value in example["gradient"].items()}
        own = [one for one in document["quantities"] if one["name"].endswith(f"@{number}")]
        # The cost of all is the mean.
        found |= {f"dC{number}/d{one['name']}": one["gradient"] * len(examples) for one in own}
    return found | {f"new {name}": value for name, value in document.get("updated", {}).items()}


def students(asked, known):
    """What each of them types, by the names of the blanks."""
    numbers = {name: known[name] for name in asked if name in known}

    def all_of(digits, factor=lambda name: 1, **more):
        return {name: written(value * factor(name), digits, **more) for name, value in numbers.items()}
    yield from (all_of(4), all_of(4, truncates=True), all_of(2), all_of(3), dict(list(all_of(2).items())[::3]))
    # A factor forgotten, or the wrong sign, in the first line on the way back, and carried on from there.
    last = max((int(re.match(r"a(\d+)", name)[1]) for name in asked if re.match(r"a\d", name)), default=None)
    for wrong in (0.5, -1) if any(re.fullmatch(rf"dC\d*/da{last}(\[\d+\])?(@\d+)?", name) for name in numbers) else ():
        sheet = all_of(4, lambda name: wrong if re.match(r"dC\d*/d", name) else 1)
        yield {name: text for name, text in sheet.items() if not name.startswith("new ")}
    for slip in list(numbers)[:: max(1, len(numbers) // 5)]:
        yield all_of(4, lambda name: 1.37 if name == slip else 1)
        yield all_of(2) | {slip: "77"}
        yield from ({slip: written(numbers[slip] * factor, 5)} for factor in (1, 0.5, -1))


def judged(trace, lesson, answers):
    """The verdicts and the hints of `trace check`, by the names of the answers."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as file:
        file.writelines(f"{name} = {text}\n" for name, text in answers.items())
        file.flush()
        report = json.loads(printed(trace, "check", file.name, "--lesson", lesson, "--format", "json"))
    return {one["name"]: one["verdict"] for one in report["answers"]}, {one["at"]: one["hint"] for one in report["diagnoses"]}


def differences(answers, verdicts, hints, said):
    """What the page says otherwise than the command."""
    for name, text in answers.items():
        verdict, words = said[name]
        hint = hints.get(name, "")
        if verdict != verdicts[name] or hint not in words:
            yield f"{name} = {text} is {verdicts[name]}, and the page says {words!r} {hint}"


def planted(page, errors):
    """A page that judges or keeps wrongly."""
    for error in errors:
        page = page.replace(*error)
    return page


def main(trace, *lessons):
    pages = [printed(trace, "worksheet", "--lesson", lesson, "--format", "html") for lesson in lessons]
    pages, lessons = pages + [planted(pages[0], errors) for errors in ERRORS], lessons + lessons[:1] * len(ERRORS)
    typed = [list(students(re.findall(r'data-name="([^"]*)"', page), values(trace, lesson))) for page, lesson in zip(pages, lessons)]
    script = read(os.path.join(os.path.dirname(os.path.abspath(__file__)), "frame.js")) + TYPE
    answer = browser.found("chromium", script, pages, typed=typed)
    bad, count, hinted = [], 0, 0
    # The last of the planted pages keeps nothing.
    bad += [f"{lesson}: what was typed is gone after a reload" for lesson, kept in zip(lessons, answer["kept"][:-1]) if not kept]
    bad += ["nobody sees a page that keeps nothing"] * answer["kept"][-1]
    for place, said in enumerate(answer["said"]):
        judgements = [(answers, *judged(trace, lessons[place], answers)) for answers in typed[place]]
        found = [f"{lessons[place]}: {finding}" for one, words in zip(judgements, said) for finding in differences(*one, words)]
        is_planted = place >= len(pages) - len(ERRORS)
        bad += ["nobody sees a page that judges wrongly"] * (not found) if is_planted else found
        count += sum(map(len, typed[place]))
        hinted += sum(len([hint for hint in hints.values() if hint]) for _, _, hints in judgements)
    print(*bad[:20], f"{count} answers, {hinted} hints, {len(ERRORS)} planted errors; {len(bad)} findings", sep="\n")
    return 1 if bad or not hinted else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]) if len(sys.argv) > 2 else __doc__)
