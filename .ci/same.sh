# The same input gives the same bytes: on every run, on one processor and on all, optimized and not, and with the
# sanitizers looking on, who find nothing to say.
# shellcheck shell=bash

# everything BINARY FOLDER: what it writes, of each kind.
everything() {
  local trace=$1 folder=$2 lesson format
  mkdir "$folder"
  for lesson in single-chain two-neurons softmax batch xor; do
    for format in markdown latex html text json; do
      "$trace" --lesson "$lesson" --format "$format" >"$folder/$lesson.$format"
    done
    "$trace" worksheet --lesson "$lesson" --variant 7 --format html >"$folder/$lesson-worksheet.html"
    "$trace" worksheet --lesson "$lesson" --variant 8 --key >"$folder/$lesson-key.md"
  done
  "$trace" train --lesson xor --epochs 50 --batch 2 --seed 3 --output "$folder/trained.json" --plot "$folder/cost.svg" >/dev/null
  "$trace" --lesson relu-chain --exact >"$folder/fractions.md"
  "$trace" build --lessons "$SCRATCH/course" --output "$folder/site" >/dev/null
  "$trace" check lessons/audits/mazur.md >"$folder/audit" || true
}

# The command with a sanitizer in it; debug information would take as long as all the rest.
build_sanitized() {
  local flags=(--product trace --sanitize="$1" --scratch-path "$SCRATCH/build" -Xswiftc -gnone)
  swift build "${flags[@]}" >"$SCRATCH/build.log" 2>&1 || { tail -n 40 "$SCRATCH/build.log"; return 1; }
  cp "$(swift build "${flags[@]}" --show-bin-path)/trace" "$BUILT/trace-$1"
  nm -D "$BUILT/trace-$1" | grep "__${1:0:1}san_init" >"$SCRATCH/symbol" || fail 'there is no sanitizer in it'
  tail -n 1 "$SCRATCH/build.log"
}

check_same_bytes() {
  local run
  mkdir "$SCRATCH/course"
  cp lessons/{batch,mazur,softmax}.json "$SCRATCH/course"
  everything "$TRACE" "$SCRATCH/once"
  everything "$TRACE" "$SCRATCH/again"
  # Sets and dictionaries have another order in every process, unless they are told not to.
  SWIFT_DETERMINISTIC_HASHING=1 everything "$TRACE" "$SCRATCH/unshuffled"
  (taskset -p -c 0 "$BASHPID" >/dev/null && everything "$TRACE" "$SCRATCH/alone")
  everything "$DEBUG/trace" "$SCRATCH/unoptimized"
  # What a sanitizer finds ends the command with a status of its own. Swift's metadata are kept to the end: no leak.
  ASAN_OPTIONS=detect_leaks=0:exitcode=99 everything "$BUILT/trace-address" "$SCRATCH/addresses" 2>"$SCRATCH/found"
  TSAN_OPTIONS=exitcode=99 everything "$BUILT/trace-thread" "$SCRATCH/threads" 2>>"$SCRATCH/found"
  ! grep -a 'Sanitizer' "$SCRATCH/found" || fail 'a sanitizer found something'
  for run in again unshuffled alone unoptimized addresses threads; do
    diff -r -q "$SCRATCH/once" "$SCRATCH/$run" || fail "not the same bytes: $run"
  done
  local count
  count=$(find "$SCRATCH/once" -type f | wc -l)
  [ "$count" -gt 40 ] || fail "only $count documents"
  printf '%d documents, seven times the same\n' "$count"
}
