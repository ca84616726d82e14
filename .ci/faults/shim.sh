# Runs in which something goes wrong, and what they leave behind.
# shellcheck shell=bash disable=SC2015,SC2034,SC2153

RUNS=0
CAUGHT=0
declare -A CALLS

# The shim, and a folder in which all of this happens.
begin_faults() {
  local compiler
  compiler=$(dirname "$(readlink -f "$(command -v swiftc)")")/clang
  [ -x "$compiler" ] || compiler=cc
  "$compiler" -O1 -Wall -Wextra -Werror -shared -fPIC "$CI_FOLDER/faults/shim.c" -o "$SCRATCH/shim.so" -ldl
  export SWIFT_BACKTRACE=enable=no
  ulimit -c 0
  settle_folder
}

# An empty folder `before`, beside the one in which trace runs.
settle_folder() {
  cd "$SCRATCH" || return
  rm -rf before after now
  mkdir before
  echo 0.66 >before/typed
}

# The folder as it is before a run; it is entered.
start_again() {
  cd "$SCRATCH" || return
  rm -rf now
  cp -r before now
  cd now || return
}

# make_after ON ARGUMENT…: the folder as it is after a run, and how often each call is made.
make_after() {
  local call
  start_again
  goes_wrong any "$1" 0 none "${@:2}"
  [ "$STATUS" -eq 0 ] || { cat "$SCRATCH/complained"; fail "$WHAT ends with $STATUS where nothing goes wrong"; }
  CALLS=()
  while read -r call; do CALLS[$call]=$((${CALLS[$call]:-0} + 1)); done <"$SCRATCH/log"
  cd "$SCRATCH" || return
  rm -rf after
  cp -r now after
  cp said said-after
  COUNT_NEW=$(diff -rqN before after | wc -l || true)
}

# goes_wrong CALL ON AT FAULT ARGUMENT…: runs trace so. STATUS is how it ends, REACHED is empty where it never came to that.
goes_wrong() {
  local call=$1 on=$2 at=$3 fault=$4 ever=()
  shift 4
  WHAT="$fault in $call $at of '$on': trace $*"
  STATUS=0
  : >"$SCRATCH/log"
  [ "$fault" != short ] || ever=(FAULT_EVER=yes)
  # The outer redirection takes what bash says of signals.
  {
    FAULT_CALL=$call FAULT_ON=$on FAULT_AT=$at FAULT=$fault FAULT_LOG=$SCRATCH/log LD_PRELOAD=$SCRATCH/shim.so \
      timeout -k 5 20 env --default-signal=INT,TERM,HUP "${ever[@]}" "$TRACE" "$@" \
      <"${INPUT:-/dev/null}" >"$SCRATCH/said" 2>"$SCRATCH/complained" || STATUS=$?
  } 2>/dev/null
  REACHED=$(grep -m 1 '!' "$SCRATCH/log" || true)
  RUNS=$((RUNS + 1))
}

# says_one_sentence STATUS WORDS: that is how it ended, with one error in which these are; only that of a file's content
# has more lines than one, which show the place.
says_one_sentence() {
  local lines
  mapfile -t lines <"$SCRATCH/complained"
  [ "$STATUS" -eq "$1" ] || { cat "$SCRATCH/complained"; fail "$WHAT: ends with $STATUS, not $1"; }
  [[ ${lines[0]-} == *"error: "* && ${lines[0]} == *"$2"* && ${lines[0]} != *': ' ]] &&
    [ "$(grep -c 'error: ' "$SCRATCH/complained")" -eq 1 ] && { [ "$1" -eq 65 ] || [ "${#lines[@]}" -eq 1 ]; } ||
    { cat "$SCRATCH/complained"; fail "$WHAT: is not one sentence with: $2"; }
}

# each_whole [OPTION…]: every file here is that of before or that of after, and all of those before are there still; the
# options are those of diff.
each_whole() {
  local neither gone
  neither=$(comm -12 <(differing ../before "$@") <(differing ../after "$@"))
  [ -z "$neither" ] || { ls -lA; fail "$WHAT: is neither the old one nor the new one:" "$neither"; }
  gone=$({ diff -rq "$@" ../before . || true; } | grep '^Only in \.\./before' || true)
  [ -z "$gone" ] || fail "$WHAT: is gone: $gone"
}

# differing FOLDER [OPTION…]: the files here that are not the same there.
differing() {
  { diff -rq "${@:2}" . "$1" || true; } |
    sed -E 's/^Files (.*) and .* differ$/\1/; s|^Only in (\.[^.:]*): |\1/|; /^Only in /d' | sort
}

# caught CARELESS WORDS CHECK…: a command that is so does not pass the check, which complains with these words.
caught() {
  local status=0 words=$2
  (
    export CARELESS=$1 CAREFUL=$TRACE
    TRACE=$CI_FOLDER/faults/careless.sh
    "${@:3}"
  ) >"$SCRATCH/caught" 2>&1 || status=$?
  [ "$status" -ne 0 ] && tail -n 1 "$SCRATCH/caught" | grep -q -e "$words" ||
    { tail -n 3 "$SCRATCH/caught"; fail "a command that $1 passes $3, or is refused for something else than: $words"; }
  CAUGHT=$((CAUGHT + 1))
}
