#!/usr/bin/env bash
# The checks themselves: each passes the samples as they are, and fails once an error is planted in them.
# usage: self_test.sh
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
caught=0
missed=0

truth() { python3 "$here/true_as_printed.py" "$1"; }
markdown() { python3 "$here/markdown_math.py" "$1"; }
katex() { node "$here/katex.js" "$1"; }
latex() { bash "$here/latex.sh" "$(dirname "$1")"; }
mathml() { python3 "$here/mathml.py" "$here/samples/$sample.md" "$1"; }
firefox() { python3 "$here/pages_in_firefox.py" "$1"; }
pages() { python3 "$here/pages.py" "$here/pypi/axe_core_python/axe.min.js" "$1"; }
documented() { python3 "$here/documented.py" "$1"; }

sample=chain
# planted CHECK ENDING WHAT REPLACEMENT: the sample, changed by sed, must be refused.
planted() {
  local copy="$scratch/$caught-$missed/$sample.$2"
  mkdir -p "$(dirname "$copy")"
  sed -E "$4" "$here/samples/$sample.$2" >"$copy"
  if cmp -s "$copy" "$here/samples/$sample.$2"; then
    printf '%s: nothing was planted: %s\n' "$1" "$3"
    missed=$((missed + 1))
  elif "$1" "$copy" >"$scratch/said" 2>&1; then
    printf '%s does not catch: %s\n' "$1" "$3"
    missed=$((missed + 1))
  else
    caught=$((caught + 1))
  fi
}

