#!/usr/bin/env python3
"""Measures what an archive of very many small files costs, beside Python's zipfile (T-I14).

    archive_entries.py [--pond .build/release/pond] [--count 200000]

Writes an X archive with one list and COUNT empty pictures, and prints seconds of processor time and
microseconds per entry: `pond inspect`, and zipfile reading the index and the one list. Exit code 1
above .03 ms an entry.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

LIST = "data/following.js"


def write(path, count):
    follows = [{"following": {"accountId": str(number)}} for number in range(5)]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(LIST, "window.YTD.following.part0 = " + json.dumps(follows))
        for number in range(count):
            archive.writestr(f"data/tweets_media/{number}-abc.jpg", b"")


def seconds(command):
    """Processor time of a command."""
    before = os.times()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return (after.children_user - before.children_user
            + after.children_system - before.children_system)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--pond", default=".build/release/pond")
    options.add_argument("--count", type=int, default=200_000)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "archive.zip")
        write(path, options.count)
        ours = min(seconds([options.pond, "inspect", str(path)]) for _ in range(3))
        plain = f"import zipfile; zipfile.ZipFile({str(path)!r}).read({LIST!r})"
        theirs = min(seconds([sys.executable, "-c", plain]) for _ in range(3))
    for name, took in [("pond inspect", ours), ("python zipfile", theirs)]:
        print(f"{name:15} {took:6.2f} s {took / options.count * 1e6:6.1f} µs an entry")
    return ours / options.count > 30e-6


if __name__ == "__main__":
    sys.exit(main())
