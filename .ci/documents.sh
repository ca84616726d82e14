# The documents that people get, written once, in every format, and then judged; what each judge proves stands in its file.
# shellcheck shell=bash disable=SC2046,SC2086,SC2154

FORMATS='md tex html txt json'

# write NAME ENDINGS ARGUMENT…: the document that the arguments ask for, in each of these formats.
write() {
  local ending
  for ending in $2; do
    "$TRACE" "${@:3}" --output "$1.$ending" || fail "trace ${*:3} --output ….$ending ends with $?"
  done
}

write_documents() {
  local file name digits
  # Also lessons that nobody would teach: saturated, on a kink, dead, deep, with titles full of marks.
  for file in lessons/*.json "$CI_FOLDER"/samples/lessons/*.json; do
    name=$(basename "$file" .json)
    [[ $file == lessons/* ]] || name=sample-$name
    write "$WRITTEN/$name-default" "$FORMATS" --lesson "$file"
    write "$WRITTEN/$name-17" 'md tex txt' --lesson "$file" --digits 17
    for digits in 3 12; do write "$WRITTEN/$name-$digits" md --lesson "$file" --digits "$digits"; done
  done
  for name in exact-fractions path-sum relu-chain circuit reuse fork-and-max shared-weight circuit-course convolution{,-2d} padding \
    residual dropout layer-norm batch-norm{,-grouped} recurrent exploding-gradient embedding hinge triplet huber perceptron learning-rates momentum; do
    write "$WRITTEN/$name-exact" 'md tex html txt' --lesson "$name" --exact
  done
  for file in lessons/*.json "$CI_FOLDER"/samples/lessons/graph-*.json; do
    is_graph "$file" || continue
    name=$(basename "$file" .json)
    write "$WRITTEN/$name-staged" 'md tex html txt' --lesson "$file" --staged
    write "$WRITTEN/$name-staged-3" 'md txt' --lesson "$file" --staged --digits 3
  done
  # Slides, of lessons that have wide and high pictures, long equations, and tables.
  mkdir "$ALL/slides"
  for name in single-chain mazur digit sigmoid-circuit adam; do
    "$TRACE" --lesson "$name" --format slides >"$ALL/slides/$name.html"
  done
  "$TRACE" --lesson softmax --format slides --language zh >"$ALL/slides/softmax-zh.html"
  for name in circuit learning-rates huber; do
    "$TRACE" --lesson "$name" --format beamer >"$ALL/slides/$name-slides.tex"
  done
  "$TRACE" --lesson circuit --format beamer --language de >"$ALL/slides/circuit-de-slides.tex"
  write_with_options
  write_worksheets
  write_languages
  write_questions
  "$TRACE" build --output "$ALL/site" | tail -n 1
  # A report, and lessons whose texts try to be markup, and to give orders.
  "$TRACE" check lessons/audits/mazur.md --output "$ALL/report.html" || [ $? -eq 1 ]
  "$TRACE" --lesson "$CI_FOLDER/samples/marks.json" --output "$ALL/marks.html"
  printf '%d documents\n' "$(find "$WRITTEN" "$WORKSHEETS" -type f | wc -l)"
}

# Whether a lesson is a graph of named quantities.
is_graph() { grep -q '"graph":' "$1"; }

# What the options show besides.
write_with_options() {
  local name options
  while read -r name options; do
    write "$WRITTEN/options-$name" 'md tex html txt' --lesson "${name%%+*}" $options
  done <<'OPTIONS'
two-neurons+paths --paths w1[1,2]
weight-decay+paths --paths w2[1,1]
softmax+paths --paths b1[1]
xor+example --example 3
batch+only --only dC2/dw1[1,1] --digits 4
digit+only --only w2[4,1] --only w1[3,14]
single-chain+nielsen --notation nielsen
weight-decay+slides --notation slides
xor+nielsen --notation nielsen --only dC/dz1[2]@4 --only C3
reuse+paths --paths b
shared-weight+paths --paths w --digits 3
sine+paths --paths x2 --staged
sigmoid-circuit+only --only df/dw0 --only u
shared-weight+only --only dL/dh[1] --exact
single-chain+second --second w1,b2
softmax+second --second w2[1,1],w1[1,2] --digits 4
xor+second --second w1[1,1]
dead-relu+second --second w1[1,1],w2[1,2]
weight-decay+second --second w1[1,1] --notation nielsen
tanh-chain+hessian --hessian --newton
fork-and-max+hessian --hessian
sine+hessian --hessian --newton
momentum+second --second theta --exact
attention+jacobian --jacobian O Q
shared-weight+jacobian --jacobian h w --digits 3
sigmoid-circuit+forward --forward w0
reuse+forward --forward b
attention+forward --of P[1,1] --forward X[1,1]
OPTIONS
  write "$WRITTEN/options-large+all" 'md tex html txt' --lesson "$CI_FOLDER/samples/lessons/graph-large.json" --all --digits 4
  write "$WRITTEN/options-large+only" 'md tex html txt' --lesson "$CI_FOLDER/samples/lessons/graph-large.json" --only 'dL/dh[37]'
  write "$WRITTEN/derived-gates" "$FORMATS" derive 'f = (x + y) * z' x=-2 y=5 z=-4
  write "$WRITTEN/derived-arrays" "$FORMATS" derive 'z = w @ x; L = (z - y)^2' 'x=[1, 2]' 'w=[0.5, -1.25]' y=1
  write "$WRITTEN/derived-staged" "$FORMATS" derive 'f = exp(x*y) / (1 + x^2) + max(x, y)' x=0.7 y=-0.2 --staged
  write "$WRITTEN/derived-exact" 'md tex html txt' derive 'f = (x + y)/(x - y)^2; g = f * x' x=1 y=3 --exact
  for name in single-chain two-neurons softmax weight-decay xor relu-chain sigmoid-circuit shared-weight; do
    write "$WRITTEN/ascii-$name" txt --lesson "$name" --ascii
  done
  # The other dialect of mathematics.
  for name in two-neurons softmax batch sigmoid-circuit; do
    write "$WRITTEN/github-$name" md --lesson "$name" --math github
  done
}

write_worksheets() {
  local file name
  for file in lessons/*.json "$CI_FOLDER"/samples/lessons/eight-examples.json; do
    name=$(basename "$file" .json)
    # Larger lessons are refused: a test sees to it.
    [ "$name" != digit ] || continue
    # Of graphs there are no worksheets yet.
    write "$WORKSHEETS/$name" 'md tex html txt' worksheet --lesson "$file" --variant 7
    write "$WRITTEN/$name-key" 'md tex html txt' worksheet --lesson "$file" --variant 7 --key
    write "$WRITTEN/$name-variant" md --lesson "$file" --variant 18446744073709551615
  done
  for name in nielsen slides; do
    write "$WRITTEN/$name-key" 'md tex txt' worksheet --lesson batch --notation "$name" --digits 3 --key
  done
}

# quiz NAME ENDINGS LESSON ARGUMENT…: the questions that the arguments ask for, for each of these platforms.
quiz() {
  local ending
  for ending in $2; do
    "$TRACE" questions --lesson "$3" --to "$(sed 's/^xml$/moodle/; s/\..*//' <<<"$ending")" "${@:4}" \
      --output "$QUESTIONS/$3+$1.$ending" || fail "trace questions ${*:3} for $ending ends with $?"
  done
}

