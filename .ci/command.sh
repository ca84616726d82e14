# The command as scripts and people meet it: what it prints, how it ends.
# shellcheck shell=bash

MAIN_COMMAND='swift run trace --lesson single-chain'

check_main_command() {
  grep -q -F "$MAIN_COMMAND" README.md || fail "README.md does not say: $MAIN_COMMAND"
  $MAIN_COMMAND >"$SCRATCH/main.md"
  "$TRACE" --lesson single-chain --format json >"$SCRATCH/main.json"
  python3 - "$SCRATCH/main.md" "$SCRATCH/main.json" <<'PYTHON'
import json, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
parameters = json.load(open(sys.argv[2]))["check"]["parameters"]
headings = re.findall(r"^#+ .+$", page, re.M)
table = re.search(r"^\|.*\| *verdict *\|\n\|[ :|-]+\|\n((?:\|.*\|\n?)+)", page, re.M)
rows = table.group(1).splitlines() if table else []
agree = [row for row in rows if re.search(r"\| *agrees *\|$", row)]
print(f"{len(headings)} headings, {len(agree)} of {len(parameters)} parameters agree")
if len(headings) < 4 or not page.startswith("# "):
    sys.exit("where are the headings?")
if len(rows) != len(parameters) or len(agree) != len(rows) or len(rows) != 6:
    sys.exit("not every parameter is said to agree")
if re.search(r"\b(nan|inf)\b", page, re.I):
    sys.exit("not a number")
PYTHON
}

# ends STATUS WANTED ARGUMENT…: trace ends so, prints nothing, and says WANTED (a pattern) on standard error.
ends() {
  local status=$1 wanted=$2 got=0
  shift 2
  "$TRACE" "$@" >"$SCRATCH/said" 2>"$SCRATCH/complained" || got=$?
  [ "$got" -eq "$status" ] || fail "trace $* ends with $got, not $status"
  [ ! -s "$SCRATCH/said" ] || fail "trace $* fails, but prints"
  grep -q -E -e "$wanted" "$SCRATCH/complained" ||
    { cat "$SCRATCH/complained"; fail "trace $* does not say: $wanted"; }
  printf '%d: trace %s\n' "$status" "$*"
}

# What is filled in rightly is right, what is wrong is found, and what cannot be read is said.
check_grading() {
  local key status count=0
  for key in "$WRITTEN"/*-key*.md "$WRITTEN"/*-key*.txt; do
    status=0
    "$TRACE" check "$key" --format json >"$SCRATCH/judged.json" 2>"$SCRATCH/complained" || status=$?
    [ "$status" -eq 0 ] || { cat "$SCRATCH/complained"; fail "the key $key is judged with $status"; }
    python3 - "$SCRATCH/judged.json" <<'PYTHON'
import json, sys
score = json.load(open(sys.argv[1]))["score"]
if score["wrong"] or score["carriedForward"] or score["correct"] < 5:
    sys.exit(f"a key has the score {score}")
PYTHON
    count=$((count + 1))
  done
  [ "$count" -gt 50 ] || fail "only $count keys"
  status=0
  "$TRACE" check lessons/audits/mazur.md >"$SCRATCH/audit.txt" || status=$?
  [ "$status" -eq 1 ] && grep -q 'updated-weights' "$SCRATCH/audit.txt" || fail 'the audit does not find updated-weights'
  printf 'trace: lesson=single-chain\nz1 = 0.66\nz1 = 0.67\n' >"$SCRATCH/twice.md"
  ends 65 'twice\.md:3:1: error: z1 has another value in line 2' check "$SCRATCH/twice.md"
  head -c 10000000 /dev/zero | tr '\0' 'x' >"$SCRATCH/prose.md"
  ends 65 'there is no answer in it' check "$SCRATCH/prose.md" --lesson single-chain
  printf '0.66\nquit\n' | "$TRACE" practice --lesson single-chain | grep -q 'Right\.' || fail 'practice says nothing'
  printf '%d keys are right; the audit and the rest are as they should be\n' "$count"
}

# Ctrl-C and progress, which only a real process and a real terminal have; and the digits that the course speaks of.
check_training() {
  local signal
  for signal in INT TERM HUP; do
    # What runs in the background may have begun with Ctrl-C ignored, and a training leaves it so. In the foreground
    # the signal comes once: else timeout sends it to the whole group, too, and a second Ctrl-C ends it at once.
    env --default-signal=INT,TERM,HUP timeout --foreground -k 30 --preserve-status -s "$signal" 3 "$TRACE" train --lesson xor --epochs 1000000000 --batch 2 \
      --output "$SCRATCH/early-$signal.json" 2>"$SCRATCH/complained" || fail "SIG$signal ends a training with $?"
    grep -q '^stopped after .* the weights so far are written$' "$SCRATCH/complained" || fail "SIG$signal: no word of it"
    "$TRACE" --lesson "$SCRATCH/early-$signal.json" --format json >"$SCRATCH/early.txt" || fail "SIG$signal: no lesson"
  done
  script -qec "'$TRACE' train --lesson xor --epochs 300 --batch 1 --output '$SCRATCH/shown.json'" "$SCRATCH/shown" >/dev/null
  tr '\r' '\n' <"$SCRATCH/shown" | grep -E '^epoch [0-9]+ of 300, cost .* left' | head -n 1
  tr '\r' '\n' <"$SCRATCH/shown" | grep -E '^300 epochs, from cost .* to cost .*, in [0-9]+:[0-9]+'
  "$TRACE" train --lesson digit --epochs 0 --accuracy-on lessons/data/digits-test.json >"$SCRATCH/judged"
  grep -q -E "$(sed -n -E 's/.*Of ([0-9]+) others, which it had never seen, ([0-9]+) are right.*/\2 of \1 right/p' lessons/digit.json)" \
    "$SCRATCH/judged" || { cat "$SCRATCH/judged"; fail 'the digit lesson tells another figure'; }
  cat "$SCRATCH/judged"
}

