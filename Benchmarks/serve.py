#!/usr/bin/env python3
"""Walks the pages of `pond serve` and prints how long each takes.

    serve.py POND_FILE [--pond .build/release/pond] [--rounds 40] [--answers 15]
                       [--now 2026-06-01T08:00:00Z]

Starts `pond serve --no-open --port 0` over the pond file, comes in by the address it prints, and asks for
each page in turn, over one connection, as a browser does. A row is the first time, the median and the 95th
percentile in milliseconds, and the kilobytes of the page. Then, on a copy of the pond file, it keeps whoever
the review asks about, again and again: how long an answer takes until it is stored, and how long the page
after it. At the end, what the server held of memory at most.

The goal is a 95th percentile of 150 ms at 1,000 accounts and of 500 ms at 10,000 with a million posts.
"""

import argparse
import html
import http.client
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

PAGES = [
    "/", "/bring", "/taste", "/review", "/plan", "/plan/part?size=40&minutes=30", "/discover",
    "/accounts", "/accounts?sort=verdict", "/accounts?q=a", "ACCOUNT", "/lists", "LIST", "/journal",
    "/history", "/style.css", "/script.js",
]


class Guest:
    """A browser of one connection that was let in."""

    def __init__(self, address):
        place = urllib.parse.urlsplit(address)
        self.connection = http.client.HTTPConnection(place.netloc, timeout=300)
        self.cookie = None
        status, headers, _ = self.ask(place.path)
        if status != 303:
            sys.exit(f"{address}: {status} in place of 303")
        self.cookie = headers["Set-Cookie"].split(";")[0]

    def ask(self, path, form=None):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        body = form and urllib.parse.urlencode(form)
        if form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["Origin"] = "http://%s:%s" % (self.connection.host, self.connection.port)
        self.connection.request("POST" if form else "GET", path, body=body, headers=headers)
        answer = self.connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def timed(self, path):
        """Milliseconds and bytes of a page."""
        start = time.perf_counter()
        status, _, body = self.ask(path)
        spent = (time.perf_counter() - start) * 1000
        if status != 200:
            sys.exit(f"{path}: {status} in place of 200")
        return spent, len(body)

    def first(self, path, pattern):
        """The first address in a page that fits; None where none does."""
        found = re.search(pattern, self.ask(path)[2].decode())
        return found and found.group(1)


def percentile(times, part):
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def peak_megabytes(number):
    with open(f"/proc/{number}/status") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def walk(guest, rounds):
    stand_ins = {
        "ACCOUNT": guest.first("/accounts", r'href="(/account/[^"]+)"'),
        "LIST": guest.first("/lists", r'href="(/lists/\d+)"'),
    }
    print("| page | first | p50 | p95 | size |\n|---|---|---|---|---|")
    for page in PAGES:
        path = stand_ins.get(page, page)
        if path is None:
            continue
        first, size = guest.timed(path)
        times = [guest.timed(path)[0] for _ in range(rounds)]
        print(f"| {path} | {first:.0f} ms | {statistics.median(times):.0f} ms "
              f"| {percentile(times, 0.95):.0f} ms | {size / 1024:.0f} KB |", flush=True)


def answer(guest, times):
    """Keeps whoever is asked about."""
    stored, shown = [], []
    place = "/review?everyone=1"
    for _ in range(times):
        start = time.perf_counter()
        page = guest.ask(place)[2].decode()
        shown.append((time.perf_counter() - start) * 1000)
        found = re.search(r'<form method="post" action="/review/answer".*?</form>', page, re.S)
        if not found:
            break
        form = [(name, html.unescape(value)) for name, value in re.findall(
            r'<input type="hidden" name="([^"]*)" value="([^"]*)"', found.group(0))]
        start = time.perf_counter()
        status, headers, _ = guest.ask("/review/answer", form + [("note", ""), ("answer", "keep")])
        stored.append((time.perf_counter() - start) * 1000)
        if status != 303:
            sys.exit(f"an answer got {status} in place of 303")
        place = headers["Location"]
    for name, spent in [("an answer, stored", stored), ("the page after it", shown[1:])]:
        if spent:
            print(f"| {name} ({len(spent)}) | | {statistics.median(spent):.0f} ms "
                  f"| {percentile(spent, 0.95):.0f} ms | |", flush=True)


def serving(pond, file, now, use):
    """Has a guest of a server over a pond file; gives back the server's memory."""
    environment = dict(os.environ, POND_FILE=file)
    if now:
        environment["POND_NOW"] = now
    server = subprocess.Popen(
        [pond, "serve", "--no-open", "--port", "0"], env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = server.stdout.readline().strip()
        if not address:
            sys.exit("pond serve printed no address")
        use(Guest(address))
        return peak_megabytes(server.pid)
    finally:
        server.terminate()
        server.wait()


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="the pond file")
    parser.add_argument("--pond", default=".build/release/pond", help="the command")
    parser.add_argument("--rounds", type=int, default=40, help="how often each page is asked for")
    parser.add_argument("--answers", type=int, default=15, help="how many answers are given")
    parser.add_argument("--now", help="the present, for pond files that were made for one")
    options = parser.parse_args()
    most = serving(
        options.pond, options.file, options.now, lambda guest: walk(guest, options.rounds))
    if options.answers:
        with tempfile.TemporaryDirectory() as folder:
            copy = shutil.copy(options.file, os.path.join(folder, "pond.sqlite"))
            most = max(most, serving(
                options.pond, copy, options.now, lambda guest: answer(guest, options.answers)))
    print(f"\nthe server's memory at most: {most:.0f} MB")


if __name__ == "__main__":
    main()
