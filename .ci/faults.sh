#!/usr/bin/env bash
# The command while calls to the system fail: see faults/faults.py.
# usage: bash .ci/faults.sh [TRACE]     without TRACE the debug build
set -euo pipefail
cd "$(dirname "$0")/.."
[ -n "${1:-}" ] || swift build --product trace
python3 .ci/faults/faults.py "${1:-$(swift build --show-bin-path)/trace}"
