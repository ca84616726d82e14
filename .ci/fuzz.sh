#!/usr/bin/env bash
# What nobody would write, for all that reads: it is refused with a sentence or taken, and nothing ends the program.
#
# usage: bash .ci/fuzz.sh TARGET [RUNS]     TARGET is lesson, network, answers, arithmetic or command; RUNS: 100000
#        bash .ci/fuzz.sh coverage          the lines of the readers that what was found so far has reached
#
# An input that ends it, takes a second or 500 MB is kept in .build/fuzz, and its path is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?a target: lesson, network, answers, arithmetic or command, or coverage} runs=${2:-100000}
folder=$PWD/.build/fuzz
targets=(lesson network answers arithmetic command)

# build NAME FLAG…: the harness with the package in it, as .build/fuzz/NAME.
build() {
  local program=$folder/$1 scratch=$folder/build${2:+-$1} built file sources=()
  local flags=(-c release --sanitize=fuzzer --scratch-path "$scratch" --target Grading "${@:2}")
  swift build "${flags[@]}"
  built=$(swift build "${flags[@]}" --show-bin-path)
  for file in Sources/trace/*.swift; do [ "$(basename "$file")" = main.swift ] || sources+=("$file"); done
  local flag only=()
  for flag in "${@:2}"; do [ "$flag" = -Xswiftc ] || only+=("$flag"); done
  swiftc -O -wmo -parse-as-library -sanitize=fuzzer -swift-version 6 -package-name "$(basename "$PWD")" -module-name trace \
    "${only[@]}" -I "$built/Modules" "${sources[@]}" .ci/fuzz/*.swift \
    "$built"/{Formulas,Backprop,Documents,Lessons,Grading}.build/*.o -o "$program"
}

# A lesson of one neuron for every activation and every cost: what is short is gone through fastest.
small_lessons() {
  local activation cost number=0
  for activation in '"identity"' '"sigmoid"' '"tanh"' '"relu"' '"softmax"' '{"leaky-relu":0.1}'; do
    for cost in squared-error half-squared-error mean-squared-error binary-cross-entropy cross-entropy; do
      number=$((number + 1))
      printf '{"network":{"inputs":1,"layers":[{"activation":%s,"weights":[[0.5]],"biases":[-0.25]}]},"cost":"%s",%s}' \
        "$activation" "$cost" '"examples":[{"inputs":[0.5],"targets":[1]}],"learningRate":0.5' >"$1/small-$number.json"
    done
  done
}

seeds() {
  local folder=$folder/seeds/$1
  mkdir -p "$folder"
  case $1 in
    lesson)
      find lessons .ci/samples -name '*.json' -size -4k -not -path '*/data/*' -exec cp {} "$folder" \;
      small_lessons "$folder"
      printf '%s\n' '{"network":{"inputs":1,"layers":[{"activation":"tanh","neurons":2,"initializer":{"gaussian":{"seed":7}}},{"activation":"relu","weights":[[1,-0.5]]}]},"cost":"squared-error","examples":[{"inputs":[2],"targets":[0]}],"trainBiases":false,"learningRate":1e-3}' \
        '{"title":"**A**","summary":"[a](http://b.c) `d`","network":{"inputs":1,"layers":[{"activation":"relu","weights":[[3]]}]},"cost":"squared-error","examples":[{"inputs":[1],"targets":[0]},{"inputs":[-1],"targets":[2]}],"penalty":{"l2":0.1,"l1":1},"learningRate":1}' |
        split -l 1 - "$folder/"
      ;;
    network) for number in {1..64}; do printf '%s' "$number" | sha512sum | head -c 64 >"$folder/$number"; done ;;
    answers)
      cp lessons/audits/*.md .ci/samples/*.md "$folder"
      printf '%s\n' '{"trace":"lesson=xor variant=7","answers":{"a3":0.5,"z3":"1-0.5","C":null}}' \
        'trace: lesson=xor variant=7' '| `a3` | 0.5 |' '"z3","1"' '> - [x] **a3:** $0.5$' 'delta2[1]@1 ≈ −0.25 # no' |
        split -l 1 - "$folder/"
      ;;
    arithmetic)
      printf '%s\n' '0.52' '2*(0.64-1)' '-1.2e-3' '3/8' '10^-3' 'σ(0.08)' '1/(1+e^(-z1[1]))' '2(a3 - y)·½' '\frac{1}{2}' \
        'max(0, −0.25)' 'sqrt(2)×10^{-2}' 'ln(0.5) = -0.69' | split -l 1 - "$folder/"
      ;;
    command)
      printf '%s\n' '--lesson xor --digits 3' 'check a.md --lesson xor' 'train --lesson xor --epochs 2 --batch 1' \
        'worksheet --lesson xor --key --variant=7' 'lessons xor' 'help check' 'practice --lesson xor' \
        'build lessons --output site' '--lesson xor --format=html --only w1 --paths w1 --notation slides' |
        split -l 1 --filter='tr " " "\n" >$FILE' - "$folder/"
      ;;
  esac
}

# On what was found, every line that a reader has: those that nothing reached are marked in .build/fuzz/coverage.txt.
coverage() {
  local target readers=(Sources/Lessons/Reading Sources/Grading/Answers Sources/trace/{Arguments,Request,DocumentRequest,Options}.swift)
  build coverage -Xswiftc -profile-generate -Xswiftc -profile-coverage-mapping
  for target in "${targets[@]}"; do
    mkdir -p "$folder/$target"
    FUZZ=$target LLVM_PROFILE_FILE=$folder/$target.profraw "$folder/coverage" -runs=0 "$folder/$target" "$folder/seeds/$target" \
      2>"$folder/coverage.log" || { tail "$folder/coverage.log"; exit 1; }
  done
  # Those of the compiler: others do not know its files.
  PATH=$(dirname "$(readlink -f "$(command -v swiftc)")"):$PATH
  llvm-profdata merge -o "$folder/readers.profdata" "$folder"/*.profraw
  llvm-cov show "$folder/coverage" -instr-profile "$folder/readers.profdata" "${readers[@]}" >"$folder/coverage.txt"
  llvm-cov report "$folder/coverage" -instr-profile "$folder/readers.profdata" "${readers[@]}"
}

case $target in
  coverage) coverage ;;
  lesson | network | answers | arithmetic | command)
    mkdir -p "$folder/$target"
    seeds "$target"
    build fuzz
    # What is short is gone through fastest: four lines, a network of two neurons.
    longest=192
    [ "$target" != lesson ] || longest=448
    # Without a backtrace of Swift's own the input is kept.
    FUZZ=$target SWIFT_BACKTRACE=enable=no "$folder/fuzz" -runs="$runs" -timeout=1 -rss_limit_mb=500 -max_len="$longest" \
      -entropic=0 -dict=.ci/fuzz/words.dict -artifact_prefix="$folder/$target-" -print_final_stats=1 "$folder/$target" "$folder/seeds/$target"
    ;;
  *) printf 'error: no target %s\n' "$target"; exit 64 ;;
esac
