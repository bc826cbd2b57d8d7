"""Measures `pond fetch` over 1,000 feeds beside curl on the same addresses.

    POND=.build/release/pond python3 Benchmarks/fetch_bench.py
"""

import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time

from fetch_server import manner

PORT = 18765
HERE = os.path.dirname(os.path.abspath(__file__))
POND = os.environ.get("POND", ".build/release/pond")


def hosts(port):
    return [f"h{n}.localhost:{port}" for n in range(1000)]


def environment(folder, name):
    return dict(
        os.environ, POND_FILE=f"{folder}/{name}.sqlite", POND_ALLOW_HOSTS=",".join(hosts(PORT)))


def timed(command, **options):
    """Seconds, peak megabytes, exit code, output, seconds of processor."""
    start = time.monotonic()
    child = subprocess.Popen(
        ["/usr/bin/time", "-f", "peak %M %U %S", *command], stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True, **options)
    output, errors = child.communicate()
    peak, user, system = errors.rsplit("peak ", 1)[1].split()
    used = float(user) + float(system)
    return time.monotonic() - start, int(peak) / 1024, child.returncode, output, used


def pond(folder, name, *words):
    return timed([POND, *words], env=environment(folder, name))


def digest(folder, name):
    return pond(folder, name, "doctor", "--digest")[3]


def main():
    server = subprocess.Popen(
        [sys.executable, f"{HERE}/fetch_server.py", str(PORT)], stdout=subprocess.PIPE, text=True)
    server.stdout.readline()
    try:
        with tempfile.TemporaryDirectory() as folder:
            measure(folder)
    finally:
        server.kill()


def measure(folder):
    addresses = [f"http://{host}/feed" for host in hosts(PORT)]
    with open(f"{folder}/list.opml", "w") as file:
        file.write('<opml version="2.0"><body>')
        for address in addresses:
            file.write(f'<outline type="rss" text="{address}" xmlUrl="{address}"/>')
        file.write("</body></opml>")
    with open(f"{folder}/curlrc", "w") as file:
        # curl knows no limit for a body without a length: what never ends is left out for it alone.
        for address in (a for n, a in enumerate(addresses) if manner(n) != "endless"):
            file.write(f'url = "{address}"\noutput = "/dev/null"\n')
    curl, first, now = None, None, "2026-06-01T08:00:00Z"
    for name in ("once", "again", "whole"):
        # In turns, so that a slow minute of the machine is both's.
        curl = less(curl, curled(folder))
        pond(folder, name, "import", "--quiet", f"{folder}/list.opml")
        first = less(first, pond(folder, name, "fetch", "--now", now))
    print(f"curl --parallel --parallel-max 64: {curl[0]:.1f} s, {curl[1]:.0f} MB, "
          f"{curl[4]:.1f} s of processor (best of three, in turns)")
    print(f"pond fetch: {first[0]:.1f} s, {first[1]:.0f} MB, {first[4]:.1f} s of processor, "
          f"exit {first[2]}; ratio {first[0] / curl[0]:.2f}")
    print("  " + first[3].splitlines()[0])
    again = pond(folder, "whole", "fetch", "--now", "2026-06-01T08:10:00Z")
    print(f"run again at once: {again[0]:.2f} s, ratio {again[0] / first[0]:.3f}")
    whole = digest(folder, "whole")
    same = {digest(folder, name) for name in ("once", "again")} == {whole}
    print("three runs: " + ("the same pond" if same else "DIFFERENT PONDS"))
    later = pond(folder, "whole", "fetch", "--now", "2026-06-01T11:30:00Z", "--older-than", "3h")
    print(f"three hours later, all that may be asked: {later[0]:.1f} s, "
          f"ratio {later[0] / first[0]:.2f}; {later[3].splitlines()[0]}")
    killed(folder, now, whole, first[0])


def less(one, other):
    return other if one is None or other[0] < one[0] else one


def curled(folder):
    return timed([
        "curl", "--silent", "--parallel", "--parallel-max", "64", "--location", "--compressed",
        "--max-redirs", "8", "--connect-timeout", "15", "--max-time", "60",
        "--max-filesize", str(16 << 20), "--config", f"{folder}/curlrc"])


def killed(folder, now, whole, seconds):
    dice = random.Random(5)
    pond(folder, "killed", "import", "--quiet", f"{folder}/list.opml")
    child = subprocess.Popen(
        [POND, "fetch", "--now", now], env=environment(folder, "killed"),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(dice.uniform(0.02, 0.12) * seconds)
    child.send_signal(signal.SIGKILL)
    child.wait()
    rest = pond(folder, "killed", "fetch", "--now", now)
    same = digest(folder, "killed") == whole
    print(f"killed and run again: {rest[3].splitlines()[0]}; "
          f"{'the same pond' if same else 'ANOTHER POND'}")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (4096, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    main()
