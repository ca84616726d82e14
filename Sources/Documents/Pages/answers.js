// The blanks of a page, judged as they are left, and saved for `trace check`.
const { judgeSheet } = marker(JSON.parse(document.querySelector(".rules").textContent));
const words = {
  correct: "✓ Right.",
  "too-few-digits": "✓ Right as far as its digits go: give more of them.",
  "carried-forward": "→ This follows from what you have above, where something is to be looked at again.",
  wrong: "✗ Look again. ",
  unread: "? A number is read as 0.35, -1.2e-3, 3/8, 2*(0.64-1) or 1/(1+exp(-0.3)).",
  comma: "? Write a point before the decimals, not a comma.",
  untold: "These numbers alone do not tell why: work it out again from those before it.",
};
const conventionWords = {
  negativeErrors: "Your δ is −∂C/∂z, as some books have it; it is read so.",
  otherHalf: "Your cost has another factor ½ or 2 than the lesson's, and all that follows goes with it; it is read so.",
  sumOverExamples: "Your cost is the sum over the examples, where the lesson's is the mean; it is read so.",
  transposedWeights: "Your weights stand from inputs to outputs, transposed; they are read so.",
  otherSideOfKink: "Where z is 0, ReLU has no slope; you take 1, and the lesson 0. Both are right.",
};
const fields = [...document.querySelectorAll("input[data-line]")];
const bar = document.querySelector(".answers");
const [count, save, clear] = [".count", ".save", ".clear"].map((name) => bar.querySelector(name));
const person = document.querySelector(".person");
const header = document.querySelector("pre.lines")?.textContent ?? "";

// What is typed stays in the browser, one copy for each sheet; a browser may refuse to keep anything.
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

function wordsFor({ verdict, named, possible = [], facts = [], again = [] }, text) {
  if (verdict === "unread" && /\d,\d/.test(text)) return words.comma;
  if (verdict !== "wrong") return words[verdict];
  const plain = facts.map((fact) => fact.copied === undefined ? fact : "The same number stands for " + nameOf(fact.copied) + ".");
  if (named) return words.wrong + named.hint;
  if (possible.length > 0) return words.wrong + [...plain, "It may be: " + possible.map(({ hint }) => hint).join(" Or: ")].join(" ");
  if (again.length > 0) return words.wrong + "It is wrong in the same way as " + again.map(nameOf).join(", ") + ".";
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
  count.textContent = [right + " of " + fields.length + " right" + (wrong > 0 ? ", " + wrong + " to look at again" : ""),
    ...conventions.map((convention) => conventionWords[convention])].join(". ");
}

save.addEventListener("click", () => {
  const name = person.value.trim();
  const text = fields.map((field) => {
    const typed = lastSide(field.value).trim();
    // What cannot be read is kept as a remark.
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
    // Return goes on to the next blank, which judges this one.
    if (event.key === "Enter") (fields[number + 1] ?? save).focus();
  });
}
// Nothing typed is lost without a question.
let isSaved = true;
addEventListener("input", () => { isSaved = store(); });
addEventListener("beforeunload", (event) => { if (!isSaved) event.preventDefault(); });

clear.addEventListener("click", () => {
  if (!confirm("Clear all that is typed on this page?")) return;
  restore({ person: person.value });
  isSaved = store();
  judgeAll();
});

restore(stored());
bar.hidden = false;
for (const part of document.querySelectorAll(".judged")) part.hidden = false;
judgeAll();
measure();
