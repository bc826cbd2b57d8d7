#!/usr/bin/env python3
"""Tries the blind tasting on real pasts and an invented world, through the command alone (docs/Taste.md).

    taste.py past-askubuntu.tsv.gz past-mathoverflow.tsv.gz past-frwikinews.tsv.gz invented \\
      --pond .build/release/pond --persons 8

A past is a table of person, account, posted, acted, followed, in days; whoever repeats this brings the
files. Of each person the posts of 90 days before some moments become feed files without a word of what was
read. The hidden truth answers `pond taste --plain`: would read what was acted on, not for me the rest.
Beside it the same number of answers is drawn at random, and account by account in turn, and told with
`pond decide --from`; and the formula of the model with its fixed prior is computed here.

Regret is the sum of lambda * |p - bar| over accounts judged wrongly, p being half the share that was acted
on (the credit of "would read"), judged by what `pond list --json` says; where that knows nothing of the
share the account counts as kept. Untasted is 1.
"""

import argparse
import collections
import datetime
import gzip
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile

MARKS = [25, 50, 100, 200]
DAYS = 90
NOW = datetime.datetime(2026, 6, 1, 8, tzinfo=datetime.timezone.utc)
CREDIT = 0.5
RULES = ["pond", "formula", "random", "turn"]


def moment(age):
    return NOW - datetime.timedelta(days=age)


def posts_before(past, end):
    """The posts of the days before a moment: account to pairs of age and whether it was acted on."""
    chosen = {}
    for account, posts in past.items():
        near = [(end - at, acted) for at, acted in posts if end - DAYS < at <= end]
        if near:
            chosen[account] = sorted(near)
    return chosen


def pasts(path, persons, moments, seed):
    """Some persons of a past, at some moments each."""
    everybody = collections.defaultdict(lambda: collections.defaultdict(list))
    with gzip.open(path, "rt") as lines:
        next(lines)
        for line in lines:
            person, account, posted, acted, _ = line.rstrip("\n").split("\t")
            everybody[person][account].append((float(posted), bool(acted)))
    chosen = random.Random(seed).sample(sorted(everybody), min(persons, len(everybody)))
    for person in sorted(chosen):
        past = everybody[person]
        times = [at for posts in past.values() for at, _ in posts]
        first, last = min(times), max(times)
        for part in range(moments):
            end = last - (last - first - DAYS) * part / (2 * moments)
            world = posts_before(past, end)
            if len(world) >= 5:
                yield f"{person} at {part}", world


def invented(persons, seed):
    """A reader's list as one would draw it: many quiet, some loud, a few loved, most indifferent."""
    chance = random.Random(seed)
    for person in range(persons):
        world = {}
        for number in range(120):
            weekly = min(150.0, math.exp(chance.gauss(0.7, 1.4)))
            share = chance.betavariate(0.4, 2.5) if weekly < 20 else chance.betavariate(0.3, 6)
            count = round(weekly * DAYS / 7)
            if count:
                world[f"a{number}"] = sorted(
                    (chance.uniform(0, DAYS), chance.random() < share) for _ in range(count))
        yield f"reader {person}", world


class Truth:
    """What is true of each account, and what a list of judgements would cost."""

    def __init__(self, world):
        self.accounts = sorted(world)
        self.rate = {a: len(world[a]) * 7 / DAYS for a in world}
        self.share = {a: CREDIT * sum(acted for _, acted in world[a]) / len(world[a]) for a in world}
        self.bar = {a: 0.1 * max(0, 1 - 1 / self.rate[a]) for a in world}

    def regret(self, judged):
        return sum(
            self.rate[a] * abs(self.share[a] - self.bar[a]) for a in self.accounts
            if (judged.get(a, 0.2) >= self.bar[a]) != (self.share[a] >= self.bar[a]))


