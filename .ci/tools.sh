# The programs of others that judge ours, from Debian.
# shellcheck shell=bash

PACKAGES=(katex nodejs cmark-gfm pandoc texlive-latex-base texlive-latex-recommended texlive-latex-extra texlive-pictures
  poppler-utils python3)

tools_are_there() {
  local tool
  for tool in node cmark-gfm pandoc pdflatex pdffonts pdftotext python3; do
    command -v "$tool" >/dev/null || return 1
  done
  [ -d /usr/share/nodejs/katex ] && kpsewhich tikz.sty >/dev/null && kpsewhich mathtools.sty >/dev/null &&
    kpsewhich exam.cls >/dev/null
}

# Installs packages of Debian.
apt_install() {
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  export DEBIAN_FRONTEND=noninteractive
  "${root[@]}" apt-get update -q >"$SCRATCH/apt.log" 2>&1 || tail -n 5 "$SCRATCH/apt.log"
  "${root[@]}" apt-get install -q -y --no-install-recommends "$@" >"$SCRATCH/apt.log" 2>&1 ||
    { tail -n 20 "$SCRATCH/apt.log"; return 1; }
}

install_tools() {
  if ! tools_are_there; then
    apt_install "${PACKAGES[@]}"
    tools_are_there || fail 'something is still missing after the installation'
  fi
  swift --version 2>&1 | head -n 1
}
