#!/usr/bin/env python3
"""Turns round every comparison, condition and guard of a room, one at a time: does a suite notice?

All changes are planted at once, each behind a number, and built once; the environment says which of
them is on. So a change costs the suites that come by it and no build. What is printed in the end is for
a person to read: some of it changes nothing that anybody could see.

  python3 Tests/Mutants/sweep.py ROOM [ROOM ...] [--share 25] [--workers 2]

The rooms are the folders of Sources/PondGraph; only the suites of Tests/PondGraphTests are asked.
"""
import argparse
import collections
import concurrent.futures
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import zlib

HOME = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
COPY = os.path.join(HOME, ".build-mutants/Sweep")
SWIFT = os.environ.get("SWIFT", "swift")
TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "&&": "||", "||": "&&"}
# Each planted operator has a sign of its own behind it, so that the compiler has one to choose from.
SIGNS = [c for a, b in ((0x2190, 0x2300), (0x2500, 0x2760), (0x2794, 0x2980)) for c in range(a, b)]


def code(text):
    """A mask of what is code, and neither a remark nor text nor a pattern."""
    mask = bytearray(b"\1" * len(text))

    def after_string(at):
        hashes = len(text) - len(text[at:].lstrip("#")) - at
        quote = '"""' if text.startswith('"""', at + hashes) else '"'
        end, escape = quote + "#" * hashes, "\\" + "#" * hashes
        at += hashes + len(quote)
        while at < len(text):
            if text.startswith(end, at):
                return at + len(end)
            if not text.startswith(escape, at):
                at += 1
                continue
            at += len(escape)
            if text[at] != "(":
                at += 1
                continue
            depth = 0
            while at < len(text):
                if text[at] == '"':
                    at = after_string(at)
                    continue
                depth += {"(": 1, ")": -1}.get(text[at], 0)
                at += 1
                if depth == 0:
                    break
        return at

    at = 0
    while at < len(text):
        pattern = text[at] == "/" and re.match(r"/(?![ =/*])(?:\\.|[^/\n\\])+/", text[at:])
        if text.startswith("//", at):
            end = text.find("\n", at)
        elif text.startswith("/*", at):
            end = text.find("*/", at) + 2
        elif text.startswith("#/", at):
            end = text.find("/#", at) + 2
        elif re.match(r'#*"', text[at:]):
            end = after_string(at)
        elif pattern and re.search(r"(?:[(=,:]\s*|return )$", text[max(0, at - 10):at]):
            end = at + pattern.end()
        else:
            at += 1
            continue
        end = end if end > at else len(text)
        mask[at:end] = bytes(end - at)
        at = end
    return mask


