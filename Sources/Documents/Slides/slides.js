// One slide at a time, and on it one step of an equation after the other. What does not fit is made smaller until it does.
const slides = [...document.querySelectorAll(".slide")];
const [bar, count, talk] = [".controls", ".count", ".talk"].map((name) => document.querySelector(name));
const parts = [...document.querySelectorAll(".diagram [data-part]")];
const diagram = document.querySelector(".diagram");
const withDiagram = ".above, .beside, .alone";
const smallest = 0.3;
// The chunks of each slide's equations, with the step in which each appears.
const chunks = slides.map((slide) => {
  let step = -1;
  return [...slide.querySelectorAll(".equation math")].map((chunk) => {
    if (chunk.classList.contains("next") || step < 0) step += 1;
    return { chunk, step };
  });
});
const last = (place) => chunks[place].at(-1)?.step ?? 0;
let [place, step] = [0, 0];

// The largest size in which the content has room; a slide that is not shown has no size.
function fit() {
  const content = slides[place].querySelector(".content");
  const fits = (scale) => {
    content.style.setProperty("--scale", scale);
    return content.scrollWidth <= content.clientWidth + 1 && content.scrollHeight <= content.clientHeight + 1;
  };
  if (fits(1)) return;
  let [low, high] = [smallest, 1];
  for (let turn = 0; turn < 8; turn += 1) {
    const middle = (low + high) / 2;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  fits(low);
}

function show() {
  const slide = slides[place];
  slides.forEach((one) => one.classList.toggle("shown", one === slide));
  if (diagram && slide.matches(withDiagram)) slide.querySelector(".content").before(diagram);
  for (const one of chunks[place]) one.chunk.classList.toggle("waiting", one.step > step);
  // The picture shows what the newest line is about.
  const line = chunks[place].findLast((one) => one.step <= step)?.chunk.closest("[data-about]");
  const about = line ? line.dataset.about.split(" ") : [];
  for (const part of parts) part.classList.toggle("lit", about.includes(part.dataset.part));
  count.textContent = `${place + 1} / ${slides.length}`;
  history.replaceState(null, "", `#${place + 1}`);
  fit();
}

function forward() {
  if (step < last(place)) step += 1;
  else if (place < slides.length - 1) [place, step] = [place + 1, 0];
  show();
}

function backward() {
  if (step > 0) step -= 1;
  else if (place > 0) [place, step] = [place - 1, last(place - 1)];
  show();
}

function go(to) {
  [place, step] = [Math.min(Math.max(to, 0), slides.length - 1), 0];
  show();
}

function talking() {
  const isTalking = document.body.classList.toggle("talking");
  talk.setAttribute("aria-pressed", isTalking);
  fit();
}

const keys = {
  ArrowRight: forward, ArrowDown: forward, PageDown: forward, " ": forward, ArrowLeft: backward, ArrowUp: backward,
  PageUp: backward, Home: () => go(0), End: () => go(slides.length - 1), n: talking, s: talking,
};
addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key === " " && event.target.closest("button"))) return;
  if (!keys[event.key]) return;
  keys[event.key]();
  event.preventDefault();
});
document.querySelector(".controls .next").addEventListener("click", forward);
document.querySelector(".controls .back").addEventListener("click", backward);
talk.addEventListener("click", talking);

let start;
addEventListener("touchstart", (event) => { start = event.touches[0]; }, { passive: true });
addEventListener("touchend", (event) => {
  const [across, down] = [event.changedTouches[0].clientX - start.clientX, event.changedTouches[0].clientY - start.clientY];
  if (Math.abs(across) > 40 && Math.abs(across) > Math.abs(down)) (across < 0 ? forward : backward)();
});

const called = () => go((Number.parseInt(location.hash.slice(1), 10) || 1) - 1);
addEventListener("hashchange", called);
addEventListener("resize", fit);
document.fonts.ready.then(fit);
if (slides.length > 0) {
  document.body.classList.add("running");
  bar.hidden = false;
  called();
}
