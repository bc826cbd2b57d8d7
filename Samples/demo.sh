#!/bin/sh
# The main job on the samples, end to end: import, list, plan, why, decide, export.
# Needs POND_BINARY, the command that `make demo` built.
set -eu
cd "$(dirname "$0")/.."
pond=${POND_BINARY:?set it to the pond command}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export POND_FILE="$work/pond.sqlite"
export POND_NOW=2026-06-01T08:00:00Z # Ada's samples end on this day, so the demo never goes stale

step() {
  printf '\n\033[1m$ pond %s\033[0m\n' "$*"
  "$pond" "$@"
}

step import Samples/ada/subscriptions.opml Samples/ada/urls Samples/ada/cache.db Samples/ada/feeds
step list --sort noise --limit 12
step plan
step why "$(cat Samples/ada/loudest.txt)"
step decide --from Samples/ada/answers.txt --yes
step journal
step export opml -o "$work/trimmed.opml"

printf '\n\033[1m$ diff Samples/ada/subscriptions.opml trimmed.opml\033[0m\n'
diff Samples/ada/subscriptions.opml "$work/trimmed.opml" || true
