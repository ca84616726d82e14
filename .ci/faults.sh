# What goes wrong around the command: full disks, files that cannot be read, closed streams, signals. Every time there is
# one clear sentence, and a file that is the old one or the new one, byte for byte.
#
# .ci/faults/shim.c makes single calls to the system fail, one after the other to the last one of a run. A call that it
# does not see there is an error, too: then nothing would be shown.
# shellcheck shell=bash disable=SC2015,SC2034,SC2153

for piece in shim streams files kills; do
  # shellcheck source=/dev/null
  source "$CI_FOLDER/faults/$piece.sh"
done

check_faults() {
  begin_faults
  check_writing
  check_output
  check_reading
  check_strange_files
  check_closed_streams
  check_signals

  # Commands that are not as they should be.
  caught 'is not linked to the library' 'sees no call' check_writing
  caught 'says nothing' 'is not one sentence' check_writing
  caught 'talks on' 'is not one sentence' check_writing
  caught 'has another status' 'ends with 1, not 74' check_writing
  caught 'takes it for success' 'ends with 0, not 74' check_writing
  caught 'crashes' 'ends with 139, not 74' check_writing
  caught 'loses the old file' 'neither the old one nor the new' check_writing
  caught 'removes the old file' 'is gone' check_writing
  caught 'leaves something behind' 'neither the old one nor the new' check_writing
  caught 'gives up' 'ends with 74' check_writing
  caught 'forgets the end' 'something else is written' check_output
  caught 'takes it for success' 'ends with 0, not 66' check_reading
  caught 'takes it for success' 'ends with 0, not 130' check_signals
  caught 'leaves something behind' 'neither the old one nor the new' check_signals
  caught 'takes it for success' 'ends with 0, not 65' check_strange_files
  caught 'writes over what it reads' 'is written over' check_strange_files
  printf '%d runs; %d careless commands are caught\n' "$RUNS" "$CAUGHT"
}

# What is fatal to a file that is being written, and what is passed over or done again.
FATAL=(create:ENOSPC create:EACCES create:EMFILE create:EROFS fchmod:EPERM write:ENOSPC write:EIO write:EDQUOT write:EFBIG
  write:EPIPE write:nothing fsync:EIO fsync:ENOSPC fsync:EDQUOT close:EIO close:EDQUOT rename:EACCES rename:EBUSY rename:EIO)
HARMLESS=(create:EINTR fchown:EPERM fchmod:EINTR write:EINTR write:EAGAIN write:short fsync:EINTR fsync:EINVAL
  fsync:ENOTSUP close:EINTR rename:EINTR)
FEW_FATAL=(create:EACCES write:ENOSPC write:EPIPE fsync:EIO close:EDQUOT rename:EBUSY)

# What is written, in every way there is; `before` holds what is there already.
check_writing() {
  local format runs=$RUNS
  settle_folder
  for format in md tex html txt json; do printf 'as it was\n' >"before/out.$format"; done
  "$TRACE" lessons single-chain >before/mine.json
  "$TRACE" lessons relu-chain >before/other.json
  printf 'trace: lesson=mine.json\nz1 = 0.66\n' >before/sheet.md

  suffers '.trace-' "${FATAL[*]}" "${HARMLESS[*]}" --lesson two-neurons --output out.md
  for format in tex html txt json; do
    suffers '.trace-' "${FEW_FATAL[*]}" write:short --lesson two-neurons --output "out.$format"
  done
  suffers '.trace-' "${FEW_FATAL[*]}" '' worksheet --lesson two-neurons --output out.html
  suffers '.trace-' "${FEW_FATAL[*]}" '' check sheet.md --output out.html
  suffers 'out.md' 'stat:EACCES stat:EIO access:EACCES access:EROFS' lstat:EACCES --lesson two-neurons --output out.md
  suffers '.trace-' "${FEW_FATAL[*]}" 'fsync:EINVAL unlink:EIO' train --lesson xor --epochs 2 --batch 2 --output out.json --plot out.txt
  suffers '.trace-' 'create:ENOSPC write:ENOSPC close:EIO rename:EIO' '' --lesson single-chain --figures --output out.md
  suffers figures 'mkdir:ENOSPC mkdir:EACCES stat:EIO' 'mkdir:EINTR' --lesson single-chain --figures --output out.md
  INPUT=typed suffers '.trace-' "${FEW_FATAL[*]}" write:short practice --lesson mine.json --output session.txt

  # A new file: nothing is there afterwards.
  rm before/out.*
  suffers '.trace-' 'create:ENOSPC write:ENOSPC fsync:EIO close:EIO rename:EIO' 'write:EINTR' --lesson two-neurons --output out.md

  # A course over an older one of other numbers, and in no folder yet.
  mkdir before/course
  mv before/mine.json before/other.json before/course
  (cd before && "$TRACE" build --lessons course --digits 3 --output site >/dev/null)
  suffers '.trace-' 'create:EDQUOT write:ENOSPC close:EIO rename:EACCES' 'fsync:ENOTSUP' build --lessons course --output site
  suffers site/ 'access:EACCES' '' build --lessons course --output site
  suffers new 'mkdir:EDQUOT' '' build --lessons course --output new/er
  printf '%d runs: what cannot be written leaves the old file or the new one, whole\n' $((RUNS - runs))
}

# suffers ON FATAL HARMLESS ARGUMENT…: trace, with each of these faults in each of its calls. WANTED and WORDS are how
# the fatal ones end, and what is said of them.
suffers() {
  local on=$1 fatal=$2 harmless=$3 fault at last
  shift 3
  make_after "$on" "$@"
  for fault in $fatal $harmless; do
    last=${CALLS[${fault%:*}]:-0}
    [ "$last" -gt 0 ] || fail "trace $*: the shim sees no call of ${fault%:*}"
    for ((at = 1; at <= last; at++)); do
      start_again
      goes_wrong "${fault%:*}" "$on" "$at" "${fault#*:}" "$@"
      [ -n "$REACHED" ] || fail "$WHAT: is not reached"
      [ "${fault#*:}" != gone ] || cp -rn ../before/. .
      # What was only looked at may be closed as it likes.
      if [[ " $fatal " == *" $fault "* && ! ($fault == close:* && $last -gt 1 && $STATUS -eq 0) ]]; then
        says_one_sentence "${WANTED:-74}" "${WORDS:-cannot write }"
        each_whole
        # A single file is the old one.
        [ "$COUNT_NEW" -gt 1 ] || diff -r ../before . >/dev/null || fail "$WHAT: something is written"
      else
        [ "$STATUS" -eq 0 ] || { cat "$SCRATCH/complained"; fail "$WHAT: ends with $STATUS"; }
        [ "${fault%:*}" != unlink ] || rm -f .trace-*.tmp
        diff -r ../after . || fail "$WHAT: something else is written"
      fi
    done
  done
  cd "$SCRATCH" || return
}
