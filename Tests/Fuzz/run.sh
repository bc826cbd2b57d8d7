#!/bin/sh
# Fuzzes each target for so many seconds: run.sh SECONDS [TARGET…]. What breaks one is kept in
# Tests/Fuzz/FailCases, where `make test` replays it.
set -eu
cd "$(dirname "$0")/../.."
seconds=$1
shift
swift=${SWIFT:-swift}
scratch=.build-fuzz
POND_FUZZ=1 $swift build --sanitize=fuzzer --sanitize=address --scratch-path "$scratch" \
  --product pond-fuzz ${JOBS:+-j "$JOBS"}
binary=$scratch/debug/pond-fuzz
# shellcheck disable=SC2046 # names of targets are single words
[ "$#" -gt 0 ] || set -- $("$binary")
failed=0
for target in "$@"; do
  work=$(mktemp -d)
  mkdir -p "$work/corpus" "$work/files" "Tests/Fuzz/FailCases/$target"
  FUZZ_TARGET=$target FUZZ_SEEDS=1 "$binary" | while read -r seed; do
    find "$seed" -type f -size -250k -exec cp -n {} "$work/corpus" \;
  done
  echo "$target: $seconds s, $(find "$work/corpus" -type f | wc -l) seeds"
  # The symbolizer would stall a run for minutes.
  SWIFT_BACKTRACE=enable=no FUZZ_TARGET=$target FUZZ_FOLDER=$work/files TMPDIR=$work/files \
    "$binary" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -artifact_prefix="Tests/Fuzz/FailCases/$target/" -print_final_stats=1 \
    "$work/corpus" >"$work/log" 2>&1 || { failed=1; tail -25 "$work/log"; }
  sed -n 's/^stat::number_of_executed_units: */  inputs tried: /p' "$work/log"
  rmdir "Tests/Fuzz/FailCases/$target" 2>/dev/null || true
  rm -rf "$work"
done
[ "$failed" -eq 0 ] || { echo "Something was found; it lies in Tests/Fuzz/FailCases."; exit 1; }