python3 "$here/true_as_printed.py" --self-test
python3 "$here/true_as_printed.py" "$here"/samples/*.{md,tex,txt}
for page in "$here"/samples/*.md; do
  markdown "$page"
  katex "$page"
done
latex "$here/samples/chain.tex"

planted truth md 'a wrong last digit' 's/0\.569268 *$/0.569269/'
planted truth md 'a wrong last digit after ≈' 's/0\.0810165/0.0810169/'
planted truth md '= where ≈ belongs' 's/\\approx 0\.484634/= 0.484634/'
planted truth md 'a wrong sum in the prose' 's/0\.00569268/0.00569269/'
planted truth md 'a sign that meets an operator' 's/\(-0\.7\) .cdot/0.659260 \\cdot -0.7 \\cdot/'
planted truth md 'no arithmetic at all' '/=/d'
planted truth tex 'a wrong row of align' 's/&= 0\.66/\&= 0.67/'
planted truth tex 'a wrong long product' 's/-0\.0178860/-0.0178880/'
planted truth txt 'a wrong continued line' 's/= 0\.66$/= 0.67/'
planted truth txt 'nan' 's/= 0\.66$/= 0.66 · · 1/'

planted markdown md 'a bar' 's/\(a\^\{\(2\)\} - y\)/| a |/'
planted markdown md 'an asterisk' 's/1\.2 .cdot/1.2 * /'
planted markdown md 'a backslash before a comma' 's/1\.2 .cdot/1.2 \\, \\cdot/'
planted markdown md 'the superscript first' 's/w\^\{\(1\)\} .cdot/w^{(1)}_{11} \\cdot/'
planted markdown md 'a command of one renderer' 's/\\cdot 0\.8/\\bigcdot 0.8/'
planted markdown md 'a formula of two lines' 's/ = 1\.2 .cdot/\n = 1.2 \\cdot/'
planted markdown md 'a dollar sign too many' 's/^Input/It costs 5\$. Input/'
planted markdown md 'an underscore after a brace' 's/a\^\{\(0\)\} = 0\.8/{a}_1 {b}_2 = 0.8/'

planted katex md 'an unknown command' 's/\\cdot/\\cdott/'
planted katex md 'an open brace' 's/\\frac\{/\\frac{{/'
planted katex md 'a letter outside TeX' 's/1\.2 .cdot/1.2 数/'
planted katex md 'no formula' 's/\$//g'

planted latex tex 'an overfull box' 's/= 2 .left/= 1111111111111111111111111111111111111111111111111111111111111111111111111111111111111111 \\left/'
planted latex tex 'an unknown command' 's/\\cdot/\\cdott/'
planted latex tex 'a reference to nothing' 's/^Input/As \\ref{nothing} says, input/'
planted latex tex 'a bitmap font' 's/\\usepackage\{amsmath\}/\\usepackage[T1]{fontenc}\\usepackage{amsmath}/'
planted latex tex 'a letter that the font lacks' 's/^Input/∂ Input/'

sample=github
planted truth md 'a wrong row of an aligned block' 's/= 0\.66$/= 0.67/'
planted truth md 'a wrong number in code' 's/= 0\.5`/= 0.4`/'
planted markdown md 'a formula that is not in code' 's/\$`(w[^`]*)`/$\1$/'
planted katex md 'an unknown command in a block' 's/\\cdot/\\cdott/'

sample=fractions
planted truth md 'a wrong denominator' 's/= .frac\{1\}\{288\}/= \\frac{1}{289}/'
planted truth md 'a lost sign' 's/= -.frac\{1\}\{3\}$/= \\frac{1}{3}/'
planted truth md 'a third as a decimal after =' 's/= -.frac\{1\}\{3\}$/= -0.333333/'
planted truth md 'a wrong cell of a table' 's/= -.frac\{1\}\{6\}/= -\\frac{1}{5}/'
planted truth tex 'upside down' 's/= .frac\{1\}\{288\}/= \\frac{288}{1}/'
planted truth txt 'a wrong numerator' 's/−1\/3$/−2\/3/'
planted truth txt 'a sign that meets an operator' 's/\+ \(−1\/4\)/+ −1\/4/'
planted truth txt 'a power that misses the denominator' 's/\(−3\/2\) · \(1\/2\)/−3\/2 · 1\/2²/'

sample=page
mathml "$here/samples/page.html"
pages "$here/samples/page.html"
planted mathml html 'a wrong digit' 's/0\.0173450/0.0173451/'
planted mathml html 'a fraction upside down' 's/<mfrac><mn>1<.mn><mn>2<.mn>/<mfrac><mn>2<\/mn><mn>1<\/mn>/'
planted mathml html 'a lost sign' 's/<mo>−<.mo><mn>11<.mn>/<mn>11<\/mn>/'
planted mathml html 'another layer' 's/<mi>z<.mi><mrow><mo stretchy="false">.<.mo><mn>1</<mi>z<\/mi><mrow><mo stretchy="false">(<\/mo><mn>2</'
planted mathml html 'a plus for what multiplies unseen' 's/&#x2062;/+/'
planted mathml html 'another relation' 's/<mo>≈</<mo>=</'
planted mathml html 'a lost prime' 's/<msup><mi>σ<.mi><mo>′<.mo><.msup>/<mi>σ<\/mi>/'
planted mathml html 'a wrong entry of a matrix' 's/<mtd><mn>0\.20/<mtd><mn>0.21/'
planted mathml html 'another shape of a matrix' 's/<mo>×<.mo><mn>1</<mo>×<\/mo><mn>2</'
planted mathml html 'a display left out' '/class="equation/d'
planted pages html 'a page that scrolls to the side' 's/overflow-x: auto;//'
planted pages html 'an attribute that no browser reads' 's/<mtable class="matrix"/<mtable columnalign="right"/'
planted pages html 'quiet words too pale to read' 's/--quiet: #[0-9a-f]+/--quiet: #c0bdb5/'
planted pages html 'a language that is not said' 's/<html lang="en">/<html>/'
planted pages html 'a picture from elsewhere' 's/<main>/<main><img alt="" src="http:\/\/127.0.0.1:9\/a.png">/'
planted pages html 'a script that fails' 's/back\.disabled/nothing.disabled/'
planted pages html 'a key that does nothing' 's/"ArrowRight"/"ArrowUp"/'
planted pages html 'a focus that is not seen' 's/outline: 2px solid/outline: 0 none/'
planted pages html 'steps that only a script opens' 's/<details class="section" open>/<details class="section">/'
planted pages html 'paper with the steps folded' 's/"beforeprint"/"before"/'
firefox "$here/samples/page.html"
planted firefox html 'a page that scrolls to the side' 's/overflow-x: auto;//'
planted firefox html 'a script that fails' 's/back\.disabled/nothing.disabled/'
planted firefox html 'a key that does nothing' 's/"ArrowRight"/"ArrowUp"/'

sample=picture
pages "$here/samples/picture.html"
planted pages html 'a picture that nothing lights up' 's/toggle\("lit"/toggle("lot"/'
planted pages html 'a page without steps' 's/<\/?(details|summary)[^>]*>//g'

sample=names
documented "$here/samples/names.json"
planted documented json 'a name without a doc comment' '/docComment/d'
planted documented json 'a doc comment without words' 's/Spoken\./ /'
planted documented json 'a doc comment that is still to be written' 's/Spoken\./TODO: say what it is./'
planted documented json 'no name at all' 's/"location"/"place"/'

printf '%d planted errors caught, %d missed\n' "$caught" "$missed"
[ "$missed" -eq 0 ]
