// Unfolds a page step by step, with buttons or with the right and left arrow keys.
//
// All steps are open at first, so that they are visible without the script. They are opened again for printing.
const steps = [...document.querySelectorAll("details")];
const [bar, place, said] = [".stepper", ".place", ".unseen"].map((name) => document.querySelector(name));
const [back, all, next] = [".back", ".all", ".next"].map((name) => bar.querySelector(name));
const summary = (step) => step.firstElementChild;
// A step may have no content except the steps in it.
const hasWords = (step) => step.children[1] && step.children[1].localName !== "details";
const isCalm = matchMedia("(prefers-reduced-motion: reduce)");

// A number of the picture is shown once a step that computes it is open; a number that no step computes is always shown.
const finders = [...document.querySelectorAll("[data-finds]")];
const found = [...document.querySelectorAll("[data-found]")]
  .map((number) => [number, finders.filter((line) => line.dataset.finds === number.dataset.found)]);
const isFolded = (line) => line.closest("details:not([open])") !== null;

// After a reload the same steps are open, unless the browser refuses to store which.
const key = "trace steps " + location.pathname + " " + document.title;
function storedSteps() {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? [0];
  } catch {
    return [0];
  }
}
function storeSteps() {
  try {
    sessionStorage.setItem(key, JSON.stringify([...steps.keys()].filter((number) => steps[number].open)));
  } catch {
    // Then the page begins at its start.
  }
}

function show() {
  for (const [number, lines] of found) number.classList.toggle("later", lines.length > 0 && lines.every(isFolded));
  const open = steps.filter((step) => step.open).length;
  place.textContent = fill(bar.dataset.place, { open, all: steps.length });
  back.disabled = open === 0;
  next.disabled = open === steps.length;
  all.textContent = next.disabled ? bar.dataset.hide : bar.dataset.show;
}

const pointAtStep = (step) => pointAt([...step.querySelectorAll(":scope > [data-about]")]);

function go(step, takesFocus) {
  show();
  pointAtStep(step);
  said.textContent = summary(step).textContent;
  if (takesFocus) summary(step).focus({ preventScroll: true });
  summary(step).scrollIntoView({ behavior: isCalm.matches ? "auto" : "smooth", block: "start" });
}

function forward(takesFocus) {
  let step;
  do {
    step = steps.find((step) => !step.open);
    if (!step) return;
    step.open = true;
    step.classList.add("appears");
  } while (!hasWords(step));
  go(step, takesFocus);
}

function backward(takesFocus) {
  let step;
  do {
    step = steps.findLast((step) => step.open);
    if (!step) return;
    step.open = false;
  } while (steps.some((step) => step.open) && !hasWords(steps.findLast((step) => step.open)));
  go(steps.findLast((step) => step.open) || step, takesFocus);
}

next.addEventListener("click", () => forward(false));
back.addEventListener("click", () => backward(false));
all.addEventListener("click", () => {
  const open = !next.disabled;
  for (const step of steps) step.open = open;
});
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const box = event.target.closest?.(".scroll");
  if (box && isWide(box)) return;
  if (event.key === "ArrowRight") forward(true);
  else if (event.key === "ArrowLeft") backward(true);
  else return;
  event.preventDefault();
});

let folded = [];
addEventListener("beforeprint", () => {
  folded = steps.filter((step) => !step.open);
  for (const step of folded) step.open = true;
});
addEventListener("afterprint", () => {
  for (const step of folded) step.open = false;
});

// Whether the letters of a picture would be too small to be read if it stood whole at the top.
function isTooSmall(picture) {
  const { width, height } = picture.querySelector(".picture").viewBox.baseVal;
  return Math.min(innerWidth / width, (0.22 * innerHeight) / height) < 0.45 && picture.classList.contains("graph");
}

// The picture stays in sight: where it would leave it at the top, it stands there, smaller, or of a large one a part.
for (const picture of document.querySelectorAll("details figure.network, details figure.graph")) {
  const place = document.createElement("div");
  picture.before(place);
  place.append(picture);
  new IntersectionObserver(([{ isIntersecting, boundingClientRect: { bottom, height } }]) => {
    const isAbove = !isIntersecting && height > 0 && bottom <= 0;
    if (isAbove) place.style.height = height + "px";
    picture.classList.toggle("large", isAbove && isTooSmall(picture));
    picture.classList.toggle("stuck", isAbove);
    document.body.classList.toggle("below", isAbove);
    if (isAbove) showLit();
    else place.style.height = "";
  }).observe(place);
}

const opened = new Set(storedSteps());
steps.forEach((step, number) => {
  step.open = opened.has(number);
  step.addEventListener("toggle", () => { show(); measure(); storeSteps(); });
});
bar.hidden = steps.length === 0;
show();
const newest = steps.findLast((step) => step.open);
if (newest && !next.disabled) pointAtStep(newest);
measure();
