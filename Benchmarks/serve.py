#!/usr/bin/env python3
"""Walks the pages of `pond serve` and prints how long each takes.

    serve.py POND_FILE [--pond .build/release/pond] [--rounds 40] [--now 2026-06-01T08:00:00Z]

Starts `pond serve --no-open --port 0` over the pond file, comes in by the address it prints, and asks for
each page in turn, over one connection, as a browser does. Nothing is answered and nothing changes. A row is
the first time, the median and the 95th percentile in milliseconds, and the kilobytes of the page; at the
end, what the server held of memory at most.

The goal is a 95th percentile of 150 ms at 1,000 accounts and of 500 ms at 10,000 with a million posts.
"""

import argparse
import http.client
import os
import re
import statistics
import subprocess
import sys
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

    def ask(self, path):
        headers = {"Cookie": self.cookie} if self.cookie else {}
        self.connection.request("GET", path, headers=headers)
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


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", help="the pond file")
    parser.add_argument("--pond", default=".build/release/pond", help="the command")
    parser.add_argument("--rounds", type=int, default=40, help="how often each page is asked for")
    parser.add_argument("--now", help="the present, for pond files that were made for one")
    options = parser.parse_args()
    environment = dict(os.environ, POND_FILE=options.file)
    if options.now:
        environment["POND_NOW"] = options.now
    server = subprocess.Popen(
        [options.pond, "serve", "--no-open", "--port", "0"], env=environment,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = server.stdout.readline().strip()
        if not address:
            sys.exit("pond serve printed no address")
        walk(Guest(address), options.rounds)
        print(f"\nthe server's memory at most: {peak_megabytes(server.pid):.0f} MB")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
