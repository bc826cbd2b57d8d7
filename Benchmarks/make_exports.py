#!/usr/bin/env python3
"""Writes exports that are too large to keep, from one seed: the same bytes every time.

    make_exports.py tweets FILE [BYTES]     a tweets.js, 100 MB
    make_exports.py following FILE [ROWS]   a Mastodon following_accounts.csv, 1,000,000 rows
    make_exports.py car FILE [RECORDS]      a Bluesky repository, 1,000,000 records
    make_exports.py zip FILE                an X archive: the tweets and 290 MB of films
    make_exports.py freshrss FILE [ENTRIES [FEEDS]]
                                            a FreshRSS database, 1,000,000 entries of 1,000 feeds

Everybody in them is invented. Nothing but Python's own library is needed.
"""
import hashlib
import json
import os
import random
import sqlite3
import struct
import sys
import tempfile
import zipfile

WORDS = ("pond reed heron dusk tide ferry lamp bell copper moss quiet letter harbour winter "
         "garden map thread kettle sparrow bridge hollow amber field stone").split()


def sentence(dice, count):
    return " ".join(dice.choice(WORDS) for _ in range(count))


def tweets(path, size=100_000_000):
    dice = random.Random(1)
    people = [(str(10**17 + n * 7919), f"ada{n}", f"Ada {n}") for n in range(2000)]
    with open(path, "w", encoding="utf-8") as out:
        out.write("window.YTD.tweets.part0 = [\n")
        written, number = 0, 0
        while written < size:
            number += 1
            someone = dice.choice(people)
            kind = dice.random()
            text = sentence(dice, dice.randint(4, 30))
            if kind < 0.2:
                text = f"RT @{someone[1]}: {text}"
            elif kind < 0.6:
                text = f"@{someone[1]} {text}"
            tweet = {
                "edit_info": {"initial": {"editTweetIds": [str(10**18 + number)], "editableUntil":
                              "2023-01-01T00:00:00.000Z", "editsRemaining": "5",
                              "isEditEligible": False}},
                "retweeted": False, "source": '<a href="https://example.org" rel="nofollow">Web</a>',
                "entities": {"hashtags": [], "symbols": [], "user_mentions": [
                    {"name": someone[2], "screen_name": someone[1], "indices": ["0", "12"],
                     "id_str": someone[0], "id": someone[0]}] if kind < 0.6 else [],
                    "urls": [{"url": "https://t.example/abc",
                              "expanded_url": "https://example.org/" + text.replace(" ", "-")[:40],
                              "display_url": "example.org", "indices": ["20", "43"]}]},
                "display_text_range": ["0", str(len(text))], "favorite_count": "0",
                "id_str": str(10**18 + number), "truncated": False, "retweet_count": "0",
                "id": str(10**18 + number), "possibly_sensitive": False,
                "created_at": f"Wed Oct {1 + number % 28:02d} {number % 24:02d}:19:24 +0000 "
                              f"{2010 + number % 13}",
                "favorited": False, "full_text": text, "lang": "en"}
            if 0.2 <= kind < 0.6:
                tweet["in_reply_to_status_id_str"] = str(10**18 + number * 3)
                tweet["in_reply_to_user_id_str"] = someone[0]
                tweet["in_reply_to_screen_name"] = someone[1]
            piece = ("" if number == 1 else ",\n") + "  " + json.dumps(
                {"tweet": tweet}, indent=2, separators=(",", " : ")).replace("\n", "\n  ")
            out.write(piece)
            written += len(piece)
        out.write("\n]")


def following(path, rows=1_000_000):
    with open(path, "w", encoding="utf-8") as out:
        out.write("Account address,Show boosts,Notify on new posts,Languages\n")
        for n in range(rows):
            languages = '"en, de"' if n % 50 == 0 else ""
            out.write(f"ada{n}@server{n % 900}.example,{'false' if n % 9 == 0 else 'true'},false,"
                      f"{languages}\n")


# A repository as the AT Protocol has it: DAG-CBOR blocks, a Merkle search tree, CAR version 1.

