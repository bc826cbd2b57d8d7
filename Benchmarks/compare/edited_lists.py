"""Asks readers that others wrote what they make of lists in which Pond carried answers out.

    python3 edited_lists.py POND FOLDER [--rounds N] [--seed N]

For every OPML below FOLDER a person is drawn who lets some of its accounts go, thins, repairs, holds
and keeps others, and follows somebody new. `pond export opml` writes the list that leaves. Every
reader that is there reads the original and that list; what it finds in the second must be what it
finds in the first, without those who were let go, with the new addresses, with the newcomer. Where a
reader tells folders, whoever was thinned stands in the folder "stream". A reader that cannot read the
original is not asked about that list. Readers that are not installed are named and left out:

    apt install newsboat sfeed libxml2-utils rss2email
    pip install listparser opyml opml
    npm install feedsmith opmlparser   (with NODE_PATH)
"""

import argparse
import html
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree


def run(words, data=None, home=None):
    environment = dict(os.environ, LANG="C.UTF-8")
    if home:
        environment["HOME"] = str(home)
    done = subprocess.run(words, input=data, capture_output=True, env=environment, timeout=120)
    said = done.stderr.decode(errors="replace")
    # newsboat takes what stands before an error and ends well: that is no reading of a list.
    if done.returncode or "parser error" in said or b"error occurred" in done.stdout:
        raise ValueError((said.strip().splitlines() or ["no word"])[-1])
    return done.stdout.decode(errors="replace")


# Each takes a path and an empty folder, and gives back addresses, each with its folders where the
# reader tells them, else with None.

def newsboat(path, folder):
    urls = folder / "urls"
    urls.write_text("")
    run(["newsboat", "-q", "-C", "/dev/null", "-c", str(folder / "cache.db"), "-u", str(urls), "-i",
         str(path)], home=folder)
    found = {}
    for line in urls.read_text(errors="replace").splitlines():
        if line.strip():
            address, *tags = line.split(" ")
            found[address] = " ".join(tags).replace('"', "")
    return found


def sfeed(path, _):
    text = run(["sfeed_opml_import"], path.read_bytes())
    # A quote within the shell's quotes is '\''.
    lines = re.findall(r"^\s*feed '(?:[^']|'\\'')*' '((?:[^']|'\\'')*)'", text, flags=re.M)
    return {line.replace("'\\''", "'"): None for line in lines}


def listparser(path, _):
    import listparser as reader
    parsed = reader.parse(path.read_bytes())
    return {feed.url: " ".join(feed.tags + sum(feed.categories, [])) for feed in parsed.feeds}


def opyml(path, _):
    import opyml as reader
    found = {}

    def walk(outlines):
        for outline in outlines:
            if outline.xml_url:
                found[outline.xml_url] = None
            walk(outline.outlines)
    walk(reader.OPML.from_xml(path.read_text(encoding="utf-8")).body.outlines)
    return found


def python_opml(path, _):
    import opml as reader
    found = {}

    def walk(node):
        for outline in node:
            address = getattr(outline, "xmlUrl", None)
            if address:
                found[address] = None
            walk(outline)
    walk(reader.from_string(path.read_bytes()))
    return found


def xmllint(path, _):
    text = run(["xmllint", "--nonet", "--xpath", "//outline/@xmlUrl", str(path)])
    return {html.unescape(one): None for one in re.findall(r'xmlUrl="([^"]*)"', text)}


def expat(path, _):
    tree = xml.etree.ElementTree.fromstring(path.read_bytes())
    return {one.get("xmlUrl"): None for one in tree.iter("outline") if one.get("xmlUrl")}


def rss2email(path, folder):
    words = ["r2e", "-c", str(folder / "c"), "-d", str(folder / "d")]
    run(words + ["new", "ada@pond.example"], home=folder)
    run(words + ["opmlimport", str(path)], home=folder)
    text = run(words + ["opmlexport"], home=folder)
    return {html.unescape(one): None for one in re.findall(r'xmlUrl="([^"]*)"', text)}


def feedsmith(path, _):
    script = """
      import('feedsmith').then(({parseOpml}) => {
        const list = parseOpml(require('fs').readFileSync(process.argv[1], 'utf8'));
        const walk = (all) => (all || []).forEach((one) => {
          if (one.xmlUrl) console.log(one.xmlUrl); walk(one.outlines); });
        walk(list.body.outlines);
      }).catch((trouble) => { console.error(trouble.message); process.exit(1); });
      """
    return {line: None for line in run(["node", "-e", script, str(path)]).splitlines()}


def opmlparser(path, _):
    script = """
      const Parser = require('opmlparser'); const parser = new Parser();
      parser.on('error', (trouble) => { console.error(trouble.message); process.exit(1); });
      parser.on('readable', () => { let one; while ((one = parser.read())) {
        if (one.xmlurl) console.log(one.xmlurl); } });
      require('fs').createReadStream(process.argv[1]).pipe(parser);
      """
    return {line: None for line in run(["node", "-e", script, str(path)]).splitlines()}


READERS = [newsboat, sfeed, listparser, opyml, python_opml, xmllint, expat, rss2email, feedsmith,
           opmlparser]

PROBE = """<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Probe</title></head><body>
<outline type="rss" text="a" title="a" xmlUrl="https://a.example/feed?a=1&amp;b=2"/>
</body></opml>
"""


