#!/usr/bin/env python3
"""Tries Pond's advice on two public data sets, through the command alone (docs/Evaluation.md).

    evaluate.py mail  email-Eu-core-temporal.txt[.gz] --pond .build/release/pond
    evaluate.py blogs polblogs.gml                    --pond .build/release/pond

Both files are downloaded by whoever repeats this; neither is kept here. Each person of the mail, at
several dates, becomes a pond file of their own: every sender is a followed account, every message a
post, a message answered within seven days one that was read. Each blog with enough links becomes
one that follows most of those it links to, and knows whom those link to; the hidden rest is what
`pond discover` should find.
"""

import argparse
import bisect
import collections
import csv
import datetime
import gzip
import json
import os
import random
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile

DAY = 86_400
START = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
CACHE = """
CREATE TABLE rss_feed (rssurl VARCHAR(1024) PRIMARY KEY NOT NULL, url VARCHAR(1024) NOT NULL,
  title VARCHAR(1024) NOT NULL);
CREATE TABLE rss_item (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, guid VARCHAR(64) NOT NULL,
  title VARCHAR(1024) NOT NULL, author VARCHAR(1024) NOT NULL, url VARCHAR(1024) NOT NULL,
  feedurl VARCHAR(1024) NOT NULL, pubDate INTEGER NOT NULL, content VARCHAR(65535) NOT NULL,
  unread INTEGER(1) NOT NULL, enclosure_url VARCHAR(1024), enclosure_type VARCHAR(1024),
  enqueued INTEGER(1) NOT NULL DEFAULT 0, flags VARCHAR(52), deleted INTEGER(1) NOT NULL DEFAULT 0,
  base VARCHAR(128) NOT NULL DEFAULT '');
"""


def pond(command, *words, json_wanted=False):
    answer = subprocess.run([command, *words], capture_output=True, text=True)
    if answer.returncode not in (0, 1):
        sys.exit(f"{' '.join(words)}: {answer.stderr.strip()}")
    return json.loads(answer.stdout) if json_wanted else answer.stdout


def name(person):
    return f"u{person}@mail.example"


def feed(person):
    # The address at which Mastodon serves somebody's posts: so that a list of followers, which names
    # people and no feeds, speaks of the same accounts.
    return f"https://mail.example/@u{person}.rss"


class Mail:
    """Who wrote to whom, and when."""

    def __init__(self, path):
        opened = gzip.open if path.endswith(".gz") else open
        self.received = collections.defaultdict(list)
        self.sent = collections.defaultdict(list)
        with opened(path, "rt") as lines:
            for line in lines:
                sender, receiver, second = map(int, line.split())
                if sender != receiver:
                    self.received[receiver].append((second, sender))
                    self.sent[(sender, receiver)].append(second)
        for times in self.sent.values():
            times.sort()

    def answered(self, ego, sender, second):
        times = self.sent.get((ego, sender), [])
        place = bisect.bisect_right(times, second)
        return place < len(times) and times[place] <= second + 7 * DAY

    def stream(self, ego, until):
        return sorted(
            (second, sender, self.answered(ego, sender, second))
            for second, sender in self.received[ego] if second <= until)


def write_person(folder, mail, ego, cut, stream):
    """The files that the person would have: newsboat's, and a list of those who follow them."""
    senders = sorted({sender for _, sender, _ in stream})
    with open(f"{folder}/urls", "w") as urls:
        urls.writelines(f"{feed(sender)}\n" for sender in senders)
    database = sqlite3.connect(f"{folder}/cache.db")
    database.executescript(CACHE)
    database.executemany(
        "INSERT INTO rss_feed VALUES (?, ?, ?)",
        [(feed(sender), f"https://mail.example/@u{sender}", f"u{sender}") for sender in senders])
    epoch = int(START.timestamp())
    database.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
        "VALUES (?, '', '', '', ?, ?, '', ?)",
        [(f"m{number}", feed(sender), epoch + second, 0 if answered else 1)
         for number, (second, sender, answered) in enumerate(stream)])
    # The mailbox shows everybody from its beginning, which newsboat's cache has no words for: without
    # a first message there, a sender would count as watched only since their first one.
    known = sorted({sender for second, sender, _ in stream if second <= cut})
    database.executemany(
        "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
        "VALUES (?, '', '', '', ?, ?, '', 1)",
        [(f"first{sender}", feed(sender), epoch) for sender in known])
    database.commit()
    database.close()
    # Reciprocal: those to whom the person wrote, before the cut.
    with open(f"{folder}/followers.csv", "w", newline="") as followers:
        rows = csv.writer(followers)
        rows.writerow(["Account address"])
        rows.writerows(
            [name(sender)] for sender in senders
            if mail.sent.get((ego, sender)) and mail.sent[(ego, sender)][0] <= cut)


