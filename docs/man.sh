#!/bin/sh
# Writes a man page for pond and one for each of its commands into a folder, from the help that they
# print, and so from the same declarations.
set -eu
pond=$1
folder=$2
here=$(dirname "$0")
mkdir -p "$folder"
version=$("$pond" --version)
export COLUMNS=80

page() { # name, arguments of pond
  name=$1
  shift
  "$pond" "$@" --help | awk -v name="$name" -v version="$version" -v commands="$names" \
    -f "$here/man.awk" >"$folder/$name.1"
  chmod 644 "$folder/$name.1"
}

names=$("$pond" --help | awk '/SUBCOMMANDS:/ { on = 1 } on && /^  [a-z]/ { printf "%s ", $1 }')
page pond
for name in $names; do page "pond-$name" "$name"; done
