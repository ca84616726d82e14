#!/usr/bin/env bash
# The command CAREFUL, but careless in the way that CARELESS names: what the checks of .ci/faults.sh must see.
shim=${LD_PRELOAD-}
unset LD_PRELOAD
output=/dev/null others=() status=0
for ((i = 1; i <= $#; i++)); do
  if [ "${!i}" = --output ]; then
    i=$((i + 1))
    output=${!i}
  else
    others+=("${!i}")
  fi
done

case $CARELESS in
  'writes in place') exec "$CAREFUL" "${others[@]}" --format "${output##*.}" >"$output" ;;
  'writes nothing') exec "$CAREFUL" "${others[@]}" >/dev/null ;;
  'is not linked to the library') exec "$CAREFUL" "$@" ;;
  'says nothing') exec 2>/dev/null ;;
  'forgets the end') [ "${FAULT-}" != short ] || { LD_PRELOAD=$shim "$CAREFUL" "$@" | head -n 3; exit 0; } ;;
esac
LD_PRELOAD=$shim "$CAREFUL" "$@" || status=$?
[ "$CARELESS ${FAULT-}" != 'gives up EINTR' ] || status=74
if [ "$status" -ne 0 ]; then
  case $CARELESS in
    'loses the old file') : >"$output" ;;
    'removes the old file') rm -f "$output" ;;
    'leaves something behind') : >left.tmp ;;
    'takes it for success') exit 0 ;;
    'has another status') exit 1 ;;
    'talks on') echo 'error: it did not work' >&2 ;;
    'crashes') kill -SEGV $$ ;;
    'writes over what it reads') [ "$status" -ne 64 ] || { echo >>"$output"; } 2>/dev/null ;;
  esac
fi
exit "$status"
