#!/bin/sh
# Tries every line of list.tsv on a copy of the package: does a suite of its room fail? Prints the
# survivors, and what could not be tried. ONLY=word picks the lines that hold the word, MOST=n tries the
# first n of them.
set -eu
cd "$(dirname "$0")/../.."
swift=${SWIFT:-swift}
copy=.build-mutants/Pond
list=Tests/Mutants/list.tsv

mkdir -p "$copy"
for part in Package.swift Sources Tests Samples Benchmarks docs README.md ARCHITECTURE.md; do
  rm -rf "${copy:?}/$part"
  cp -R "$part" "$copy/$part"
done
echo "building once without any change"
(cd "$copy" && $swift build --build-tests >build.log 2>&1) || { tail -20 "$copy/build.log"; exit 1; }

tried=0
caught=0
survived=""
stale=""
tab=$(printf '\t')
while IFS="$tab" read -r file suites from to; do
  case $file in '' | '#'*) continue ;; esac
  case "$file $suites $from" in *"${ONLY:-}"*) ;; *) continue ;; esac
  [ "$tried" -lt "${MOST:-100000}" ] || break
  if [ "$(FROM=$from perl -0ne 'print scalar(() = /\Q$ENV{FROM}\E/g)' "$file")" != 1 ]; then
    stale="$stale  $file: $from\n"
    continue
  fi
  FROM=$from TO=$to perl -0pe 's/\Q$ENV{FROM}\E/$ENV{TO}/' "$file" >"$copy/$file"
  tried=$((tried + 1))
  # What does not compile any more is noticed by everybody.
  if (cd "$copy" && $swift build --build-tests >build.log 2>&1) &&
    (cd "$copy" && $swift test --skip-build --filter "$suites" >test.log 2>&1) &&
    ! grep -q 'with 0 tests' "$copy/test.log"; then
    survived="$survived  $file: $from → $to ($suites)\n"
    echo "survived: $file: $from → $to"
  elif grep -qs 'with 0 tests' "$copy/test.log"; then
    stale="$stale  $file: no suite is called $suites\n"
  else
    caught=$((caught + 1))
    echo "caught:   $file: $from"
  fi
  rm -f "$copy/test.log"
  cp "$file" "$copy/$file"
done <"$list"

echo
echo "$tried changes tried, $caught noticed."
[ -z "$stale" ] || printf 'Could not be tried:\n%b' "$stale"
[ -z "$survived" ] || { printf 'Nobody noticed:\n%b' "$survived"; exit 1; }
