#!/usr/bin/env python3
"""Tries Pond's advice on public pasts, through the command alone (docs/Evaluation.md).

    evaluate.py pasts --data FOLDER --pond .build/release/pond [--sets mail mathoverflow …]
                      [--persons 20] [--write docs/Evaluation.md]
    evaluate.py blogs FOLDER/polblogs.gml --pond .build/release/pond

FOLDER (or $POND_EVALUATION) holds email-Eu-core-temporal.txt.gz and past-*.tsv.gz (person, account,
posted, acted, followed, in days). Whoever repeats this downloads them; none is kept here. Each person,
at several dates, becomes a pond file of their own: every account a followed feed with the date of
following, every post an item, a post acted upon one that was read. `pond check` chooses with what was
known at the date, and scores what came. Each blog with enough links becomes one that follows most of
those it links to, and knows whom those link to; the hidden rest is what `pond discover` should find.
"""

import argparse
import bisect
import collections
import concurrent.futures
import csv
import datetime
import email.utils
import gzip
import json
import math
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


SETS = {
    # Horizon in days, dates of the cut: fixed ones, or shares of what the person ever acted upon.
    "mail": (90, [200, 300, 400]),
    "mathoverflow": (180, [0.35, 0.5, 0.65, 0.8]),
    "askubuntu": (90, [0.35, 0.5, 0.65, 0.8]),
    "frwikinews": (90, [0.35, 0.5, 0.65, 0.8]),
}
NAMES = {
    "mail": "e-mail-Eu", "mathoverflow": "MathOverflow", "askubuntu": "Ask Ubuntu",
    "frwikinews": "fr.wikinews",
}
PRICES = [0, 1, 2, 3, 5]
RULES = ["engaged count", "raw ratio", "most recent", "loudest", "follow-back first", "chance"]


class Person:
    """Whom somebody follows since when, what came and what they acted upon, and who follows back."""

    def __init__(self):
        # (posted, account, whether it was acted upon), in days
        self.posts = []
        self.followed = {}
        # account: when the person first wrote to it; mail alone knows that
        self.wrote = {}


def read_past(path):
    persons = collections.defaultdict(Person)
    with gzip.open(path, "rt") as lines:
        next(lines)
        for line in lines:
            person, account, posted, acted, followed = line.rstrip("\n").split("\t")
            persons[person].posts.append((float(posted), account, acted != ""))
            known = persons[person].followed
            known[account] = min(float(followed), known.get(account, math.inf))
    return persons


def read_mail(path):
    """A message is a post, an answer within seven days an act; the mailbox shows all from day 0."""
    received, sent = collections.defaultdict(list), collections.defaultdict(list)
    with gzip.open(path, "rt") as lines:
        for line in lines:
            sender, receiver, second = map(int, line.split())
            if sender != receiver:
                received[receiver].append((second, sender))
                sent[(sender, receiver)].append(second)
    for times in sent.values():
        times.sort()
    persons = {}
    for ego, messages in received.items():
        person = persons[f"{ego:03}"] = Person()
        for second, sender in sorted(messages):
            times = sent.get((ego, sender), [])
            place = bisect.bisect_right(times, second)
            answered = place < len(times) and times[place] <= second + 7 * DAY
            person.posts.append((second / DAY, f"u{sender}", answered))
            person.followed[f"u{sender}"] = 0.0
            if times:
                person.wrote[f"u{sender}"] = times[0] / DAY
    return persons


def cuts(name, person):
    """The dates at which a person's past is cut, with enough on both sides to say anything."""
    horizon, dates = SETS[name]
    acted = sorted(posted for posted, _, was in person.posts if was)
    if not acted:
        return []
    if name != "mail":
        dates = sorted({acted[int(len(acted) * share)] for share in dates})
    fewest = 30 if name == "mail" else 10
    found = []
    for cut in dates:
        before = {account for posted, account, _ in person.posts if posted <= cut}
        if name == "mail" and len(before) < 20:
            continue
        later = sum(
            was and cut < posted <= cut + horizon
            and (account in before if name == "mail" else person.followed[account] < cut)
            for posted, account, was in person.posts)
        if later >= fewest:
            found.append(cut)
    return found


def moment(day):
    return START + datetime.timedelta(days=day)


def feed(account):
    # The address at which Mastodon serves somebody's posts: so that a list of followers, which names
    # people and no feeds, speaks of the same accounts.
    return f"https://mail.example/@{account}.rss"


