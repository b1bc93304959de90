#!/usr/bin/python3
"""The main job in a real window, by what a screen reader sees: tests/window.py PROGRAM

With a folder as well (tests/window.py PROGRAM assets/pictures) it makes the README's pictures instead.

A secretary opens the sample, gives a session another title, drops a photo on it, saves, and prints the
programme. Starts a display, a window manager and an accessibility bus of its own; .ci/run names the
packages. All of it happens where there is no network, and every socket that the program asks for is
written down: none may be for a network. Ends with one line: how many of its steps passed and failed.
"""

import os
import pathlib
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
import zlib

SIZE = (1366, 768)
PATIENCE = 30  # seconds, for whatever should happen at once
TITLE = 'Welcome to the harbour: boat #7 & "crew"'
UNSAVED = "Typed just before the lights went out"
PHOTO = "harbour boats 7.png"


def eventually(what, condition, seconds=PATIENCE):
    """The first true answer of a condition; an error that says what never came."""
    end = time.monotonic() + seconds
    while True:
        answer = condition()
        if answer:
            return answer
        assert time.monotonic() < end, f"not within {seconds} s: {what}"
        time.sleep(0.2)


def run(*words):
    words = [str(word) for word in words]
    return subprocess.run(words, capture_output=True, text=True, check=False, timeout=2 * PATIENCE)


class Desktop:
    """A display with a window manager and an accessibility bus. dbus-run-session has made the session's bus."""

    def __init__(self, home):
        self.processes = []
        reading, writing = os.pipe()
        self.start("Xvfb", "-displayfd", writing, "-screen", 0, f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp",
                   pass_fds=[writing])
        os.close(writing)
        number = os.fdopen(reading).readline().strip()
        assert number, "Xvfb did not start"
        os.environ.update(DISPLAY=f":{number}", LIBGL_ALWAYS_SOFTWARE="1", LC_ALL="C.UTF-8", HOME=str(home),
                          XDG_CONFIG_HOME=f"{home}/config", XDG_DATA_HOME=f"{home}/data",
                          XDG_CACHE_HOME=f"{home}/cache", XDG_STATE_HOME=f"{home}/state")
        os.environ.pop("WAYLAND_DISPLAY", None)
        self.start("openbox")
        self.start("/usr/libexec/at-spi-bus-launcher", "--launch-immediately", "--a11y=1", "--screen-reader=1")
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self.bus = Atspi
        eventually("the accessibility bus", lambda: Atspi.init() in (0, 1))

    def start(self, *words, **options):
        process = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, **options)
        self.processes.append(process)
        return process

    def end(self):
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()


