// Whether every slide shows all that is on it, on a projector and on a phone: nothing is cut, scrolls, or lies on something
// else, and every key does what it promises. Runs in the page that browser.py opens; `opened` is from frame.js.
const SIZES = [{ width: 1280, height: 720 }, { width: 390, height: 844 }];
const SMALLEST = 7;

const all = (page, selector) => [...page.document.querySelectorAll(selector)];
const press = (page, key) => page.document.body.dispatchEvent(new page.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const count = (page) => all(page, ".count")[0].textContent;

function* slide(page, { width, height }) {
  const root = page.document.documentElement;
  if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight) yield "the page scrolls";
  const box = (element) => element.getBoundingClientRect();
  const [header, content, diagram, bar] = [".shown header", ".shown .content", ".diagram", ".controls"].map((name) => all(page, name)[0]);
  const isDrawn = Boolean(all(page, ".shown .diagram").length);
  const floor = box(bar).top + 1;
  for (const element of [header, ...all(page, ".shown .content :is(p, table, math, pre, svg)"), ...(isDrawn ? [diagram] : [])]) {
    const { left, right, top, bottom } = box(element);
    if (left < -1 || right > width + 1 || top < -1 || bottom > floor) yield `${element.localName} runs over an edge`;
  }
  if (content.scrollWidth > content.clientWidth + 1 || content.scrollHeight > content.clientHeight + 1) yield "the content is cut";
  if (isDrawn && box(diagram).top < box(header).bottom - 1) yield "the picture lies on the title";
  if (isDrawn && box(diagram).bottom > box(content).top + 1 && box(diagram).left < box(content).right - 1) yield "the picture lies on the content";
  for (const text of all(page, ".shown .content :is(p, td, .equation > math)")) {
    const size = Number.parseFloat(page.getComputedStyle(text).fontSize);
    if (size < SMALLEST) yield `letters of ${size.toFixed(1)} pixels`;
  }
}

async function* deck(address) {
  for (const size of SIZES) {
    const page = await opened(address, size);
    const said = (what) => `${size.width} × ${size.height}, slide ${count(page)}: ${what}`;
    let [before, steps, isLit] = ["", 0, false];
    for (const slides = all(page, ".slide").length; steps < 40 * slides; steps += 1) {
      if (count(page) !== before) for (const finding of slide(page, size)) yield said(finding);
      before = count(page);
      isLit = isLit || all(page, ".diagram .lit").length > 0;
      const waiting = all(page, ".shown .waiting").length;
      press(page, "ArrowRight");
      if (count(page) === before && all(page, ".shown .waiting").length === waiting) break;
    }
    if (all(page, ".slide").at(-1) !== all(page, ".shown")[0]) yield said("the key does not lead to the last slide");
    if (all(page, ".waiting").length) yield said("a part of an equation never appears");
    if (all(page, ".diagram").length && !isLit) yield said("nothing is ever lit in the picture");
    press(page, "Home");
    if (!count(page).startsWith("1 ")) yield said("Home does not lead to the first slide");
    press(page, "n");
    if (!page.document.body.classList.contains("talking")) yield said("the notes are not shown");
    for (const failure of page.failures) yield `the script fails: ${failure}`;
  }
}

const { pages } = await (await fetch("/work.json")).json();
const found = [];
for (const address of pages) {
  const findings = [];
  try {
    for await (const finding of deck(address)) findings.push(finding);
  } catch (error) {
    findings.push(`it cannot be judged: ${error}`);
  }
  found.push(findings);
}
await fetch("/", { method: "POST", body: JSON.stringify(found) });
