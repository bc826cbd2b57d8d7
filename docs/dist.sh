#!/bin/sh
# Packs a built pond for people who have no Swift: a stripped command, its man pages and completions
# as .tar.gz, and the same as .deb with the dependencies that dpkg-shlibdeps finds.
# usage: dist.sh POND FOLDER
set -eu
pond=$1
out=$2
here=$(cd "$(dirname "$0")" && pwd)
version=$("$pond" --version)
name=pond-$version-linux-$(uname -m)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
say() { echo "$1: $(($(wc -c <"$1") / 1000000)) MB"; }

# Man pages and completions are made by the command itself, then it is stripped.
root=$work/$name
sh "$here/install.sh" "$pond" "$root" >/dev/null
strip --strip-all "$root/bin/pond"
install -D -m 644 "$here/../LICENSE" "$root/share/doc/pond/LICENSE"
install -m 644 "$here/Install.md" "$root/share/doc/pond/Install.md"
if ldd "$root/bin/pond" | grep -q 'libswift\|libFoundation'; then
  echo "dist.sh: this pond needs Swift's own libraries; build it with make build" >&2
  exit 1
fi

# The same bytes for the same command: no names and no times of this machine.
seconds=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct 2>/dev/null || echo 0)}
tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$seconds" \
  -cf - "$name" | gzip -9n >"$out/$name.tar.gz"
say "$root/bin/pond"
say "$out/$name.tar.gz"

if ! command -v dpkg-deb >/dev/null || ! command -v dpkg-shlibdeps >/dev/null; then
  echo "no .deb: dpkg-deb and dpkg-shlibdeps (dpkg-dev) are not here"
  exit 0
fi
deb=$work/deb
mkdir -p "$deb/DEBIAN" "$deb/usr" "$work/debian"
cp -a "$root/." "$deb/usr"
mv "$deb/usr/share/zsh/site-functions" "$deb/usr/share/zsh/vendor-completions"
gzip -9n "$deb"/usr/share/man/man1/*.1
printf 'Source: pond\n\nPackage: pond\nArchitecture: any\n' >"$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O -e "$deb/usr/bin/pond" 2>/dev/null |
  sed -n 's/^shlibs:Depends=//p')
# Addresses in short form need what dpkg-shlibdeps does not read.
if readelf -d "$deb/usr/bin/pond" | grep -q RELR; then
  depends=$(echo "$depends" | sed -E 's/libc6 \(>= 2\.3[0-5]\)/libc6 (>= 2.36)/')
fi
[ -n "$depends" ] || { echo "dist.sh: dpkg-shlibdeps found no dependencies" >&2; exit 1; }
architecture=$(dpkg --print-architecture)
cat >"$deb/DEBIAN/control" <<END
Package: pond
Version: $version
Architecture: $architecture
Maintainer: The Pond project <pond@pond.example>
Installed-Size: $(du -sk "$deb/usr" | cut -f1)
Depends: $depends
Section: utils
Priority: optional
Description: make the list of whom you follow small and deep
 Pond reads your own files (an OPML, a reader's database, a network's export) on
 your machine, says what each account costs and gives you, asks about the
 doubtful ones, and writes the trimmed list that your reader takes back.
END
file=$out/pond_${version}_$architecture.deb
SOURCE_DATE_EPOCH=$seconds dpkg-deb --root-owner-group --build "$deb" "$file" >/dev/null
say "$file"
echo "it depends on: $depends"
