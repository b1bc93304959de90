#!/usr/bin/python3
"""Real faults of real disks: tests/faults.py PROGRAM

Runs the program on a small file system of its own that is full, that becomes read-only, or that is taken away, and with
as few file handles as it takes to begin. Each time the program ends with a sentence, what was saved is as it was, and
the same job is done when the fault is over. Ends with one line: how many faults were tried.

It mounts in a namespace of its own, so it needs Linux and `unshare`; nothing outside it changes.
"""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PHOTO = sorted((ROOT / "assets/sample/photos").glob("*.jpg"))[0]
PEOPLE = "Family name (English),Given name (English)\n" + "".join(f"Chan{i},Mei{i}\n" for i in range(1, 400))


class Desk:
    """One event on a disk of eight megabytes."""

    def __init__(self, program, disk):
        self.program, self.disk, self.event = program, disk, disk / "event"
        self.elsewhere = pathlib.Path(tempfile.mkdtemp(prefix="faults-"))
        self.people = self.elsewhere / "people.csv"
        self.people.write_text(PEOPLE)
        self.mount("size=8m")
        self.works("new", self.event, "--title", "Forum")
        self.saved = self.text()

    def mount(self, options):
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", self.disk], check=True)

    def unmount(self):
        subprocess.run(["umount", "--lazy", self.disk], check=True)

    def text(self):
        return (self.event / "event.ron").read_text()

    def files(self):
        """What is in the event's folder, but for the photos of versions: one that is kept before its version is written
        is what the next issue keeps."""
        kept = self.event / "versions/photos"
        return sorted(path for path in self.event.rglob("*") if path.is_file() and kept not in path.parents)

    def run(self, words, handles=None):
        env = dict(os.environ, HOME=str(self.elsewhere), LC_ALL="C.UTF-8")
        shell = f"ulimit -n {handles}; exec \"$0\" \"$@\"" if handles else "exec \"$0\" \"$@\""
        return subprocess.run(["bash", "-c", shell, self.program, *map(str, words)], env=env, cwd=self.elsewhere,
                              capture_output=True, text=True, timeout=120)

    def works(self, *words, handles=None):
        ran = self.run(words, handles)
        assert ran.returncode == 0, (words, ran)

    def fails(self, *words, saying, handles=None):
        """The job is not done, and a sentence says why; nothing of the event is another than it was."""
        ran = self.run(words, handles)
        assert ran.returncode == 2, (words, ran)
        assert any(word in ran.stderr for word in saying), (words, ran.stderr)
        assert "panicked" not in ran.stderr, ran.stderr
        return ran.stderr

    def fill(self):
        with open(self.disk / "filler", "wb", buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError:
                pass

    def make_room(self):
        (self.disk / "filler").unlink()


def jobs(desk):
    """Everything that writes into the event's folder or beside it, with the words of a command."""
    return {
        "saving": ("import", desk.event, desk.people),
        "a photo": ("photos", "add", desk.event, PHOTO),
        "a version": ("issue", desk.event),
        "a PDF": ("print", desk.event, "--paper", "programme", "--out", desk.disk / "programme.pdf"),
        "an export": ("export", desk.event, "--format", "rundown.xlsx", "--out", desk.disk / "rundown.xlsx"),
    }


def no_room(desk):
    count = 0
    for what, words in jobs(desk).items():
        before = desk.text()
        files = desk.files()
        desk.fill()
        desk.fails(*words, saying=["no room left"])
        assert desk.text() == before, what
        assert desk.files() == files, f"{what} left something behind"
        desk.make_room()
        desk.works(*words)
        for made in desk.disk.glob("*.*"):
            made.unlink()
        count += 1
    return count


def read_only(desk):
    count = 0
    subprocess.run(["mount", "-o", "remount,ro", desk.disk], check=True)
    for words in jobs(desk).values():
        desk.fails(*words, saying=["can only be read"])
        assert desk.text() == desk.saved
        count += 1
    subprocess.run(["mount", "-o", "remount,rw", desk.disk], check=True)
    desk.works(*jobs(desk)["saving"])
    return count


def taken_away(desk):
    desk.unmount()
    for words in jobs(desk).values():
        desk.fails(*words, saying=["event"])
    assert not any(desk.disk.iterdir()), "something was made where the disk had been"
    return len(jobs(desk))


def few_handles(desk):
    """From too few to begin with up to enough: each run does the whole job, or leaves the event as it was."""
    done = 0
    for handles in range(4, 40):
        before = desk.text()
        ran = desk.run(jobs(desk)["saving"], handles)
        assert "panicked" not in ran.stderr, ran.stderr
        if ran.returncode == 0:
            done += 1
            break
        assert desk.text() == before, handles
    assert done == 1, "there were never enough handles"
    return handles - 4


def main():
    program = os.path.abspath(sys.argv[1])
    if os.environ.get("FAULTS_INSIDE") != "1":
        inside = dict(os.environ, FAULTS_INSIDE="1")
        outer = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]
        sys.exit(subprocess.run([*outer, sys.executable, __file__, program], env=inside).returncode)
    tried = {}
    for fault in (no_room, read_only, taken_away, few_handles):
        with tempfile.TemporaryDirectory() as disk:
            try:
                tried[fault.__name__] = fault(Desk(program, pathlib.Path(disk)))
            finally:
                subprocess.run(["umount", "--lazy", disk], stderr=subprocess.DEVNULL)
    print(f"{sum(tried.values())} faults lost nothing: {tried}")


main()