# Layers and graphs, one and several examples, a whole step of an optimizer, languages, letters, digits and versions.
write_questions() {
  local lesson all='xml gift qti.zip canvas.zip anki.txt' several='xml qti.zip anki.txt'
  for lesson in single-chain weight-decay circuit; do
    quiz en "$all" "$lesson"
    quiz cloze "$several" "$lesson" --cloze
  done
  quiz 'only+digits=3' "$all" batch --only dC/dw2 --only a1@2 --digits 3
  quiz de "$all" fork-and-max --language de
  quiz zh "$several" softmax --language zh --notation slides --cloze
  quiz variants "$all" sine --variants 1-3 --notation nielsen
}

# Some documents in the other languages. Those with decimal commas are judged as they are by TeX, KaTeX and the validator, and
# with points in their place by what computes lines again.
write_languages() {
  local name file
  mkdir "$LANGUAGES"
  for name in single-chain softmax lstm-cell adam hessian; do
    write "$LANGUAGES/german-$name" 'md tex html txt' --lesson "$name" --language de
  done
  write "$LANGUAGES/german-two-neurons-key" 'md tex html txt' worksheet --lesson two-neurons --language de --key
  for name in two-neurons attention; do
    write "$LANGUAGES/chinese-$name" 'md tex html txt' --lesson "$name" --language zh
  done
  write "$LANGUAGES/chinese-xor-sheet" 'tex html' worksheet --lesson xor --language zh
  for file in "$LANGUAGES"/german-*; do
    perl -CSD -pe 's/(?:(?<=\w)\[[\d, ]+\]|_\{[^{}]*\}|="[^"]*")(*SKIP)(*FAIL)|(?<=\d)(?:\{,\}|,)(?=\d)/./g' "$file" >"$WRITTEN/$(basename "$file")"
  done
  cp "$LANGUAGES"/chinese-{two-neurons,attention}.* "$WRITTEN"
}

