// Judges each answer of a page when its blank is left, and saves the answers for `trace check`.
const { judgeSheet } = marker(JSON.parse(document.querySelector(".rules").textContent));
const words = {
  correct: "✓ Correct.",
  "too-few-digits": "✓ Correct, but with too few digits.",
  "carried-forward": "→ Correct for your numbers above, one of which is wrong.",
  wrong: "✗ Not correct yet. ",
  unread: "? This is not a number. Write it as 0.35, -1.2e-3, 3/8, 2*(0.64-1) or 1/(1+exp(-0.3)).",
  comma: "? Write a decimal point, not a comma.",
  untold: "These numbers do not show why. Compute it again from the numbers before it.",
};
const conventionWords = {
  negativeErrors: "Your δ is −∂C/∂z, as in some books. It is read that way.",
  otherHalf: "Your cost differs from the lesson's by a factor of 2. Your other answers agree with your cost, and are judged by it.",
  sumOverExamples: "Your cost is the sum over the examples; the lesson's cost is the mean. Your other answers agree with the sum, and are judged by it.",
  meanOverExamples: "Your cost is the mean over the examples; the lesson's cost is the sum. Your other answers agree with the mean, and are judged by it.",
  transposedWeights: "Your weight matrices are transposed: a row for each input. They are read that way.",
  rateInVelocity: "Your velocity contains the learning rate, as in Nielsen's book. It is read that way.",
  otherSideOfKink: "At z = 0 ReLU has no derivative. You use the slope 1 there, the lesson uses 0. Both are correct.",
};
const fields = [...document.querySelectorAll("input[data-line]")];
const bar = document.querySelector(".answers");
const [count, save, clear] = [".count", ".save", ".clear"].map((name) => bar.querySelector(name));
const person = document.querySelector(".person");
const header = document.querySelector("pre.lines")?.textContent ?? "";

// The browser stores what is typed, one copy for each sheet, unless it refuses to store anything.
const key = "trace answers " + document.title + " " + header;
function stored() {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    return {};
  }
}
function store() {
  const typed = Object.fromEntries(fields.map((field) => [field.dataset.name, field.value]).filter(([, text]) => text !== ""));
  try {
    localStorage.setItem(key, JSON.stringify({ person: person.value, typed }));
    return true;
  } catch {
    return false;
  }
}
function restore({ person: name = "", typed = {} }) {
  person.value = name;
  for (const field of fields) field.value = typed[field.dataset.name] ?? "";
}

function say(field, verdict, text) {
  const item = field.closest("li");
  item.dataset.verdict = verdict;
  const place = item.querySelector("output");
  if (place.textContent !== text) place.textContent = text;
}

const nameOf = (line) => fields.find((field) => Number(field.dataset.line) === line)?.dataset.name ?? "another line";

function wordsFor({ verdict, named, alike = [], possible = [], facts = [], again = [] }, text) {
  if (verdict === "unread" && /\d,\d/.test(text)) return words.comma;
  if (verdict !== "wrong") return words[verdict];
  const plain = facts.map((fact) => fact.copied === undefined ? fact : "You wrote the same number for " + nameOf(fact.copied) + ".");
  if (named) return words.wrong + [named, ...alike].map(({ hint }) => hint).join(" Or: ");
  if (possible.length > 0) return words.wrong + [...plain, "It may be: " + possible.map(({ hint }) => hint).join(" Or: ")].join(" ");
  if (again.length > 0) return words.wrong + "The same mistake appears in " + again.map(nameOf).join(", ") + ".";
  return words.wrong + [...plain, words.untold].join(" ");
}

function judgeAll() {
  const typed = fields.filter((field) => field.value.trim() !== "");
  const { said, conventions } = judgeSheet(new Map(typed.map((field) => [Number(field.dataset.line), field.value])));
  let [right, wrong] = [0, 0];
  for (const field of fields) {
    const one = said.get(Number(field.dataset.line));
    if (one) ["correct", "too-few-digits"].includes(one.verdict) ? (right += 1) : (wrong += 1);
    say(field, one?.verdict ?? "", one ? wordsFor(one, field.value) : "");
  }
  count.textContent = [right + " of " + fields.length + " correct" + (wrong > 0 ? ", " + wrong + " not correct yet" : ""),
    ...conventions.map((convention) => conventionWords[convention])].join(". ");
}

save.addEventListener("click", () => {
  const name = person.value.trim();
  const text = fields.map((field) => {
    const typed = lastSide(field.value).trim();
    // An answer that cannot be read is saved as a remark.
    return (typed === "" || read(typed) ? "" : "not read: ") + field.dataset.name + " = " + typed + "\n";
  }).join("");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([header + (name === "" ? "" : "name: " + name + "\n") + text], { type: "text/plain" }));
  link.download = (name.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "") || "answers") + ".txt";
  link.click();
  isSaved = true;
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

for (const [number, field] of fields.entries()) {
  const verdict = field.closest("li").querySelector("output");
  verdict.id = "verdict-" + number;
  field.setAttribute("aria-describedby", verdict.id);
  field.addEventListener("change", judgeAll);
  field.addEventListener("keydown", (event) => {
    // Return moves to the next blank, and so this one is judged.
    if (event.key === "Enter") (fields[number + 1] ?? save).focus();
  });
}
// The browser asks before it leaves a page with answers that are not stored.
let isSaved = true;
addEventListener("input", () => { isSaved = store(); });
addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });

clear.addEventListener("click", () => {
  if (!confirm("Delete all answers that you typed on this page?")) return;
  restore({ person: person.value });
  isSaved = store();
  judgeAll();
});

restore(stored());
bar.hidden = false;
for (const part of document.querySelectorAll(".judged")) part.hidden = false;
judgeAll();
measure();
