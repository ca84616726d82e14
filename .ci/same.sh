# The same input gives the same bytes: on every run, on one processor and on all, optimized and not.
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
  for run in again unshuffled alone unoptimized; do
    diff -r -q "$SCRATCH/once" "$SCRATCH/$run" || fail "not the same bytes: $run"
  done
  local count
  count=$(find "$SCRATCH/once" -type f | wc -l)
  [ "$count" -gt 40 ] || fail "only $count documents"
  printf '%d documents, five times the same\n' "$count"
}
