# Standard input, output and error that fail, are closed, or are left.
# shellcheck shell=bash disable=SC2015,SC2034,SC2153

# Standard output: full, failing in the middle, left by its reader.
check_output() {
  local runs=$RUNS line arguments last at fault
  settle_folder
  "$TRACE" lessons single-chain >before/mine.json
  printf 'trace: lesson=mine.json\nz1 = 0.66\n' >before/sheet.md
  mkdir before/course
  cp before/mine.json before/course
  while read -r line; do
    read -r -a arguments <<<"$line"
    INPUT=/dev/null
    [ "${arguments[0]}" != practice ] || INPUT=typed
    make_after stdout "${arguments[@]}"
    last=${CALLS[write]:-0}
    [ "$last" -gt 0 ] || fail "$WHAT: the shim sees nothing written"
    for at in $(printf '%d\n' 1 $(((last + 1) / 2)) "$last" | sort -n -u); do
      for fault in ENOSPC EIO; do
        start_again
        goes_wrong write stdout "$at" "$fault" "${arguments[@]}"
        says_one_sentence 74 'cannot write standard output: '
        each_whole
      done
    done
    # Only the end may bring it to light.
    start_again
    goes_wrong close stdout 1 EDQUOT "${arguments[@]}"
    says_one_sentence 74 'cannot write standard output: '
    each_whole
    for fault in EINTR EAGAIN short; do
      start_again
      goes_wrong write stdout 1 "$fault" "${arguments[@]}"
      [ "$STATUS" -eq 0 ] && cmp "$SCRATCH/said" "$SCRATCH/said-after" || fail "$WHAT: something else is written"
      [ ! -s "$SCRATCH/complained" ] || fail "$WHAT: complains"
    done
    start_again
    goes_wrong write stdout 1 EPIPE "${arguments[@]}"
    [ "$STATUS" -eq 0 ] && [ ! -s "$SCRATCH/complained" ] || fail "$WHAT: a reader who leaves is an error"
    start_again
    STATUS=0 WHAT="on a full disk trace $line"
    "$TRACE" "${arguments[@]}" <"$INPUT" >/dev/full 2>"$SCRATCH/complained" || STATUS=$?
    says_one_sentence 74 'cannot write standard output: no space left'
  done <<'COMMANDS'
--lesson two-neurons
--lesson two-neurons --format latex
--lesson two-neurons --format html
--lesson two-neurons --format text
--lesson two-neurons --format json
worksheet --lesson two-neurons
check sheet.md
practice --lesson mine.json
train --lesson xor --epochs 2 --batch 2
build --lessons course --output site
lessons
lessons digit
help train
--version
COMMANDS
  unset INPUT
  printf '%d runs: standard output that fails is an error, and a reader who leaves is none\n' $((RUNS - runs))
}

# Closed streams, in every combination: what is opened meanwhile gets their numbers, and no text goes astray.
check_closed_streams() {
  local closed count=0
  settle_folder
  "$TRACE" lessons single-chain >before/mine.json
  printf 'trace: lesson=mine.json\nz1 = 0.66\nz2 = 9\n' >before/sheet.md
  mkdir before/course
  cp before/mine.json before/course
  start_again
  every_file </dev/null >/dev/null 2>&1
  cd "$SCRATCH" || return
  rm -rf after
  cp -r now after
  [ "$(find after/site -type f | wc -l)" -gt 5 ] || fail 'not every file is written'
  for closed in '<&-' '>&-' '2>&-' '<&- >&-' '<&- 2>&-' '>&- 2>&-' '<&- >&- 2>&-'; do
    start_again
    { eval "every_file $closed"; } </dev/null >/dev/null 2>&1
    diff -r ../after . || fail "with $closed something else is written"
    STATUS=0 WHAT="with $closed trace"
    { eval "\"\$TRACE\" --lesson mine.json $closed" || STATUS=$?; } </dev/null >"$SCRATCH/said" 2>"$SCRATCH/complained"
    case $closed in
      *2'>&-') ;;
      *'>&-') says_one_sentence 74 'cannot write standard output: it is closed' ;;
      *) cmp "$SCRATCH/said" <("$TRACE" --lesson mine.json) || fail "$WHAT: something else is written" ;;
    esac
    diff -r ../after . || fail "with $closed text goes astray"
    count=$((count + 1))
  done
  STATUS=0 WHAT='with <&- trace --lesson -'
  "$TRACE" --lesson - <&- >"$SCRATCH/said" 2>"$SCRATCH/complained" || STATUS=$?
  says_one_sentence 66 'cannot read standard input: it is closed'
  printf '%d combinations of closed streams leave every file as it should be\n' "$count"
}

# Every way in which a file is written; some have something to say, and nobody to say it to.
every_file() {
  "$TRACE" --lesson mine.json --figures --output a.md || true
  "$TRACE" worksheet --lesson mine.json --output b.html || true
  "$TRACE" check sheet.md --output c.txt || true
  "$TRACE" train --lesson mine.json --epochs 3 --batch 1 --output d.json --plot d.svg --accuracy-on mine.json || true
  "$TRACE" practice --lesson mine.json --output e.txt || true
  "$TRACE" build --lessons course --output site || true
}
