#!/bin/sh
# Installs a built pond under a prefix: the command, man pages and completions made from its own
# declarations. `install.sh --remove PREFIX` takes exactly that away again.
set -eu
pond=$1
prefix=$2
man=$prefix/share/man/man1
bash=$prefix/share/bash-completion/completions/pond
zsh=$prefix/share/zsh/site-functions/_pond
fish=$prefix/share/fish/vendor_completions.d/pond.fish

if [ "$pond" = --remove ]; then
  rm -f "$prefix/bin/pond" "$man/pond.1" "$man"/pond-*.1 "$bash" "$zsh" "$fish"
  echo "pond is gone from $prefix. Your pond file stays; pond wipe would have removed it."
  exit
fi

install -D -m 755 "$pond" "$prefix/bin/pond"
for one in "bash $bash" "zsh $zsh" "fish $fish"; do
  file=${one#* }
  mkdir -p "${file%/*}"
  "$pond" --generate-completion-script "${one%% *}" >"$file.new"
  chmod 644 "$file.new"
  mv "$file.new" "$file"
done
sh "$(dirname "$0")/man.sh" "$pond" "$man"
echo "pond is installed under $prefix; man pond tells the rest."
case ":$PATH:" in
  *":$prefix/bin:"*) ;;
  *) echo "$prefix/bin is not on your PATH yet." ;;
esac