def fraction(a, b, x):
    """Lentz's continued fraction of the incomplete beta function (DLMF 8.17.22)."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or 1e-300)
    value = d
    for m in range(1, 300):
        for term in (m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
                     -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))):
            d = 1 / (1 + term * d or 1e-300)
            c = 1 + term / c or 1e-300
            value *= c * d
        if abs(c * d - 1) < 1e-12:
            break
    return value


def below(a, b, x):
    if x <= 0:
        return 0.0
    front = math.exp(
        math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    if x < (a + 1) / (a + b + 2):
        return front * fraction(a, b, x) / a
    return 1 - front * fraction(b, a, 1 - x) / b


def formula(world, truth, seed):
    """Regret after the marks, chosen by the formula of the model with its fixed prior."""
    chance = random.Random(seed)
    pool = {a: chance.sample(world[a], len(world[a])) for a in truth.accounts}
    seen = {a: [0.5, 2.0] for a in truth.accounts}

    def loss(account):
        (a, b), bar = seen[account], truth.bar[account]
        mean = a / (a + b)
        short = bar * below(a, b, bar) - mean * below(a + 1, b, bar)
        return truth.rate[account] * min(short, mean - bar + short)

    losses = {a: loss(a) for a in truth.accounts}
    last, regrets = None, []
    for number in range(1, MARKS[-1] + 1):
        open_ = sorted((a for a in pool if pool[a]), key=lambda a: (-losses[a], a))[:2]
        if open_:
            pick = open_[0]
            if pick == last and len(open_) > 1 and losses[open_[1]] >= losses[pick] / 2:
                pick = open_[1]
            _, acted = pool[pick].pop()
            seen[pick][0] += CREDIT * acted
            seen[pick][1] += 1 - CREDIT * acted
            losses[pick], last = loss(pick), pick
        if number in MARKS:
            regrets.append(truth.regret({a: s / (s + n) for a, (s, n) in seen.items()}))
    return regrets


def write_feeds(folder, world):
    os.mkdir(f"{folder}/feeds")
    names = {}
    with open(f"{folder}/list.opml", "w") as opml:
        opml.write('<opml version="2.0"><body>\n')
        for account in sorted(world):
            feed = f"https://{account}.example/feed"
            opml.write(f'<outline type="rss" text="{account}" xmlUrl="{feed}"/>\n')
            with open(f"{folder}/feeds/{account}.xml", "w") as rss:
                rss.write(
                    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>'
                    f'<title>{account}</title><atom:link rel="self" href="{feed}"/>\n')
                for number, (age, acted) in enumerate(world[account]):
                    title = f"Post {account}-{number}"
                    names[title] = acted
                    date = moment(age).strftime("%a, %d %b %Y %H:%M:%S +0000")
                    rss.write(
                        f"<item><title>{title}</title><guid isPermaLink=\"false\">{account}-{number}"
                        f"</guid><pubDate>{date}</pubDate></item>\n")
                rss.write("</channel></rss>\n")
        opml.write("</body></opml>\n")
    return names


class Command:
    """One pond file and the command that works with it."""

    def __init__(self, pond, folder):
        self.pond, self.folder = pond, folder
        self.file = f"{folder}/pond.sqlite"

    def run(self, *words, answers=None):
        ran = subprocess.run(
            [self.pond, *words, "--pond", self.file, "--now", NOW.strftime("%Y-%m-%dT%H:%M:%SZ")],
            input=answers, capture_output=True, text=True)
        if ran.returncode not in (0, 1):
            sys.exit(f"{' '.join(words)}: {ran.stderr.strip()}")
        return ran.stdout

    def learn(self):
        self.run("import", f"{self.folder}/list.opml", f"{self.folder}/feeds")

    def judged(self):
        accounts = json.loads(self.run("list", "--json"))["accounts"]
        return {
            one["title"]: one["signal"] / (one["signal"] + one["noise"])
            for one in accounts if one["signal"] is not None}

    def taste(self, count, truth_of):
        """Lets the truth answer so many posts, one line for each title as it comes."""
        child = subprocess.Popen(
            [self.pond, "taste", "--plain", "--further", "--posts", str(count), "--pond", self.file,
             "--now", NOW.strftime("%Y-%m-%dT%H:%M:%SZ")],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for line in child.stdout:
            title = re.match(r"(?:Would you read it\? )?Title: (.*)", line)
            if title:
                child.stdin.write("y\n" if truth_of[title[1]] else "n\n")
                child.stdin.flush()
        child.wait()

    def tell(self, answers):
        """Tells answers as a file, the way they would come from another pond."""
        with open(f"{self.folder}/answers.txt", "w") as lines:
            for account, number, age, acted in answers:
                word = "would-read" if acted else "not-for-me"
                when = moment(age).strftime("%Y-%m-%dT%H:%M:%SZ")
                lines.write(
                    f"taste https://{account}.example/feed # {account} — {word} {when} "
                    f"{NOW.strftime('%Y-%m-%dT%H:%M:%SZ')} {account}-{number}\n")
        self.run("decide", "--from", f"{self.folder}/answers.txt", "--yes")


def in_turn(world, chance):
    """Account by account, a random post of each."""
    pool = {a: chance.sample(list(enumerate(world[a])), len(world[a])) for a in sorted(world)}
    while any(pool.values()):
        for account in sorted(pool):
            if pool[account]:
                number, (age, acted) = pool[account].pop()
                yield account, number, age, acted


def at_random(world, chance):
    every = [(a, n, age, acted) for a in sorted(world) for n, (age, acted) in enumerate(world[a])]
    chance.shuffle(every)
    return every


def regrets(pond, world, seed):
    """Regret after the marks for each rule, and untasted."""
    truth = Truth(world)
    found = {"formula": formula(world, truth, seed)}
    with tempfile.TemporaryDirectory() as folder:
        truth_of = write_feeds(folder, world)
        command = Command(pond, folder)
        command.learn()
        untasted = truth.regret(command.judged())
        with open(command.file, "rb") as learned:
            fresh = learned.read()
        orders = {
            "random": list(at_random(world, random.Random(seed)))[:MARKS[-1]],
            "turn": [one for one, _ in zip(in_turn(world, random.Random(seed)), range(MARKS[-1]))]}
        for rule in ["pond", "random", "turn"]:
            with open(command.file, "wb") as file:
                file.write(fresh)
            found[rule], done = [], 0
            for mark in MARKS:
                if rule == "pond":
                    command.taste(mark - done, truth_of)
                elif orders[rule][done:mark]:
                    command.tell(orders[rule][done:mark])
                done = mark
                found[rule].append(truth.regret(command.judged()))
    return untasted, found


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("worlds", nargs="+")
    parser.add_argument("--pond", required=True)
    parser.add_argument("--persons", type=int, default=8)
    parser.add_argument("--moments", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    print("| set | rule | " + " | ".join(map(str, MARKS)) + " |")
    print("|---|---|" + "---|" * len(MARKS))
    for path in chosen.worlds:
        worlds = (
            invented(chosen.persons, chosen.seed) if path == "invented"
            else pasts(path, chosen.persons, chosen.moments, chosen.seed))
        untasted, sums, count, accounts = 0.0, collections.defaultdict(lambda: [0.0] * 4), 0, 0
        for name, world in worlds:
            before, found = regrets(os.path.abspath(chosen.pond), world, chosen.seed)
            untasted += before
            count, accounts = count + 1, accounts + len(world)
            for rule, values in found.items():
                sums[rule] = [a + b for a, b in zip(sums[rule], values)]
            print(
                name, len(world), f"{before:.2f}",
                {rule: [round(v, 2) for v in values] for rule, values in found.items()},
                file=sys.stderr, flush=True)
        label = os.path.basename(path).removeprefix("past-").removesuffix(".tsv.gz")
        for rule in RULES:
            row = " | ".join(f"{value / untasted:.2f}" for value in sums[rule])
            print(f"| {label} ({count} of {accounts // max(1, count)}) | {rule} | {row} |", flush=True)


if __name__ == "__main__":
    main()
