#!/usr/bin/env python3
"""Whether questions are what the platforms read, and ask what the lesson says.

usage: questions.py TRACE FOLDER [CHECKS]     needs pygiftparser, moodle_xml_parser, anki, xmllint

FOLDER has files LESSON+NAME.ENDING, where NAME tells the languages and options of one lesson apart. Each is read by a parser
of others, and by the platform's own rules; the same NAME asks the same in every format. Every value is that of the trace; a
right number, typed with the digits that are asked for, gets all points, one with two digits some, and one to which a mistake
leads none, but its hint. CHECKS of the wrong numbers, drawn at random, are given to `trace check`, which says the same. In a
copy of each file an error is planted, and must be found.
"""
import html
import io
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zipfile
from collections import defaultdict

# A module beside this one has the name of one that Anki needs.
sys.path[:] = [path for path in sys.path if os.path.abspath(path) != os.path.dirname(os.path.abspath(__file__))]

# Moodle's own grammar of embedded answers (question/type/multianswer/questiontype.php), where Python's lookbehind differs.
FRACTION = r"=|%(-?[0-9]+(?:[.,][0-9]*)?)%"
ALTERNATIVE = rf"({FRACTION})?(.+?(?<!\\)(?<!&)(?<!&amp;)(?=[~#}}]|$))(#(.*?(?<!\\)(?=[~}}]|$)))?"
FIELD = re.compile(r"\{([0-9]*):(NUMERICAL|NM):(" + ALTERNATIVE + r"(?:~" + re.sub(r"\((?!\?)", "(?:", ALTERNATIVE) + r")*)\}")
NUMBER = r"-?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][-+]?[0-9]+)?"
NUMERICAL = re.compile(rf"^({NUMBER})(?::({NUMBER}))?$")
QTI = "{http://www.imsglobal.org/xsd/imsqti_v2p1}"
CANVAS = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"


class Wrong(Exception):
    """What is wrong with a file."""


def need(condition, what):
    if not condition:
        raise Wrong(what)


def plain(text):
    """The words of HTML, without its mathematics."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]*>", " ", text))).strip()


def rule(fraction, value, tolerance, hint=""):
    return float(fraction) / 100, float(value), float(tolerance), plain(hint)


def fragment(text):
    """HTML that is XML as well, and has no mathematics between single dollars."""
    need("$" not in re.sub(r"\$IMS-CC-FILEBASE\$", "", text), "a dollar sign")
    need(text.count(r"\(") == text.count(r"\)") and text.count(r"\[") == text.count(r"\]"), "mathematics that does not end")
    try:
        ET.fromstring(f"<div>{text}</div>")
    except ET.ParseError as error:
        raise Wrong(f"no XML: {error}") from error


def moodle(data):
    """The questions of Moodle XML: (name, its rules, one list for each blank)."""
    import moodle_xml_parser.parser as parser

    try:
        root = ET.fromstring(data)
    except ET.ParseError as error:
        raise Wrong(str(error)) from error
    found = []
    with_gaps = iter(parser.parse_string(data.decode())["cloze"])
    for question in root.findall("question"):
        if question.get("type") == "category":
            need(question.findtext("category/text", "").startswith("$course$/top/"), "a category")
            continue
        name, text = question.findtext("name/text"), question.findtext("questiontext/text")
        fragment(question.findtext("generalfeedback/text"))
        if question.get("type") == "cloze":
            fields, rest = [], text
            while match := FIELD.search(rest):
                fields.append(alternatives(match[3]))
                rest = rest[: match.start()] + "…" + rest[match.end():]
            need("NUMERICAL" not in rest, f"a field of {name} is cut")
            fragment(rest)
            gaps = [gap for gap in next(with_gaps).gaps if gap.sub_type == "NUMERICAL"]
            need(len(gaps) == len(fields), f"{len(gaps)} gaps in {len(fields)} fields")
            found.append((name, fields))
        else:
            need(question.get("type") == "numerical", "another type")
            fragment(text)
            answers = question.findall("answer")
            for answer in answers:
                fragment(answer.findtext("feedback/text", ""))
            found.append((name, [[rule(answer.get("fraction"), answer.findtext("text"), answer.findtext("tolerance"),
                                       answer.findtext("feedback/text", "")) for answer in answers]]))
    return found


def alternatives(text):
    """The alternatives of a field, as Moodle takes them from it."""
    rules = []
    while match := re.search("~?" + ALTERNATIVE, text):
        number = NUMERICAL.match(match[3])
        need(number, f"{match[3]} is no number")
        hint = html.unescape(match[5] or "").replace(r"\}", "}").replace(r"\#", "#")
        rules.append(rule(100 if match[1] == "=" else match[2] or 0, number[1], number[2] or 0, hint))
        text = text[match.end():]
    return rules


def gift(data):
    """The questions of GIFT, by a parser of others, and the rules by Moodle's."""
    from pygiftparser import parser

    text = data.decode()
    # Its numbers have no sign and no power of ten, as Moodle's have.
    questions = parser.parseFile(io.StringIO(re.sub(r"(?m)^(=%\d+%)-?([\d.]+)(?:e-?\d+)?:([\d.]+)(?:e-?\d+)?", r"\1\2:\3", text)))
    blocks = [block for block in text.split("\n\n") if block.strip() and not block.startswith("$CATEGORY:")]
    need(len(questions) == len(blocks), f"{len(questions)} questions in {len(blocks)} blocks")
    found = []
    for question, block in zip(questions, blocks):
        need(question.valid and type(question.answers).__name__ == "NumericAnswerSet", f"{question.title}: not numerical")
        need(question.generalFeedback, f"{question.title}: no solution")
        match = re.fullmatch(r"::(.*?)(?<!\\)::\[html\](.*?)(?<!\\)\{#\n(.*?)####(.*?)(?<!\\)\}", block.strip(), re.DOTALL)
        need(match, "a question without its parts")
        name, stem, answers, solution = match.groups()
        for piece in (stem, solution):
            need(not re.search(r"(?<!\\)(?:\\\\)*[~={}:#]", piece), f"a mark of GIFT in {name}")
            fragment(unescaped(piece))
        rules = []
        for line in answers.strip().split("\n"):
            match = re.fullmatch(rf"=%(\d+)%({NUMBER}):({NUMBER})(?:#(.*))?", line)
            need(match, f"no answer: {line}")
            rules.append(rule(match[1], match[2], match[3], unescaped(match[4] or "")))
        found.append((unescaped(name), [rules]))
    return found


