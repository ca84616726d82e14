// Pointing at an equation highlights its quantities in the picture; pointing at the picture highlights the equations.
const parts = [...document.querySelectorAll("[data-part]")];
const equations = [...document.querySelectorAll("[data-about]")];
const about = (equation) => equation.dataset.about.split(" ");
let current = [];

function light(names, lines = []) {
  for (const part of parts) part.classList.toggle("lit", names.includes(part.dataset.part));
  for (const equation of equations) equation.classList.toggle("lit", lines.includes(equation));
}

// A picture that is too large to be seen whole shows what is lit.
function showLit() {
  for (const figure of document.querySelectorAll(".stuck.large")) {
    const boxes = [...figure.querySelectorAll(".lit")].map((part) => part.getBoundingClientRect()).filter((box) => box.width + box.height > 0);
    if (boxes.length === 0) continue;
    const [left, right] = [Math.min(...boxes.map((box) => box.left)), Math.max(...boxes.map((box) => box.right))];
    const [top, bottom] = [Math.min(...boxes.map((box) => box.top)), Math.max(...boxes.map((box) => box.bottom))];
    const frame = figure.getBoundingClientRect();
    figure.scrollBy((left + right - frame.left - frame.right) / 2, (top + bottom - frame.top - frame.bottom) / 2);
  }
}

// Highlights these parts whenever nothing is pointed at.
function pointAt(lines) {
  current = lines.flatMap(about);
  light(current);
  showLit();
}

function point(event) {
  const part = event.target.closest?.("[data-part]");
  const equation = event.target.closest?.("[data-about]");
  if (equation) {
    light(about(equation));
    showLit();
  }
  else if (part) light([part.dataset.part], equations.filter((line) => about(line).includes(part.dataset.part)));
  else light(current);
}

// Below a graph stands what comes down the edge that is pointed at.
const captions = new Map();
function explain(event) {
  const edge = event.target.closest?.("[data-factors]");
  const figure = edge?.closest("figure");
  if (!figure) return;
  if (!captions.has(figure)) {
    captions.set(figure, document.createElement("figcaption"));
    figure.append(captions.get(figure));
  }
  captions.get(figure).textContent = edge.querySelector("title").textContent;
}

if (parts.length > 0) {
  addEventListener("pointerover", explain);
  addEventListener("pointerover", point);
  addEventListener("focusin", point);
}

// Fills the holes of a text, such as {name}.
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (hole, name) => values[name]);

const isWide = (box) => box.scrollWidth > box.clientWidth;

// A box can be focused if its content is wider, so that it can be scrolled, or if it is about a part of the picture.
// All boxes are measured before any is changed, once for several changes.
let isMeasuring = false;
function measure() {
  if (isMeasuring) return;
  isMeasuring = true;
  requestAnimationFrame(() => {
    isMeasuring = false;
    const boxes = [...document.querySelectorAll(".scroll")];
    const reached = boxes.map((box) => isWide(box) || (parts.length > 0 && box.dataset.about));
    boxes.forEach((box, place) => {
      if (reached[place]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  });
}

addEventListener("resize", measure);
