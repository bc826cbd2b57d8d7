#!/usr/bin/env python3
"""Damages one tag of a real feed at a time and holds the posts that Pond finds against feedparser's.

    feed_mutations.py [--pond .build/release/pond] [--count 2000] [--seed 15] FOLDER...

Needs feedparser 6 (pip install feedparser). Each mutation changes one tag: it is left out, loses
its `<`, its `>` or its slash, gains a slash, is written twice, or its name is mistyped. Every third
tag is taken from what stands before the first item, where one mistake used to cost every post.

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


def read(pond, path):
    """The posts that Pond finds in a file, and whether it says that something is missing."""
    run = subprocess.run(
        [pond, "inspect", "--json", "--limit", "0", str(path)], capture_output=True, text=True)
    answer = json.loads(run.stdout)
    if "posts" not in answer:
        return 0, True
    # The same id twice is one post in Pond, and two entries in feedparser.
    twice = sum("twice" in skip["why"] for skip in answer["skipped"])
    return len(answer["posts"]) + twice, run.returncode != 0


def find(pond, feeds):
    """The same for many feeds."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [pathlib.Path(folder, f"{number}.xml") for number in range(len(feeds))]
        for path, feed in zip(paths, feeds):
            path.write_bytes(feed)
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda path: read(pond, path), paths))


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("folders", nargs="+")
    options.add_argument("--pond", default=".build/release/pond")
    options.add_argument("--count", type=int, default=2000)
    options.add_argument("--seed", type=int, default=15)
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
    whole = {path: posts for path, (posts, _) in zip(originals, found)}
    cases = []
    while len(cases) < options.count:
        path = chance.choice(list(originals))
        damaged = mutation(chance, originals[path])
        if damaged:
            cases.append((path, *damaged))
    answers = find(options.pond, [feed for _, _, feed in cases])
    fewer = silent = loud = 0
    for number, ((path, what, feed), (posts, loss)) in enumerate(zip(cases, answers)):
        # An entry with nothing in it is a tag too many, and no post.
        entries = sum(
            any(entry.get(part) for part in ("id", "link", "title", "summary", "content"))
            for entry in feedparser.parse(feed).entries)
        lost = posts < whole[path]
        fewer += posts < entries
        loud += lost and loss
        silent += lost and not loss
        if posts < entries or lost and not loss:
            if fewer + silent <= options.show:
                print(
                    f"{path.name}: {what}: whole {whole[path]}, Pond {posts}"
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