def write_person(folder, name, person, cut, end):
    """The files that the person would have: a list with dates, newsboat's cache, who follows back."""
    posts = [post for post in person.posts if post[0] <= end]
    if name == "mail":
        seen = {account for posted, account, _ in posts if posted <= cut}
    else:
        seen = {account for account, followed in person.followed.items() if followed < cut}
    accounts = sorted(seen)
    with open(f"{folder}/list.opml", "w") as file:
        file.write('<?xml version="1.0"?><opml version="2.0"><head><title>list</title></head><body>')
        for account in accounts:
            date = email.utils.format_datetime(moment(person.followed[account]))
            file.write(f'<outline type="rss" text="{account}" xmlUrl="{feed(account)}" '
                       f'created="{date}"/>')
        file.write("</body></opml>")
    database = sqlite3.connect(f"{folder}/cache.db")
    database.executescript(CACHE)
    database.executemany(
        "INSERT INTO rss_feed VALUES (?, ?, ?)",
        [(feed(account), f"https://mail.example/@{account}", account) for account in accounts])
    item = ("INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, unread) "
            "VALUES (?, '', '', '', ?, ?, '', ?)")
    # newsboat has no words for since when a feed was watched: an item from before the date of
    # following shows that, and counts nowhere.
    database.executemany(item, [
        (f"before-{account}", feed(account),
         int(moment(person.followed[account]).timestamp()) - 3600, 1) for account in accounts])
    database.executemany(item, [
        (f"m{number}", feed(account), int(moment(posted).timestamp()), 0 if acted else 1)
        for number, (posted, account, acted) in enumerate(sorted(posts)) if account in seen])
    database.commit()
    database.close()
    if person.wrote:
        with open(f"{folder}/followers.csv", "w", newline="") as followers:
            rows = csv.writer(followers)
            rows.writerow(["Account address"])
            rows.writerows([f"{account}@mail.example"] for account in accounts
                           if person.wrote.get(account, math.inf) <= cut)


def check(options, name, person, cut):
    horizon = SETS[name][0]
    with tempfile.TemporaryDirectory() as folder:
        write_person(folder, name, person, cut, cut + horizon)
        common = ["--pond", f"{folder}/pond.sqlite", "--quiet",
                  "--now", moment(cut + horizon).strftime("%Y-%m-%dT%H:%M:%SZ")]
        # The list first: without it the cache follows nobody.
        pond(options.pond, "import", f"{folder}/list.opml", f"{folder}/cache.db", *common)
        if person.wrote:
            pond(options.pond, "import", "--as", "fediverse-followers", f"{folder}/followers.csv",
                 *common)
        prices = [word for price in PRICES for word in ("--price", str(price))]
        return pond(options.pond, "check", "--json", "--days", str(horizon), *prices, *common,
                    json_wanted=True)["check"]


class Result:
    """What `pond check` said of the persons of one set."""

    def __init__(self, name):
        self.name = name
        self.persons = collections.defaultdict(list)

    def add(self, person, answer):
        if answer is not None:
            self.persons[person].append(answer)

    @property
    def ways(self):
        return list(dict.fromkeys(
            score["name"] for answers in self.persons.values() for answer in answers
            for score in answer["scores"]))

    def per_person(self, figure):
        """The mean of a figure over the dates of each person; whom it is unknown of are left out."""
        known = {person: [value for answer in answers if (value := figure(answer)) is not None]
                 for person, answers in self.persons.items()}
        return {person: statistics.mean(values) for person, values in known.items() if values}

    def captured(self, way, key="captured", same=True):
        return self.per_person(lambda answer: scored(answer, way, key, same))

    def log_loss(self, key):
        parts = [answer["calibration"] for answers in self.persons.values() for answer in answers
                 if answer["calibration"]]
        posts = sum(part["posts"] for part in parts)
        return sum(part[key] * part["posts"] for part in parts) / max(1, posts)


def scored(answer, way, key, same):
    # Where nobody follows back, following back is no way of choosing.
    score = next((score for score in answer["scores"] if score["name"] == way), None)
    return score and (score["sameReading"] if same else score)[key]


def try_pasts(options):
    results = []
    for name in options.sets:
        file = ("email-Eu-core-temporal.txt.gz" if name == "mail" else f"past-{name}.tsv.gz")
        path = f"{options.data}/{file}"
        persons = read_mail(path) if name == "mail" else read_past(path)
        able = [person for person in sorted(persons) if cuts(name, persons[person])]
        if options.persons and len(able) > options.persons:
            able = sorted(random.Random(5).sample(able, options.persons))
        result = Result(name)
        jobs = [(person, cut) for person in able for cut in cuts(name, persons[person])]
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            answers = pool.map(
                lambda job: check(options, name, persons[job[0]], job[1]), jobs)
            for (person, _), answer in zip(jobs, answers):
                result.add(person, answer)
        print(f"{name}: {len(result.persons)} persons", file=sys.stderr)
        results.append(result)
    text = report(results)
    print(text)
    if options.write:
        replace_figures(options.write, text)


def interval(leads):
    """The mean and its interval in nine draws of ten, persons drawn anew."""
    dice = random.Random(1)
    means = sorted(statistics.mean(dice.choices(leads, k=len(leads))) for _ in range(1000))
    return f"{statistics.mean(leads):+.3f} ({means[50]:+.3f} to {means[949]:+.3f})"


def report(results):
    parts = [counted(results), same_reading(results), leads(results), prices(results),
             foretold(results), others(results)]
    return "\n".join(parts)


