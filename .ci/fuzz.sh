#!/usr/bin/env bash
# What nobody would write, for all that reads: it is refused with a sentence or taken, and nothing ends the program.
#
# usage: bash .ci/fuzz.sh TARGET [RUNS]     TARGET is lesson, answers, arithmetic or command; RUNS 100000 by default
#
# An input that ends it, or takes a second, is kept in .build/fuzz, and its path is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?a target: lesson, answers, arithmetic or command} runs=${2:-100000}
folder=$PWD/.build/fuzz
flags=(-c release --sanitize=fuzzer --scratch-path "$folder/build" --target Grading)
mkdir -p "$folder/$target" "$folder/seeds/$target"

swift build "${flags[@]}"
built=$(swift build "${flags[@]}" --show-bin-path)
sources=()
for file in Sources/trace/*.swift; do [ "$(basename "$file")" = main.swift ] || sources+=("$file"); done
swiftc -O -wmo -parse-as-library -sanitize=fuzzer -swift-version 6 -package-name "$(basename "$PWD")" -module-name trace \
  -I "$built/Modules" "${sources[@]}" .ci/fuzz/Harness.swift "$built"/{Formulas,Backprop,Documents,Lessons,Grading}.build/*.o \
  -o "$folder/fuzz"

case $target in
  lesson) cp lessons/*.json .ci/samples/*.json .ci/samples/lessons/*.json "$folder/seeds/$target" && rm -f "$folder/seeds/$target"/{digit,names}.json ;;
  answers) cp lessons/audits/*.md .ci/samples/*.md "$folder/seeds/$target" ;;
  arithmetic) printf '%s\n' '0.52' '2*(0.64-1)' '-1.2e-3' '3/8' '10^-3' 'σ(0.08)' '1/(1+e^(-z1[1]))' | split -l 1 - "$folder/seeds/$target/" ;;
  command) printf '%s\n' '--lesson xor --digits 3' 'check a.md --lesson xor' 'train --lesson xor --epochs 2 --batch 1' |
    split -l 1 --filter='tr " " "\n" >$FILE' - "$folder/seeds/$target/" ;;
  *) printf 'error: no target %s\n' "$target"; exit 64 ;;
esac

# Without a backtrace of Swift's own the input is kept.
FUZZ=$target SWIFT_BACKTRACE=enable=no "$folder/fuzz" -runs="$runs" -timeout=1 -rss_limit_mb=500 -max_len=4096 -dict=.ci/fuzz/words.dict \
  -artifact_prefix="$folder/$target-" -print_final_stats=1 "$folder/$target" "$folder/seeds/$target"