def unescaped(text):
    return re.sub(r"\\([\\~={}:#])", r"\1", text)


def archive(data):
    """The files of an archive, by their names."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as files:
            need(files.testzip() is None, "a checksum")
            return {name: files.read(name) for name in files.namelist()}
    except zipfile.BadZipFile as error:
        raise Wrong(str(error)) from error


def listed(files):
    """Every file of the archive is in its manifest, and the other way round."""
    manifest = ET.fromstring(files["imsmanifest.xml"])
    hrefs = {element.get("href") for element in manifest.iter() if element.tag.endswith("}file")}
    need(hrefs == set(files) - {"imsmanifest.xml"}, "the manifest lists other files")


def qti(data):
    """The items of QTI 2.1, and how they are judged."""
    files = archive(data)
    listed(files)
    test = ET.fromstring(files["test.xml"])
    found = []
    for reference in test.iter(f"{QTI}assessmentItemRef"):
        item = ET.fromstring(files[reference.get("href")])
        names = {part.get("identifier"): plain("".join(part.itertext())) for part in item.iter(f"{QTI}modalFeedback")}
        fields = []
        judged, solved = [], []
        for condition in item.iter(f"{QTI}responseCondition"):
            (solved if condition.find(f"{QTI}responseIf/{QTI}isNull") is None else judged).append(condition)
        shown = [part.text for part in item.find(f"{QTI}responseProcessing").iter(f"{QTI}baseValue")].count("SOLUTION")
        need(len(solved) == shown == 1 and solved[0].find(f".//{QTI}gte") is not None, "the solution before the answer is right")
        for condition in judged:
            rules = []
            for case in condition.findall(f"{QTI}responseElseIf"):
                equal = case.find(f"{QTI}equal")
                need(equal.get("toleranceMode") in ("exact", "absolute"), "a tolerance")
                low, high = (equal.get("tolerance") or "0 0").split()
                need(low == high, "two tolerances")
                points, hint = 0, ""
                for outcome in case.findall(f"{QTI}setOutcomeValue"):
                    value = outcome.findtext(f".//{QTI}baseValue")
                    points, hint = (100 * float(value), hint) if outcome.get("identifier") == "SCORE" else (points, names[value])
                rules.append((points / 100, float(equal.findtext(f"{QTI}baseValue")), float(low), hint))
            fields.append(rules)
        blanks = {blank.get("responseIdentifier") for blank in item.iter(f"{QTI}textEntryInteraction")}
        declared = {part.get("identifier") for part in item.iter(f"{QTI}responseDeclaration")}
        need(blanks == declared and len(blanks) == len(fields), "blanks that nobody judges")
        pictures = [part.get("src") for part in item.iter(f"{QTI}img")]
        need(all(picture.removeprefix("../") in files for picture in pictures), "no picture")
        found.append((item.get("title"), fields))
    return found


def canvas(data):
    """The items of QTI 1.2; Canvas takes each condition on numbers for a right answer."""
    files = archive(data)
    listed(files)
    found = []
    for item in ET.fromstring(files["quiz/quiz.xml"]).iter(f"{CANVAS}item"):
        texts = [part.text or "" for part in item.iter(f"{CANVAS}mattext")]
        for text in texts:
            fragment(text)
        conditions = [part for part in item.iter(f"{CANVAS}respcondition") if part.find(f".//{CANVAS}varequal") is not None]
        need(len(conditions) == 1, "more than one right answer")
        shown = [part.get("linkrefid") for part in item.iter(f"{CANVAS}displayfeedback")]
        kept = [part.get("ident") for part in item.iter(f"{CANVAS}itemfeedback")]
        need(shown == kept and kept in (["general_fb"], ["general_fb", "general_incorrect_fb"]), f"{kept} are no comments of Canvas")
        value, low, high = (float(conditions[0].findtext(f".//{CANVAS}{name}")) for name in ("varequal", "vargte", "varlte"))
        found.append((item.get("title"), [[(1.0, value, (high - low) / 2, "")]]))
    return found


def anki(data):
    """The notes, by Anki's own importer."""
    from anki.collection import Collection, ImportCsvRequest
    from anki.import_export_pb2 import CsvMetadataRequest

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "notes.txt")
        with open(path, "wb") as file:
            file.write(data)
        collection = Collection(os.path.join(folder, "collection.anki2"))
        metadata = collection.get_csv_metadata(path, None)
        log = collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)).log
        notes = [collection.get_note(note) for note in collection.find_notes("")]
        collection.close()
    lines = data.decode().count("\n") - 5
    need(len(log.new) == lines == len(notes), f"{len(log.new)} new notes in {lines} lines")
    for note in notes:
        for field in note.values()[:2]:
            fragment(re.sub(r"\{\{c\d+::(.*?)\}\}", r"\1", field))
    cloze = re.compile(r"\{\{c\d+::(.*?)\}\}")
    return [(None, [[(1.0, number(value), None, "")] for value in cloze.findall(note.values()[0]) or
                    re.findall(r"^<p><strong>(.*?)</strong>", note.values()[1])]) for note in notes]


