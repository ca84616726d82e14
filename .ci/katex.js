// Every formula of the Markdown files through KaTeX, with nothing forgiven.
// usage: node katex.js FILE.md…
'use strict';

const fs = require('fs');
const katex = require(process.env.KATEX || '/usr/share/nodejs/katex');

/** The formulas of a file in either dialect, code left out. */
function formulas(source) {
  const found = [];
  const keep = (display) => (whole, tex) => {
    found.push({ tex, display });
    return ' ';
  };
  source
    .replace(/^```math\n([\s\S]+?)\n```$/gm, keep(true))
    .replace(/\$`([^`\n]+)`\$/g, keep(false))
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[ \t]*$/gm, '')
    .replace(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, '')
    .replace(/\$\$([\s\S]+?)\$\$/g, keep(true))
    .replace(/\$([^$\n]+)\$/g, keep(false));
  return found;
}

let count = 0;
let bad = 0;
for (const path of process.argv.slice(2)) {
  const found = formulas(fs.readFileSync(path, 'utf8'));
  if (found.length === 0) {
    bad += 1;
    console.log(`${path}: no formula`);
  }
  for (const { tex, display } of found) {
    count += 1;
    try {
      katex.renderToString(tex, {
        displayMode: display, strict: 'error', throwOnError: true, trust: false, maxExpand: 100,
      });
    } catch (error) {
      bad += 1;
      console.log(`${path}: ${error.message}\n    in: ${tex.trim()}`);
    }
  }
}
console.log(`KaTeX ${katex.version}: ${count} formulas, ${bad} bad`);
process.exit(bad > 0 || count === 0 ? 1 : 0);