def ask(reader, path):
    with tempfile.TemporaryDirectory() as folder:
        return reader(path, pathlib.Path(folder))


def those_there():
    there = []
    with tempfile.TemporaryDirectory() as folder:
        probe = pathlib.Path(folder) / "probe.opml"
        probe.write_text(PROBE)
        for reader in READERS:
            try:
                ok = set(ask(reader, probe)) == {"https://a.example/feed?a=1&b=2"}
                why = "" if ok else "it does not read a plain list"
            except (OSError, ImportError, ValueError, subprocess.SubprocessError) as trouble:
                ok, why = False, str(trouble).splitlines()[0] if str(trouble) else repr(trouble)
            if ok:
                there.append(reader)
            else:
                print(f"left out: {reader.__name__} ({why})")
    return there


def plain(address):
    """An address without what Pond takes for spelling: an account may stand under several."""
    rest = re.sub(r"^(feed:(//)?)?(https?:/*)?", "", address.strip(), flags=re.I)
    host, slash, path = rest.partition("/")
    return re.sub(r":(80|443)$", "", host.lower().rstrip(".")) + slash + path.rstrip("/")


class Person:
    """Whoever answers about one list."""

    def __init__(self, pond, path, folder, chance):
        self.pond, self.folder = pond, folder
        self.environment = dict(os.environ, POND_FILE=str(folder / "p.sqlite"),
                                POND_NOW="2026-06-01T08:00:00Z")
        if self.call("import", "--quiet", str(path)).returncode > 1:
            raise ValueError("not imported")
        rows = self.call("list", "--fields", "id,address,kind").stdout.decode().splitlines()[1:]
        accounts = [row.split("\t") for row in rows]
        self.gone, self.moved, self.thinned = set(), {}, set()
        self.newcomer = f"https://newcomer.example/{chance.randrange(1000)}"
        lines = [f"follow {self.newcomer}"]
        for number, (account, address, kind) in enumerate(accounts):
            if kind not in ("feed", "newsletter", "site"):
                continue
            if "***" in address or address.startswith("'"):
                continue
            draw = chance.random()
            if draw < .15:
                self.gone.add(address)
                lines.append(f"{chance.choice(['let-go', 'archive'])} {account}")
            elif draw < .25:
                self.thinned.add(address)
                lines.append(f"thin {account}")
            elif draw < .35:
                self.moved[address] = f"https://moved.example/{number}?a=1&b=2"
                lines.append(f"repair {account} {self.moved[address]}")
            elif draw < .45:
                lines.append(f"{chance.choice(['hold', 'keep'])} {account}")
        (folder / "answers.txt").write_text("\n".join(lines) + "\n")
        done = self.call("decide", "--from", str(folder / "answers.txt"), "--yes")
        if done.returncode:
            raise ValueError(done.stderr.decode().strip()[:300])

    def call(self, *words):
        return subprocess.run([self.pond, *words], capture_output=True, env=self.environment)

    def export(self):
        done = self.call("export", "opml", "--yes", "--quiet")
        if done.returncode:
            raise ValueError(done.stderr.decode().strip()[:300])
        path = self.folder / "leaving.opml"
        path.write_bytes(done.stdout)
        return path

    def wanted(self, before):
        gone = {plain(one) for one in self.gone}
        moved = {plain(one): new for one, new in self.moved.items()}
        return {moved.get(plain(one), one) for one in before if plain(one) not in gone} | {
            self.newcomer}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("pond")
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--seed", type=int, default=14)
    options = options.parse_args()
    readers = those_there()
    right = {reader: 0 for reader in readers}
    asked = dict(right)
    lists = answers = wrong = 0
    for path in sorted(one for one in options.folder.rglob("*") if one.suffix in (".opml", ".xml")):
        originals = {}
        for reader in readers:
            try:
                found = ask(reader, path)
                if not found:
                    raise ValueError("it finds nobody")
                originals[reader] = found
            except Exception as trouble:  # what it cannot read it is not asked about
                print(f"{path.name}: {reader.__name__} does not read the original ({trouble!r:.80})")
        for number in range(options.rounds):
            with tempfile.TemporaryDirectory() as folder:
                chance = random.Random(f"{options.seed} {path.name} {number}")
                try:
                    person = Person(options.pond, path, pathlib.Path(folder), chance)
                    leaving = person.export()
                except ValueError as trouble:
                    print(f"{path.name}: no list leaves: {trouble}")
                    continue
                lists += 1
                answers += len(person.gone) + len(person.moved) + len(person.thinned) + 1
                for reader, before in originals.items():
                    asked[reader] += 1
                    try:
                        after = ask(reader, leaving)
                    except Exception as trouble:
                        wrong += 1
                        print(f"{path.name}: {reader.__name__} does not read it: {trouble!r:.120}")
                        continue
                    wanted = person.wanted(before)
                    astray = [one for one in person.thinned & set(after)
                              if after[one] is not None and "stream" not in after[one].lower()]
                    if set(after) == wanted and not astray:
                        right[reader] += 1
                    else:
                        wrong += 1
                        print(f"{path.name}: {reader.__name__}: missing "
                              f"{sorted(wanted - set(after))[:3]}, too many "
                              f"{sorted(set(after) - wanted)[:3]}, not in stream {astray[:3]}")
    print(f"\n{lists} lists with {answers} answers in them, seed {options.seed}")
    for reader in readers:
        print(f"  {reader.__name__:12} {right[reader]} of {asked[reader]}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
