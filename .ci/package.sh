# The package: its layout, its builds, its tests.
# shellcheck shell=bash

# The build that `swift test` and `swift run` then use as it is. Flags would make them build all of it again, so
# the warnings are looked for in what is said, and everything is compiled anew so that all of them are said.
build_debug() {
  [ ! -d .build ] || swift package clean
  swift build --build-tests >"$SCRATCH/build.log" 2>&1 || { cat "$SCRATCH/build.log"; return 1; }
  if grep -A 3 'warning:' "$SCRATCH/build.log"; then
    fail 'the build has warnings'
  fi
  tail -n 1 "$SCRATCH/build.log"
}

# The documentation of the library: every name has some, and as docc sees it every link leads somewhere.
check_docs() {
  local module graphs level triple
  triple=$(swiftc -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')
  for module in Sources/*/*.docc; do
    module=$(basename "$module" .docc)
    for level in package public; do
      graphs=$SCRATCH/$level-$module
      mkdir "$graphs"
      # What `swift package dump-symbol-graph` does for every module, the tests included.
      swift-symbolgraph-extract -module-name "$module" -I "$DEBUG/Modules" -target "$triple" -output-dir "$graphs" \
        -minimum-access-level "$level" -skip-synthesized-members
    done
    python3 "$CI_FOLDER/documented.py" "$SCRATCH/package-$module/$module"[.@]*symbols.json ||
      fail "names of $module have no doc comment"
    rm -f "$graphs"/*@*
    docc convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$graphs" --output-path "$SCRATCH/docs-$module" \
      --fallback-display-name "$module" --fallback-bundle-identifier "$module" --warnings-as-errors >"$SCRATCH/docc.log" 2>&1 ||
      { cat "$SCRATCH/docc.log"; fail "docc complains of $module"; }
    ! grep -E 'warning|error' "$SCRATCH/docc.log" || fail "docc complains of $module"
    printf '%s ' "$module"
  done
  printf '\n'
}

check_top_level() {
  local extra
  extra=$(git ls-files | cut -d/ -f1 | sort -u | grep -v -x -E 'Package\.swift|Sources|Tests|lessons|README\.md|\..*' || true)
  [ -z "$extra" ] || fail "not agreed at the top level: $extra"
  local wanted
  for wanted in Package.swift Sources Tests lessons README.md lessons/README.md; do
    [ -e "$wanted" ] || fail "$wanted is not there"
  done
}

check_dependencies() {
  swift package dump-package >"$SCRATCH/package.json"
  python3 - "$SCRATCH/package.json" <<'PYTHON'
import json, sys
package = json.load(open(sys.argv[1]))
others = [str(d) for d in package["dependencies"]]
products = [d for t in package["targets"] for d in t["dependencies"] if "product" in d]
language = package.get("swiftLanguageVersions")
tools = [int(n) for n in package["toolsVersion"]["_version"].split(".")]
problems = [f"depends on {d}" for d in others + products]
problems += [] if language == ["6"] else [f"language mode {language}, not 6"]
problems += [] if tools >= [6, 2] else [f"tools version {tools}"]
print("\n".join(problems) or f"{len(package['targets'])} targets, no dependency")
sys.exit(1 if problems else 0)
PYTHON
}

check_format() {
  swift format lint --strict --recursive Sources Tests Package.swift
}

# Where the compiler takes our word for it that memory is there: the product of matrices, the digits of numbers, and what
# the system gives by pointer. Each such place says why it is right; a new one has to be wanted.
check_pointers() {
  local known=(
    Sources/Backprop/Vectorized/{MatrixProduct,MatrixTile,Strided}.swift
    Sources/Formulas/{Rounding,SignificantDigits}.swift
    Sources/trace/{Arguments,Folder,StopSignal,TemporaryFile}.swift
  )
  grep -rlE 'nsafe|assumingMemoryBound|Unmanaged|unowned' Sources --include='*.swift' | LC_ALL=C sort |
    diff <(printf '%s\n' "${known[@]}") - || fail 'pointers come or go, see above'
  # `!` and `try!` are the linter's. The shapes of matrices are those of the network, and no input's.
  if grep -rnE '\b(fatalError|assertionFailure|preconditionFailure|precondition|assert)\b\(' Sources --include='*.swift' |
    grep -vE '^Sources/Backprop/(Trace|Vectorized/Matrix|Vectorized/MatrixProduct)\.swift:'; then
    fail 'a way to end the program'
  fi
  printf '%d files, and no other\n' "${#known[@]}"
}

check_tests() {
  grep -q -F 'swift test' README.md || fail 'README.md does not say: swift test'
  swift test >"$SCRATCH/test.log" 2>&1 || { tail -n 80 "$SCRATCH/test.log"; return 1; }
  grep -E 'Test run with [1-9][0-9]* tests? .*passed' "$SCRATCH/test.log" ||
    { tail -n 20 "$SCRATCH/test.log"; fail 'no closing line that says how many tests passed'; }
}

# As the README installs it, but in a folder of its own: two builds in one folder would wait for each other.
build_release() {
  grep -q -e '--static-swift-stdlib' README.md || fail 'README.md does not say how to install the command'
  local flags=(-c release --product trace --static-swift-stdlib -Xswiftc -warnings-as-errors --scratch-path "$SCRATCH/build")
  swift build "${flags[@]}" >"$SCRATCH/release.log" 2>&1 || { tail -n 40 "$SCRATCH/release.log"; return 1; }
  cp "$(swift build "${flags[@]}" --show-bin-path)/trace" "$BUILT/trace"
  tail -n 1 "$SCRATCH/release.log"
}

# One static file, and the lessons in it.
check_release() {
  mkdir "$SCRATCH/elsewhere"
  cd "$SCRATCH/elsewhere"
  env -i "$BUILT/trace" --lesson single-chain --figures --output single-chain.md
  cmp single-chain.md "$OLDPWD/lessons/single-chain.md"
  ! ldd "$BUILT/trace" | grep -i swift || fail 'the command needs a Swift library'
  python3 - "$BUILT/trace" <<'PYTHON'
import subprocess, sys, time
def once():
    start = time.perf_counter()
    subprocess.run([sys.argv[1], "--lesson", "single-chain"], check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000
best = min(once() for _ in range(10))
print(f"single-chain in {best:.1f} ms")
sys.exit(0 if best < 50 else "slower than 50 ms")
PYTHON
}

check_unchanged() {
  git status --porcelain | diff "$BEFORE" -
}
