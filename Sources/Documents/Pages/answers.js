// The blanks of a page, judged as they are left, and saved for `trace check`.
const { read, lastSide, judgeSheet } = marker(JSON.parse(document.querySelector(".rules").textContent));
const words = {
  right: "✓ Right.",
  rounded: "✓ Right but for its last digits: calculate with a digit or two more.",
  coarse: "✓ Right as far as its digits go: give more of them.",
  carried: "→ This follows from what you have above, where something is to be looked at again.",
  again: "✗ Look again. ",
  open: "? This cannot be told yet: fill in those before it as well.",
  unread: "? A number is read as 0.35, -1.2e-3, 3/8, 2*(0.64-1) or 1/(1+exp(-0.3)).",
  comma: "? Write a point before the decimals, not a comma.",
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

function wordsFor({ verdict, isCoarse, hints = [] }, text) {
  if (isCoarse) return words.coarse;
  if (verdict === "unread" && /\d,\d/.test(text)) return words.comma;
  if (verdict !== "again") return words[verdict];
  return words.again
    + (hints.join(" Or: ") || "No known mistake gives this number: work it out again from those before it.");
}

function judgeAll() {
  const typed = fields.filter((field) => field.value.trim() !== "");
  const verdicts = judgeSheet(new Map(typed.map((field) => [Number(field.dataset.line), field.value])));
  const totals = { right: 0, rounded: 0, carried: 0, again: 0, open: 0, unread: 0 };
  for (const field of fields) {
    const said = verdicts.get(Number(field.dataset.line));
    if (said) totals[said.verdict] += 1;
    say(field, said?.verdict ?? "", said ? wordsFor(said, field.value) : "");
  }
  const again = totals.carried + totals.again + totals.open + totals.unread;
  count.textContent = totals.right + totals.rounded + " of " + fields.length + " right"
    + (again > 0 ? ", " + again + " to look at again" : "");
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