check_command() {
  ends 64 'single-chain' --lesson single-chian
  ends 64 '--lesson' --leson single-chain
  ends 64 'digits' --lesson single-chain --digits 18
  ends 66 'missing\.json' --lesson "$SCRATCH/missing.json"

  ends 65 'layer 1 is sigmoid' --lesson single-chain --exact
  ends 64 'JSON' --lesson relu-chain --exact --format json

  printf '{"title": "A chain",\n "network": {"inputs": 1,}}\n' >"$SCRATCH/comma.json"
  ends 65 'comma\.json:2:[0-9]+: error: ' --lesson "$SCRATCH/comma.json"
  sed 's/"cost"/"costs"/' lessons/single-chain.json >"$SCRATCH/key.json"
  ends 65 'key\.json:[0-9]+:[0-9]+: error: .*"?costs"?' --lesson "$SCRATCH/key.json"
  : >"$SCRATCH/empty.json"
  ends 65 'empty\.json:1:1: error: ' --lesson "$SCRATCH/empty.json"

  printf 'as it was\n' >"$SCRATCH/kept.md"
  ends 65 'error: ' --lesson "$SCRATCH/comma.json" --output "$SCRATCH/kept.md"
  [ "$(cat "$SCRATCH/kept.md")" = 'as it was' ] || fail 'a run that fails changes the file of --output'

  local status=0
  "$TRACE" --lesson single-chain >/dev/full 2>"$SCRATCH/complained" || status=$?
  [ "$status" -eq 74 ] || fail "on a full disk trace ends with $status, not 74"
  [ -s "$SCRATCH/complained" ] || fail 'on a full disk trace says nothing'

  check_closed_pipe

  "$TRACE" --help >"$SCRATCH/help"
  grep -q -e '--lesson' "$SCRATCH/help" || fail 'the help does not name --lesson'
  [ "$(wc -l <"$SCRATCH/help")" -le 50 ] || fail 'the help does not fit a screen'
  "$TRACE" --version | grep -q '[0-9]' || fail 'the version is no number'
}

# A reader that has read enough is no error. The pipe is closed before the first byte: a short document would
# otherwise fit into it whole. Once the signal ends the command, once it is ignored, as some runners have it.
check_closed_pipe() {
  local signal
  for signal in - ''; do
    (set +o pipefail; (trap "$signal" PIPE; sleep 0.2; exec "$TRACE" --lesson single-chain) \
      2>"$SCRATCH/complained" | true)
    [ ! -s "$SCRATCH/complained" ] || { cat "$SCRATCH/complained"; fail 'a closed pipe makes noise'; }
  done
  (set +o pipefail; "$TRACE" --lesson single-chain 2>"$SCRATCH/complained" | head -n 1 >"$SCRATCH/said")
  grep -q '^# ' "$SCRATCH/said" || fail 'the first line is not the title'
  [ ! -s "$SCRATCH/complained" ] || fail 'head -n 1 makes noise'
}
