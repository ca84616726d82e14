#!/usr/bin/env bash
# Every .tex file of a folder through pdflatex, with nothing forgiven: no warning, nothing that sticks out of
# the page, no bitmap font. As many at a time as there are processors.
# usage: latex.sh DIR
set -euo pipefail

folder=$(cd "${1:?usage: latex.sh DIR}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export scratch

# One file; what there is to complain of goes to NAME.complaints.
check() {
  local file=$1 name
  name=$(basename "$file" .tex)
  complain() { printf '%s.tex: %s\n' "$name" "$1" >>"$scratch/$name.complaints"; }
  # Lines of the log are not to be broken, or a warning would escape the search.
  compile() {
    (cd "$scratch" && max_print_line=2000 pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape \
      -jobname="$name" "$file") </dev/null >"$scratch/$name.out" 2>&1 || return
    # The class exam counts its questions, and knows their number the second time.
    ! $1 || ! grep -q 'Rerun to get' "$scratch/$name.log" || compile false
  }
  if ! compile true; then
    complain "pdflatex fails"
    { grep -A 3 '^!' "$scratch/$name.out" || tail -n 5 "$scratch/$name.out"; } >>"$scratch/$name.complaints"
    return
  fi
  if grep -n -E 'Overfull|(LaTeX|Package [^ ]+|Class [^ ]+)( Font)? Warning|Missing character' "$scratch/$name.log" \
    >>"$scratch/$name.complaints"; then
    complain "pdflatex has something to say"
  fi
  if pdffonts "$scratch/$name.pdf" | grep 'Type 3' >>"$scratch/$name.complaints"; then
    complain "a bitmap font"
  fi
  [ -s "$scratch/$name.complaints" ] || rm -f "$scratch/$name.complaints"
}
export -f check

shopt -s nullglob
files=("$folder"/*.tex)
[ ${#files[@]} -eq 0 ] || printf '%s\0' "${files[@]}" | xargs -0 -n 1 -P "$(nproc)" bash -euc 'check "$1"' check
complaints=("$scratch"/*.complaints)
[ ${#complaints[@]} -eq 0 ] || cat "${complaints[@]}"

printf '%d LaTeX files, %d complaints\n' ${#files[@]} ${#complaints[@]}
[ ${#files[@]} -gt 0 ] && [ ${#complaints[@]} -eq 0 ]