# The Markdown that people write by hand, where it has formulas.
written_by_hand() {
  local file
  for file in README.md lessons/README.md; do ! sed 's/`[^`]*`//g' "$file" | grep -q '\$[^$]*\$' || echo "$file"; done
}

check_documents() { python3 "$CI_FOLDER/documents.py" "$WRITTEN" $(written_by_hand); }

check_katex() { node "$CI_FOLDER/katex.js" "$WRITTEN"/*.md "$LANGUAGES"/*.md $(written_by_hand); }

# Also LaTeX without a preamble, in a document whose preamble has what its first lines ask for, and nothing else.
check_latex() {
  local name part folder=$SCRATCH/latex
  mkdir "$folder"
  cp "$WRITTEN"/*.tex "$folder"
  # With their decimal commas.
  cp "$LANGUAGES"/*.tex "$folder"
  cp "$ALL"/slides/*.tex "$folder"
  for name in "$WORKSHEETS"/*.tex; do cp "$name" "$folder/$(basename "$name" .tex)-worksheet.tex"; done
  for name in two-neurons softmax xor shared-weight; do
    part=$SCRATCH/$name.part
    "$TRACE" --lesson "$name" --fragment --format latex >"$part"
    printf '\\documentclass[11pt,a4paper]{article}\n\\usepackage[margin=25mm]{geometry}\n%s\n\\begin{document}\n\\input{%s}\n\\end{document}\n' \
      "$(sed -n 's/^%   //p' "$part")" "$part" >"$folder/$name-fragment.tex"
  done
  "$TRACE" train --lesson xor --epochs 20 --batch 1 --plot "$SCRATCH/plot.tex" --output "$SCRATCH/learnt.json"
  printf '\\documentclass{article}\n\\usepackage{tikz}\n\\begin{document}\n\\input{%s}\n\\end{document}\n' \
    "$SCRATCH/plot.tex" >"$folder/plot.tex"
  bash "$CI_FOLDER/latex.sh" "$folder"
}

check_pages() {
  python3 "$CI_FOLDER/pages.py" "$AXE" "$WRITTEN/single-chain-default.html" "$WORKSHEETS/two-neurons.html" "$ALL/marks.html" \
    "$ALL/report.html" "$WRITTEN/two-neurons-key.html" "$ALL/site/index.html" "$WRITTEN"/{sigmoid-circuit,layer-norm,sample-graph-arrays}-default.html \
    -- "$WRITTEN"/{sample-*,options-*,derived-*,*-staged}.html "$ALL"/site/*.html
}

check_slides() { python3 "$CI_FOLDER/slides.py" "$ALL"/slides/*.html; }

check_answers() {
  python3 "$CI_FOLDER/answers.py" "$TRACE" single-chain relu-chain cross-entropy two-neurons softmax weight-decay
}

# Of every lesson; 200 changes of each are tried by hand: living.py TRACE --changes 200.
check_living() { python3 "$CI_FOLDER/living.py" "$TRACE" --changes 4; }

# As its reader sees it, a worksheet keeps its answers to itself: on paper, where the LaTeX has them as solutions, and in the
# words of a page and what judges there. Tests see to all else. In the key they are found.
check_worksheets() {
  local name paper
  cd "$SCRATCH"
  for name in two-neurons xor softmax weight-decay; do
    # What the key fills in after its names, where it was rounded: no given has such digits.
    sed -n -E 's/^ +(new )?[a-zC][!-~]* ≈ -?([0-9.]+)$/\2/p' "$WRITTEN/$name-key.txt" | sort -u >answers
    for paper in "$WRITTEN/$name-key" "$WORKSHEETS/$name"; do
      pdflatex -interaction=batchmode -halt-on-error -jobname=paper "$paper.tex" >/dev/null
      { pdftotext -layout paper.pdf -; sed '/<style>/,/<\/style>/d; s/<[^>]*>/ /g' "$paper.html"; } >"$(basename "$paper")"
    done
    [ "$(grep -o -F -f answers "$name-key" | sort -u | wc -l)" -gt 10 ] || fail "nobody sees the answers in the key of $name"
    ! grep -F -f answers "$name" || fail "the worksheet of $name holds answers"
  done
}

# The last page has an error, which must be the only one; pictures that stand alone are XML.
check_html() {
  local said pages=("$ALL"/*.html "$WRITTEN"/{*-default,*-staged,options-*,derived-*,two-neurons-key}.html "$ALL"/slides/*.html "$WORKSHEETS"/*.html "$LANGUAGES"/*.html
    "$ALL"/site/{index,single-chain,single-chain-worksheet,xor,circuit}.html "$SCRATCH/wrong.html")
  sed 's/<main>/<main><b>/' "$ALL/marks.html" >"$SCRATCH/wrong.html"
  # The validator is older than this property, which a browser that does not know it leaves out.
  said=$(java -jar "$VALIDATOR" --errors-only --filterpattern '.*field-sizing.*' "${pages[@]}" 2>&1 || true)
  ! grep -v '/wrong\.html' <<<"$said" || fail 'the validator does not take them'
  grep -q '/wrong\.html.*b' <<<"$said" || fail 'the validator takes a tag that is not closed'
  xmllint --noout lessons/figures/*.svg
  printf '%d pages\n' $((${#pages[@]} - 1))
}

check_questions() { PYTHONPATH=$PYPI python3 "$CI_FOLDER/questions.py" "$TRACE" "$QUESTIONS" 30; }

check_json() {
  local strictly='for (const path of process.argv.slice(1)) JSON.parse(require("fs").readFileSync(path, "utf8"))'
  node -e "$strictly" "$WRITTEN"/*.json
  sed 's/"agrees"/NaN/' "$WRITTEN/single-chain-default.json" >"$SCRATCH/wrong.json"
  ! node -e "$strictly" "$SCRATCH/wrong.json" 2>/dev/null || fail 'nobody sees what is no JSON'
}

# With the Python of Debian, for which the packages above were installed.
check_programs() { /usr/bin/python3 "$CI_FOLDER/programs.py" "$TRACE"; }

check_text() {
  ! grep -n -E '≈|\\approx' "$WRITTEN"/*-exact.* || fail 'a line in fractions is rounded'
  ! grep -l $'\x1b' "$WRITTEN"/*.{txt,md} || fail 'an escape code in what is no terminal'
  ! grep -n -i -w -E 'nan|inf' "$WRITTEN"/*.{txt,md,tex,json} || fail 'no number'
  ! grep -n '[[:blank:]]$' "$WRITTEN"/*.txt || fail 'a space at the end of a line'
  ! grep -n -P '[^\x00-\x7F]' "$WRITTEN"/ascii-*.txt || fail 'a letter that is not ASCII'
  # The title of one sample has such letters on purpose.
  ! find "$WRITTEN" -name '*.tex' ! -name 'sample-twenty-*' ! -name 'chinese-*' -exec grep -n -F '[U+' {} + || fail 'a letter that pdflatex lacks'
}

# A lesson that gives orders to who reads its document: they are printed, and nobody obeys.
check_orders() {
  local order
  cd "$SCRATCH"
  "$TRACE" --lesson "$CI_FOLDER/samples/orders.json" --output orders.tex
  "$TRACE" --lesson "$CI_FOLDER/samples/orders.json" --format markdown | cmark-gfm --unsafe -e table -e autolink >orders.html
  pdflatex -shell-escape -recorder -interaction=nonstopmode -halt-on-error orders.tex >log || { tail -n 20 log; fail 'pdflatex fails'; }
  [ ! -e written ] || fail 'pdflatex runs what a title says'
  ! grep -E '^INPUT .*(passwd|hosts|group)$' orders.fls || fail 'pdflatex reads what a title says'
  pdftotext orders.pdf - | tr -d ' \n' >orders.txt
  for order in '\input{/etc/passwd}' '\immediate\write18{touchwritten}' '$\frac12$' '100%of#1' '\end{document}' '\csnameinput\endcsname'; do
    grep -q -F -e "$order" orders.txt || { cat orders.txt; fail "the page does not show $order"; }
  done
  ! grep -n -i -E '<script|<img|javascript:[^<]*">' orders.html || fail 'Markdown makes an element of what a title says'
  grep -q -F '&lt;script&gt;alert(1)&lt;/script&gt;' orders.html || fail 'the title is not there as it is'
}
