#!/usr/bin/env bash
# What nobody would write, for all that reads: it is refused with a sentence or taken, and nothing ends the program.
#
# usage: bash .ci/fuzz.sh TARGET [RUNS]     TARGET is lesson, graph, network, answers, arithmetic or command; RUNS: 100000
#
# An input that ends it, takes a second or 500 MB is kept in .build/fuzz, and its path is printed.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:?a target: lesson, graph, network, answers, arithmetic or command} runs=${2:-100000}
folder=$PWD/.build/fuzz seeds=$PWD/.build/fuzz/seeds/$target
mkdir -p "$folder/$target" "$seeds"

# The harness with the package in it.
flags=(-c release --sanitize=fuzzer --scratch-path "$folder/build" --target Grading)
swift build "${flags[@]}"
built=$(swift build "${flags[@]}" --show-bin-path)
mapfile -t sources < <(printf '%s\n' Sources/trace/*.swift | grep -v '/main\.swift$')
swiftc -O -wmo -parse-as-library -sanitize=fuzzer -swift-version 6 -package-name "$(basename "$PWD")" -module-name trace \
  -I "$built/Modules" "${sources[@]}" .ci/fuzz/Harness.swift "$built"/{Formulas,Texts,Backprop,Documents,Lessons,Grading}.build/*.o \
  -o "$folder/fuzz"

# What is right to begin with.
case $target in
  lesson) find lessons .ci/samples -name '*.json' -size -4k -not -path '*/data/*' -exec cp {} "$seeds" \; ;;
  graph)
    printf '%s\n' 'h[t] = w*h[t-1] + x[t];L = (h[3] - 1)^2' 'z[i] = sum(W[i,j]*x[j], j);p = softmax(z);L = -ln(p[k[1]])' \
      'y = max(x, 0) + W @ x;f = sum(y)' 'z[i] = (x[i-1] else 0)/2 for i in 1...3;a = mean(z^2)' "u = x' @ x;v = concat(x, u);L = v[2...3] @ k" \
      'a = σ(w)·tanh(x[1])·β;β = 2' | split -l 1 - "$seeds/"
    ;;
  network) for number in {1..64}; do printf '%s' "$number" | sha512sum | head -c 64 >"$seeds/$number"; done ;;
  answers | arithmetic)
    cp lessons/audits/*.md lessons/single-chain.md "$seeds"
    printf '%s\n' '{"trace":"lesson=xor variant=7","answers":{"a3":0.5,"z3":"1-0.5","C":null}}' '| `a3` | 0.5 |' '"z3","1"' \
      '> - [x] **a3:** $0.5$' 'delta2[1]@1 ≈ −0.25 # no' '-1.2e-3' '3/8' '1/(1+e^(-z1[1]))' '2(a3 - y)·½' '\frac{1}{2}' \
      'max(0, −0.25)' 'sqrt(2)×10^{-2}' 'ln(0.5) = -0.69' | split -l 1 - "$seeds/"
    ;;
  command)
    printf '%s\n' 'check a.md --lesson xor' 'train --lesson xor --epochs 2 --batch 1' 'worksheet --lesson xor --key --variant=7' \
      'practice --lesson xor' 'build lessons --output site' '--lesson xor --format=html --only w1 --paths w1 --notation slides' |
      split -l 1 --filter='tr " " "\n" >$FILE' - "$seeds/"
    ;;
  *) printf 'error: no target %s\n' "$target"; exit 64 ;;
esac

# Words that chance would not find.
for word in title summary network inputs layers activation weights biases neurons initializer gaussian seed cost examples targets \
  reduction sum penalty l1 l2 learningRate trainBiases sigmoid tanh relu identity softmax leaky-relu squared-error mean-squared-error \
  binary-cross-entropy cross-entropy; do printf '"\\"%s\\""\n' "$word"; done >"$folder/words"
printf '"%s"\n' 1e308 -0.0 5e-324 'dC/da2[1]' 'new w2[1,2]' @2 '\xe2\x89\x88' '\xe2\x88\x92' '10^-3' 'sqrt(' '| a1[1] | 0.5 |' \
  'trace: lesson=' --lesson --only --digits=17 --format --output --variant worksheet check train build >>"$folder/words"

# What is short is gone through fastest: four lines, a network of two neurons.
longest=192
[ "$target" != lesson ] || longest=448
# Without a backtrace of Swift's own the input is kept.
FUZZ=$target SWIFT_BACKTRACE=enable=no "$folder/fuzz" -runs="$runs" -timeout=1 -rss_limit_mb=500 -max_len="$longest" -entropic=0 \
  -dict="$folder/words" -artifact_prefix="$folder/$target-" -print_final_stats=1 "$folder/$target" "$seeds"
