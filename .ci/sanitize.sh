#!/usr/bin/env bash
# The tests under a sanitizer, optimized, for without that they take an hour: ten minutes of a processor to build, two to
# five to run. usage: bash .ci/sanitize.sh address|thread
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:?address or thread}
# Where files may have no byte at all, ThreadSanitizer has no memory of its own.
skipped=()
[ "$kind" = address ] || skipped=(--skip 'A disk that fills up')
# Swift's metadata are kept to the end, and are no leak.
ASAN_OPTIONS=detect_leaks=0 swift test -c release -Xswiftc -enable-testing --sanitize="$kind" --scratch-path ".build/$kind" "${skipped[@]}"
