// A page that lives: a number that is given can be changed, and all that follows from it is computed anew.
const numbersOfPage = JSON.parse(document.querySelector(".numbers").textContent);
const say = numbersOfPage.words;
const sheet = makeSheet(numbersOfPage);
const asGiven = sheet.compute();
const changes = new Map();
const isComma = numbersOfPage.decimal === "comma";
const plainText = (node) => node.textContent.replace(/[\s\u2061\u2062⋅/()]/g, "");

// A number as it is typed, and as it stands in a picture.
const withSign = ({ digits }) => (isComma ? digits.replace(".", ",") : digits);
const typedOf = (numeral) => (numeral.isNegative ? "-" : "") + withSign(numeral) + (numeral.exponent === undefined ? "" : "e" + numeral.exponent);
const drawnOf = (numeral) => (numeral.isNegative ? "−" : "") + withSign(numeral) + (numeral.exponent === undefined ? "" : " · 10");

const inLine = (numeral) => drawnOf(numeral) + (numeral.exponent === undefined ? "" : [...String(numeral.exponent)].map((sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[sign] ?? "⁻").join(""));

function fromMarkup(markup) {
  const template = document.createElement("template");
  template.innerHTML = markup;
  return template.content;
}

// The lines of the page. What the script does not find as the page has it, it does not touch.
const lines = [];
for (const box of document.querySelectorAll("[data-line]")) {
  const made = asGiven.line(Number(box.dataset.line));
  const sides = [...box.querySelectorAll(".side")];
  const shown = made && made.sides.map((chunks) => fromMarkup(chunks.join("")));
  const place = made && sides.length - shown.length;
  if (shown?.every((side, number) => plainText(side) === plainText(sides[place + number] ?? box))) {
    lines.push({ box, number: Number(box.dataset.line), sides, place, isOther: made.usesOther, drawn: undefined });
  } else box.dataset.given = "";
}

// Numbers among words and in tables; behind a name there is its relation.
const singles = [];
for (const math of document.querySelectorAll("[data-value], [data-number]")) {
  const isBare = math.dataset.number !== undefined;
  const name = Number(isBare ? math.dataset.number : math.dataset.value);
  const made = asGiven.number(name);
  const text = made && plainText(fromMarkup((isBare ? "" : "<mo>" + made.relation + "</mo>") + made.text));
  if (text && plainText(math).endsWith(text)) singles.push({ math, name, isBare, markup: math.innerHTML });
  else math.closest("p, .table, .equation").dataset.given = "";
}

// Matrices, whose relation says whether all of their numbers are exact.
const matrices = [...document.querySelectorAll(".matrix")].map((matrix) => ({
  relation: matrix.parentElement.previousElementSibling, names: [...matrix.querySelectorAll("[data-number]")].map((cell) => Number(cell.dataset.number)),
})).filter(({ names }) => names.length > 0);
function drawMatrices(made) {
  for (const { relation, names } of matrices) relation.textContent = names.every((name) => made.number(name).relation === "=") ? "=" : "≈";
}

// Numbers in pictures, as far as the script finds them as they are drawn, and the lines whose thickness shows how large a weight is.
const figures = [...document.querySelectorAll("[data-figure]")].map((text) => ({ text, name: Number(text.dataset.figure), isGraph: text.closest(".graph") !== null }));
for (const { text, name, isGraph } of figures) {
  const { numeral } = asGiven.figure(name, isGraph);
  if (!text.textContent.endsWith(drawnOf(numeral) + String(numeral.exponent ?? "").replace("-", "−"))) text.closest("figure").dataset.given = "";
}
// Behind a name and its relation, or alone.
function drawNumber(text, { relation, numeral }) {
  const behind = [...text.childNodes].findLast((node) => /[=≈]/.test(node.textContent));
  if (!behind) {
    text.textContent = inLine(numeral);
    return;
  }
  while (behind.nextSibling) behind.nextSibling.remove();
  behind.textContent = behind.textContent.replace(/[=≈].*$/, relation + " " + inLine(numeral));
}
const weights = [...document.querySelectorAll("[data-weight]")].map((group) => ({ line: group.querySelector(".line"), title: group.querySelector("title"), name: Number(group.dataset.weight) }));
function drawPictures(made) {
  for (const { text, name, isGraph } of figures) {
    drawNumber(text, made.figure(name, isGraph));
    const [ground, width] = [text.previousElementSibling, text.textContent.length * 6.2 + 3];
    if (ground?.classList.contains("ground")) {
      ground.setAttribute("width", width);
      ground.setAttribute("x", text.getAttribute("x") - width / 2);
    }
    // What stands in a box is not wider than the box.
    const box = ground?.previousElementSibling?.closest(".box") ?? null;
    text.removeAttribute("textLength");
    if (box && text.getComputedTextLength() > box.getAttribute("width") - 8) {
      text.setAttribute("textLength", box.getAttribute("width") - 8);
      text.setAttribute("lengthAdjust", "spacingAndGlyphs");
    }
  }
  const sizes = weights.map(({ name }) => made.figure(name, false).numeral.value);
  const most = Math.max(...sizes.map(Math.abs));
  weights.forEach(({ line, title, name }, place) => {
    line.setAttribute("stroke-width", 0.75 + (most > 0 ? Math.abs(sizes[place]) / most : 0) * 3.75);
    line.classList.toggle("negative", sizes[place] < 0);
    if (sizes[place] > 0) line.removeAttribute("stroke-dasharray");
    else line.setAttribute("stroke-dasharray", sizes[place] < 0 ? "7 4" : "1 4");
    const { relation, numeral } = made.figure(name, false);
    title.textContent = title.textContent.replace(/(=|≈)[^=≈]*$/, relation + " " + inLine(numeral));
  });
}

// What comes down an edge, local times upstream gradient: the title of the edge, which stands below the picture while it is pointed at.
const edges = [...document.querySelectorAll("[data-factors]")].map((group) => ({ title: group.querySelector("title"), names: group.dataset.factors.split(" ").map(Number) }));
function drawEdges(made) {
  for (const { title, names } of edges) {
    const sides = names.length > 1 ? made.product(names).flat().map((chunk) => fromMarkup(chunk).textContent).join("").replace(/([=≈⋅])/g, " $1 ").replaceAll("⋅", "·")
      : " " + made.number(names[0]).relation + " " + inLine(made.number(names[0]).numeral);
    title.textContent = title.textContent.replace(/ [=≈].*$/, "") + sides;
  }
}

function drawLine(line, made) {
  const { box, sides, place } = line;
  const key = JSON.stringify(made);
  if (line.drawn === key) return;
  line.drawn = key;
  const kept = sides.slice(0, place);
  if (made.usesOther !== line.isOther && place > 0) kept[place - 1] = fromMarkup(made.symbols).firstElementChild;
  const added = made.sides.map((chunks) => {
    const side = document.createElement("span");
    side.className = "side";
    for (const chunk of chunks) side.append(fromMarkup('<math display="block">' + chunk + "</math>"));
    return side;
  });
  box.querySelector(".sides").replaceChildren(...kept, ...added);
}
function restoreLine(line) {
  if (line.drawn !== undefined) line.box.querySelector(".sides").replaceChildren(...line.sides);
  line.drawn = undefined;
}

function drawSingle({ math, name, isBare, markup }, made) {
  math.innerHTML = markup;
  if (!made) return;
  if (isBare) {
    math.innerHTML = made.text;
    return;
  }
  const left = math.firstElementChild.firstElementChild;
  math.firstElementChild.replaceChildren(left, ...fromMarkup("<math><mo>" + made.relation + "</mo>" + made.text + "</math>").firstElementChild.childNodes);
}

// One sentence stands in the place of what follows each other and is about the numbers as given, and one above an introduction
// with numbers in it, which stays.
function noteBefore(part, words) {
  const note = document.createElement("p");
  note.className = "as-given";
  note.textContent = words;
  part.before(note);
}
for (const part of document.querySelectorAll("[data-given]")) {
  if (!part.previousElementSibling?.hasAttribute("data-given")) noteBefore(part, say.given);
}
const introduction = [...document.querySelectorAll("main > p:not([data-given])")];
if (introduction.some((part) => /\d/.test(part.textContent))) noteBefore(introduction[0], say.introduction);

// Computes everything anew; what is wrong if that gives no finite numbers, or several that are chosen from are equal: then nothing
// is shown of it.
function recompute() {
  const made = changes.size > 0 ? sheet.compute(changes) : asGiven;
  if (!made.isFinite) return say.notFinite;
  if (changes.size > 0 && made.isTied) return say.tied;
  const isChanged = changes.size > 0;
  const wasChanged = document.body.classList.contains("changed");
  document.body.classList.toggle("changed", isChanged);
  for (const line of lines) isChanged ? drawLine(line, made.line(line.number)) : restoreLine(line);
  for (const single of singles) if (!single.field) drawSingle(single, isChanged ? made.number(single.name) : null);
  if (isChanged || wasChanged) {
    drawMatrices(made);
    drawPictures(made);
    drawEdges(made);
  }
  reset.hidden = !isChanged;
  measure();
  return undefined;
}

// What is typed, as a number; null if it is none that may stand there.
function read(text, { isPositive }) {
  const typed = text.trim().replace(/[−–]/g, "-").replace(/^\+/, "").replace(isComma ? "," : /$^/, ".").replace(/^(-?)\./, "$10.").replace(/\.$/, "");
  const numeral = /\//.test(typed) ? null : numeralOf(typed.replace(/^(-?)0+(?=\d)/, "$1"));
  if (!numeral || (isPositive && !(numeral.value > 0))) return null;
  return numeral.value === 0 ? numeralOf("0") : numeral;
}

// A number, and the next ones on both sides: in its last decimal, but not finer than a thousandth, or a hundredth of what is small.
function moved(value, steps) {
  const decimals = Math.abs(value) < 0.01 && value !== 0 ? 1 - Math.floor(Math.log10(Math.abs(value))) : Math.min(3, Math.max(1, (String(value).split(".")[1] ?? "").length));
  const text = (value + steps * 10 ** -decimals).toFixed(Math.min(100, decimals));
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text;
}

const fields = new Map();
function makeField(name, given, single) {
  const field = document.createElement("input");
  field.className = "field";
  field.inputMode = "decimal";
  field.autocomplete = "off";
  field.spellcheck = false;
  field.setAttribute("aria-label", fill(say.field, { name: given.name }));
  const first = typedOf(asGiven.number(name).numeral);
  const show = (text) => {
    field.value = text;
    field.size = Math.max(3, text.length);
    field.removeAttribute("aria-invalid");
    field.title = "";
  };
  const shownNow = () => (changes.has(name) ? typedOf(changes.get(name)) : first);

  function take(text) {
    const numeral = read(text, given);
    const before = changes.get(name);
    if (numeral && typedOf(numeral) === first) changes.delete(name);
    else if (numeral) changes.set(name, numeral);
    const problem = numeral === null ? say.unread : recompute();
    const isTaken = !problem;
    if (!isTaken && numeral) before ? changes.set(name, before) : changes.delete(name);
    field.size = Math.max(3, field.value.length);
    field.toggleAttribute("data-changed", changes.has(name));
    field.setAttribute("aria-invalid", !isTaken);
    field.title = problem ?? "";
    if (!isTaken) said.textContent = field.title;
    return isTaken;
  }
  const settle = () => {
    show(shownNow());
    writeAddress();
  };
  const moveTo = (text) => {
    const shown = isComma ? text.replace(".", ",") : text;
    const before = field.value;
    field.value = shown;
    if (!take(shown)) field.value = before;
  };
  const valueNow = () => (changes.get(name) ?? given.numeral).value;

  field.addEventListener("input", () => take(field.value));
  field.addEventListener("blur", settle);
  field.addEventListener("keydown", (event) => {
    // Elsewhere the arrow keys open and close steps.
    event.stopPropagation();
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (steps) {
      event.preventDefault();
      moveTo(moved(valueNow(), steps));
    } else if (event.key === "Enter") settle();
  });
  // Dragged to the side, it changes by a step for every few pixels.
  let drag;
  field.addEventListener("pointerdown", (event) => {
    if (document.activeElement !== field) drag = { x: event.clientX, value: valueNow(), isMoving: false };
  });
  field.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const steps = Math.trunc((event.clientX - drag.x) / 4);
    if (!drag.isMoving && steps === 0) return;
    if (!drag.isMoving) field.setPointerCapture(event.pointerId);
    drag.isMoving = true;
    const text = moved(drag.value, steps);
    requestMove(() => moveTo(text));
  });
  for (const kind of ["pointerup", "pointercancel"]) field.addEventListener(kind, () => {
    if (drag?.isMoving) settle();
    drag = undefined;
  });

  const { math, isBare } = single;
  if (isBare) math.replaceWith(field);
  else {
    // The name and its relation, then the field.
    const label = document.createElement("label");
    label.className = "given";
    const head = math.cloneNode(true);
    for (const attribute of ["data-value", "data-number"]) head.removeAttribute(attribute);
    head.firstElementChild.replaceChildren(...[...head.firstElementChild.childNodes].slice(0, 1), ...fromMarkup("<math><mo>=</mo></math>").firstElementChild.childNodes);
    math.replaceWith(label);
    label.append(head, field);
  }
  single.field = field;
  show(first);
  fields.set(name, { field, show, shownNow, take, given });
}

