#!/bin/sh
# Tries what dist.sh packed in a fresh Debian in which there is no Swift: the .deb is installed by
# apt, the .tar.gz is unpacked beside it, and both run the main job. Skipped, and said, without root,
# debootstrap or a network.
# usage: dist-check.sh FOLDER [SUITE]
set -eu
out=$1
suite=${2:-$(. /etc/os-release && echo "${VERSION_CODENAME:-bookworm}")}
samples=$(cd "$(dirname "$0")/.." && pwd)/Samples/ada
skip() { echo "skipped: $1"; exit 0; }
[ "$(id -u)" = 0 ] || skip "a fresh Debian needs root"
command -v debootstrap >/dev/null || skip "debootstrap is not here (apt install debootstrap)"
deb=$(ls "$out"/pond_*.deb 2>/dev/null | tail -1)
tar=$(ls "$out"/pond-*.tar.gz 2>/dev/null | tail -1)
[ -n "$deb" ] && [ -n "$tar" ] || { echo "there is nothing to try: make dist first" >&2; exit 1; }

version=$(basename "$deb" | cut -d_ -f2)
root=$(mktemp -d)
trap 'umount "$root/debian/proc" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT
debootstrap --variant=minbase "$suite" "$root/debian" >"$root/log" 2>&1 || {
  tail -3 "$root/log"
  skip "debootstrap could not make a $suite"
}
debian=$root/debian
cp "$deb" "$debian/tmp/pond.deb"
cp -r "$samples" "$debian/tmp/ada"
[ ! -e /etc/resolv.conf ] || cp /etc/resolv.conf "$debian/etc/resolv.conf"
inside() {
  env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 chroot "$debian" "$@"
}
# Swift reads a command's arguments in /proc.
mount -t proc proc "$debian/proc" || skip "/proc cannot be mounted in it"
inside apt-get update -qq
inside env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends /tmp/pond.deb >/dev/null
mkdir -p "$debian/opt"
tar -C "$debian/opt" -xzf "$tar"

job() { # the command to try
  inside env POND_FILE=/tmp/p.sqlite POND_NOW=2026-06-01T08:00:00Z sh -euc '
    rm -f "$POND_FILE" /tmp/pond.html
    [ "$("$0" --version)" = "$1" ]
    "$0" import --quiet /tmp/ada/subscriptions.opml /tmp/ada/urls /tmp/ada/cache.db /tmp/ada/feeds \
      >/dev/null || [ $? = 1 ]
    [ "$("$0" list | wc -l)" -gt 60 ]
    "$0" decide "harbour wire" let-go
    "$0" export opml --quiet >/tmp/trimmed.opml
    if grep -q "xmlUrl=.https://wire.example" /tmp/trimmed.opml; then exit 1; fi
    "$0" report --quiet -o /tmp/pond.html
    "$0" doctor' "$1" "$version"
}
echo "the package:"
job pond
inside test -e /usr/share/bash-completion/completions/pond
echo "the archive:"
job "/opt/$(basename "$tar" .tar.gz)/bin/pond"
echo "both run in $suite without Swift"
