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

say() { printf '\n%s\n' "$*"; }
step() {
  printf '\n$ pond %s\n' "$*"
  "$pond" "$@"
}

say 'Ada Birch is invented, and follows 64 accounts. These are her list, her newsboat and her feeds.'
step import Samples/ada/subscriptions.opml Samples/ada/urls Samples/ada/cache.db Samples/ada/feeds
say 'What each of them costs her, the loudest first.'
step list --sort noise --limit 12 --format table
say 'What Pond would suggest.'
step plan --limit 6
say 'Why, for one of them. Both sides, always.'
step why 'harbour wire'
say 'Ada answers, in a file that she wrote. She does not always agree.'
step decide --from Samples/ada/answers.txt --yes
step journal --format table
say 'What her reader takes back: her own list, byte for byte, without those she let go.'
step export opml -o "$work/trimmed.opml"
printf '\n$ diff Samples/ada/subscriptions.opml trimmed.opml\n'
diff Samples/ada/subscriptions.opml "$work/trimmed.opml" | cut -c1-120 || true
