#!/usr/bin/env python3
"""Writes ICU's data without what Pond never asks of it, as an object that is linked in its place.

Foundation, which GRDB needs, brings ICU and its data for every language: 34 MB of a command that says the
same in every locale. What stays belongs to no language: time zones, calendars, normalization.

usage: small-icu.py SWIFT FOLDER
prints what the linker has to be told; nothing where the toolchain or a tool for it is not there
"""
import json
import os
import re
import shutil
import struct
import subprocess
import sys

KEPT = re.compile(r"(res_index|supplementalData|zoneinfo64|timezoneTypes|windowsZones)\.res"
                  r"|(uts46|nfkc|nfkc_cf)\.nrm")


def items(data):
    """The items by name, of ICU's common data (ICU User Guide, ICU Data; ucmndata.h)."""
    header, = struct.unpack_from("<H", data, 0)
    if data[2:4] != b"\xda\x27" or data[12:16] != b"CmnD":
        raise ValueError("no common data of ICU")
    count, = struct.unpack_from("<I", data, header)
    table = [struct.unpack_from("<II", data, header + 4 + 8 * place) for place in range(count)]
    ends = [start for _, start in table[1:]] + [len(data) - header]
    for (name, start), end in zip(table, ends):
        name = data[header + name:data.index(b"\0", header + name)].decode("ascii")
        yield name, data[header + start:header + end]


def smaller(data):
    """The same with the items that are kept alone, in their order: ICU looks for them by halves."""
    header, = struct.unpack_from("<H", data, 0)
    kept = [(name, item) for name, item in items(data) if KEPT.fullmatch(name.split("/", 1)[1])]
    if len(kept) < 8:
        raise ValueError("this data of ICU has other names")
    names = b"".join(name.encode("ascii") + b"\0" for name, _ in kept)
    table, text, bodies = [], 4 + 8 * len(kept), b""
    begin = (text + len(names) + 15) // 16 * 16
    for name, item in kept:
        table.append(struct.pack("<II", text, begin + len(bodies)))
        text += len(name) + 1
        bodies += item + b"\0" * (-len(item) % 16)
    start = struct.pack("<I", len(kept)) + b"".join(table) + names
    return data[:header] + start.ljust(begin, b"\0") + bodies


def make(swift, folder):
    """The linker's words; none where there is nothing to be made."""
    told = subprocess.run([swift, "-print-target-info"], check=True, capture_output=True, text=True).stdout
    library = json.loads(told)["paths"]["runtimeResourcePath"]
    archive = os.path.realpath(os.path.join(library, "../swift_static/linux/lib_FoundationICU.a"))
    clang = os.path.realpath(os.path.join(library, "../../bin/clang"))
    tools = [shutil.which(tool) for tool in ["ar", "nm", "objcopy"]]
    if not all([os.path.exists(archive), os.path.exists(clang), *tools]):
        return None
    os.makedirs(folder, exist_ok=True)

    def run(*words):
        return subprocess.run(words, cwd=folder, check=True, capture_output=True, text=True).stdout

    member = "icu_packaged_data.cpp.o"
    run("ar", "x", archive, member)
    symbol, = re.findall(r" R (icudt\d+_dat)\n", run("nm", member))
    run("objcopy", "-O", "binary", "--only-section=.rodata", member, "all.dat")
    with open(os.path.join(folder, "all.dat"), "rb") as file:
        data = smaller(file.read())
    with open(os.path.join(folder, "small.dat"), "wb") as file:
        file.write(data)
    with open(os.path.join(folder, "small.s"), "w") as file:
        file.write(f'.section .rodata\n.globl __wrap_{symbol}\n.balign 16\n__wrap_{symbol}:\n'
                   '.incbin "small.dat"\n.section .note.GNU-stack,"",@progbits\n')
    run(clang, "-c", "small.s", "-o", "icu.o")
    for name in ["all.dat", member]:
        os.remove(os.path.join(folder, name))
    # The name is another one for the linker, so that the whole data is never asked for.
    return f"-Xlinker {os.path.realpath(folder)}/icu.o -Xlinker --wrap={symbol}"


if __name__ == "__main__":
    try:
        print(make(sys.argv[1], sys.argv[2]) or "")
    except (ValueError, OSError, KeyError, subprocess.CalledProcessError) as trouble:
        print(f"small-icu.py: {trouble}; all of ICU's data is linked", file=sys.stderr)
