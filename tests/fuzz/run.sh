#!/usr/bin/env bash
# tests/fuzz/run.sh SECONDS [TARGET...]: runs the built fuzzers, two at a time, and says how many inputs each tried.
# $ANTEROOM_FUZZ_SEED makes the choices those of an earlier run; else they are new ones.
# First come the inputs that once broke something (found/TARGET), then what libFuzzer makes of the seeds (corpus/TARGET).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

programs=build/fuzz/tests/fuzz
work=build/fuzz/work
limits=(-timeout=10 -rss_limit_mb=2560 -max_len=20000 "-seed=${ANTEROOM_FUZZ_SEED:-0}")

# Short stacks of allocations: a third quicker.
export ASAN_OPTIONS=malloc_context_size=4:${ASAN_OPTIONS:-}

dictionary_of() { local file=tests/fuzz/dictionaries/$1.dict; [ ! -e "$file" ] || echo "-dict=$file"; }

run_target() {
  local seconds=$1 target=$2 log=$work/$2.log
  local found=(tests/fuzz/found/"$target"/*)
  rm -rf "$work/corpus/$target"  # else each run would begin later than the one before
  mkdir -p "$work/corpus/$target" "$work/broken"
  : >"$log"
  local options=("${limits[@]}" "-artifact_prefix=$work/broken/$target-")
  if { [ ! -e "${found[0]}" ] || "$programs/fuzz_$target" "${options[@]}" "${found[@]}" >>"$log" 2>&1; } &&
    "$programs/fuzz_$target" "${options[@]}" $(dictionary_of "$target") "-max_total_time=$seconds" \
      "$work/corpus/$target" "tests/fuzz/corpus/$target" >>"$log" 2>&1; then
    echo "$target: $(sed -n 's/^Done \([0-9]* runs in [0-9]* second.*\)$/\1/p' "$log" | tail -1)"
    return
  fi
  grep -E '^does not hold|^SUMMARY|Test unit written|runtime error' "$log" | sed "s/^/$target: /" || tail -20 "$log"
  echo "$target: broken; mend it, and keep the input as tests/fuzz/found/$target/NAME (the whole log: $log)"
  return 1
}

if [ "${1:-}" = one ]; then run_target "$2" "$3"; exit; fi

seconds=$1
shift
mkdir -p "$work"
targets=("$@")
if [ $# = 0 ]; then
  for program in "$programs"/fuzz_*; do targets+=("${program##*/fuzz_}"); done
fi
printf '%s\n' "${targets[@]}" | xargs -P 2 -I {} "${BASH_SOURCE[0]}" one "$seconds" {}