class Window:
    """The running program, as its user has it before them."""

    def __init__(self, desktop, *words):
        self.bus = desktop.bus
        self.process = desktop.start(*words)
        self.id = eventually("a window", self.visible)
        eventually("the program on the accessibility bus", self.root)

    def visible(self):
        assert self.process.poll() is None, f"the program ended with {self.process.returncode}"
        found = run("xdotool", "search", "--onlyvisible", "--pid", self.process.pid).stdout.split()
        return int(found[-1]) if found else None

    def title(self):
        return run("xdotool", "getwindowname", self.id).stdout.strip()

    def root(self):
        desktop = self.bus.get_desktop(0)
        programs = [desktop.get_child_at_index(n) for n in range(desktop.get_child_count())]
        return next((one for one in programs if one and one.get_process_id() == self.process.pid), None)

    def controls(self):
        """Every control as (role, name, control); one that goes while we look is left out."""
        waiting = [self.root()]
        while waiting:
            control = waiting.pop()
            try:
                yield control.get_role_name(), control.get_name() or "", control
                waiting.extend(control.get_child_at_index(n) for n in range(control.get_child_count()))
            except Exception:  # GLib's own error, or None for a child that is gone
                continue

    def find(self, role, name):
        """The control of this role whose whole name fits the pattern."""
        def look():
            return next((control for is_role, is_name, control in self.controls()
                         if is_role == role and re.fullmatch(name, is_name)), None)
        return eventually(f"{role} {name!r}", look)

    def names(self, role):
        return [is_name for is_role, is_name, _ in self.controls() if is_role == role]

    def text(self, control):
        return self.bus.Text.get_text(control, 0, -1)

    def middle(self, control):
        box = self.bus.Component.get_extents(control, self.bus.CoordType.SCREEN)
        return box.x + box.width // 2, box.y + box.height // 2

    def click(self, control):
        run("xdotool", "mousemove", *self.middle(control))
        time.sleep(0.2)
        run("xdotool", "click", 1)
        time.sleep(0.3)

    def keys(self, *keys):
        run("xdotool", "key", "--clearmodifiers", *keys)
        time.sleep(0.3)

    def fill(self, control, text):
        self.click(control)
        self.keys("ctrl+a")
        run("xdotool", "type", "--clearmodifiers", "--delay", 30, text)

    def drop(self, path, control):
        """Lets a file fall on a control, as a file manager does."""
        at = self.middle(control)
        run("xdotool", "mousemove", *at)
        Drag(self.id, pathlib.Path(path).as_uri()).to(*at)
        # After a real drop the pointer is over the window, and moves on.
        run("xdotool", "mousemove", at[0] + 2, at[1] + 1)


class Drag:
    """A drag of one address from another program, by version 5 of the X drag-and-drop protocol."""

    def __init__(self, window, address):
        from Xlib import X, display
        self.x = X
        self.display = display.Display()
        self.window = self.display.create_resource_object("window", window)
        self.source = self.display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        self.payload = (address + "\r\n").encode()
        self.list_type = self.atom("text/uri-list")
        self.source.set_selection_owner(self.atom("XdndSelection"), X.CurrentTime)

    def atom(self, name):
        return self.display.intern_atom(name)

    def tell(self, message, *values):
        from Xlib.protocol import event
        data = [self.source.id, *values] + [0] * (4 - len(values))
        self.window.send_event(event.ClientMessage(
            window=self.window, client_type=self.atom(message), data=(32, data)), event_mask=0)
        self.display.flush()

    def hand_over(self, request):
        """Answers the window's question for what is dragged."""
        from Xlib.protocol import event
        known = request.target == self.list_type
        if known:
            request.requestor.change_property(request.property, self.list_type, 8, self.payload)
        request.requestor.send_event(event.SelectionNotify(
            time=request.time, requestor=request.requestor, selection=request.selection, target=request.target,
            property=request.property if known else self.x.NONE))
        self.display.flush()

    def answer(self, message):
        """Waits until the window says this, and gives its values."""
        def next_event():
            while self.display.pending_events():
                event = self.display.next_event()
                if event.type == self.x.SelectionRequest:
                    self.hand_over(event)
                elif event.type == self.x.ClientMessage and event.client_type == self.atom(message):
                    return event.data[1]
            return None
        return eventually(f"{message} from the window", next_event)

    def to(self, x, y):
        self.tell("XdndEnter", 5 << 24, self.list_type)
        for step in range(4):
            place = (x + step) << 16 | y
            self.tell("XdndPosition", 0, place, self.x.CurrentTime, self.atom("XdndActionCopy"))
            status = self.answer("XdndStatus")
        assert status[1] & 1, "the window takes no files here"
        self.tell("XdndDrop", 0, self.x.CurrentTime)
        self.answer("XdndFinished")