def head(major, value):
    if value < 24:
        return bytes([major << 5 | value])
    for extra, width, form in ((24, 1, ">B"), (25, 2, ">H"), (26, 4, ">I"), (27, 8, ">Q")):
        if value < 1 << 8 * width:
            return bytes([major << 5 | extra]) + struct.pack(form, value)
    raise ValueError(value)


def cbor(value):
    if value is None:
        return b"\xf6"
    if isinstance(value, Link):
        return b"\xd8\x2a" + head(2, len(value.cid) + 1) + b"\x00" + value.cid
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        text = value.encode()
        return head(3, len(text)) + text
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(cbor, value))
    keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
    return head(5, len(keys)) + b"".join(cbor(key) + cbor(value[key]) for key in keys)


class Link:
    def __init__(self, cid):
        self.cid = cid


def varint(value):
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


class Blocks:
    def __init__(self, out):
        self.out = out

    def add(self, value):
        data = cbor(value)
        cid = b"\x01\x71\x12\x20" + hashlib.sha256(data).digest()
        self.out.write(varint(len(cid) + len(data)) + cid + data)
        return Link(cid)


def depth(key):
    bits = int.from_bytes(hashlib.sha256(key).digest(), "big")
    return (256 - bits.bit_length()) // 2


def tree(blocks, leaves, layer):
    """The node over (key, link, depth) leaves, none of them deeper than the layer."""
    left, entries, last, between = None, [], b"", []

    def below():
        return tree(blocks, between, layer - 1) if between else None

    for leaf in leaves:
        if leaf[2] < layer:
            between.append(leaf)
            continue
        node = below()
        between = []
        if entries:
            entries[-1]["t"] = node
        else:
            left = node
        shared = os.path.commonprefix([last, leaf[0]])
        entries.append({"p": len(shared), "k": leaf[0][len(shared):], "v": leaf[1], "t": None})
        last = leaf[0]
    node = below()
    if entries:
        entries[-1]["t"] = node
    else:
        left = node
    return blocks.add({"l": left, "e": entries})


def tid(number):
    alphabet, text = "234567abcdefghijklmnopqrstuvwxyz", ""
    value = (1_680_000_000_000_000 + number * 40_000_000) << 10 | 7
    for _ in range(13):
        text = alphabet[value & 31] + text
        value >>= 5
    return text


def car(path, records=1_000_000):
    dice = random.Random(3)
    people = ["did:plc:" + hashlib.sha256(str(n).encode()).hexdigest()[:24] for n in range(5000)]
    with tempfile.TemporaryFile() as body, open(path, "wb") as out:
        blocks, leaves = Blocks(body), []
        for n in range(records):
            kind = dice.random()
            someone = dice.choice(people)
            at = f"20{20 + n % 6}-{1 + n % 12:02d}-{1 + n % 28:02d}T08:{n % 60:02d}:39.961Z"
            subject = {"uri": f"at://{someone}/app.bsky.feed.post/{tid(n + 5)}",
                       "cid": "bafyreia" + "b" * 51}
            if n < 5000:
                name, record = "graph.follow", {"subject": people[n]}
            elif kind < 0.6:
                name, record = "feed.like", {"subject": subject}
            elif kind < 0.7:
                name, record = "feed.repost", {"subject": subject}
            else:
                name, record = "feed.post", {"text": sentence(dice, 12), "langs": ["en"]}
                if kind < 0.85:
                    record["reply"] = {"root": subject, "parent": subject}
            record |= {"$type": f"app.bsky.{name}", "createdAt": at}
            key = f"app.bsky.{name}/{tid(n)}".encode()
            leaves.append((key, blocks.add(record), depth(key)))
        leaves.sort(key=lambda leaf: leaf[0])
        root = tree(blocks, leaves, max(leaf[2] for leaf in leaves))
        commit = blocks.add({"did": "did:plc:" + "a" * 24, "version": 3, "data": root,
                             "rev": tid(records), "prev": None, "sig": b"\x00" * 64})
        header = cbor({"version": 1, "roots": [commit]})
        out.write(varint(len(header)) + header)
        body.seek(0)
        while piece := body.read(1 << 20):
            out.write(piece)


