# Files that cannot be read or are no files, and places where nothing can be written.
# shellcheck shell=bash disable=SC2015,SC2034,SC2153

# What is read, failing in every way there is: the output is as it was.
check_reading() {
  local runs=$RUNS
  local -x WANTED=66 WORDS='cannot read '
  settle_folder
  "$TRACE" lessons single-chain >before/mine.json
  "$TRACE" lessons xor >before/xor.json
  printf 'trace: lesson=mine.json\nz1 = 0.66\n' >before/sheet.md
  printf 'as it was\n' >before/out.md
  local fatal='open:EACCES open:EIO open:EMFILE open:ENOENT open:ELOOP read:EIO' harmless='open:EINTR read:EINTR read:EAGAIN read:short'
  suffers mine.json "$fatal" "$harmless" --lesson mine.json --output out.md
  suffers sheet.md "$fatal" "$harmless" check sheet.md --output out.md
  suffers mine.json "$fatal" '' check sheet.md --output out.md
  suffers sheet.md 'stat:EACCES stat:gone' '' check sheet.md --output out.md
  suffers xor.json "$fatal" '' train --lesson xor.json --epochs 1 --batch 1 --output out.json
  suffers xor.json 'open:EACCES read:EIO' '' train --lesson xor --epochs 0 --accuracy-on xor.json
  INPUT=mine.json suffers stdin read:EIO 'read:EINTR read:EAGAIN read:short' --lesson - --output out.md
  INPUT=sheet.md suffers stdin read:EIO 'read:EINTR read:EAGAIN read:short' check - --output out.md
  INPUT=typed suffers stdin '' 'read:EINTR read:EAGAIN read:short' practice --lesson mine.json --output session.txt
  # It shrinks meanwhile, or is gone when it is to be written over.
  start_again
  goes_wrong read mine.json 1 nothing --lesson mine.json --output out.md
  says_one_sentence 65 'mine.json:1:1: error: '
  diff -r ../before . || fail "$WHAT: something is written"
  cd "$SCRATCH" || return
  suffers out.md '' 'stat:gone access:gone' --lesson mine.json --output out.md

  mkdir before/course
  mv before/mine.json before/course
  rm before/xor.json before/out.md
  suffers course 'opendir:EACCES opendir:EIO readdir:EIO' '' build --lessons course --output site
  echo mine >before/course/index.txt
  suffers index.txt 'open:EACCES read:EIO' 'read:short' build --lessons course --output site
  mkdir before/class
  printf 'trace: lesson=single-chain\nz1 = 0.66\n' >before/class/a.md
  suffers class 'opendir:EACCES readdir:EIO' '' check class --output out.md
  printf '%d runs: what cannot be read is said, and changes nothing\n' $((RUNS - runs))
}

# refused STATUS WORDS ARGUMENT…: trace ends so, with one sentence and nothing printed, within a few seconds and a GiB.
refused() {
  local status=$1 words=$2
  shift 2
  WHAT="trace $*" STATUS=0
  (
    ulimit -v 1048576
    exec timeout -k 5 20 "${AS[@]}" "$TRACE" "$@"
  ) <"${INPUT:-/dev/null}" >"$SCRATCH/said" 2>"$SCRATCH/complained" || STATUS=$?
  says_one_sentence "$status" "$words"
  [ ! -s "$SCRATCH/said" ] || fail "$WHAT: prints"
  RUNS=$((RUNS + 1))
}