def counted(results):
    words = [f"{NAMES[result.name]} {len(result.persons)} persons at "
             f"{sum(map(len, result.persons.values()))} dates" for result in results]
    return "Persons: " + ", ".join(words) + ".\n"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def means(results, way, key="captured", same=True):
    return [statistics.mean(result.captured(way, key, same).values())
            if way in result.ways else None for result in results]


def cells(values):
    known = [value for value in values if value is not None]
    shown = [f"{value:.3f}" if value is not None else "" for value in values]
    average = statistics.mean(known) if len(known) == len(values) else None
    return shown + [f"{average:.3f}" if average is not None else ""]


def same_reading(results):
    ways = ["pond"] + RULES + ["oracle"]
    rows = [[f"**{way}**" if way == "pond" else way] + cells(means(results, way)) for way in ways
            if any(way in result.ways for result in results)]
    rules = [[statistics.mean(result.captured(way).values()) for way in RULES
              if way in result.ways] for result in results]
    rows.insert(1, ["the best rule there, in hindsight"] + cells([max(each) for each in rules]))
    head = ["at the same reading"] + [NAMES[result.name] for result in results] + ["average"]
    return table(head, rows)


def leads(results):
    rows = []
    for way in RULES:
        row = []
        for result in results:
            if way not in result.ways:
                row.append("")
                continue
            ours, theirs = result.captured("pond"), result.captured(way)
            row.append(interval([ours[person] - theirs[person] for person in theirs]))
        rows.append([way] + row)
    return table(["the pond's lead over"] + [NAMES[result.name] for result in results], rows)


def prices(results):
    rows = []
    for price in PRICES:
        # The names of the rows say the price as the product writes it.
        way = next((way for way in results[0].ways if way == f"pond at {price}%"), None)
        if way is None:
            continue
        rows.append([f"{price} %"] + cells(means(results, way))
                    + cells(means(results, way, "voices", False))[-1:])
    head = ["price of variety"] + [NAMES[result.name] for result in results]
    return table(head + ["average", "voices kept in the room"], rows)


def foretold(results):
    ways = ["pond"] + RULES + ["oracle"]
    rows = []
    for way in ways:
        if not any(way in result.ways for result in results):
            continue
        values = means(results, way, same=False)
        voices = means(results, way, "voices", same=False)
        pairs = [f"{value:.3f} ({voice:.3f})" if value is not None else ""
                 for value, voice in zip(values, voices)]
        rows.append([way] + pairs)
    head = ["in the foretold room (voices kept)"] + [NAMES[result.name] for result in results]
    return table(head, rows)


def others(results):
    def mean(figure):
        return [f"{statistics.mean(result.per_person(figure).values()):.3f}" for result in results]

    def chosen(answer):
        return max(1, answer["scores"][0]["accounts"])

    rows = [
        ["log-loss of a later post, engaged with or not: the pond"]
        + [f"{result.log_loss('logLoss'):.3f}" for result in results],
        ["raw ratios"] + [f"{result.log_loss('rawLogLoss'):.3f}" for result in results],
        ["one share for everybody, known afterwards"]
        + [f"{result.log_loss('constantLogLoss'):.3f}" for result in results],
        ["certificate, mean"] + mean(lambda answer: answer["certificate"]),
        ["paid for variety"] + mean(lambda answer: answer["paidForDiversity"]),
        ["still in the close ring after the horizon, had one stayed with it"]
        + mean(lambda answer: answer["stillChosen"] / chosen(answer)),
        ["the same, chosen anew"] + mean(lambda answer: answer["chosenAnew"] / chosen(answer)),
    ]
    return table([""] + [NAMES[result.name] for result in results], rows)


def replace_figures(path, text):
    """Puts the figures between their marks; the words of the page are written by hand."""
    page = open(path).read()
    begin, end = "<!-- figures -->\n", "<!-- end of figures -->"
    head, rest = page.split(begin, 1)
    with open(path, "w") as file:
        file.write(head + begin + "\n" + text + "\n" + end + rest.split(end, 1)[1])


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
    kinds = parser.add_subparsers(dest="kind", required=True)
    pasts = kinds.add_parser("pasts", help="would the pond have held?")
    pasts.add_argument("--data", default=os.environ.get("POND_EVALUATION"))
    pasts.add_argument("--sets", nargs="+", choices=list(SETS), default=list(SETS))
    pasts.add_argument("--persons", type=int, default=0, help="of each set at most; 0 for all")
    pasts.add_argument("--jobs", type=int, default=2)
    pasts.add_argument("--write", help="a page whose figures are replaced")
    blogs = kinds.add_parser("blogs", help="would those who were found be followed?")
    blogs.add_argument("file")
    blogs.add_argument("--egos", type=int, default=100)
    for kind in (pasts, blogs):
        kind.add_argument("--pond", default=".build/release/pond")
    options = parser.parse_args()
    options.pond = os.path.abspath(options.pond)
    if options.kind == "pasts" and not options.data:
        parser.error("--data FOLDER or $POND_EVALUATION names the folder with the pasts")
    (try_pasts if options.kind == "pasts" else try_blogs)(options)


if __name__ == "__main__":
    main()
