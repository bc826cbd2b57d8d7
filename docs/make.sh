#!/bin/sh
# Writes the pages under docs/ that are made from the command itself.
set -eu
pond=$1
cd "$(dirname "$0")"
COLUMNS=80
export COLUMNS

{
  echo '# Commands'
  echo
  echo 'Made by `make docs` from the command itself.'
  for name in '' inspect import list why plan explain review decide journal undo export doctor \
    backup restore wipe; do
    printf '\n## `pond%s`\n\n```\n' "${name:+ $name}"
    # shellcheck disable=SC2086
    "$pond" $name --help
    echo '```'
  done
} > Commands.md

{
  echo '# How Pond comes to what it says'
  echo
  echo 'Made by `make docs`: what `pond explain TOPIC` prints.'
  "$pond" explain | sed -n 's/^  //p' | while read -r topic; do
    printf '\n## %s\n\n```\n' "$topic"
    "$pond" explain "$topic"
    echo '```'
  done
} > Explain.md
