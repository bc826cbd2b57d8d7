#!/usr/bin/env python3
"""Reads an export the plain way, to hold Pond against: read_exports.py KIND FILE

    tweets     strip the assignment, json.load
    following  csv.reader
    car        every block decoded as DAG-CBOR by hand, in Python
    zip        the tweets in the archive, json.load
    freshrss   sqlite3, every row of the columns that Pond reads
    newsboat   the same of newsboat's cache
"""
import csv
import json
import sqlite3
import sys
import zipfile


def tweets(data):
    return len(json.loads(data[data.index(b"=") + 1:]))


def main(kind, path):
    if kind == "tweets":
        with open(path, "rb") as file:
            print(tweets(file.read()))
    elif kind == "following":
        with open(path, newline="", encoding="utf-8") as file:
            print(sum(1 for _ in csv.reader(file)))
    elif kind == "zip":
        with zipfile.ZipFile(path) as archive:
            print(tweets(archive.read("data/tweets.js")))
    elif kind == "car":
        print(blocks(path))
    elif kind == "freshrss":
        rows = sqlite3.connect(path).execute(
            "SELECT id, guid, title, author, substr(content, 1, 60000), link, date, is_read, "
            "is_favorite, id_feed FROM entry")
        print(sum(1 for _ in rows))
    elif kind == "newsboat":
        rows = sqlite3.connect(path).execute(
            "SELECT guid, title, author, url, feedurl, pubDate, unread, enqueued, flags, deleted, "
            "substr(content, 1, 60000) FROM rss_item ORDER BY rowid")
        print(sum(1 for _ in rows))


def blocks(path):
    with open(path, "rb") as file:
        data = file.read()

    def varint(at):
        value = shift = 0
        while True:
            byte = data[at]
            value |= (byte & 0x7F) << shift
            at += 1
            if byte < 0x80:
                return value, at
            shift += 7

    def head(at):
        byte = data[at]
        major, low, at = byte >> 5, byte & 31, at + 1
        if low < 24:
            return major, low, at
        size = 1 << (low - 24)
        return major, int.from_bytes(data[at:at + size], "big"), at + size

    def value(at):
        major, count, at = head(at)
        if major in (0, 1):
            return count, at
        if major == 2:
            return data[at:at + count], at + count
        if major == 3:
            return data[at:at + count].decode(), at + count
        if major == 4:
            items = []
            for _ in range(count):
                item, at = value(at)
                items.append(item)
            return items, at
        if major == 5:
            members = {}
            for _ in range(count):
                key, at = value(at)
                members[key], at = value(at)
            return members, at
        if major == 6:
            return value(at)
        return None, at

    length, at = varint(0)
    at += length
    records = 0
    while at < len(data):
        length, at = varint(at)
        record, _ = value(at + 36)
        records += isinstance(record, dict) and "$type" in record
        at += length
    return records


if __name__ == "__main__":
    main(*sys.argv[1:3])
