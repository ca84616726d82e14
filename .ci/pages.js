// Whether pages hold what they promise: on a narrow screen, in the dark, by the keyboard, without their script, for who
// does not see them, and without a network. Runs in the page that browser.py opens; `opened` is from frame.js.

// What MathML Core has, as far as it is used.
const ELEMENTS = "math mi mn mo mrow mfrac msqrt msub msup msubsup mover mtable mtr mtd mspace".split(" ");
const ATTRIBUTES = "display class displaystyle mathvariant stretchy form accent width data-about data-value data-number".split(" ");

const all = (page, selector) => [...page.document.querySelectorAll(selector)];
const countOpen = (page) => all(page, "details[open]").length;
const hasScript = (page) => all(page, "script:not([type], [data-judge])").length > 0;
const press = (page, key) =>
  page.document.activeElement.dispatchEvent(new page.KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

function* failures(page) {
  for (const failure of page.failures) yield `the script fails: ${failure}`;
  for (const { name } of page.performance.getEntriesByType("resource")) yield `it asks for ${name}`;
}

async function* accessibility(page, axe) {
  if (!axe) return;
  page.eval(axe);
  // What is inside of a formula looks as the formula does, and there is much of it.
  const { violations } = await page.axe.run({ exclude: [["math > *"]] }, { resultTypes: ["violations"] });
  for (const { id, help, nodes } of violations) yield `${id}: ${help} (${nodes[0].html.slice(0, 120)})`;
}

// A phone shows the page without scrolling all of it to the side.
async function* narrow(address, scheme, axe) {
  const page = await opened(address, { width: 360, height: 740, scheme });
  all(page, ".all")[0]?.click();
  const root = page.document.documentElement;
  if (root.scrollWidth > root.clientWidth) yield "360 pixels wide: the page itself scrolls to the side";
  yield* accessibility(page, axe);
  yield* failures(page);
}

async function* wide(address, axe) {
  const page = await opened(address);
  for (const element of all(page, "math, math *")) {
    const strange = element.getAttributeNames().filter((name) => !ATTRIBUTES.includes(name));
    if (!ELEMENTS.includes(element.localName)) strange.push(element.localName);
    if ((element.getAttribute("mathvariant") ?? "normal") !== "normal") strange.push("mathvariant");
    for (const name of strange) yield `${name} in mathematics is beyond MathML Core`;
  }
  yield* accessibility(page, axe);
  yield* pointing(page);
}

// One step after the other, and back.
async function* keyboard(address) {
  const page = await opened(address);
  const steps = all(page, "details").length;
  if (steps === 0 && hasScript(page) && !all(page, "input:not(.field)").length && all(page, "main h2").length > 3) yield "a long page has no steps";
  if (steps === 0) return;
  if (countOpen(page) !== 1) yield "not one step is open to begin with";
  if (all(page, "[data-found]").length && !all(page, ".later").length) yield "a picture tells derivatives before their steps do";
  for (let before = 0; before !== countOpen(page);) {
    before = countOpen(page);
    press(page, "ArrowRight");
    const focused = page.document.activeElement;
    const isSeen = [focused, ...focused.children].some((part) => page.getComputedStyle(part).outlineStyle !== "none");
    if (focused.localName !== "summary" || !focused.matches(":focus-visible") || !isSeen) yield "the focus is not seen on the step";
  }
  if (countOpen(page) !== steps) yield "the arrow to the right does not open every step";
  if (all(page, ".later").length) yield "a derivative is missing from the picture at the end";
  press(page, "ArrowLeft");
  if (countOpen(page) >= steps) yield "the arrow to the left folds nothing";
  all(page, ".next")[0].click();
  if (countOpen(page) !== steps) yield "the button opens no step";
  press(page, "ArrowLeft");
  page.dispatchEvent(new page.Event("beforeprint"));
  if (countOpen(page) !== steps) yield "on paper a step stays folded";
  yield* failures(page);
}

// What an equation is about lights up in the picture, and what a part of the picture is, in the equations.
function* pointing(page) {
  const pointAt = (place) => place.dispatchEvent(new page.Event("pointerover", { bubbles: true }));
  // The key of a worksheet has nothing that moves.
  if (!hasScript(page) || !all(page, "[data-part]").length || !all(page, "[data-about]").length) return;
  all(page, ".all")[0]?.click();
  const names = (place) => place.dataset.about?.split(" ") ?? [place.dataset.part];
  for (const [here, there] of [["about", "part"], ["part", "about"]]) {
    pointAt(page.document.body);
    const dark = new Set(all(page, `[data-${there}]:not(.lit)`).flatMap(names));
    const place = all(page, `[data-${here}]`).find((one) => names(one).some((name) => dark.has(name)));
    const before = all(page, `[data-${there}].lit`).length;
    if (place) pointAt(place);
    if (all(page, `[data-${there}].lit`).length <= before) yield `nothing lights up where data-${here} is pointed at`;
  }
}

async function* withoutScript(address) {
  const page = await opened(address, { scripts: false });
  const isFolded = countOpen(page) !== all(page, "details").length || all(page, ".stepper")[0]?.offsetHeight;
  if (isFolded) yield "without its script the page is folded";
}

async function findings(address, isWhole, axe) {
  const judges = isWhole ? [narrow(address, "dark", axe), wide(address, axe), keyboard(address), withoutScript(address)] : [];
  const found = new Set();
  for (const judge of [narrow(address, "light"), ...judges]) for await (const finding of judge) found.add(finding);
  return [...found];
}

const { pages, whole, axe, accessible } = await (await fetch("/work.json")).json();
const found = [];
for (const [place, address] of pages.entries()) {
  found.push(await findings(address, place < whole, place < accessible && axe).catch((error) => [`it cannot be judged: ${error}`]));
}
await fetch("/", { method: "POST", body: JSON.stringify(found) });
