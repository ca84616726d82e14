// Judges each answer of a page when its blank is left, and saves the answers for `trace check`.
const rules = JSON.parse(document.querySelector(".rules").textContent);
const words = JSON.parse(document.querySelector(".words").textContent);
const { judgeSheet, claimOf } = marker(rules);
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

const nameOf = (line) => fields.find((field) => Number(field.dataset.line) === line)?.dataset.name ?? words.otherLine;

function factIn({ copied, zero, times }) {
  if (copied !== undefined) return fill(words.copied, { name: nameOf(copied) });
  if (zero) return words.zero;
  return times === undefined ? words.otherSign : fill(words.times, { factor: times });
}

function wordsFor({ verdict, named, alike = [], possible = [], facts = [], again = [] }, text) {
  if (verdict === "unread" && rules.decimal !== "comma" && /\d,\d/.test(text)) return words.comma;
  if (verdict !== "wrong") return words[verdict];
  const hints = (mistakes) => mistakes.map(({ hint }) => hint).join(" " + words.or + " ");
  const plain = facts.map(factIn);
  const all = named ? [hints([named, ...alike])]
    : possible.length > 0 ? [...plain, words.mayBe, hints(possible)]
    : again.length > 0 ? [fill(words.again, { names: again.map(nameOf).join(", ") })] : [...plain, words.untold];
  return [words.wrong, ...all].join(" ");
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
  const counted = fill(wrong > 0 ? words.countWithWrong : words.count, { right, all: fields.length, wrong });
  count.textContent = [counted, ...conventions.map((convention) => rules.conventionWords[convention])].join(". ");
}

save.addEventListener("click", () => {
  const name = person.value.trim();
  const text = fields.map((field) => {
    const typed = lastSide(field.value).trim();
    // An answer that cannot be read is saved as a remark.
    return (typed === "" || claimOf(typed, Number(field.dataset.line)) ? "" : "not read: ") + field.dataset.name + " = " + typed + "\n";
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
  if (!confirm(words.delete)) return;
  restore({ person: person.value });
  isSaved = store();
  judgeAll();
});

restore(stored());
bar.hidden = false;
for (const part of document.querySelectorAll(".judged")) part.hidden = false;
judgeAll();
measure();
