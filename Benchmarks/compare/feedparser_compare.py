#!/usr/bin/env python3
"""Holds the posts that `pond inspect --json --limit 0 FILE` prints against feedparser's entries.

    feedparser_compare.py [--pond .build/release/pond] [--show N] FILE_OR_FOLDER...

Needs feedparser 6.0.14 (pip install feedparser==6.0.14). JSON feeds, which feedparser does not
read, are held against what json.load finds in them. Titles are compared as plain text, blanks
collapsed; dates as moments; links and ids as they are written. Exit code 1 when a share falls
below the bar: titles 98.9 %, links and dates 99.3 %, ids 99.5 %.
"""
import argparse
import calendar
import datetime
import html
import json
import pathlib
import re
import subprocess
import sys

import feedparser

FIELDS = {"title": 0.989, "link": 0.993, "date": 0.993, "id": 0.995}


def collapsed(text):
    return re.sub(r"\s+", " ", text).strip() or None if text else None


def plain(detail):
    """A title of feedparser's as plain text."""
    if not detail or not detail.get("value"):
        return None
    text = detail["value"]
    if "html" in detail.get("type", ""):
        text = html.unescape(re.sub(r"<[^>]*>", "", text))
    return collapsed(text)


def moment(parsed):
    return calendar.timegm(parsed) if parsed else None


def expected(path):
    """The entries as the oracle sees them."""
    if path.read_bytes().lstrip()[:1] == b"{":
        return [from_json(item) for item in json_items(json.loads(path.read_bytes()))]
    entries = feedparser.parse(str(path)).entries
    return [
        {
            "id": entry.get("id") or None,
            "link": entry.get("link") or None,
            "title": plain(entry.get("title_detail")),
            "date": moment(entry.get("published_parsed") or entry.get("updated_parsed")),
        }
        for entry in entries
    ]


def json_items(document):
    """The items of a JSON feed, or of RSS written as JSON."""
    return document["items"] if "items" in document else document["rss"]["channel"]["item"]


def from_json(item):
    if "pubDate" in item:
        item = {**item, "date_published": item["pubDate"], "url": item.get("link")}
        guid = item.get("guid")
        item["id"] = guid.get("#value") if isinstance(guid, dict) else guid
    date = item.get("date_published") or item.get("date_modified")
    return {
        "id": str(item["id"]) if item.get("id") not in (None, "") else None,
        "link": item.get("url") or item.get("external_url") or None,
        "title": collapsed(html.unescape(item.get("title") or "")),
        "date": moment(feedparser.datetimes._parse_date(date)) if date else None,
    }


def seconds(written):
    if written is None:
        return None
    return int(datetime.datetime.fromisoformat(written.replace("Z", "+00:00")).timestamp())


def found(pond, path):
    """The posts as Pond sees them; None with the reason when it refuses the file."""
    run = subprocess.run(
        [pond, "inspect", "--json", "--limit", "0", str(path)], capture_output=True, text=True)
    try:
        answers = json.loads(run.stdout)
    except ValueError:
        return None, run.stderr.strip()
    answers = answers if isinstance(answers, list) else answers.get("inputs", [answers])
    posts = [post for answer in answers for post in answer.get("posts", [])]
    return [
        {
            "id": post.get("id"),
            "link": post.get("url"),
            "title": collapsed(post.get("title")),
            "date": seconds(post.get("published")),
        }
        for post in posts
    ], None


def paired(oracle, pond):
    """Entries beside posts: one by one where there are as many, else by id, link or title."""
    if len(oracle) == len(pond):
        return list(zip(oracle, pond))
    left = list(pond)
    pairs = []
    for entry in oracle:
        match = next(
            (post for field in ("id", "link", "title") if entry[field]
             for post in left if post[field] == entry[field]), None)
        pairs.append((entry, match))
        if match is not None:
            left.remove(match)
    return pairs


def files(paths):
    for path in map(pathlib.Path, paths):
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.is_file())
        else:
            yield path


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("paths", nargs="+")
    options.add_argument("--pond", default=".build/release/pond")
    options.add_argument("--show", type=int, default=20, help="how many differences to print")
    options = options.parse_args()
    same = dict.fromkeys(FIELDS, 0)
    known = dict.fromkeys(FIELDS, 0)
    total = shown = missing = 0
    for path in files(options.paths):
        oracle = expected(path)
        pond, refusal = found(options.pond, path)
        if pond is None:
            print(f"{path}: refused ({refusal}), the oracle finds {len(oracle)}")
            pond = []
        if len(oracle) != len(pond):
            print(f"{path}: the oracle finds {len(oracle)} entries, Pond {len(pond)}")
        for entry, post in paired(oracle, pond):
            total += 1
            missing += post is None
            for field in FIELDS:
                # Where the oracle finds no id, Pond prints the one that it makes of link or title.
                if field == "id" and entry[field] is None:
                    continue
                known[field] += 1
                if post is not None and entry[field] == post[field]:
                    same[field] += 1
                elif post is not None and shown < options.show:
                    shown += 1
                    print(f"{path}: {field}\n  oracle {entry[field]!r}\n  pond   {post[field]!r}")
    print(f"{total} entries, {missing} without a post")
    for field, bar in FIELDS.items():
        share = same[field] / known[field] if known[field] else 1
        print(f"{field:6} {same[field]:6} of {known[field]:6} {share:8.3%}  bar {bar:.1%}")
    return any(same[field] < bar * known[field] for field, bar in FIELDS.items())


if __name__ == "__main__":
    sys.exit(main())
