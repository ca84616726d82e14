// What an equation is about lights up in the picture, and what is pointed at in the picture in the equations.
const parts = [...document.querySelectorAll("[data-part]")];
const equations = [...document.querySelectorAll("[data-about]")];
const about = (equation) => equation.dataset.about.split(" ");
let current = [];

function light(names, lines = []) {
  for (const part of parts) part.classList.toggle("lit", names.includes(part.dataset.part));
  for (const equation of equations) equation.classList.toggle("lit", lines.includes(equation));
}

// What is lit while nothing else is pointed at.
function pointAt(lines) {
  current = lines.flatMap(about);
  light(current);
}

function point(event) {
  const part = event.target.closest?.("[data-part]");
  const equation = event.target.closest?.("[data-about]");
  if (equation) light(about(equation));
  else if (part) light([part.dataset.part], equations.filter((line) => about(line).includes(part.dataset.part)));
  else light(current);
}

if (parts.length > 0) {
  addEventListener("pointerover", point);
  addEventListener("focusin", point);
}

const isWide = (box) => box.scrollWidth > box.clientWidth;

// What is wider than its box is reached to be scrolled, and what is about a part of the picture to light it.
// All boxes are looked at before one is changed, once for all that changed together.
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
