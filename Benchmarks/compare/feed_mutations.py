#!/usr/bin/env python3
"""Damages one tag of a real feed at a time and holds the posts that Pond finds against feedparser's.

    feed_mutations.py [--pond .build/release/pond] [--count 2000] [--seed 15] [--other] FOLDER...

Needs feedparser 6 (pip install feedparser). Each mutation changes one tag: it is left out, loses
its `<`, its `>` or its slash, gains a slash, is written twice, or its name is mistyped. Every third
tag is taken from what stands before the first item, where one mistake used to cost every post.
With --other the damage is another: quotes, namespaces, references, sections, comments, encodings,
single bytes.

Prints how often Pond finds at least as many posts as feedparser (bar: 99 %), and how often it finds
fewer than in the feed before, and neither names a loss nor refuses the file (bar: never). Exit code
1 below a bar.
"""
import argparse
import concurrent.futures
import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile

import feedparser

# A tag, outside of comments and of sections of text.
MARKUP = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<[!?][^>]*>|(</?[A-Za-z][^<>]*>)", re.S)
RECORD = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]")


def tags(feed):
    return [found.span(1) for found in MARKUP.finditer(feed) if found.group(1)]


def mistyped(chance, tag):
    """The tag with one slip in its name."""
    name = re.match(rb"</?([\w:.-]+)", tag)
    start, end = name.span(1)
    letters = list(tag[start:end].decode("latin-1"))
    place = chance.randrange(len(letters))
    kind = chance.randrange(4)
    if kind == 0 and len(letters) > 1:
        other = min(place + 1, len(letters) - 1) if place + 1 < len(letters) else place - 1
        letters[place], letters[other] = letters[other], letters[place]
    elif kind == 1 and len(letters) > 1:
        del letters[place]
    elif kind == 2:
        letters.insert(place, letters[place])
    else:
        letters[place] = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return tag[:start] + "".join(letters).encode("latin-1") + tag[end:]


def without_slash(chance, tag):
    return tag.replace(b"</", b"<", 1) if tag.startswith(b"</") else tag.replace(b"/>", b">")


def with_slash(chance, tag):
    if tag.startswith(b"</"):
        return tag
    return b"</" + tag[1:] if chance.randrange(2) else tag[:-1].rstrip(b"/") + b"/>"


KINDS = {
    "left out": lambda chance, tag: b"",
    "without <": lambda chance, tag: tag[1:],
    "without >": lambda chance, tag: tag[:-1],
    "without slash": without_slash,
    "with a slash": with_slash,
    "twice": lambda chance, tag: tag + tag,
    "mistyped": mistyped,
}


def spot(chance, feed, pattern):
    """Where a pattern stands in the feed, one of its places; every third time before the items."""
    places = [found.span() for found in re.finditer(pattern, feed, re.S)]
    first = RECORD.search(feed)
    head = [place for place in places if first and place[0] < first.start()]
    return chance.choice(head if head and chance.randrange(3) == 0 else places) if places else None


ATTRIBUTE = rb"(?<=[\w:]=)(?:\"[^\"<>]*\"|'[^'<>]*')(?=[^<>]*>)"
IN_TEXT = rb"(?<=>)[^<>]{3,}(?=<)"


def inserted(what):
    def insert(chance, feed):
        place = spot(chance, feed, IN_TEXT)
        if not place:
            return feed
        middle = chance.randrange(*place)
        return feed[:middle] + chance.choice(what) + feed[middle:]
    return insert


def changed(pattern, change):
    def replace(chance, feed):
        place = spot(chance, feed, pattern)
        if not place:
            return feed
        start, end = place
        return feed[:start] + change(chance, feed[start:end]) + feed[end:]
    return replace


