"""Holds what `pond inspect` finds in OPML files against listparser and against a count by eye.

    python3 opml_compare.py POND FOLDER [STATS.tsv]

For every OPML below FOLDER: the set of addresses that Pond prints beside the set that listparser
reads (pip install listparser) and the set of xmlUrl values that a plain search finds, and, where a
table of expected counts is given (columns `file` and `feeds_recovered`), that count.
"""

import csv
import html
import json
import pathlib
import re
import subprocess
import sys


def found_by_pond(pond, path):
    run = subprocess.run(
        [pond, "inspect", "--json", "--limit", "0", str(path)], capture_output=True)
    if run.returncode > 1:
        return None, 0, run.stderr.decode().splitlines()[0]
    told = json.loads(run.stdout)
    places = sum(max(1, len(one["folders"])) for one in told["accounts"])
    return {one["feedURL"] for one in told["accounts"]}, places, "; ".join(told["warnings"])


def found_by_listparser(path):
    import listparser
    parsed = listparser.parse(path.read_bytes())
    return {feed.url for feed in parsed.feeds} | {one.url for one in parsed.lists}


def found_by_eye(path):
    data = path.read_bytes()
    text = data.decode("utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else data.decode(
        "utf-8", "replace")
    text = re.sub(r"<!--.*?-->", "", text, flags=re.S)
    values = re.findall(r"""xmlurl\s*=\s*(?:"([^"]*)"|'([^']*)')""", text, flags=re.I)
    return {html.unescape(a or b).strip() for a, b in values} - {""}


def main():
    pond, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    stats = {}
    if len(sys.argv) > 3:
        with open(sys.argv[3]) as table:
            stats = {row["file"]: int(row["feeds_recovered"])
                     for row in csv.DictReader(table, delimiter="\t")}
    files = exact = exact_listparser = 0
    for path in sorted(p for p in folder.rglob("*") if p.suffix in (".opml", ".xml")):
        name = str(path.relative_to(folder))
        pond_set, places, words = found_by_pond(pond, path)
        eye = found_by_eye(path)
        files += 1
        same = pond_set is not None and pond_set == eye
        exact += same
        other = found_by_listparser(path)
        exact_listparser += other == eye
        notes = []
        if not same:
            notes.append(f"by eye only {sorted(eye - (pond_set or set()))[:3]}, "
                         f"Pond only {sorted((pond_set or set()) - eye)[:3]}")
        if name in stats and stats[name] != places:
            notes.append(f"{places} places, expected {stats[name]}")
        if other != eye:
            notes.append(f"listparser differs by {len(other ^ eye)}")
        if notes:
            print(f"{name}: " + "; ".join(notes) + (f" [{words[:90]}]" if words else ""))
    print(f"{files} files: Pond exact in {exact}, listparser in {exact_listparser}")


main()