def try_mail(options):
    mail = Mail(options.file)
    shares, voices = collections.defaultdict(list), collections.defaultdict(list)
    spared, certificates, losses, churn = [], [], [], []
    for day in options.days:
        cut, end = day * DAY, (day + 90) * DAY
        for ego in sorted(mail.received):
            stream = mail.stream(ego, end)
            before = {sender for second, sender, _ in stream if second <= cut}
            later = sum(1 for second, sender, answered in stream
                        if second > cut and answered and sender in before)
            if len(before) < options.senders or later < options.answered:
                continue
            with tempfile.TemporaryDirectory() as folder:
                write_person(folder, mail, ego, cut, stream)
                file = f"{folder}/pond.sqlite"
                moment = (START + datetime.timedelta(seconds=end)).strftime("%Y-%m-%dT%H:%M:%SZ")
                # The list first: without it the cache follows nobody.
                common = ["--pond", file, "--now", moment, "--quiet"]
                pond(options.pond, "import", f"{folder}/urls", f"{folder}/cache.db", *common)
                pond(options.pond, "import", "--as", "fediverse-followers",
                     f"{folder}/followers.csv", *common)
                answer = pond(options.pond, "check", "--json", "--days", "90", *common,
                              json_wanted=True)["check"]
            if answer is None:
                continue
            for score in answer["scores"]:
                shares[score["name"]].append(score["captured"])
                voices[score["name"]].append(score["voices"])
            certificates.append(answer["certificate"])
            churn.append(answer["stillChosen"] / max(1, answer["scores"][0]["accounts"]))
            if answer["postsSparedPerLoss"] is not None:
                spared.append(answer["postsSparedPerLoss"])
            if answer["calibration"]:
                losses.append([answer["calibration"][key] for key in (
                    "logLoss", "rawLogLoss", "constantLogLoss", "correctedLogLoss")])
    report_mail(options, shares, voices, certificates, spared, losses, churn)


def report_mail(options, shares, voices, certificates, spared, losses, churn):
    print(f"{len(certificates)} persons and dates (days {options.days}; at least "
          f"{options.senders} senders before, {options.answered} answered messages after)\n")
    print("| way of choosing | share of later answered mail | pond's lead (mean, 90 %) "
          "| share of voices kept |")
    print("|---|---|---|---|")
    for way in sorted(shares, key=lambda way: -statistics.mean(shares[way])):
        lead = "" if way == "pond" else interval(
            [ours - theirs for ours, theirs in zip(shares["pond"], shares[way])])
        print(f"| {way} | {statistics.mean(shares[way]):.3f} | {lead} "
              f"| {statistics.mean(voices[way]):.3f} |")
    print(f"\ncertificate: mean {statistics.mean(certificates):.3f}, least {min(certificates):.3f}")
    print(f"messages spared for each answered one lost: median {statistics.median(spared):.1f}")
    print(f"chosen then and still: {statistics.mean(churn):.2f}")
    means = [statistics.mean(column) for column in list(zip(*losses))[:3]]
    print(f"log-loss of {len(losses)}: " "pond {:.3f}, raw ratios {:.3f}, "
          "one share for all {:.3f}".format(*means))
    # Where there are too few accounts nothing is learned to correct by.
    corrected = [loss for loss in losses if loss[3] is not None]
    if corrected:
        before, after = (statistics.mean(loss[key] for loss in corrected) for key in (0, 3))
        print(f"of those {len(corrected)} with accounts enough to correct by: "
              f"pond {before:.3f}, corrected {after:.3f}")


