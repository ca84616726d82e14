// What a page computes of changed numbers, against the pages that the program writes of lessons with these numbers.
//
//   node living.js CASES [SCRIPT …]
//
// CASES is JSON: [{ lesson, page, cases: [{ changes: { name: typed }, page }] }], with the paths of pages; SCRIPTs stand in for the
// script of the page. Differences are printed, then how much was compared; the exit code says whether all is the same.
const { readFileSync } = require("node:fs");

const [, , casesPath, ...scripts] = process.argv;
const plain = (html) => html.replace(/<[^>]*>/g, "").replace(/&#x206[12];/g, "").replace(/\s+(?=[=≈+−⋅])/g, "").replace(/\s+/g, " ").replace(/⋅(?=\()/g, "");
// Where a formula was taken apart, a fraction is written in a line.
const loose = (text) => text.replace(/[()/⋅ ]/g, "");

function elements(html, tag, attribute) {
  const all = [];
  const start = new RegExp("<" + tag + "(?= )[^>]* " + attribute + "(?:=\"(\\d+)\")?[^>]*>", "g");
  for (let found; (found = start.exec(html)); ) {
    const end = html.indexOf("</" + tag + ">", found.index);
    all.push([Number(found[1]), plain(html.slice(start.lastIndex, end))]);
  }
  return all;
}
const inlines = (html, attribute) => [...elements(html, "math", attribute), ...elements(html, "mtd", attribute)];

// What a page says besides the numbers that are computed: sentences and tables that are not about the numbers as given.
function words(html) {
  const holes = html.replace(/<math data-(?:value|number)="(\d+)">.*?<\/math>/gs, "⟨$1⟩");
  const isKept = (opening) => !/ data-given/.test(opening);
  const sentences = [...holes.matchAll(/(<p(?: [^>]*)?>)(.*?)<\/p>/gs)].map(([, opening, text]) => [isKept(opening), plain(text)])
    .flatMap(([isKept, text]) => withoutRounding(text.split(/(?<=[.:])\s*(?=[A-Z⟨\p{Lu}])|(?<=[。：])/u)).map((sentence) => [isKept, sentence.trim()]));
  // A table that is too wide is cut in two.
  const tables = [...holes.matchAll(/(<div class="table[^>]*>)(.*?)<\/div>/gs)].flatMap(([, opening, text]) =>
    [...text.matchAll(/<tr>.*?<\/tr>/gs)].map(([row]) => [isKept(opening), plain(row)]));
  return [...sentences, ...tables];
}

function load(path) {
  const html = readFileSync(path, "utf8");
  const numbers = /<script type="application\/json" class="numbers">\n(.*?)\n<\/script>/s.exec(html);
  return { html, numbers: numbers && JSON.parse(numbers[1]) };
}
function sheetOf({ html, numbers }) {
  const code = scripts.length > 0 ? scripts.map((path) => readFileSync(path, "utf8")).join("\n") + "\nreturn { makeSheet, numeralOf };"
    : /const \{ makeSheet, numeralOf \} = \(\(\) => \{\n(.*?)\n\}\)\(\);/s.exec(html)[1];
  const [from, to] = JSON.parse(process.env.PLANTED ?? '["", ""]');
  if (!code.includes(from)) throw new Error(`nothing to plant at ${from}`);
  return new Function(code.replace(from, to))();
}

const countOf = (html) => html.split('class="table').length;
// How results are rounded is said, at the end of a paragraph, of all pages but those on which no line happens to be.
const isAboutRounding = (sentence) => /^Results are rounded|^Ergebnisse sind auf|四舍五入/.test(sentence);
const withoutRounding = (sentences) => sentences.slice(0, sentences.findIndex(isAboutRounding) >>> 0);
let compared = { lessons: 0, cases: 0, lines: 0, numbers: 0, figures: 0, sentences: 0, refused: 0, loose: 0, leftOut: 0 };
const faults = new Map();
function fault(lesson, text) {
  if (!faults.has(lesson)) faults.set(lesson, []);
  faults.get(lesson).push(text);
}

for (const { lesson, page, cases } of JSON.parse(readFileSync(casesPath, "utf8"))) {
  const original = load(page);
  if (!original.numbers) continue;
  compared.lessons += 1;
  const { makeSheet, numeralOf } = sheetOf(original);
  const sheet = makeSheet(original.numbers);
  const names = new Map(sheet.givens.map(({ name }, place) => [name, place]));
  const textOf = (sides) => plain(sides.flat().join(""));
  const first = sheet.compute();
  const lines = elements(original.html, "div", "data-line");
  const heads = lines.map(([line, text]) => {
    const made = first.line(line);
    const numbers = made ? textOf(made.sides) : "";
    if (!text.endsWith(numbers)) {
      if (loose(text).endsWith(loose(numbers))) return loose(text).slice(0, loose(text).length - loose(numbers).length);
      fault(lesson, `as given: ${text} does not end in ${numbers}`);
    }
    return text.slice(0, text.length - numbers.length);
  });
  for (const { changes, page } of [{ changes: {}, page: original.page }, ...cases]) {
    const other = page ? load(page) : original;
    const at = JSON.stringify(changes);
    const made = sheet.compute(new Map(Object.entries(changes).map(([name, typed]) => [names.get(name), numeralOf(typed)])));
    if (!other.numbers) {
      // The program refuses what is not finite.
      compared.refused += 1;
      if (made.isFinite) fault(lesson, `${at}: the program writes no such page`);
      continue;
    }
    if (!made.isFinite || made.isTied) { compared.refused += 1; continue; }
    compared.cases += 1;
    const otherLines = elements(other.html, "div", "data-line");
    const texts = new Map();
    for (const [line, text] of otherLines) texts.set(line, [...(texts.get(line) ?? []), text]);
    lines.forEach(([line], place) => {
      const own = made.line(line);
      const text = (texts.get(line) ?? [undefined])[0];
      compared.lines += 1;
      if (!own || text === undefined) return own || text !== undefined ? fault(lesson, `${at} line ${line}: ${text} against ${own && textOf(own.sides)}`) : undefined;
      const expected = (own.usesOther || first.line(line)?.usesOther ? "" : heads[place]) + textOf(own.sides);
      if (text.endsWith(expected)) return;
      compared.loose += 1;
      if (process.env.LOOSE) console.log(text, '|||', expected);
      if (!loose(text).endsWith(loose(expected))) fault(lesson, `${at} line ${line}: program ${text}, page ${expected}`);
    });
    for (const attribute of ["data-value", "data-number"]) {
      const numbers = new Map(inlines(other.html, attribute));
      for (const [name] of inlines(original.html, attribute)) {
        const own = made.number(name);
        const expected = own && plain((attribute === "data-value" ? own.relation : "") + own.text);
        compared.numbers += 1;
        const text = numbers.get(name);
        if (text === undefined) { fault(lesson, `${at} ${attribute} ${name}: only on the page`); continue; }
        if (attribute === "data-value" ? !text.endsWith(expected) : text !== expected) fault(lesson, `${at} ${attribute} ${name}: program ${text}, page ${expected}`);
      }
    }
    const figures = new Map(elements(other.html, "text", "data-figure"));
    for (const [name] of /<figure[^>]*data-given/.test(original.html) ? [] : elements(original.html, "text", "data-figure")) {
      const isGraph = /<figure class="graph/.test(original.html);
      const { digits, exponent, isNegative } = made.figure(name, isGraph).numeral;
      const expected = (isNegative ? "−" : "") + (original.numbers.decimal === "comma" ? digits.replace(".", ",") : digits) + (exponent === undefined ? "" : " · 10" + String(exponent).replace("-", "−"));
      // A picture leaves out a slope for which there is no room; a page keeps the places that it has.
      if (isGraph && !figures.has(name)) { compared.leftOut += 1; continue; }
      compared.figures += 1;
      if (!figures.get(name)?.endsWith(expected)) fault(lesson, `${at} figure ${name}: program ${figures.get(name)}, page ${expected}`);
    }
    const said = new Set(words(other.html).map(([, text]) => text));
    for (const [isKept, text] of words(original.html)) {
      if (!isKept) continue;
      compared.sentences += 1;
      const isCut = /^(⟨\d+⟩|[^.。:：]{0,6}\d)+$/.test(text) && countOf(other.html) !== countOf(original.html);
      if (!said.has(text) && !isCut) fault(lesson, `${at}: the page still says “${text}”`);
    }
  }
}
for (const [lesson, texts] of faults) {
  console.log(`${lesson}: ${texts.length} differences`);
  for (const text of texts.slice(0, Number(process.env.SHOWN ?? 4))) console.log("  " + text);
}
console.log(JSON.stringify(compared));
process.exit(faults.size > 0 ? 1 : 0);
