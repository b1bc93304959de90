#!/usr/bin/python3
"""What is saved lasts through a loss of power: tests/durable.py PROGRAM

Watches with strace what the program asks of the system. Whatever gets a name in an event's folder has been synced
before it gets it, with nothing written to it afterwards; and the folder with the new name in it is synced before the
program ends. Ends with one line: how many names were looked at.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

CALLS = "write,pwrite64,writev,copy_file_range,sendfile,mkdir,mkdirat,fsync,fdatasync,rename,renameat,renameat2,link,linkat"


def watched(program, words, inside):
    """The calls of one run of the program, in order: each with its name, its arguments and what it gave."""
    log = inside / "calls"
    env = dict(os.environ, HOME=str(inside), LC_ALL="C.UTF-8")
    subprocess.run(["strace", "-f", "-y", "-s", "4096", "-o", str(log), "-e", "trace=" + CALLS, program, *words],
                   cwd=inside, env=env, check=True, stdout=subprocess.DEVNULL, timeout=120)
    calls, begun = [], {}
    for line in log.read_text(errors="replace").splitlines():
        pid, _, rest = line.partition(" ")
        rest = rest.strip()
        if rest.endswith("<unfinished ...>"):
            begun[pid] = rest.removesuffix("<unfinished ...>").rstrip()
            continue
        resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", rest)
        if resumed:
            rest = begun.pop(pid) + resumed.group(1)
        call = re.match(r"(\w+)\((.*)\)\s+= (-?\d+)", rest)
        if call:
            calls.append((call.group(1), call.group(2), int(call.group(3))))
    log.unlink()
    return calls


def named(words, cwd):
    """The paths in the arguments of a call that gives a name: each a text, below the folder that stands before it."""
    found = re.findall(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"([^"]*)"', words)
    return [os.path.normpath(os.path.join(folder or cwd, path)) for folder, path in found]


def check(program, words, inside):
    is_ours = lambda path: path.startswith(str(inside) + "/") and "/." not in path.removeprefix(str(inside))
    synced, waiting, count = set(), {}, 0
    for call, arguments, result in watched(program, words, inside):
        if result < 0:
            continue
        if call in ("fsync", "fdatasync"):
            path = re.search(r"<([^>]*)>", arguments).group(1)
            synced.add(path)
            waiting.pop(path, None)
        elif call.startswith(("write", "pwrite", "copy_file", "sendfile")):
            written = re.findall(r"\d+<([^>]*)>", arguments)
            synced.difference_update(written)
        elif call.startswith("mkdir"):
            new = named(arguments, str(inside))[0]
            if is_ours(new):
                waiting.setdefault(os.path.dirname(new), []).append(new)
                count += 1
        else:
            old, new = named(arguments, str(inside))
            if is_ours(new):
                assert old in synced, f"{words}: {new} got its name before its bytes were on the disk"
                waiting.setdefault(os.path.dirname(new), []).append(new)
                count += 1
    assert not waiting, f"{words}: names that a loss of power may take: {waiting}"
    return count


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        inside = pathlib.Path(folder).resolve()
        photo = pathlib.Path(__file__).parent.parent / "assets/sample/photos"
        photo = sorted(photo.glob("*.jpg"))[0]
        seen = {
            words[0]: check(program, words, inside)
            for words in (
                ["new", "deep/er/event", "--title", "Forum"],
                ["photos", "add", "deep/er/event", str(photo)],
                ["issue", "deep/er/event"],
                ["sample", "sample"],
            )
        }
        # Each run has given names: folders and files, the save and its backup.
        assert seen["new"] >= 6 and seen["photos"] >= 3 and seen["issue"] >= 3, seen
        print(f"{sum(seen.values())} names lasted: {seen}")


main()