class Planting:
    """The changes of some rooms, in the copy's sources."""

    def __init__(self, rooms, share, dropped):
        self.rooms, self.share, self.dropped = rooms, share, dropped
        self.sites, self.declared = [], []
        source = os.path.join(COPY, "Sources/PondGraph")
        shutil.rmtree(source, ignore_errors=True)
        shutil.copytree(os.path.join(HOME, "Sources/PondGraph"), source)
        for room in rooms:
            for folder, _, files in sorted(os.walk(os.path.join(source, room))):
                for name in sorted(files):
                    self.plant(os.path.join(folder, name), room)
        with open(os.path.join(source, "Planted.swift"), "w") as file:
            file.write(self.switch() + "\n".join(self.declared) + "\n")

    def plant(self, path, room):
        text = open(path).read()
        mask, edits, place = code(text), [], os.path.relpath(path, COPY)

        def site(kind, at, key):
            key = f"{place}#{key}"
            if not mask[at] or key in self.dropped or zlib.crc32(key.encode()) % 100 >= self.share:
                return None
            number, line = len(self.sites), text.count("\n", 0, at) + 1
            words = text.split("\n")[line - 1].strip()
            self.sites.append(
                dict(number=number, key=key, file=place, line=line, kind=kind, text=words, room=room))
            return number

        for count, found in enumerate(re.finditer(r"(?<=\s)(<=|>=|==|!=|&&|\|\||<|>)(?=\s)", text)):
            at, sign = found.start(), found.group(1)
            line = text[text.rfind("\n", 0, at) + 1:text.find("\n", at)]
            of_types = re.search(r"\bwhere\b", line) and not re.search(r"\b(case|for|catch)\b", line)
            declares = re.search(r"func (<|==)", line)
            if re.match(r"\s*nil\b", text[at + len(sign):]) or of_types or declares:
                continue
            number = site(f"{sign} → {TURNED[sign]}", at, f"op{count}")
            if number is not None:
                edits.append((at, at + len(sign), self.operator(sign, number)))
        simple = r"\b(if|guard) ((?:(?!\b(?:let|var|case|try|await)\b|#|\belse\b)[^,{}\n])+?) (\{|else \{)"
        for count, found in enumerate(re.finditer(simple, text)):
            is_guard = found.group(1) == "guard"
            if is_guard != (found.group(3) != "{"):
                continue
            number = site("no guard" if is_guard else "never", found.start(2), f"if{count}")
            if number is not None:
                call = "orMutated" if is_guard else "unlessMutated"
                edits.append((found.start(2), found.start(2), f"{call}({number}, "))
                edits.append((found.end(2), found.end(2), ")"))
        for count, found in enumerate(re.finditer(r"(?<![\w.`])(?<!func )(min|max)\(", text)):
            number = site(f"{found.group(1)} turned round", found.start(), f"mm{count}")
            if number is not None:
                edits.append((found.start(), found.end(), f"{found.group(1)}OrMutated({number}, "))
        for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
            text = text[:start] + new + text[end:]
        if edits:
            open(path, "w").write(text)

    def operator(self, sign, number):
        name = sign + chr(SIGNS[number % len(SIGNS)])
        if number >= len(SIGNS):
            name += chr(SIGNS[number // len(SIGNS)])
        choice = f"mutated({number}) ? {{}} a {TURNED[sign]} {{}} : {{}} a {sign} {{}}"
        if sign in ("&&", "||"):
            order = f"Logical{'Con' if sign == '&&' else 'Dis'}junctionPrecedence"
            body = choice.format("try", "b()", "try", "b()")
            head = f"func {name} (a: Bool, b: @autoclosure () throws -> Bool) rethrows -> Bool"
        else:
            order = "ComparisonPrecedence"
            body = choice.format("", "b", "", "b")
            kind = "Equatable" if sign in ("==", "!=") else "Comparable"
            head = f"func {name} <T: {kind}>(a: T, b: T) -> Bool"
        self.declared.append(f"infix operator {name}: {order}\n{head} {{ {body} }}")
        return name

    def switch(self):
        room = len(self.sites) + 16
        pairs = "".join(
            f"func {one}OrMutated<T: Comparable>(_ k: Int, {names}) -> T {{\n"
            f"  mutated(k) ? {other}({args}) : {one}({args})\n}}\n"
            for one, other in (("min", "max"), ("max", "min"))
            for names, args in (("_ a: T, _ b: T", "a, b"), ("_ a: T, _ b: T, _ c: T", "a, b, c")))
        return f"""import Foundation
let mutatedSite = Int(ProcessInfo.processInfo.environment["MUTANT"] ?? "") ?? -1
nonisolated(unsafe) let sitesVisited: UnsafeMutablePointer<UInt8>? = {{
  guard let path = ProcessInfo.processInfo.environment["MUTANT_COVERAGE"] else {{ return nil }}
  let file = open(path, O_RDWR | O_CREAT, 0o644)
  ftruncate(file, {room})
  let pages = mmap(nil, {room}, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0)!
  return pages.assumingMemoryBound(to: UInt8.self)
}}()
func mutated(_ k: Int) -> Bool {{ sitesVisited?[k] = 1; return k == mutatedSite }}
func unlessMutated(_ k: Int, _ x: @autoclosure () throws -> Bool) rethrows -> Bool {{
  mutated(k) ? false : try x()
}}
func orMutated(_ k: Int, _ x: @autoclosure () throws -> Bool) rethrows -> Bool {{
  mutated(k) ? true : try x()
}}
""" + pairs


def build(*arguments):
    return subprocess.run([SWIFT, "build", *arguments], cwd=COPY, capture_output=True, text=True)


def planted(rooms, share):
    """Plants, and plants anew without what the compiler does not take."""
    dropped = set()
    while True:
        planting = Planting(rooms, share, dropped)
        made = build("--target", "PondGraph")
        if made.returncode == 0:
            return planting.sites
        before = len(dropped)
        for file, line in set(re.findall(r"(Sources/PondGraph/\S+?\.swift):(\d+):\d+: error", made.stdout)):
            near = [s for s in planting.sites if s["file"] == file and abs(s["line"] - int(line)) <= 6]
            same = [s for s in near if s["line"] == int(line)]
            dropped |= {s["key"] for s in same or near}
        if len(dropped) == before:
            sys.exit(made.stdout[-3000:])
        print(f"{len(dropped)} changes do not compile and are left out", flush=True)


def asked(suites, most, **environment):
    """What went wrong when some suites ran; None for nothing."""
    bundle = os.path.join(COPY, ".build/debug/PondPackageTests.xctest")
    command = [bundle, "--testing-library", "swift-testing"]
    for suite in suites:
        command += ["--filter", rf"PondGraphTests\.{suite}/"]
    child = subprocess.Popen(
        command, cwd=COPY, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace",
        env={**os.environ, **environment}, start_new_session=True)

    def stop():
        try:
            os.killpg(child.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(most, stop)
    timer.start()
    failure = None
    for line in child.stdout:
        if "✘" in line:
            failure = line.strip()
            stop()
            break
    child.stdout.close()
    status = child.wait()
    timer.cancel()
    return failure or (f"ended with {status}" if status else None)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("rooms", nargs="+", metavar="ROOM", help="a folder of Sources/PondGraph")
    options.add_argument("--share", type=int, default=100, help="how many of a hundred changes are tried")
    options.add_argument("--workers", type=int, default=os.cpu_count() or 2, help="suites at once")
    options = options.parse_args()
    for room in options.rooms:
        if not os.path.isdir(os.path.join(HOME, "Sources/PondGraph", room)):
            sys.exit(f"{room} is no room of Sources/PondGraph")
    os.makedirs(COPY, exist_ok=True)
    parts = "Package.swift Sources Tests Samples Benchmarks docs README.md ARCHITECTURE.md"
    for part in parts.split():
        old, new = os.path.join(HOME, part), os.path.join(COPY, part)
        if os.path.isdir(old):
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(old, new, ignore=shutil.ignore_patterns(".build*"))
        else:
            shutil.copyfile(old, new)
    sites = planted(options.rooms, options.share)
    print(f"{len(sites)} changes are planted; building the suites", flush=True)
    made = build("--build-tests")
    if made.returncode != 0:
        sys.exit(made.stdout[-3000:])

    rooms = {}
    tests = os.path.join(COPY, "Tests/PondGraphTests")
    for folder, _, files in os.walk(tests):
        for name in (name for name in files if name.endswith(".swift")):
            suites = r"@Suite[^{]*?(?:struct|class) (\w+)"
            for suite in re.findall(suites, open(os.path.join(folder, name)).read()):
                rooms[suite] = os.path.relpath(folder, tests).split("/")[0]
    coverage = os.path.join(COPY, "coverage")
    shutil.rmtree(coverage, ignore_errors=True)
    os.makedirs(coverage)
    pool = concurrent.futures.ThreadPoolExecutor(options.workers)

    def cover(suite):
        path, start = os.path.join(coverage, suite), time.time()
        failure = asked([suite], 300, MUTANT_COVERAGE=path)
        visited = open(path, "rb").read() if not failure and os.path.exists(path) else b""
        return suite, time.time() - start, visited

    suites = [one for one in pool.map(cover, sorted(rooms)) if one[2]]
    print(f"{len(suites)} suites come by; trying", flush=True)

    def attempt(site):
        near = sorted(
            (rooms[suite] != site["room"], seconds, suite)
            for suite, seconds, visited in suites if visited[site["number"]])
        if not near:
            return site, "never reached"
        # The suites of its own room, then the quickest of the others.
        batch, cost = [], 0.0
        for foreign, seconds, suite in near:
            if foreign and seconds > 10:
                continue
            batch.append(suite)
            cost += seconds
            if cost > 8:
                if asked(batch, 30 + 6 * cost, MUTANT=str(site["number"])):
                    return site, "noticed"
                batch, cost = [], 0.0
        if batch and asked(batch, 30 + 6 * cost, MUTANT=str(site["number"])):
            return site, "noticed"
        return site, "not noticed"

    results = list(pool.map(attempt, sites))
    for word in ("never reached", "not noticed"):
        print(f"\n{word}:")
        for site, result in results:
            if result == word:
                print(f"  {site['file']}:{site['line']}: {site['kind']}: {site['text']}")
    counts = collections.Counter(result for _, result in results)
    print("\n" + ", ".join(f"{count} {word}" for word, count in counts.items()))


main()
