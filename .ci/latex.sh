#!/usr/bin/env bash
# Every .tex file of a folder through pdflatex, with nothing forgiven: no warning, nothing that sticks out of
# the page, no bitmap font.
# usage: latex.sh DIR
set -euo pipefail

folder=$(cd "${1:?usage: latex.sh DIR}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
count=0
bad=0

complain() {
  bad=$((bad + 1))
  printf '%s: %s\n' "$1" "$2"
}

shopt -s nullglob
for file in "$folder"/*.tex; do
  count=$((count + 1))
  name=$(basename "$file" .tex)
  # Lines of the log are not to be broken, or a warning would escape the search.
  if ! (cd "$scratch" && max_print_line=2000 pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape \
    -jobname="$name" "$file") </dev/null >"$scratch/$name.out" 2>&1; then
    complain "$name.tex" "pdflatex fails"
    grep -A 3 '^!' "$scratch/$name.out" || tail -n 5 "$scratch/$name.out"
    continue
  fi
  if grep -n -E 'Overfull|(LaTeX|Package [^ ]+|Class [^ ]+)( Font)? Warning|Missing character' "$scratch/$name.log"; then
    complain "$name.tex" "pdflatex has something to say"
  fi
  if pdffonts "$scratch/$name.pdf" | grep 'Type 3'; then
    complain "$name.tex" "a bitmap font"
  fi
done

printf '%d LaTeX files, %d complaints\n' "$count" "$bad"
[ "$count" -gt 0 ] && [ "$bad" -eq 0 ]
