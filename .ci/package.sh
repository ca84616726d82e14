# The package: its layout, its builds, its tests.
# shellcheck shell=bash disable=SC2154

# The build that `swift test` and `swift run` then use as it is. Flags would make them build all of it again, so
# the warnings are looked for in what is said, and everything is compiled anew so that all of them are said.
build_debug() {
  [ ! -d .build ] || swift package clean
  swift build --build-tests >"$SCRATCH/build.log" 2>&1 || { cat "$SCRATCH/build.log"; return 1; }
  ! grep -A 3 'warning:' "$SCRATCH/build.log" || fail 'the build has warnings'
  tail -n 1 "$SCRATCH/build.log"
}

# As the README installs it, but in a folder of its own: two builds in one folder would wait for each other.
build_release() {
  grep -q -e '--static-swift-stdlib -debug-info-format none$' README.md ||
    fail 'README.md does not say how to install the command'
  local flags=(-c release --product trace --static-swift-stdlib -debug-info-format none -Xswiftc -warnings-as-errors --scratch-path "$SCRATCH/build")
  swift build "${flags[@]}" >"$SCRATCH/build.log" 2>&1 || { tail -n 40 "$SCRATCH/build.log"; return 1; }
  local built
  built=$(swift build "${flags[@]}" --show-bin-path)
  cp "$built/trace" "$BUILT/trace"
  # Of code that several modules have the linker keeps any one copy: it must not be one for newer processors.
  ! nm "$built"/Tiles{AVX2,AVX512}.build/*.o | grep ' W ' | grep -v -E 'SIMD[48]V' || fail 'shared code is compiled for newer processors'
  tail -n 1 "$SCRATCH/build.log"
}

# Static, and the lessons in it.
check_release() {
  cd "$SCRATCH"
  env -i "$BUILT/trace" --lesson single-chain --figures --output single-chain.md
  cmp single-chain.md "$OLDPWD/lessons/single-chain.md"
  ! ldd "$BUILT/trace" | grep -i swift || fail 'the command needs a Swift library'
}

check_tests() {
  grep -q -F 'swift test' README.md || fail 'README.md does not say: swift test'
  swift test >"$SCRATCH/test.log" 2>&1 || { tail -n 80 "$SCRATCH/test.log"; return 1; }
  grep -E 'Test run with [1-9][0-9]* tests? .*passed' "$SCRATCH/test.log" ||
    fail 'no closing line says how many tests passed'
}

# The documentation of the library: every name has some, and as docc sees it every link leads somewhere.
check_docs() {
  local module graphs triple
  triple=$(swiftc -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')
  for module in Sources/*/*.docc; do
    module=$(basename "$module" .docc) graphs=$SCRATCH/$(basename "$module" .docc)
    mkdir "$graphs"
    # What `swift package dump-symbol-graph` does for every module, the tests included.
    swift-symbolgraph-extract -module-name "$module" -I "$DEBUG/Modules" -target "$triple" -output-dir "$graphs" \
      -minimum-access-level package -skip-synthesized-members
    python3 "$CI_FOLDER/documented.py" "$graphs/$module"[.@]*symbols.json || fail "names of $module have no doc comment"
    rm -f "$graphs"/*@*
    docc convert "Sources/$module/$module.docc" --additional-symbol-graph-dir "$graphs" --output-path "$SCRATCH/docs-$module" \
      --fallback-display-name "$module" --fallback-bundle-identifier "$module" --warnings-as-errors >"$SCRATCH/docc.log" 2>&1 ||
      { cat "$SCRATCH/docc.log"; fail "docc complains of $module"; }
    ! grep -E 'warning|error' "$SCRATCH/docc.log" || fail "docc complains of $module"
  done
}

check_top_level() {
  ! git ls-files | cut -d/ -f1 | sort -u | grep -v -x -E 'Package\.swift|Sources|Tests|lessons|README\.md|\..*' ||
    fail 'that was not agreed at the top level'
}

check_dependencies() {
  swift package show-dependencies | grep -x 'No external dependencies found' || fail 'it depends on others'
  swift package dump-package | tr -d ' \n' | grep -q '"swiftLanguageVersions":\["6"\]' || fail 'the language mode is not 6'
}

check_format() { swift format lint --strict --recursive Sources Tests Package.swift; }

# Whether one of these files is other than a day before the last commit. What is kept for such changes runs then, and by
# hand. The day counts from the commit, so that a commit always gets the same run; a clone without history has all its
# files in one commit, and runs everything.
changed_lately() {
  [ -n "$(git log --since="$(($(git log -1 --format=%ct) - 86400))" --format=%h -- "$@")" ] || ! git diff --quiet HEAD -- "$@"
}

# Where the compiler takes our word for it that memory is there: the product of matrices, the digits of numbers, and what
# the system gives by pointer. Each such place says why it is right; a new one has to be wanted. Two more builds are worth
# their time only when one of these files has changed.
check_pointers() {
  local kind known=(
    Sources/Backprop/Vectorized/MatrixProduct.swift
    Sources/Formulas/{Rounding,SignificantDigits}.swift
    Sources/Tiles/{BlockedProduct,MatrixTile,Strided}.swift
    Sources/trace/{Arguments,Folder,StopSignal,TemporaryFile}.swift
  )
  grep -rlE 'nsafe|assumingMemoryBound|Unmanaged|unowned' Sources --include='*.swift' | sort |
    diff <(printf '%s\n' "${known[@]}") - || fail 'pointers come or go, see above'
  # `!` and `try!` are the linter's. The shapes of matrices are those of the network, and no input's.
  if grep -rnE '\b(fatalError|assertionFailure|preconditionFailure|precondition|assert)\b\(' Sources --include='*.swift' |
    grep -vE '^Sources/Backprop/(Trace|Vectorized/Matrix|Vectorized/MatrixProduct)\.swift:'; then
    fail 'a way to end the program'
  fi
  if changed_lately "${known[@]}"; then
    check_addresses
  else
    printf 'no pointer has changed: AddressSanitizer is left to .ci/sanitize.sh\n'
  fi
}

# With AddressSanitizer in it the command writes what it writes, and nothing is found. The other sanitizer is for threads,
# of which there are none.
check_addresses() {
  local flags=(--product trace --sanitize=address --scratch-path "$SCRATCH/build" -Xswiftc -gnone)
  swift build "${flags[@]}" >"$SCRATCH/build.log" 2>&1 || { tail -n 40 "$SCRATCH/build.log"; return 1; }
  # Swift's metadata are kept to the end: no leak. The status is none of ours.
  export ASAN_OPTIONS=detect_leaks=0:exitcode=99
  everything "$(swift build "${flags[@]}" --show-bin-path)/trace" "$SCRATCH/written"
}

# If something has changed that calls the system.
check_faults() {
  local files
  mapfile -t files < <(grep -lE 'import (Glibc|Darwin)' Sources/trace/*.swift)
  if changed_lately "${files[@]}" .ci/faults .ci/faults.sh; then
    bash "$CI_FOLDER/faults.sh" "$TRACE"
  else
    printf 'nothing that calls the system has changed: left to .ci/faults.sh\n'
  fi
}

check_unchanged() { git status --porcelain | diff "$ALL/status-before" -; }

# A package of somebody else builds and runs the example of the guide, as it stands there.
check_client() {
  local guide=Sources/Backprop/Backprop.docc/UsingTheLibrary.md client=$SCRATCH/client
  mkdir -p "$client/Sources/client"
  ln -s "$PWD" "$SCRATCH/backpropagation-tracer"
  python3 - "$guide" "$client/Package.swift" "$client/Sources/client/main.swift" <<'PYTHON'
import re, sys
blocks = re.findall(r"```swift\n(.*?)```", open(sys.argv[1]).read(), re.S)
for path, block in zip(sys.argv[2:], blocks, strict=True):
    open(path, "w").write(block)
PYTHON
  swift run --package-path "$client" client >"$SCRATCH/said" 2>&1 || { tail -n 40 "$SCRATCH/said"; return 1; }
  grep -x 'All derivatives agree.' "$SCRATCH/said"
  grep -c '^dC/d' "$SCRATCH/said" | grep -x '[1-9]*'
}
