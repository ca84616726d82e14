# The worked examples: written once, in every format and to several numbers of digits, then judged.
# shellcheck shell=bash

VARIANTS=(default 3 12 17)
# The lesson that is kept as --exact writes it.
IN_FRACTIONS=exact-fractions

# What to call a lesson: by its name where it is built in, by its path where it is too large for that.
lesson_argument() {
  if [ "$(stat -c %s "lessons/$1.json")" -lt 50000 ] || "$TRACE" --lesson "$1" --format json >/dev/null 2>&1; then
    echo "$1"
  else
    echo "lessons/$1.json"
  fi
}

write_lessons() {
  local file name lesson variant ending format options count=0
  for file in lessons/*.json; do
    name=$(basename "$file" .json)
    lesson=$(lesson_argument "$name")
    for variant in "${VARIANTS[@]}"; do
      options=(--lesson "$lesson")
      [ "$variant" = default ] || options+=(--digits "$variant")
      for ending in md:markdown tex:latex html:html txt:text json:json; do
        format=${ending#*:}
        "$TRACE" "${options[@]}" --format "$format" >"$WRITTEN/$name-$variant.${ending%:*}" ||
          fail "trace ${options[*]} --format $format ends with $?"
        count=$((count + 1))
      done
    done
    # The path says the same as the name, and --output knows the format by the ending.
    "$TRACE" --lesson "$file" --output "$SCRATCH/by-path.tex"
    cmp "$SCRATCH/by-path.tex" "$WRITTEN/$name-default.tex"
    write_in_fractions "$name" "$lesson"
  done
  # Lessons that nobody would teach: saturated, on a kink, dead, deep, with titles full of marks.
  for file in "$CI_FOLDER"/samples/lessons/*.json; do
    name=sample-$(basename "$file" .json)
    for variant in "${VARIANTS[@]}"; do
      options=(--lesson "$file")
      [ "$variant" = default ] || options+=(--digits "$variant")
      for ending in md tex html txt json; do
        "$TRACE" "${options[@]}" --output "$WRITTEN/$name-$variant.$ending" ||
          fail "trace ${options[*]} --output ….$ending ends with $?"
        count=$((count + 1))
      done
    done
  done
  # What the options show besides.
  while read -r name options; do
    for ending in md tex html txt; do
      # shellcheck disable=SC2086
      "$TRACE" --lesson "${name%%+*}" $options --output "$WRITTEN/options-$name.$ending" ||
        fail "trace --lesson ${name%%+*} $options --output ….$ending ends with $?"
      count=$((count + 1))
    done
  done <<'OPTIONS'
two-neurons+paths --paths w1[1,2]
batch+paths --paths w1[2,1] --digits 4
weight-decay+paths --paths w2[1,1]
softmax+paths --paths b1[1]
xor+example --example 3
xor+only --only dC/dz1[2]@4 --only C3
batch+only --only dC2/dw1[1,1]
digit+only --only w2[4,1] --only w1[3,14]
single-chain+nielsen --notation nielsen
two-neurons+nielsen --notation nielsen
softmax+slides --notation slides
weight-decay+slides --notation slides
xor+nielsen --notation nielsen --only dC/dz1[2]@4 --only C3
OPTIONS
  # The same in ASCII.
  for name in single-chain two-neurons softmax weight-decay xor relu-chain; do
    "$TRACE" --lesson "$name" --ascii --format text >"$WRITTEN/ascii-$name.txt" || fail "--ascii ends with $?"
    count=$((count + 1))
  done
  # The other dialect of mathematics.
  for name in two-neurons softmax batch; do
    "$TRACE" --lesson "$name" --math github --output "$WRITTEN/github-$name.md" || fail "--math github ends with $?"
    count=$((count + 1))
  done
  printf '%d documents\n' "$count"
}

# Worksheets and their keys, of the lessons and of variants. What has no arithmetic in it lies apart.
write_worksheets() {
  local file name lesson seed options count=0
  for file in lessons/*.json "$CI_FOLDER"/samples/lessons/eight-examples.json; do
    name=$(basename "$file" .json)
    # Larger lessons are refused: a test sees to it.
    [ "$name" != digit ] || continue
    for seed in '' 7 18446744073709551615; do
      options=(--lesson "$file" ${seed:+--variant "$seed"})
      for ending in md tex html txt; do
        "$TRACE" worksheet "${options[@]}" --output "$WORKSHEETS/$name-worksheet$seed.$ending" ||
          fail "trace worksheet ${options[*]} --output ….$ending ends with $?"
        "$TRACE" worksheet "${options[@]}" --key --output "$WRITTEN/$name-key$seed.$ending" ||
          fail "trace worksheet ${options[*]} --key --output ….$ending ends with $?"
        count=$((count + 2))
      done
      [ -z "$seed" ] || for ending in md tex txt; do
        "$TRACE" "${options[@]}" --output "$WRITTEN/$name-variant$seed.$ending" ||
          fail "trace ${options[*]} --output ….$ending ends with $?"
        count=$((count + 1))
      done
    done
  done
  for notation in nielsen slides; do
    for ending in md tex txt; do
      "$TRACE" worksheet --lesson batch --notation "$notation" --digits 3 --key --output "$WRITTEN/key-$notation.$ending"
    done
  done
  printf '%d documents\n' "$count"
}

# LaTeX without a preamble, in a document whose preamble has what its first lines ask for, and nothing else.
write_fragments() {
  mkdir -p "$SCRATCH/fragments"
  local name part
  for name in two-neurons softmax xor; do
    part=$SCRATCH/fragments/$name.part
    "$TRACE" --lesson "$name" --fragment --format latex >"$part"
    {
      printf '\\documentclass[11pt,a4paper]{article}\n\\usepackage[margin=25mm]{geometry}\n'
      sed -n 's/^%   //p' "$part"
      printf '\\begin{document}\n\\section{Notes}\nBefore it.\n\\input{%s}\nAfter it.\n\\end{document}\n' "$part"
    } >"$SCRATCH/fragments/$name.tex"
  done
  part=$SCRATCH/fragments/cost-plot.tex
  "$TRACE" train --lesson xor --epochs 20 --batch 1 --plot "$part" --output "$SCRATCH/learnt.json"
  mv "$part" "${part%.tex}.part"
  printf '\\documentclass{article}\n\\usepackage{tikz}\n\\begin{document}\n\\input{%s}\n\\end{document}\n' \
    "${part%.tex}.part" >"$part"
  bash "$CI_FOLDER/latex.sh" "$SCRATCH/fragments"
}

# As the reader of the page sees it: the answers are not in the text of a worksheet, and are in that of its key.
check_worksheets() {
  local name
  mkdir -p "$SCRATCH/pages"
  for name in two-neurons xor softmax weight-decay; do
    for kind in "$WORKSHEETS/$name-worksheet7" "$WRITTEN/$name-key7"; do
      (cd "$SCRATCH/pages" && pdflatex -interaction=batchmode -halt-on-error "$kind.tex" >/dev/null)
      pdftotext -layout "$SCRATCH/pages/$(basename "$kind").pdf" "$SCRATCH/pages/$(basename "$kind").txt"
    done
    # What the key of the same seed fills in after its names, where it was rounded: no given has such digits.
    sed -n -E 's/^ +(new )?[a-zC][^ ]* ≈ -?([0-9.]+).*$/\2/p' "$WRITTEN/$name-key7.txt" | sort -u >"$SCRATCH/answers"
    [ "$(wc -l <"$SCRATCH/answers")" -gt 10 ] || fail "the key of $name has no answers"
    ! grep -F -f "$SCRATCH/answers" "$SCRATCH/pages/$name-worksheet7.txt" || fail "the worksheet of $name holds answers"
    ! grep -F -f "$SCRATCH/answers" "$WORKSHEETS/$name-worksheet7".{md,txt} || fail "the worksheet of $name holds answers"
    # Of a page, what is read and what judges: neither its look nor where its picture stands.
    ! sed '/<style>/,/<\/style>/d; s/<[^>]*>/ /g' "$WORKSHEETS/$name-worksheet7.html" | grep -F -f "$SCRATCH/answers" ||
      fail "the page of $name holds answers"
    while read -r answer; do
      grep -q -F -e "$answer" "$SCRATCH/pages/$name-key7.txt" || fail "the key of $name lacks $answer"
    done <"$SCRATCH/answers"
    printf '%s: %d answers\n' "$name" "$(wc -l <"$SCRATCH/answers")"
  done
}

# With --exact, if a lesson has an exact form: it is refused for the right reason if not.
write_in_fractions() {
  local ending status
  for ending in md tex html txt; do
    status=0
    "$TRACE" --lesson "$2" --exact --output "$WRITTEN/$1-exact.$ending" 2>"$SCRATCH/complained" || status=$?
    if [ "$status" -eq 65 ]; then
      grep -q 'no exact fraction' "$SCRATCH/complained" || fail "trace --lesson $2 --exact is refused without a reason"
    elif [ "$status" -ne 0 ]; then
      fail "trace --lesson $2 --exact ends with $status"
    fi
  done
}

check_fractions() {
  local count
  count=$(find "$WRITTEN" -name '*-exact.*' | wc -l)
  [ -e "$WRITTEN/$IN_FRACTIONS-exact.md" ] || fail "$IN_FRACTIONS is not written in fractions"
  ! grep -n -E '≈|\\approx' "$WRITTEN"/*-exact.* || fail 'a line in fractions is rounded'
  printf '%d documents in fractions\n' "$count"
}

check_worked_examples() {
  local file name options
  mkdir "$SCRATCH/beside"
  for file in lessons/*.json; do
    name=$(basename "$file" .json)
    options=(--lesson "$(lesson_argument "$name")" --figures)
    [ "$name" != "$IN_FRACTIONS" ] || options+=(--exact)
    "$TRACE" "${options[@]}" --output "$SCRATCH/beside/$name.md"
    diff -u "lessons/$name.md" "$SCRATCH/beside/$name.md" | head -n 20
  done
  diff -r lessons/figures "$SCRATCH/beside/figures"
  xmllint --noout lessons/figures/*.svg
}

check_json() {
  python3 - "$WRITTEN"/*.json <<'PYTHON'
import json, sys

def refuse(text):
    raise ValueError(f"{text} is not JSON")

def once(pairs):
    keys = [key for key, _ in pairs]
    if len(keys) != len(set(keys)):
        raise ValueError("a key twice")
    return dict(pairs)

for path in sys.argv[1:]:
    with open(path, encoding="utf-8") as file:
        trace = json.load(file, parse_constant=refuse, object_pairs_hook=once)
    check = trace["check"]
    if trace["version"] != 1 or check["passed"] is not True or not check["parameters"]:
        sys.exit(f"{path}: the check has not passed")
    if any(p["verdict"] not in ("agrees", "inconclusive", "kink") for p in check["parameters"]):
        sys.exit(f"{path}: a parameter disagrees")
print(len(sys.argv) - 1, "traces")
PYTHON
}

check_truth() {
  python3 "$CI_FOLDER/true_as_printed.py" "$WRITTEN"/*.md "$WRITTEN"/*.tex "$WRITTEN"/*.txt
}

# The Markdown that people write by hand, where it has formulas.
written_by_hand() {
  grep -l '\$[^$]*\$' README.md lessons/README.md || true
}

check_markdown() {
  local by_hand
  mapfile -t by_hand < <(written_by_hand)
  python3 "$CI_FOLDER/markdown_math.py" "$WRITTEN"/*.md "${by_hand[@]}"
}

check_katex() {
  local by_hand
  mapfile -t by_hand < <(written_by_hand)
  node "$CI_FOLDER/katex.js" "$WRITTEN"/*.md "${by_hand[@]}"
}

check_text() {
  ! grep -l $'\x1b' "$WRITTEN"/*.{txt,md} || fail 'an escape code in what is no terminal'
  ! grep -n -i -w -E 'nan|inf' "$WRITTEN"/*.{txt,md,tex,json} || fail 'no number'
  ! grep -n '[[:blank:]]$' "$WRITTEN"/*.txt || fail 'a space at the end of a line'
  ! grep -n -P '[^\x00-\x7F]' "$WRITTEN"/ascii-*.txt || fail 'a letter that is not ASCII'
  # The titles of the samples have such letters on purpose.
  ! find "$WRITTEN" -name '*.tex' ! -name 'sample-*' -exec grep -n -F '[U+' {} + || fail 'a letter that pdflatex lacks'
}

# A lesson that gives orders to who reads its document: they are printed, and nobody obeys.
check_orders() {
  local lesson=$CI_FOLDER/samples/orders.json
  "$TRACE" --lesson "$lesson" --output "$SCRATCH/orders.tex"
  "$TRACE" --lesson "$lesson" --output "$SCRATCH/orders.md"
  cd "$SCRATCH"
  pdflatex -shell-escape -recorder -interaction=nonstopmode -halt-on-error orders.tex >pdflatex.log ||
    { tail -n 20 pdflatex.log; fail 'pdflatex does not take it'; }
  [ ! -e written ] || fail 'pdflatex runs what a title says'
  ! grep -E '^INPUT .*(passwd|hosts|group)$' orders.fls || fail 'pdflatex reads what a title says'
  pdftotext orders.pdf - | tr -d ' \n' >orders.txt
  local order
  for order in '\input{/etc/passwd}' '\immediate\write18{touchwritten}' '$\frac12$' '100%of#1' '\end{document}' \
    '\csnameinput\endcsname' '<script>'; do
    grep -q -F -e "$order" orders.txt || { cat orders.txt; fail "the page does not show $order"; }
  done
  cmark-gfm --unsafe -e table -e autolink orders.md >orders.html
  ! grep -n -i -E '<script|<img|javascript:[^<]*">' orders.html || fail 'Markdown makes an element of what a title says'
  grep -q -F '&lt;script&gt;alert(1)&lt;/script&gt;' orders.html || fail 'the title is not there as it is'
  printf 'a title and a summary full of orders are text\n'
}