def number(text):
    return float(text.replace(",", "."))


PARSERS = {".xml": moodle, ".gift": gift, ".qti.zip": qti, ".canvas.zip": canvas, ".anki.txt": anki}


def graded(rules, typed):
    """The points and the hint for a number: those of the first rule that takes it."""
    for points, value, tolerance, hint in rules:
        if abs(typed - value) <= tolerance + 1e-12 * abs(value):
            return points, hint
    return 0, ""


def judge(name, rules, value, digits):
    """What is wrong with the rules of a blank whose right value is known."""
    need(rules and rules[0][0] == 1, f"{name}: the first rule is not the right one")
    need(graded(rules, float(f"{value:.{digits - 1}e}"))[0] == 1, f"{name}: {value} is not right")
    # Where that is the number of a mistake as well, it is that; of a new parameter two digits may be those of the old one.
    points, hint = graded(rules, float(f"{value:.1e}"))
    need(points >= 0.5 or hint or rules[-1][0] != 0.5 or "new " in name, f"{name}: two digits of {value}")
    need(value == 0 or graded(rules, 2 * value)[0] < 1 and graded(rules, -value)[0] < 1, f"{name}: anything is right")
    for points, wrong, _, hint in rules[1:]:
        if points == 0:
            need(graded(rules, wrong) == (0, hint) and hint, f"{name}: {wrong} has another hint")


def values(trace, lesson):
    """Every value and derivative of a lesson, by the name under which it is typed."""
    report = subprocess.run([trace, "worksheet", "--lesson", lesson, "--key", "--digits", "12"], capture_output=True, check=True, text=True)
    lines = re.findall(r"^(\w[\w\[\],@/ ]*) [=≈] (-?[\d.]+(?:e-?\d+)?)$", report.stdout, re.MULTILINE)
    return {name: float(value) for name, value in lines}


