#!/bin/sh
# Measures Pond beside named tools on the same input: wall seconds and peak memory, the median of
# five runs, and the ratio. Writes a table to standard output; runs/ keeps those worth keeping.
#
#   make bench                          everything, in about ten minutes
#   sh Benchmarks/run.sh opml           one of: opml, cache, feeds, exports, fetch, imports, looks
set -eu
cd "$(dirname "$0")/.."
data=Benchmarks/data
pond=$PWD/.build/release/pond
for package in time libxml2-utils sqlite3; do
  dpkg-query -W "$package" >/dev/null 2>&1 || missing="${missing:-} $package"
done
if [ -n "${missing:-}" ]; then
  # shellcheck disable=SC2086
  apt-get update -qq && apt-get install -y -qq $missing
fi
[ -x "$pond" ] || make build
mkdir -p "$data"
large() { # KIND FILE COUNT
  [ -e "$2" ] || swift run -c release --package-path Benchmarks make-large "$1" "$2" --count "$3"
}

# Prints the median of five runs: seconds, then megabytes.
measure() {
  for _ in 1 2 3 4 5; do
    [ -z "${before:-}" ] || sh -c "$before"
    /usr/bin/time -f '%e %M' -o "$data/time" "$@" >/dev/null 2>"$data/errors"
    cat "$data/time"
  done | sort -n | sed -n 3p | awk '{ printf "%.2f %.0f", $1, $2 / 1024 }'
}

row() { # WHAT, OURS, THEIRS, NAME
  # shellcheck disable=SC2086
  set -- "$1" "$4" $2 $3
  awk -v what="$1" -v name="$2" -v a="$3" -v am="$4" -v b="$5" -v bm="$6" 'BEGIN {
    printf "| %s | %.2f s, %d MB | %s: %.2f s, %d MB | %.2f |\n", what, a, am, name, b, bm, a / b }'
}

echo "| what | pond | beside | ratio of seconds |"
echo "|---|---|---|---|"
case ${1:-all} in all | opml)
  large opml "$data/large.opml" 100000
  ours=$(measure "$pond" inspect "$data/large.opml")
  theirs=$(measure xmllint --sax --noout "$data/large.opml")
  row "inspect an OPML of 100,000 outlines" "$ours" "$theirs" "xmllint --sax"
  ;;
esac
case ${1:-all} in all | cache)
  large newsboat-cache "$data/cache.db" 1000000
  sqlite3 "$data/cache.db" '.mode csv' ".once $data/posts.csv" \
    'SELECT feedurl, guid, pubDate, title, url, author, unread FROM rss_item'
  before="rm -f $data/pond.sqlite"
  ours=$(measure "$pond" import --pond "$data/pond.sqlite" "$data/cache.db")
  before="rm -f $data/import.sqlite"
  theirs=$(measure sqlite3 "$data/import.sqlite" \
    'CREATE TABLE post (feed, guid, published, title, url, author, unread,
       PRIMARY KEY (feed, guid)) WITHOUT ROWID' \
    '.mode csv' ".import $data/posts.csv post")
  before=
  row "import 1,000,000 posts of a newsboat cache" "$ours" "$theirs" "sqlite3 .import"
  ours=$(measure "$pond" list --pond "$data/pond.sqlite" --known)
  theirs=$(measure sqlite3 "$data/import.sqlite" \
    'SELECT feed, count(*), min(published), max(published), sum(unread) FROM post GROUP BY feed')
  row "list over these posts" "$ours" "$theirs" "sqlite3 GROUP BY"
  ;;
esac
# Importing beside the plain walk of the same rows; asked for: 2.5 times that, and 300 MB.
case ${1:-all} in all | imports | looks)
  large newsboat-cache "$data/cache.db" 1000000
  [ -e "$data/freshrss.sqlite" ] || python3 Benchmarks/make_exports.py freshrss "$data/freshrss.sqlite"
  for kind in newsboat freshrss; do
    case $kind in newsboat) file=$data/cache.db ;; *) file=$data/freshrss.sqlite ;; esac
    before="rm -f $data/$kind-pond.sqlite"
    ours=$(measure "$pond" import --pond "$data/$kind-pond.sqlite" "$file")
    before=
    theirs=$(measure python3 Benchmarks/compare/read_exports.py "$kind" "$file")
    row "import 1,000,000 posts of $kind" "$ours" "$theirs" "python sqlite3, rows alone"
  done
  ;;
esac
# Looking again with nothing imported since, beside SQLite's own scan of the posts.
case ${1:-all} in all | looks)
  theirs=$(measure sqlite3 "$data/freshrss-pond.sqlite" \
    'SELECT count(*), sum(published), sum(claim), max(kind), max(form), sum(words) FROM post')
  for command in "" "why f5.example" "list --limit 1" "plan --limit 1" news history; do
    # shellcheck disable=SC2086
    ours=$(measure "$pond" $command --pond "$data/freshrss-pond.sqlite")
    row "pond $command at 1,000,000 posts" "$ours" "$theirs" "sqlite3, a scan of the posts"
  done
  ;;
esac
case ${1:-all} in all | feeds)
  large feeds "$data/feeds" 100000
  ours=$(measure "$pond" inspect "$data/feeds")
  theirs=$(measure xmllint --sax --noout "$data"/feeds/*.xml)
  row "inspect 100,000 posts in 100 RSS files" "$ours" "$theirs" "xmllint --sax"
  ;;
esac
case ${1:-all} in all | fetch)
  POND="$pond" python3 Benchmarks/fetch_bench.py
  ;;
esac
case ${1:-all} in all | exports)
  export_of() { # KIND FILE WHAT NAME
    [ -e "$data/$2" ] || python3 Benchmarks/make_exports.py "$1" "$data/$2"
    ours=$(measure "$pond" inspect "$data/$2")
    theirs=$(measure python3 Benchmarks/compare/read_exports.py "$1" "$data/$2")
    row "inspect $3" "$ours" "$theirs" "$4"
  }
  export_of tweets tweets.js "a tweets.js of 100 MB" "python json"
  export_of following following.csv "a following_accounts.csv of 1,000,000 rows" "python csv"
  export_of car repo.car "a Bluesky repository of 1,000,000 records" "python, by hand"
  export_of zip x.zip "an X archive of 300 MB, tweets and films" "python zipfile, json"
  export_of freshrss freshrss.sqlite "a FreshRSS database of 1,000,000 entries" "python sqlite3"
  ;;
esac