check_strange_files() {
  local runs=$RUNS long device AS=(env)
  settle_folder
  start_again
  "$TRACE" lessons single-chain >mine.json
  printf 'trace: lesson=mine.json\nz1 = 0.66\n' >sheet.md

  # Read.
  for device in /dev/zero /dev/random /dev/urandom; do
    refused 65 'is larger than' --lesson "$device"
    INPUT=$device refused 65 'is larger than' --lesson -
    refused 65 'is larger than' check "$device" --lesson single-chain
  done
  refused 65 'null:1:1: error: ' --lesson /dev/null
  refused 66 'it is a directory' --lesson ./
  INPUT=. refused 66 'it is a directory' --lesson -
  ln -s circle.json circle.json
  refused 66 'its links lead in a circle' --lesson circle.json
  refused 74 'its links lead in a circle' --lesson mine.json --output circle.json
  long=$(printf 'a/%.0s' {1..3000})
  refused 66 'its name is too long' --lesson "$long.json"
  refused 74 'its name is too long' --lesson mine.json --output "$long.md"
  refused 64 'is not UTF-8' --lesson mine.json --output $'caf\xe9.md'
  refused 64 'is not UTF-8' check $'caf\xe9.md'
  mkfifo pipe.json
  # Nobody waits for the other end for ever.
  timeout 20 tee pipe.json </dev/null &
  refused 65 'pipe.json:1:1: error: ' --lesson pipe.json
  timeout 20 tee pipe.json <mine.json >/dev/null &
  cmp <("$TRACE" --lesson pipe.json) <("$TRACE" --lesson mine.json) || fail 'a named pipe is not read'
  wait

  # Nobody is left out of a class in silence, nor a lesson out of a course.
  mkdir class course
  cp sheet.md class/a.md
  cp sheet.md class/$'M\xfcller.md'
  STATUS=0 WHAT='trace check class'
  "$TRACE" check class >"$SCRATCH/said" 2>"$SCRATCH/complained" || STATUS=$?
  says_one_sentence 65 'cannot read '
  grep -q '^ *a\.md ' "$SCRATCH/said" || fail 'of a class the others are not judged'
  cp mine.json course/a.json
  cp mine.json course/z.json
  mkfifo course/pipe.json
  mkdir course/folder.json
  for wrong in $'M\xfcller.json' gone.json; do
    ln -s nowhere "course/$wrong"
    STATUS=0 WHAT="trace build with $wrong"
    "$TRACE" build --lessons course --output site >"$SCRATCH/said" 2>"$SCRATCH/complained" || STATUS=$?
    says_one_sentence 66 'cannot read '
    [ -s site/a.html ] && grep -q 'href="z.html"' site/a.html || fail "$WHAT: the others are not built"
    rm -rf "course/$wrong" site
  done
  refused 66 'there is no such file' build --lessons nowhere --output site

  # Written.
  ln -s nowhere/file.md dangling.md
  refused 74 'link to a file that does not exist' --lesson mine.json --output dangling.md
  ln -s nowhere dangling
  refused 74 'something of that name' build --lessons course --output dangling
  refused 74 'it is a directory' --lesson mine.json --output course --format text
  refused 74 'no space left' --lesson mine.json --output /dev/full --format text
  : >target.md
  ln -s target.md link.md
  "$TRACE" --lesson mine.json --output link.md
  [ -L link.md ] && cmp -s target.md <("$TRACE" --lesson mine.json) || fail 'a link does not stay a link'
  "$TRACE" --lesson mine.json --output /dev/null --format text
  [ -c /dev/null ] || fail '/dev/null is gone'
  mkfifo pipe.md
  timeout 20 head -c 1 pipe.md >/dev/null &
  "$TRACE" --lesson digit --output pipe.md 2>"$SCRATCH/complained" || fail 'a reader of a pipe who leaves is an error'
  wait
  [ ! -s "$SCRATCH/complained" ] && [ -p pipe.md ] || fail 'a reader of a pipe who leaves makes noise'

  # Over what is read.
  ln mine.json hard.json
  ln -s mine.json soft.json
  cp mine.json lesson-before.json
  cp sheet.md sheet-before.md
  ln sheet.md sheet.txt
  for same in mine.json ./mine.json hard.json soft.json; do
    refused 64 'is read here' --lesson mine.json --output "$same"
    refused 64 'is read here' worksheet --lesson mine.json --format text --output "$same"
    refused 64 'is read here' train --lesson mine.json --epochs 1 --batch 1 --output "$same"
    refused 64 'is read here' train --lesson single-chain --accuracy-on mine.json --epochs 1 --batch 1 --output "$same"
    refused 64 'is read here' check sheet.md --output "$same"
    refused 64 'is read here' check sheet.md class --output "$same"
    refused 64 'holds no session' practice --lesson mine.json --output "$same"
    INPUT=mine.json refused 64 'is read here' --lesson - --output "$same"
  done
  ln mine.json mine.svg
  refused 64 'is read here' train --lesson mine.json --epochs 1 --batch 1 --plot mine.svg
  refused 64 'are both' train --lesson mine.json --epochs 1 --batch 1 --plot a.txt --output ./a.txt
  for same in sheet.md ./sheet.md sheet.txt; do
    refused 64 'is read here' check sheet.md --output "$same"
    refused 64 'is read here' check sheet.md class --output "$same"
  done
  mkdir site
  printf 'z\na\n' >course/index.txt
  for same in a.json index.txt; do
    ln "course/$same" site/z.txt
    refused 64 'is read here' build --lessons course --output site
    rm site/z.txt
  done
  refused 64 'is the folder of the lessons' build --lessons course --output ./course/
  cmp mine.json lesson-before.json && cmp course/a.json lesson-before.json && cmp sheet.md sheet-before.md ||
    fail 'what is read is written over'

  # Without permission, which does not bind root.
  if [ "$(id -u)" -eq 0 ]; then AS=(setpriv --bounding-set=-all --inh-caps=-all); fi
  mkdir locked
  printf 'old\n' | tee locked/a.md >kept.md
  chmod 000 mine.json
  chmod 555 locked
  chmod 444 kept.md
  ! "${AS[@]}" cat mine.json >/dev/null 2>&1 || fail 'permissions bind nobody here'
  refused 66 'permission denied' --lesson mine.json
  refused 74 'permission denied' --lesson single-chain --output kept.md
  refused 74 'permission denied' --lesson single-chain --output locked/a.md
  refused 74 'permission denied' --lesson single-chain --output locked/new.md --figures
  refused 74 'permission denied' train --lesson xor --epochs 1000000000 --batch 1 --output locked/new.json
  refused 74 'permission denied' build --output locked
  refused 74 'permission denied' build --output locked/site
  [ "$(cat locked/* kept.md)" = $'old\nold' ] || fail 'what is locked is changed'
  chmod 755 locked

  cd "$SCRATCH" || return
  mkdir gone
  cd gone || return
  rmdir ../gone
  refused 66 'there is no such file' --lesson mine.json
  refused 74 'its directory does not exist' --lesson single-chain --output a.md
  refused 74 'its directory does not exist' build --output site
  "$TRACE" --lesson single-chain | cmp - <(cd / && "$TRACE" --lesson single-chain) || fail 'without a folder nothing is printed'
  cd "$SCRATCH" || return
  printf '%d runs on strange files\n' $((RUNS - runs))
}