def interval(leads):
    dice = random.Random(1)
    means = sorted(statistics.mean(dice.choices(leads, k=len(leads))) for _ in range(1000))
    return f"{statistics.mean(leads):+.3f} ({means[50]:+.3f} to {means[949]:+.3f})"


def read_blogs(path):
    text = open(path, encoding="latin-1").read()
    links = collections.defaultdict(set)
    for source, target in re.findall(r"edge \[\s*source (\d+)\s*target (\d+)", text):
        if source != target:
            links[int(source)].add(int(target))
    return links


def write_list(path, blogs):
    with open(path, "w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Account address", "Show boosts", "Notify on new posts", "Languages"])
        rows.writerows([f"b{blog}@blogs.example", "true", "false", ""] for blog in sorted(blogs))


def try_blogs(options):
    links = read_blogs(options.file)
    dice = random.Random(7)
    egos = sorted(blog for blog, out in links.items() if len(out) >= 20)
    egos = sorted(dice.sample(egos, min(options.egos, len(egos))))
    recalls = collections.defaultdict(list)
    for ego in egos:
        out = sorted(links[ego])
        hidden = set(dice.sample(out, len(out) // 5))
        kept = set(out) - hidden
        # The person themselves is no part of the graph.
        known = {blog: links[blog] - {ego} for blog in kept if links.get(blog)}
        recalls["pond discover"].append(recall(discovered(options, kept, known), hidden))
        candidates = sorted({blog for out in known.values() for blog in out} - kept)
        everybody = sorted(set(range(1, 1491)) - kept - {ego})
        popular = collections.Counter(
            target for blog, out in links.items() if blog != ego for target in out)
        loud = sorted(everybody, key=lambda blog: (-popular[blog], blog))
        recalls["popularity"].append(recall(loud[:20], hidden))
        recalls["random, of all"].append(recall(dice.sample(everybody, 20), hidden))
        recalls["random, of those pointed at"].append(
            recall(dice.sample(candidates, min(20, len(candidates))), hidden))
    print(f"{len(egos)} blogs with at least 20 links, a fifth of them hidden; recall at 20\n")
    print("| way | recall at 20 |")
    print("|---|---|")
    for way, values in sorted(recalls.items(), key=lambda item: -statistics.mean(item[1])):
        print(f"| {way} | {statistics.mean(values):.3f} |")


def discovered(options, kept, known):
    with tempfile.TemporaryDirectory() as folder:
        common = ["--pond", f"{folder}/pond.sqlite", "--now", "2020-01-01T00:00:00Z", "--quiet"]
        write_list(f"{folder}/following_accounts.csv", kept)
        pond(options.pond, "import", f"{folder}/following_accounts.csv", *common)
        for blog, out in sorted(known.items()):
            path = f"{folder}/b{blog}.csv"
            write_list(path, out)
            pond(options.pond, "import", "--of", f"b{blog}@blogs.example", path, *common)
        answer = pond(options.pond, "discover", "--json", "--limit", "20", *common,
                      json_wanted=True)
    return [int(re.match(r"b(\d+)@", find["account"]["key"].split(":")[-1]).group(1))
            for find in answer["found"]]


def recall(found, hidden):
    return len(set(found) & hidden) / len(hidden)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("set", choices=["mail", "blogs"])
    parser.add_argument("file")
    parser.add_argument("--pond", default=".build/release/pond")
    parser.add_argument("--days", type=int, nargs="+", default=[200, 300, 400])
    parser.add_argument("--senders", type=int, default=20)
    parser.add_argument("--answered", type=int, default=30)
    parser.add_argument("--egos", type=int, default=100)
    options = parser.parse_args()
    options.pond = os.path.abspath(options.pond)
    (try_mail if options.set == "mail" else try_blogs)(options)


if __name__ == "__main__":
    main()
