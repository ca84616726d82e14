#!/usr/bin/env bash
# Every .tex file of a folder through pdflatex, with nothing forgiven: no warning, nothing that sticks out of
# the page, no bitmap font. As many at a time as there are processors.
#
# What stands before \begin{document} is the same in most files, and takes most of the time. So of each kind the first
# file goes through as it is, and the others after a format in which all of that was read already.
# usage: latex.sh DIR
set -euo pipefail

folder=$(cd "${1:?usage: latex.sh DIR}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export scratch

# preamble FILE: what stands before the document.
preamble() { sed '/^\\begin{document}$/Q' "$1"; }

# keep FILE FORMAT: its preamble as a format; if that fails, the files go through as they are.
keep() {
  { preamble "$1"; echo '\dump'; } >"$scratch/$2.tex"
  (cd "$scratch" && pdflatex -ini -interaction=batchmode -halt-on-error '&pdflatex' "$2.tex") >"$scratch/$2.out" 2>&1 || true
}

# check FILE FORMAT: one file; what there is to complain of goes to NAME.complaints.
check() {
  local file=$1 name format=()
  name=$(basename "$file" .tex)
  if [ -e "$scratch/$2.fmt" ]; then
    format=(-fmt "$2")
    # The lines keep their numbers.
    sed '1,/^\\begin{document}$/{/^\\begin{document}$/!s/.*//}' "$1" >"$scratch/$name.tex"
    file=$name.tex
  fi
  complain() { printf '%s.tex: %s\n' "$name" "$1" >>"$scratch/$name.complaints"; }
  # Lines of the log are not to be broken, or a warning would escape the search.
  compile() {
    (cd "$scratch" && max_print_line=2000 pdflatex -interaction=nonstopmode -halt-on-error -no-shell-escape \
      "${format[@]}" -jobname="$name" "$file") </dev/null >"$scratch/$name.out" 2>&1 || return
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
declare -A seen=()
for file in "${files[@]}"; do
  kind=$(preamble "$file" | md5sum | cut -d ' ' -f 1)
  # The second of its kind.
  [ "${seen[$kind]:-0}" -ne 1 ] || keep "$file" "$kind"
  printf '%s\0%s\0' "$file" "$([ -z "${seen[$kind]:-}" ] || echo "$kind")"
  seen[$kind]=$((${seen[$kind]:-0} + 1))
done >"$scratch/files"
xargs -0 -r -n 2 -P "$(nproc)" bash -euc 'check "$1" "$2"' check <"$scratch/files"
complaints=("$scratch"/*.complaints)
[ ${#complaints[@]} -eq 0 ] || cat "${complaints[@]}"

printf '%d LaTeX files, %d complaints\n' ${#files[@]} ${#complaints[@]}
[ ${#files[@]} -gt 0 ] && [ ${#complaints[@]} -eq 0 ]