// Moves are drawn once in a frame.
let waiting;
function requestMove(move) {
  if (!waiting) requestAnimationFrame(() => {
    const last = waiting;
    waiting = undefined;
    last();
  });
  waiting = move;
}

const reset = document.createElement("button");
reset.type = "button";
reset.className = "reset";
reset.textContent = say.reset;
reset.hidden = true;
bar.append(reset);
reset.addEventListener("click", () => {
  changes.clear();
  recompute();
  showAll();
  writeAddress();
});
function showAll() {
  for (const [name, { field, show, shownNow }] of fields) {
    show(shownNow());
    field.toggleAttribute("data-changed", changes.has(name));
  }
}

// The address keeps the numbers: #w1=1.3&x=2.
function writeAddress() {
  const text = [...changes].map(([name, numeral]) => encodeURIComponent(sheet.givens[name].name).replace(/%(5B|5D|2C|40)/g, decodeURIComponent)
    + "=" + typedOf(numeral).replace(",", ".")).join("&");
  if (text !== location.hash.slice(1)) history.replaceState(history.state, "", text ? "#" + text : location.pathname + location.search);
  if (text) said.textContent = say.changed;
}
function readAddress() {
  const names = new Map([...fields.keys()].map((name) => [sheet.givens[name].name, name]));
  changes.clear();
  for (const part of location.hash.slice(1).split("&")) {
    const [name, typed] = part.split("=").map((text) => {
      try {
        return decodeURIComponent(text);
      } catch {
        return "";
      }
    });
    const number = names.get(name);
    const numeral = number !== undefined && typed ? read(typed, sheet.givens[number]) : null;
    if (numeral) changes.set(number, numeral);
  }
  if (recompute()) {
    changes.clear();
    recompute();
  }
  showAll();
}

if (asGiven.isFinite && !asGiven.isTied) {
  sheet.givens.forEach((given, name) => {
    const single = given.name === null ? undefined : singles.find((one) => one.name === name && one.math.localName === "math" && !one.math.closest("[data-given]"));
    if (single) makeField(name, given, single);
  });
  const [first] = fields.values();
  if (first) {
    const hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = say.hint;
    first.field.closest("p, .table").before(hint);
  }
  addEventListener("hashchange", readAddress);
  readAddress();
}
