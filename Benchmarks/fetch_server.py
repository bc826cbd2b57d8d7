"""Serves 1,000 invented feeds on 127.0.0.1, one host name each, with a realistic mix of manners.

    python3 Benchmarks/fetch_server.py PORT

Which feed does what is told by its number alone, so every run is the same.
"""

import asyncio
import gzip
import random
import sys

COUNT = 1000
BOMB = gzip.compress(b" " * (64 << 20), 9)


def manner(number):
    """What feed `number` does."""
    kinds = {
        3: "404", 13: "301", 23: "302", 33: "slow", 43: "page", 53: "500", 63: "plain",
        73: "large", 83: "late",
    }
    if number in (100, 400, 700):
        return "bomb"
    if number in (200, 300, 500, 600, 800):
        return "endless"
    if number == 900:
        return "410"
    return kinds.get(number % 100, "gzip")


def feed(number, items):
    dice = random.Random(number)
    posts = "".join(
        f"<item><title>Post {n} of {number}</title><guid>urn:{number}:{n}</guid>"
        f"<link>http://h{number}.localhost/{n}</link>"
        f"<pubDate>{1 + n % 28:02d} May 2026 08:{n % 60:02d}:00 GMT</pubDate><description>"
        + " ".join(dice.choice(("tide", "kiln", "harbour", "moss", "letter")) for _ in range(150))
        + "</description></item>"
        for n in range(items)
    )
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel>'
        f"<title>Feed {number}</title>{posts}</channel></rss>"
    ).encode()


BODIES = {}


def body(number, packed):
    key = (number, packed)
    if key not in BODIES:
        plain = feed(number, 400 if manner(number) == "large" else 20)
        BODIES[key] = gzip.compress(plain, 5) if packed else plain
    return BODIES[key]


async def answer(number, path, headers, write, drain):
    what = manner(number)
    # What a line to a server far away costs.
    await asyncio.sleep(0.02 + number % 40 / 200)
    send = lambda status, lines=(), data=b"": write(  # noqa: E731
        "\r\n".join([f"HTTP/1.1 {status} X", f"Content-Length: {len(data)}", *lines, "", ""]).encode()
        + data
    )
    if what in ("404", "410", "500"):
        return send(int(what))
    if what in ("301", "302") and path != "/moved":
        return send(int(what), ["Location: /moved"])
    if what == "page":
        return send(200, ["Content-Type: text/html"], b"<!doctype html><html><body>Log in</body></html>")
    if what == "bomb":
        return send(200, ["Content-Encoding: gzip"], BOMB)
    if what == "endless":
        write(b"HTTP/1.1 200 X\r\n\r\n")
        while True:
            write(b" " * 65536)
            await drain()
            await asyncio.sleep(0)
    if what == "slow":
        await asyncio.sleep(3)
    tag = f'"{number}"'
    if headers.get("if-none-match") == tag:
        return send(304, [f"ETag: {tag}"])
    packed = what in ("gzip", "large", "slow", "301", "302")
    lines = [f"ETag: {tag}"] if what != "late" else []
    return send(200, lines + (["Content-Encoding: gzip"] if packed else []), body(number, packed))


async def serve(reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
            headers = {
                name.lower(): value.strip()
                for name, _, value in (line.partition(":") for line in head[1:] if line)
            }
            number = int(headers["host"].split(".")[0][1:])
            await answer(number, head[0].split()[1], headers, writer.write, writer.drain)
            await writer.drain()
    except (asyncio.IncompleteReadError, ConnectionError, ValueError, KeyError, TimeoutError):
        pass
    finally:
        writer.close()


async def main():
    for number in range(COUNT):
        if manner(number) not in ("404", "410", "500", "page", "bomb", "endless"):
            body(number, manner(number) in ("gzip", "large", "slow", "301", "302"))
    server = await asyncio.start_server(serve, "127.0.0.1", int(sys.argv[1]), backlog=512)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