def png(path, width, height, rows):
    """Writes a PNG of these rows of red, green and blue."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head)
                     + chunk(b"IDAT", zlib.compress(b"".join(b"\0" + row for row in rows), 9)) + chunk(b"IEND", b""))


def picture(path, width=96, height=64):
    """Draws a picture of a few colours."""
    png(path, width, height, [bytes(v for x in range(width) for v in (x * 2, y * 3, 120)) for y in range(height)])


def shot(path):
    """What the display shows, as a PNG."""
    from Xlib import X, display
    root = display.Display().screen().root
    seen = root.get_image(0, 0, *SIZE, X.ZPixmap, 0xFFFFFFFF).data
    width = SIZE[0] * 4
    rows = [seen[top:top + width] for top in range(0, len(seen), width)]
    png(path, *SIZE, [bytes(v for x in range(0, width, 4) for v in (row[x + 2], row[x + 1], row[x])) for row in rows])


def pictures(program, folder):
    """The README's pictures: the window with a session chosen, and a page of the programme."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="runsheet-window-") as temp:
        journey = Journey(program, pathlib.Path(temp))
        journey.the_sample_opens_in_a_window()
        # The decoration takes some of the display.
        run("xdotool", "windowsize", "--sync", journey.window.id, SIZE[0] - 4, SIZE[1] - 26)
        run("xdotool", "windowmove", journey.window.id, 0, 0)
        journey.window.click(journey.window.find("list item", "Welcome remarks"))
        run("xdotool", "mousemove", SIZE[0] - 1, SIZE[1] - 1)
        time.sleep(2)
        shot(folder / "window.png")
        journey.desktop.end()
        pdf = pathlib.Path(temp) / "programme.pdf"
        words = ["print", journey.event, "--paper", "programme", "--language", "en+zh-Hant", "--out", pdf]
        printed = run(program, *words)
        assert printed.returncode == 0, printed.stderr
        run("pdftoppm", "-r", 80, "-f", 2, "-l", 2, "-png", "-singlefile", pdf, folder / "programme")