def archive(path):
    films = random.Random(4)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as out:
        with tempfile.NamedTemporaryFile(suffix=".js") as file:
            tweets(file.name)
            out.write(file.name, "data/tweets.js")
        out.writestr("data/account.js", 'window.YTD.account.part0 = [ {"account" : {'
                     '"accountId" : "42", "username" : "me", "accountDisplayName" : "Me"} } ]')
        out.writestr("data/following.js", "window.YTD.following.part0 = [ %s ]" % ", ".join(
            '{"following" : {"accountId" : "%d"}}' % (10**17 + n * 7919) for n in range(2000)))
        for number in range(29):
            entry = zipfile.ZipInfo(f"data/tweets_media/{number}.mp4", (2023, 1, 1, 0, 0, 0))
            out.writestr(entry, films.randbytes(10_000_000), zipfile.ZIP_STORED)


def freshrss(path, entries=1_000_000, feeds=1_000):
    dice = random.Random(5)
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.executescript("""
        CREATE TABLE category (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(191)
          NOT NULL, kind SMALLINT DEFAULT 0, lastUpdate BIGINT DEFAULT 0, error SMALLINT DEFAULT 0,
          attributes TEXT, UNIQUE (name));
        CREATE TABLE feed (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, url VARCHAR(32768) NOT
          NULL, kind SMALLINT DEFAULT 0, category INTEGER DEFAULT 0, name VARCHAR(191) NOT NULL,
          website VARCHAR(32768), description TEXT, lastUpdate BIGINT DEFAULT 0, priority
          TINYINT(2) NOT NULL DEFAULT 10, pathEntries VARCHAR(4096) DEFAULT NULL, httpAuth
          VARCHAR(1024) DEFAULT NULL, error BOOLEAN DEFAULT 0, ttl INT NOT NULL DEFAULT 0,
          attributes TEXT, cache_nbEntries INT DEFAULT 0, cache_nbUnreads INT DEFAULT 0);
        CREATE TABLE entry (id BIGINT NOT NULL, guid VARCHAR(767) NOT NULL, title VARCHAR(8192) NOT
          NULL, author VARCHAR(1024), content TEXT, link VARCHAR(16383) NOT NULL, date BIGINT,
          lastSeen BIGINT DEFAULT 0, hash BINARY(16), is_read BOOLEAN NOT NULL DEFAULT 0,
          is_favorite BOOLEAN NOT NULL DEFAULT 0, id_feed INTEGER, tags VARCHAR(2048), attributes
          TEXT, PRIMARY KEY (id), UNIQUE (id_feed, guid));
        CREATE TABLE entrytmp AS SELECT * FROM entry;
        CREATE TABLE tag (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, name VARCHAR(191) NOT NULL,
          attributes TEXT, UNIQUE (name));
        CREATE TABLE entrytag (id_tag INTEGER, id_entry BIGINT, PRIMARY KEY (id_tag, id_entry));
    """)
    base.executemany("INSERT INTO category (name) VALUES (?)", [(f"C {n}",) for n in range(20)])
    base.executemany(
        "INSERT INTO feed (url, category, name, website) VALUES (?, ?, ?, ?)",
        [(f"https://f{n}.example/feed", 1 + n % 20, f"Feed {n}", f"https://f{n}.example/")
         for n in range(feeds)])
    content = "<p>" + sentence(dice, 120) + "</p>"
    base.executemany(
        "INSERT INTO entry VALUES (?, ?, ?, 'Ada', ?, ?, ?, ?, NULL, ?, ?, ?, '', NULL)",
        ((1_700_000_000_000_000 + n * 30_000_000, f"tag:{n}", sentence(dice, 6), content,
          f"https://f{n % feeds}.example/{n}", 1_700_000_000 + n * 30, 1_700_000_000 + n * 30,
          n % 3 == 0, n % 200 == 0, 1 + n % feeds) for n in range(entries)))
    base.commit()
    base.close()


if __name__ == "__main__":
    makers = {"tweets": tweets, "following": following, "car": car, "zip": archive,
              "freshrss": freshrss}
    if len(sys.argv) < 3 or sys.argv[1] not in makers:
        sys.exit(__doc__)
    makers[sys.argv[1]](sys.argv[2], *map(int, sys.argv[3:]))
