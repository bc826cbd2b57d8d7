#!/bin/sh
# Writes what is made from the command itself: docs/Commands.md, docs/Explain.md, docs/pond.svg,
# docs/plan.svg and the transcript in README.md. Needs the path of a built pond.
set -eu
pond=$1
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export COLUMNS=80 POND_FILE="$work/pond.sqlite" POND_NOW=2026-06-01T08:00:00Z

{
  printf '# Commands\n\nMade by `make docs` from the command itself.\n'
  for name in '' inspect import sources fetch join news list why plan report check discover who thank explain serve cycle taste review decide \
    follow trial declare intend learn journal history undo lists forget export status config doctor \
    backup restore wipe; do
    printf '\n## `pond%s`\n\n```\n' "${name:+ $name}"
    # shellcheck disable=SC2086 # no name is no argument
    "$pond" $name --help
    printf '```\n'
  done
} >docs/Commands.md

{
  printf '# How Pond comes to what it says\n\nMade by `make docs`: what `pond explain TOPIC` prints.\n'
  for topic in $("$pond" explain | sed -n 's/^  //p'); do
    printf '\n## %s\n\n```\n' "$topic"
    "$pond" explain "$topic"
    printf '```\n'
  done
} >docs/Explain.md

{
  printf '# Formats\n\nMade by `make docs` from the register of importers: everything that Pond reads, and what it\n'
  printf 'learns from it. Formats are told by their bytes; folders, zip and tar.gz are opened as they are.\n\n'
  printf '| format | what is learned |\n|---|---|\n'
  COLUMNS=80 "$pond" explain formats | awk '
    /^[^ ]/ { if (name) printf "| `%s` |%s |\n", name, text; name = $0; text = "" }
    /^ / { sub(/^ +/, ""); text = text " " $0 }
    END { printf "| `%s` |%s |\n", name, text }'
  cat docs/firstbatch.txt
  cat <<'END'

What could not be held against a real file of its program, only against its documentation, its source
or invented samples: `newpipe`, `invidious`, `freetube`, `antennapod`, `gpodder`, `quiterss`, `yarr`,
`lemmy` (the paths of kbin and Mbin are read where they stand in such a file; an export of theirs was
not seen), `tiktok`, `tumblr-following` (the answer of the API; the archive that Tumblr sends was not
seen), `mastodon-archive-json`, `raindrop`, `instapaper`, `readwise`, `wallabag`, `omnivore`,
`pinboard-json`, `nextcloud-news`. If one of them does not read your file, please say so, without the
file.

The answers of Miniflux come in pages. Put all pages into one folder, and import the folder: they are read
as one. Given one by one, a page shows no stretch of time; and because a mark-all may go over its edge, two
posts of a feed that were marked within one second are taken as seen there, not as read.

Told, and not read: YouTube's `watch-history.html` and the HTML exports of Instagram and Facebook.
Pond says which switch to set: the same export in JSON holds more.
END
  printf '\nWhat leaves the pond, and which network takes it back, stands in [Exports](Exports.md).\n'
} >docs/Formats.md

"$pond" import --quiet Samples/ada/subscriptions.opml Samples/ada/urls Samples/ada/cache.db \
  Samples/ada/feeds >/dev/null || [ $? = 1 ]
"$pond" plan --limit 3 >"$work/plan"
awk -v title='$ pond plan' -f docs/picture.awk "$work/plan" >docs/plan.svg
"$pond" report --size 20 --minutes-per-day 15 | sed -n '/<svg class="pond"/,/<\/svg>/p' >docs/pond.svg

{
  printf '```console\n$ pond plan --limit 3\n'
  cat "$work/plan"
  printf '\n$ pond why "harbour wire"\n'
  "$pond" why 'harbour wire'
  printf '```\n'
} >"$work/transcript"
awk -v transcript="$work/transcript" '
  /^<!-- end of transcript -->/ { while ((getline line < transcript) > 0) print line; inside = 0 }
  !inside { print }
  /^<!-- transcript/ { inside = 1 }
' README.md >"$work/readme"
cat "$work/readme" >README.md

# The screen that the tests hold against what a review draws.
for page in README.md docs/Review.md; do
  awk '
    /^<!-- end of screen -->/ { inside = 0 }
    !inside { print }
    match($0, /^<!-- screen: [a-z0-9-]+/) {
      file = "Tests/pondTests/Snapshots/" substr($0, 14, RLENGTH - 13) ".txt"
      print "```text"
      while ((getline line < file) > 0) print line
      close(file)
      print "```"
      inside = 1
    }
  ' "$page" >"$work/page"
  cat "$work/page" >"$page"
done