class Journey:
    """The steps, in their order: each needs those before it."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        # Writes down what the program and all that it starts ask of the system to do with sockets, a file a process.
        self.watched = ["strace", "-D", "-ff", "-qq", "--seccomp-bpf", "-e", "trace=network", "-e", "signal=none",
                        "-o", folder / "sockets", program]
        self.event = folder / "sample"
        self.photo = folder / PHOTO
        self.desktop = self.window = None

    def saved(self):
        return (self.event / "event.ron").read_text(encoding="utf-8")

    def the_sample_opens_in_a_window(self):
        written = run(*self.watched, "sample", self.event)
        assert written.returncode == 0, written.stderr
        self.desktop = Desktop(self.folder / "home")
        self.window = Window(self.desktop, *self.watched, self.event)
        eventually("the rows of the run-of-show", lambda: len(self.window.names("list item")) > 5)

    def a_chosen_session_has_its_form_beside_it(self):
        row = self.window.find("list item", ".*[Ww]elcome.*")
        name = row.get_name()
        self.window.click(row)
        field = self.window.find("entry", r"Title \(English\)")
        eventually(f"{name!r} in the form", lambda: self.window.text(field) in name)

    def a_title_that_is_typed_is_in_the_row_at_once(self):
        self.window.fill(self.window.find("entry", r"Title \(English\)"), TITLE)
        self.window.find("list item", f".*{re.escape(TITLE)}.*")

    def a_photo_falls_on_its_session(self):
        picture(self.photo)
        self.window.drop(self.photo, self.window.find("list item", f".*{re.escape(TITLE)}.*"))
        kept = self.event / "photos" / PHOTO
        eventually("the photo in the event's folder", kept.exists)
        assert kept.read_bytes() == self.photo.read_bytes(), "the copy differs from the photo"

    def saving_keeps_the_title_and_the_photo(self):
        assert PHOTO not in self.saved(), "it was saved before anybody asked"

        def is_saved():
            self.window.keys("ctrl+s")
            return PHOTO in self.saved()
        eventually("the photo in event.ron", is_saved)
        saved = self.saved()
        written = TITLE.replace('"', '\\"')
        assert written in saved, "the title is not in event.ron"
        session = re.findall(r'id: "([0-9a-f-]{36})"', saved[:saved.index(written)])[-1]
        rest = saved[saved.index(PHOTO):].partition("file:")[0]
        assert session in rest, "the photo is not with its session"

    def the_programme_is_printed_with_the_title(self):
        out = self.folder / "programme.pdf"
        words = ["print", self.event, "--paper", "programme", "--language", "en", "--out", out]
        printed = run(*self.watched, *words)
        assert printed.returncode == 0, printed.stderr
        assert str(out) in printed.stdout, printed.stdout
        text = run("pdftotext", out, "-").stdout.translate({0x201c: '"', 0x201d: '"'})
        assert TITLE in " ".join(text.split()), "the title is not in the text of the PDF"

    def a_title_outlives_a_kill(self):
        """Typed, not saved, and the program ended as a power cut ends it: the next start offers it."""
        before = self.saved()
        self.window.fill(self.window.find("entry", r"Title \(English\)"), UNSAVED)
        self.window.find("list item", f".*{re.escape(UNSAVED)}.*")
        journals = self.event / ".runsheet" / "journal"

        def is_on_disk():
            return any(UNSAVED.encode() in file.read_bytes() for file in journals.glob("*.journal"))
        eventually("the title in the journal", is_on_disk)
        self.window.process.kill()
        self.window.process.wait()
        assert self.saved() == before, "event.ron was written though nobody saved"
        self.window = Window(self.desktop, *self.watched, self.event)
        self.window.click(self.window.find("push button", "Open recovered"))
        self.window.find("list item", f".*{re.escape(UNSAVED)}.*")
        assert self.saved() == before, "what was recovered was saved though nobody asked"

        def is_saved():
            self.window.keys("ctrl+s")
            return UNSAVED in self.saved()
        eventually("what was recovered in event.ron", is_saved)

    def a_saved_event_closes_without_a_question(self):
        self.window.keys("alt+F4")
        eventually("the end of the program", lambda: self.window.process.poll() is not None)
        assert self.window.process.returncode == 0, f"it ended with {self.window.process.returncode}"

    def no_socket_was_for_a_network(self):
        cards = [name for _, name in socket.if_nameindex()]
        assert cards == ["lo"], f"all of it should have happened without a network, and there were {cards}"
        calls = [call for file in self.folder.glob("sockets.*") for call in file.read_text().splitlines()]
        made = [call for call in calls if re.match(r"socket(pair)?\(", call)]
        assert made, "the sockets of the window are not written down"
        # The display and the buses of the session are sockets of this machine.
        strange = [call for call in made if not re.match(r"socket(pair)?\(AF_UNIX,", call)]
        strange += [call for call in calls if "AF_INET" in call or "sin_addr" in call]
        assert not strange, strange


def main(program):
    passed = failed = 0
    with tempfile.TemporaryDirectory(prefix="runsheet-window-") as folder:
        journey = Journey(pathlib.Path(program).resolve(), pathlib.Path(folder))
        steps = [name for name in vars(Journey) if not name.startswith("_") and name != "saved"]
        for name in steps:
            if failed:
                print(f"step {name} ... not reached, so failed")
                failed += 1
                continue
            try:
                getattr(journey, name)()
            except Exception as error:
                failed += 1
                print(f"step {name} ... FAILED: {error}")
                if journey.window and journey.window.process.poll() is None:
                    for role, label, _ in journey.window.controls():
                        print(f"    {role} {label!r}")
            else:
                passed += 1
                print(f"step {name} ... ok", flush=True)
        if journey.desktop:
            journey.desktop.end()
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--in-session"]:
        if len(words) == 3:
            sys.exit(pictures(pathlib.Path(words[1]).resolve(), pathlib.Path(words[2])))
        sys.exit(main(words[1]))
    if len(words) not in (1, 2):
        sys.exit(__doc__)
    session = ["dbus-run-session", "--", sys.executable, __file__, "--in-session", *words]
    # A network of its own, in which there is nothing.
    apart = ["unshare", "--net"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    os.execvp(apart[0], apart + session)