OTHERS = {
    "no quotes": changed(ATTRIBUTE, lambda chance, value: value[1:-1]),
    "one quote": changed(
        ATTRIBUTE, lambda chance, value: value[1:] if chance.randrange(2) else value[:-1]),
    "other quote": changed(
        ATTRIBUTE, lambda chance, value: value[:-1] + (b"'" if value[:1] == b'"' else b'"')),
    "no blank before an attribute": changed(rb"\s+(?=[\w:]+=[\"'])", lambda chance, blank: b""),
    "namespace left out": changed(rb"\sxmlns(?::\w+)?=[\"'][^\"']*[\"']", lambda chance, it: b""),
    "namespace mistyped": changed(
        rb"(?<=\sxmlns)(?::\w+)?=[\"'][^\"']*(?=[\"'])", lambda chance, it: it[:-1]),
    "foreign prefix": changed(
        rb"(?<=</)\w+(?=>)|(?<=<)\w+(?=[ >])", lambda chance, name: b"x:" + name),
    "reference": changed(
        rb"&(?:#?\w+);",
        lambda chance, it: chance.choice([it[:-1], it[1:], b"&nosuch;", b"&", b"&#0;", b"&#x110000;"])),
    "section's end": changed(rb"\]\]>", lambda chance, it: chance.choice([b"", b"]]", b"]>", b">"])),
    "section's beginning": changed(
        rb"<!\[CDATA\[", lambda chance, it: chance.choice([b"", it[1:], it[:-1], b"<![cdata["])),
    "comment's end": changed(rb"-->", lambda chance, it: chance.choice([b"", b"->", b"--"])),
    "comment begins": inserted([b"<!--", b"<!-- x --", b"<![CDATA[", b"<!", b"<?", b"<?php echo 1 ?>"]),
    "bare markup": inserted([b"<", b"<3", b"< ", b">", b"&", b"]]>", b"<b>", b"</b>", b"<br>"]),
    "byte": inserted([b"\xe9", b"\x00", b"\x0b", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\x1b"]),
    "label": changed(
        rb"(?<=encoding=[\"'])[\w-]+",
        lambda chance, it: chance.choice(
            [b"utf-16", b"iso-8859-1", b"us-ascii", b"nosuch", b"utf8", b"windows-1251"])),
    "before it": lambda chance, feed: chance.choice(
        [b"\n", b" ", b"\xef\xbb\xbf\xef\xbb\xbf", b"x", b"<br />\n", b"<!-- x -->"]) + feed,
    "after it": lambda chance, feed: feed + chance.choice(
        [b"x", b"<", b"</x>", b"<script>x</script>", b"\x00", b"<!-- x", b"<rss>"]),
}


def other_mutation(chance, feed):
    """One feed damaged in another way than in its tags; none where nothing would change."""
    kind = chance.choice(list(OTHERS))
    damaged = OTHERS[kind](chance, feed)
    return None if damaged == feed else (kind, damaged)


def mutation(chance, feed):
    """One damaged feed: what was done, where, and the bytes; none where nothing would change."""
    places = tags(feed)
    first = RECORD.search(feed)
    head = [place for place in places if first and place[0] < first.start()]
    start, end = chance.choice(head if head and chance.randrange(3) == 0 else places)
    kind = chance.choice(list(KINDS))
    damaged = KINDS[kind](chance, feed[start:end])
    if damaged == feed[start:end]:
        return None
    return f"{kind} {feed[start:end][:60]!r}", feed[:start] + damaged + feed[end:]


def posts(answer):
    """How many posts one answer tells of."""
    # The same id twice is one post in Pond, and two entries in feedparser.
    return len(answer["posts"]) + sum("twice" in skip["why"] for skip in answer["skipped"])


def read(pond, path):
    """The posts that Pond finds in a file, and whether it says that something is missing."""
    run = subprocess.run(
        [pond, "inspect", "--json", "--limit", "0", str(path)], capture_output=True, text=True)
    answer = json.loads(run.stdout)
    if "posts" not in answer:
        return 0, True
    return posts(answer), run.returncode != 0


def read_many(pond, paths):
    """The posts that Pond finds in many files; none for what it refuses."""
    run = subprocess.run(
        [pond, "inspect", "--json", "--limit", "0", *map(str, paths)],
        capture_output=True, text=True)
    found, text, decoder = {}, run.stdout, json.JSONDecoder()
    while text.strip():
        answer, end = decoder.raw_decode(text.lstrip())
        text = text.lstrip()[end:]
        if "posts" in answer:
            found[answer["path"]] = posts(answer)
    return [found.get(str(path)) for path in paths]


def find(pond, feeds, least=None):
    """The same for many feeds. Where fewer than `least` are found, each file is asked on its own."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.xml") for number in range(len(feeds))]
        for path, feed in zip(paths, feeds):
            path.write_bytes(feed)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            parts = [paths[start:start + 40] for start in range(0, len(paths), 40)]
            many = [n for part in pool.map(lambda part: read_many(pond, part), parts) for n in part]
            short = [
                place for place, found in enumerate(many)
                if found is None or least and found < least[place]]
            answers = [(found, False) for found in many]
            for place, answer in zip(short, pool.map(lambda n: read(pond, paths[n]), short)):
                answers[place] = answer
            return answers


def entries_of(feed):
    """What feedparser finds; nothing where it falls over itself, as it does over some damage."""
    try:
        entries = feedparser.parse(feed).entries
    except Exception:
        return 0
    # An entry with nothing in it is a tag too many, and no post.
    parts = ("id", "link", "title", "summary", "content")
    return sum(any(entry.get(part) for part in parts) for entry in entries)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folders", nargs="+")
    options.add_argument("--pond", default=".build/release/pond")
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=15)
    options.add_argument("--other", action="store_true", help="other damage than that of tags")
    options.add_argument("--show", type=int, default=30)
    options.add_argument("--keep", help="a folder for the mutations that fall short")
    options = options.parse_args()
    chance = random.Random(options.seed)
    paths = sorted(
        path for folder in options.folders for path in pathlib.Path(folder).rglob("*")
        if path.is_file())
    originals = {}
    for path in paths:
        feed = path.read_bytes()
        if RECORD.search(feed) and len(feed) < 1 << 18:
            originals[path] = feed
    found = find(options.pond, list(originals.values()))
    whole = {path: count for path, (count, _) in zip(originals, found)}
    cases = []
    while len(cases) < options.count:
        path = chance.choice(list(originals))
        damaged = (other_mutation if options.other else mutation)(chance, originals[path])
        if damaged:
            cases.append((path, *damaged))
    answers = find(options.pond, [feed for _, _, feed in cases], [whole[path] for path, *_ in cases])
    fewer = silent = loud = 0
    for number, ((path, what, feed), (mine, loss)) in enumerate(zip(cases, answers)):
        entries = entries_of(feed)
        lost = mine < whole[path]
        fewer += mine < entries
        loud += lost and loss
        silent += lost and not loss
        if mine < entries or lost and not loss:
            if fewer + silent <= options.show:
                print(
                    f"{path.name}: {what}: whole {whole[path]}, Pond {mine}"
                    f"{' (loss named)' if loss else ''}, feedparser {entries}")
            if options.keep:
                place = pathlib.Path(options.keep, f"{number}-{path.name}")
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(feed)
    count = len(cases)
    print(f"{count} mutations of {len(originals)} feeds, seed {options.seed}")
    print(f"at least as many posts as feedparser: {(count - fewer) / count:.2%} (bar 99 %)")
    print(f"fewer posts than before, loss named or refused: {loud}")
    print(f"fewer posts than before without a word: {silent} (bar 0)")
    return fewer > count / 100 or silent > 0


if __name__ == "__main__":
    sys.exit(main())
