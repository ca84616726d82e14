# Signals at every moment of writing: what is there is whole, and only a kill leaves something behind.
# shellcheck shell=bash disable=SC2015,SC2034,SC2153

# Right after every call that has to do with the file, and at moments of long work.
check_signals() {
  local runs=$RUNS signal number
  settle_folder
  printf 'as it was\n' | tee before/out.md before/out.html >before/out.json
  signalled 1 --lesson two-neurons --output out.md
  signalled 1 worksheet --lesson two-neurons --output out.html
  signalled 1 train --lesson xor --epochs 2 --batch 2 --output out.json --plot out.txt
  mkdir before/course
  "$TRACE" lessons single-chain >before/course/a.json
  (cd before && "$TRACE" build --lessons course --digits 3 --output site >/dev/null)
  signalled 9 build --lessons course --output site

  for signal in INT TERM HUP; do
    number=$(kill -l "$signal")
    rm -f early.json
    STATUS=0 WHAT="SIG$signal: trace train"
    env --default-signal=INT,TERM,HUP timeout --foreground -k 20 --preserve-status -s "$signal" 0.3 \
      "$TRACE" train --lesson xor --epochs 1000000000 --batch 2 --output early.json 2>"$SCRATCH/complained" || STATUS=$?
    # It may have come before the training began.
    if [ "$STATUS" -eq 0 ]; then
      "$TRACE" --lesson early.json --format json >/dev/null || fail "$WHAT: leaves no lesson"
    else
      [ "$STATUS" -eq $((128 + number)) ] && [ ! -e early.json ] || fail "$WHAT: ends with $STATUS"
    fi
    rm -f .trace-*.tmp
  done
  printf '%d runs: a signal leaves files whole, and nothing beside them\n' $((RUNS - runs))
}

# signalled STEP ARGUMENT…: trace, with a signal after each call, or after every so many.
signalled() {
  local signal number step=$1 at last
  shift
  make_after .trace- "$@"
  last=$(wc -l <"$SCRATCH/log")
  [ "$last" -gt 0 ] || fail "trace $*: the shim sees no call"
  for signal in INT TERM HUP KILL; do
    number=$(kill -l "$signal")
    for ((at = 1; at <= last; at += step)); do
      start_again
      goes_wrong any .trace- "$at" "$signal" "$@"
      [ -n "$REACHED" ] || fail "$WHAT: is not reached"
      # A training that has ended writes what it has learnt.
      [ "$STATUS" -eq $((128 + number)) ] || [[ $1 == train && $STATUS -eq 0 && $signal != KILL ]] ||
        fail "$WHAT: ends with $STATUS, not $((128 + number))"
      [ "$signal" != KILL ] || find . -name '.trace-*.tmp' -delete
      each_whole
    done
  done
  cd "$SCRATCH" || return
}

# `kill -9` at 200 moments of a run, and at some of the making of a course.
check_kills() {
  local lesson
  begin_faults
  printf 'as it was\n' >before/out.html
  killed 200 --lesson xor --all --output out.html
  settle_folder
  mkdir before/course
  for lesson in single-chain two-neurons batch; do "$TRACE" lessons "$lesson" >"before/course/$lesson.json"; done
  (cd before && "$TRACE" build --lessons course --digits 3 --output site >/dev/null)
  killed 50 build --lessons course --output site

  settle_folder
  printf 'as it was\n' >before/out.html
  caught 'writes in place' 'neither the old one nor the new' killed 20 --lesson xor --all --output out.html
  caught 'writes nothing' 'badly chosen' killed 20 --lesson xor --all --output out.html
}

# killed COUNT ARGUMENT…: trace, killed so often, at moments spread over the whole of its run and a little more.
killed() {
  local count=$1 stale=(-name '.trace-*.tmp') i length moment pid lying old=0 new=0 both=0 left=0
  shift
  start_again
  "$TRACE" "$@" >/dev/null
  rm -rf ../after
  cp -r . ../after
  for ((i = 0; i < count; i++)); do
    cp -r ../before/. .
    # Now and then a whole run, over what the killed ones have left: it shows how long one takes just now.
    if [ $((i % 20)) -eq 0 ]; then
      length=${EPOCHREALTIME/./}
      "$TRACE" "$@" >/dev/null || fail "trace $* ends with $? after others were killed"
      length=$((${EPOCHREALTIME/./} - length))
      find . "${stale[@]}" -delete
      diff -r ../after . || fail "trace $* writes something else after others were killed"
      cp -r ../before/. .
    fi
    lying=$(find . "${stale[@]}" | wc -l)
    # Steps of 7, which no count here has in it, come by every part of the run from one whole run to the next.
    moment=$((length * 6 * (i * 7 % count) / (5 * count)))
    "$TRACE" "$@" >/dev/null 2>&1 &
    pid=$!
    sleep "$((moment / 1000000)).$(printf '%06d' $((moment % 1000000)))"
    {
      kill -KILL "$pid" || true
      wait "$pid" || true
    } 2>/dev/null
    WHAT="trace $*, killed after $moment of $length microseconds"
    left=$((left + $(find . "${stale[@]}" | wc -l) - lying))
    if diff -rq -x '.trace-*.tmp' ../before . >/dev/null; then
      old=$((old + 1))
    elif diff -rq -x '.trace-*.tmp' ../after . >/dev/null; then
      new=$((new + 1))
    else
      each_whole -x '.trace-*.tmp'
      both=$((both + 1))
    fi
  done
  printf '%d kills: %d times all is old, %d times all is new, %d times each file is one of the two; %d left one behind\n' \
    "$count" "$old" "$new" "$both" "$left"
  [ $((old + both)) -gt 0 ] && [ $((new + both)) -gt 0 ] && [ "$left" -gt 0 ] ||
    fail "trace $*: the moments of the kills are badly chosen"
}
