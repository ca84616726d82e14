#!/usr/bin/env bash
# Every .tex file of a folder through pdflatex, or xelatex where it says so, with nothing forgiven: no warning, nothing that sticks out of the page, no
# bitmap font. Errors are planted first. usage: latex.sh DIR
#
# What stands before \begin{document} is the same in most files, and takes most of the time. So of each kind the first
# file goes through as it is, and the others after a format in which all of that was read already.
set -euo pipefail
folder=$(cd "${1:?usage: latex.sh DIR}" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
declare -A seen=()

# What stands before the document.
preamble() { sed '/^\\begin{document}$/Q' "$1"; }

# check FILE: what there is to complain of.
check() {
  local file=$1 name kind format=() engine=pdflatex
  ! head -n 1 "$file" | grep -q 'For XeLaTeX' || engine=xelatex
  name=$(basename "$file" .tex)
  kind=$(preamble "$file" | md5sum | cut -d ' ' -f 1)
  seen[$kind]=$((${seen[$kind]:-0} + 1))
  if [ "${seen[$kind]}" -eq 2 ] && [ $engine = pdflatex ]; then
    { preamble "$file"; echo '\dump'; } >"$kind.tex"
    pdflatex -ini -interaction=batchmode -halt-on-error '&pdflatex' "$kind.tex" >/dev/null 2>&1 || true
  fi
  if [ -e "$kind.fmt" ]; then
    format=(-fmt "$kind")
    # The lines keep their numbers.
    sed '1,/^\\begin{document}$/{/^\\begin{document}$/!s/.*//}' "$file" >"$name.tex"
    file=$name.tex
  fi
  compile || { echo "$name: $engine fails"; grep -A 3 '^!' "$name.said" || tail -n 5 "$name.said"; return; }
  # The class exam counts its questions, and knows their number the second time.
  ! grep -q 'Rerun to get' "$name.log" || compile
  grep -H -n -E 'Overfull|(LaTeX|Package [^ ]+|Class [^ ]+)( Font)? Warning|Missing character' "$name.log" | grep -v 'Font "Fandol' || true
  pdffonts "$name.pdf" | sed -n "s/.*Type 3.*/$name: a bitmap font: &/p"
}

# Lines of the log are not to be broken, or a warning would escape the search.
compile() {
  max_print_line=2000 $engine -interaction=nonstopmode -halt-on-error -no-shell-escape "${format[@]}" -jobname="$name" "$file" >"$name.said" 2>&1
}

# plant PREAMBLE BODY: a document with an error, which is found.
plant() {
  printf '\\documentclass{article}\n%s\n\\begin{document}\n%s\n\\end{document}\n' "$1" "$2" >planted.tex
  [ -n "$(check planted.tex)" ] || { echo "nobody sees what is wrong with $1$2"; exit 1; }
}

plant '' '\noindent\mbox{\rule{30cm}{1pt}}'
plant '' '$a \cdott b$'
plant '' 'As \ref{nothing} says'
plant '\usepackage[T1]{fontenc}' 'Words'
plant '' '∂'

for file in "$folder"/*.tex; do check "$file"; done >complaints
cat complaints
printf '%d LaTeX files, 5 planted errors, %d complaints\n' "$(find "$folder" -name '*.tex' | wc -l)" "$(wc -l <complaints)"
[ ! -s complaints ]
