# The command as scripts and people meet it: what only a real process, a real terminal or another build shows.
# shellcheck shell=bash disable=SC2154

MAIN_COMMAND='swift run trace --lesson single-chain'

check_main_command() {
  grep -q -F "$MAIN_COMMAND" README.md || fail "README.md does not say: $MAIN_COMMAND"
  $MAIN_COMMAND >"$SCRATCH/main.md"
  [ "$(grep -c '| agrees |$' "$SCRATCH/main.md")" -eq 6 ] || fail 'not every parameter is said to agree'
}

# What the README quotes is what the command prints: the derivation, and the report on a worksheet with one wrong answer.
check_readme_quotes() {
  local quoted=0 line
  "$TRACE" --lesson single-chain --format text >"$SCRATCH/printed"
  { echo 'trace: lesson=single-chain'; echo 'dC/da3 = 0.4957'; } >"$SCRATCH/mistaken.txt"
  "$TRACE" check "$SCRATCH/mistaken.txt" --format text >>"$SCRATCH/printed" || [ $? -eq 1 ]
  while IFS= read -r line; do
    grep -q -x -F -e "$line" "$SCRATCH/printed" || fail "README.md quotes what is not printed: $line"
    quoted=$((quoted + 1))
  done < <(sed -n '/^```text$/,/^```$/{/^```/d;p}' README.md)
  [ "$quoted" -gt 5 ] || fail 'README.md quotes nothing'
}

# Keys are right throughout, the audit finds what its table tells, a terminal sees how a training goes on, and the lesson
# tells how well its network reads digits. Tests see to statuses, messages, pipes and full disks.
check_command() {
  local key told
  for key in "$WRITTEN"/*-key.{md,txt}; do "$TRACE" check "$key" >"$SCRATCH/judged" || { cat "$SCRATCH/judged"; fail "$key"; }; done
  ! "$TRACE" check lessons/audits/mazur.md >"$SCRATCH/audit" || fail 'the audit finds nothing'
  grep 'updated-weights' "$SCRATCH/audit" || fail 'the audit does not find updated-weights'
  script -qec "'$TRACE' train --lesson xor --epochs 300 --batch 1 --output '$SCRATCH/shown.json'" "$SCRATCH/shown" >/dev/null
  tr '\r' '\n' <"$SCRATCH/shown" | grep -m 1 -E '^epoch [0-9]+ of 300, cost .* left'
  told=$(sed -n -E 's/.*Of ([0-9]+) others, which were not used for training, it classifies ([0-9]+) correctly.*/\2 of \1 correct/p' lessons/digit.json)
  "$TRACE" train --lesson digit --epochs 0 --accuracy-on lessons/data/digits-test.json | grep "${told:-what the lesson tells}"
}

# everything BINARY FOLDER: what it writes, of each kind.
everything() {
  local trace=$1 folder=$2 lesson format
  mkdir "$folder"
  for lesson in two-neurons softmax batch shared-weight; do
    for format in markdown latex html text json; do
      "$trace" --lesson "$lesson" --format "$format" >"$folder/$lesson.$format"
    done
    # Of graphs there are no worksheets yet.
    "$trace" worksheet --lesson "$lesson" --variant 7 --format html >"$folder/$lesson-worksheet.html"
    "$trace" worksheet --lesson "$lesson" --variant 8 --key >"$folder/$lesson-key.md"
  done
  "$trace" derive 'z = w @ x; L = tanh(z)^2' 'x=[1, 2]' 'w=[0.5, -1.25]' --staged >"$folder/derived.md"
  "$trace" train --lesson xor --epochs 50 --batch 2 --seed 3 --output "$folder/trained.json" --plot "$folder/cost.svg" >/dev/null
  "$trace" --lesson relu-chain --exact >"$folder/fractions.md"
  "$trace" build --output "$folder/site" >/dev/null
  "$trace" check lessons/audits/mazur.md >"$folder/audit" || [ $? -eq 1 ]
}

# On every run, on one processor and on all, optimized and not.
check_same_bytes() {
  everything "$TRACE" "$SCRATCH/once"
  # Sets and dictionaries have another order in every process, unless they are told not to.
  (taskset -p -c 0 "$BASHPID" >/dev/null; SWIFT_DETERMINISTIC_HASHING=1 everything "$TRACE" "$SCRATCH/again")
  everything "$DEBUG/trace" "$SCRATCH/unoptimized"
  diff -r -q "$SCRATCH/once" "$SCRATCH/again"
  diff -r -q "$SCRATCH/once" "$SCRATCH/unoptimized"
  printf '%d documents, three times the same\n' "$(find "$SCRATCH/once" -type f | wc -l)"
}

# The scripts for shells are read by these shells, and offer what they should; the manual is one that groff sets.
check_shells() {
  local shell
  for shell in bash zsh fish; do
    "$TRACE" completions "$shell" >"$SCRATCH/trace.$shell"
    "$shell" -n "$SCRATCH/trace.$shell"
  done
  cat >"$SCRATCH/offers.sh" <<'BASH'
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_trace
printf '%s\n' "${COMPREPLY[@]}" | sort | tr '\n' ' '
BASH
  touch "$SCRATCH/my sheet.md"
  offers() {
    local wanted=$1 said
    shift
    said=$(cd "$SCRATCH" && bash offers.sh trace.bash "$@" 2>/dev/null)
    [ "$said" = "$wanted " ] || fail "bash offers '$said' and not '$wanted' after: $*"
    said=$(cd "$SCRATCH" && fish -c 'source trace.fish; complete -C "$argv"' "${*//my s/my\\ s}" | cut -f 1 | sort | tr '\n' ' ')
    [ "${said//\\/}" = "$wanted " ] || fail "fish offers '$said' and not '$wanted' after: $*"
  }
  offers 'worksheet' trace wo
  offers 'sigmoid-circuit sine single-chain' trace --lesson si
  offers 'html latex markdown text' trace worksheet --format ''
  offers 'nielsen' trace check --notation n
  offers 'my sheet.md' trace check my
  offers 'lstm-cell' trace lessons ls
  "$TRACE" help --man >"$SCRATCH/trace.1"
  groff -ww -man -K utf8 -T utf8 -P -c -P -b -P -u "$SCRATCH/trace.1" >"$SCRATCH/manual" 2>"$SCRATCH/groff" || fail 'groff'
  [ ! -s "$SCRATCH/groff" ] || { cat "$SCRATCH/groff"; fail 'groff complains of the manual'; }
  grep -q -- '--notation NAME' "$SCRATCH/manual" || fail 'the manual lacks an option'
}
