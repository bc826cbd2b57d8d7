#!/usr/bin/env python3
"""Makes the twelve monthly snapshots of this folder: python3 make.py. The same files every time.

Each is what a Miniflux reader would answer on the first day of the month: the entries of the last 45
days and every starred one, with what was read. Nobody in them is real.
"""
import datetime
import json
import random

# title, host, posts a month, share read, and what changes: month -> (posts, share), None where the
# reader does not follow it then.
FEEDS = [
    ("Walnut Desk", "walnut.test", 4, .9, {}),
    ("The Night Ferry", "ferry.test", 3, 1, {9: (3, 0), 10: (3, 0), 11: (3, 0)}),
    ("Korsund Harbour Wire", "wire.test", 40, .03, {}),
    ("Gadget Rumour Mill", "rumour.test", 25, .02, {3: None}),
    ("Everything, Daily", "everything.test", 30, .02, {1: None, 4: (30, .1)}),
    ("Low Tide Radio", "lowtide.test", 6, .5, {5: (0, 0), 8: (0, 0), 9: (6, .5)}),
    ("Bread Line", "bread.test", 6, .6, {7: (30, .3)}),
    ("Maren Holt", "maren.test", 4, .9, {}),
    ("North Quay Notes", "quay.test", 8, .4, {}),
    ("New at Number Nine", "nine.test", 0, 0, {4: (8, .7)}),
]


def at(feed, month):
    values = (feed[2], feed[3])
    for begins, later in sorted(feed[4].items()):
        if month >= begins:
            values = later
    return values


def iso(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def main():
    chance = random.Random(2025)
    held = []
    for month in range(12):
        year, number = divmod(6 + month, 12)
        start = datetime.datetime(2025 + year, number + 1, 1)
        year, number = divmod(7 + month, 12)
        end = datetime.datetime(2025 + year, number + 1, 1)
        gone = {place for place, feed in enumerate(FEEDS, 1) if at(feed, month) is None}
        held = [(published, entry) for published, entry in held if entry["feed_id"] not in gone
                and (entry["starred"] or published >= end - datetime.timedelta(days=45))]
        for place, feed in enumerate(FEEDS, 1):
            posts, share = at(feed, month) or (0, 0)
            for post in range(posts):
                gap = (end - start - datetime.timedelta(days=1)) / posts
                seconds = chance.randrange(int(gap.total_seconds() / 2) or 1)
                published = start + post * gap + datetime.timedelta(seconds=seconds)
                created = published + datetime.timedelta(minutes=15)
                is_read = chance.random() < share
                changed = created + datetime.timedelta(hours=3) if is_read else created
                held.append((published, {
                    "id": month * 10_000 + place * 500 + post, "feed_id": place,
                    "status": "read" if is_read else "unread",
                    "title": f"{feed[0]}, no. {month * 100 + post}",
                    "url": f"https://{feed[1]}/{month}/{post}",
                    "published_at": iso(published), "created_at": iso(created),
                    "changed_at": iso(changed), "starred": is_read and post % 3 == 0,
                    "feed": {"feed_url": f"https://{feed[1]}/feed", "title": feed[0]}}))
        held.sort(key=lambda pair: pair[0])
        lines = [json.dumps(entry, separators=(",", ":")) for _, entry in held]
        with open(f"{start.strftime('%Y-%m')}.json", "w", encoding="utf-8") as file:
            file.write('{"total":%d,"entries":[\n%s\n]}\n' % (len(lines), ",\n".join(lines)))
    with open("subscriptions.opml", "w", encoding="utf-8") as file:
        outlines = "".join(
            f'    <outline type="rss" text="{feed[0]}" xmlUrl="https://{feed[1]}/feed"/>\n'
            for feed in FEEDS[:9])
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n'
                   '  <head><title>A year of Ada</title></head>\n  <body>\n'
                   f'{outlines}  </body>\n</opml>\n')


main()