def hints(trace, lesson):
    """The mistakes to which each hint belongs, as a page that judges has them."""
    page = subprocess.run([trace, "worksheet", "--lesson", lesson, "--format", "html"], capture_output=True, check=True, text=True)
    rules = json.loads(re.search(r'<script type="application/json" class="rules">\n(.*?)</script>', page.stdout, re.DOTALL)[1])
    found = defaultdict(set)
    for mistake in rules["mistakes"]:
        found[mistake["hint"]].add(mistake["id"])
    return found


def confirmed(trace, mistakes, lesson, name, wrong, digits, hint):
    """Whether the marker, told only this number, names the mistake of the hint, or one of several that it may be."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as sheet:
        sheet.write(f"trace: lesson={lesson}\n{name} = {wrong:.{digits - 1}e}\n")
        sheet.flush()
        report = json.loads(subprocess.run([trace, "check", sheet.name, "--format", "json"], capture_output=True, check=False, text=True).stdout)
    meant = next((ids for words, ids in mistakes.items() if hint.endswith(words)), set())
    return any(meant & {found["mistake"], *found["alike"], *found["mayBe"]} for found in report["diagnoses"])


def planted(path, data):
    """The file with an error in it."""
    if path.endswith(".zip"):
        # A byte of a stored file, which only the checksum tells.
        place = data.index(b"</manifest>") - 3
        return data[:place] + bytes([data[place] ^ 1]) + data[place + 1:]
    if path.endswith(".gift"):
        return data.replace(b"\\\\(", b"\\(", 1).replace(b"\\=", b"=", 1)
    if path.endswith(".anki.txt"):
        return data.replace(b"\\)", b"", 1)
    return data.replace(b"<![CDATA[<p>", b"<![CDATA[<p", 1)


def main(trace, folder, checks=0):
    asked = defaultdict(dict)
    for path in sorted(os.listdir(folder)):
        ending = next((ending for ending in PARSERS if path.endswith(ending)), None)
        need(ending, f"{path}: what is this?")
        with open(os.path.join(folder, path), "rb") as file:
            data = file.read()
        try:
            asked[path.removesuffix(ending)][ending] = PARSERS[ending](data)
        except Wrong as error:
            raise Wrong(f"{path}: {error}") from error
        try:
            PARSERS[ending](planted(path, data))
        except Exception:
            continue
        raise Wrong(f"{path}: nobody sees the error that was planted")
    blanks, wrongs = 0, []
    for name, formats in asked.items():
        lesson = name.split("+")[0]
        digits = int((re.search(r"\+digits=(\d+)", name) or [0, 4])[1])
        known = None if "variants" in name else values(trace, lesson)
        first = formats.get(".xml") or next(iter(formats.values()))
        for ending, questions in formats.items():
            need(len(questions) == len(first), f"{name}: {ending} has {len(questions)} questions and not {len(first)}")
            for (title, fields), (own, others) in zip(questions, first):
                need(title is None or own is None or title == own, f"{name}: {ending} calls {own} {title}")
                need(len(fields) == len(others), f"{name}: {ending} has {len(fields)} blanks in {own}")
                for rules, same in zip(fields, others):
                    need(rules[0][1] == same[0][1], f"{name}: {ending} has {rules[0][1]} and not {same[0][1]}")
                    need(ending in (".canvas.zip", ".anki.txt") or [each[:3] for each in rules] == [each[:3] for each in same],
                         f"{name}: {ending} judges otherwise")
        for title, fields in first:
            for number, rules in enumerate(fields):
                quantity = title.rsplit(": ", 1)[-1] if len(fields) == 1 else list(known)[number] if known else ""
                value = known[quantity] if known else rules[0][1]
                judge(f"{name}, {quantity}", rules, value, digits)
                blanks += 1
                if known and "+en" in name and len(fields) == 1:
                    wrongs += [(lesson, quantity, wrong, digits, hint) for points, wrong, _, hint in rules[1:] if points == 0]
    draw = random.Random(7).sample(wrongs, min(int(checks), len(wrongs)))
    mistakes = {lesson: hints(trace, lesson) for lesson in {wrong[0] for wrong in draw}}
    agreed = [confirmed(trace, mistakes[wrong[0]], *wrong) for wrong in draw]
    for wrong, said in zip(draw, agreed):
        if not said:
            print("trace check says otherwise:", *wrong)
    need(len(agreed) == 0 or sum(agreed) >= 0.9 * len(agreed), "the marker knows other mistakes")
    print(f"{len(asked)} quizzes, {blanks} blanks, {len(wrongs)} wrong numbers with a hint; trace check agrees on {sum(agreed)} of {len(agreed)}")


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except Wrong as error:
        sys.exit(f"error: {error}")
