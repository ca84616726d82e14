"""Runs of the command in which strace lets something go wrong, and what they leave behind."""
import collections
import os
import re
import shutil
import signal
import subprocess
import tempfile

Ended = collections.namedtuple("Ended", "what status said complained is_reached")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)
# What the tables call a call, as strace writes it.
CALLS = {
    "create": r"openat\(.*O_CREAT", "open": r"openat\((?!.*(?:O_CREAT|O_DIRECTORY))", "opendir": r"openat\(.*O_DIRECTORY",
    "readdir": r"getdents64\(", "stat": r"newfstatat\((?!.*(?:NOFOLLOW|EMPTY_PATH))", "lstat": r"newfstatat\(.*NOFOLLOW",
    "access": r"f?access", "rename": r"rename", "mkdir": r"mkdir", "unlink": r"unlink", "read": r"read\(", "write": r"write\(",
    "close": r"close\(", "fsync": r"fsync\(", "fchmod": r"fchmod\(", "fchown": r"fchown\(", "any": r"\w+\(",
}
TRACED = "openat,getdents64,newfstatat,access,/faccessat,/rename,/mkdir,/unlink,read,write,close,fsync,fchmod,fchown"


class Failed(Exception):
    """Something is not as it should be."""


def need(is_so, *what):
    if not is_so:
        raise Failed(": ".join(map(str, what)))


def as_started_by_hand():
    """No signal is ignored, as it may be for what runs in the background."""
    for number in SIGNALS[:3]:
        signal.signal(number, signal.SIG_DFL)


def files_in(folder):
    """The bytes of each file, by its path."""
    found = {}
    for root, _, names in os.walk(folder):
        for path in (os.path.join(root, name) for name in names):
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    found[os.path.relpath(path, folder)] = file.read()
    return found


class Place:
    """A folder as it is before each run, and the command, which runs in a copy of it."""

    def __init__(self, trace, careless=""):
        self.trace, self.careless, self.runs = trace, careless, 0
        self.scratch = tempfile.TemporaryDirectory()
        self.before, self.now, self.log = (os.path.join(self.scratch.name, name) for name in ("before", "now", "log"))

    def settle(self, files):
        """What is there before each run."""
        shutil.rmtree(self.before, ignore_errors=True)
        for name, content in files.items():
            path = os.path.join(self.before, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(content)

    def run(self, arguments, call=None, fault="", typed=os.devnull):
        """The command, with a fault in a call, which is (its name in the system, how many of that name come up to it)."""
        shutil.rmtree(self.now, ignore_errors=True)
        shutil.copytree(self.before, self.now)
        injected = ["-e", f"inject={call[0]}:{fault}:when={call[1]}"] if call else []
        command = ["strace", "-y", "-s0", "-o", self.log, "-e", f"trace={TRACED}", *injected, *self.trace, *arguments.split()]
        with open(os.path.join(self.before, typed), "rb") as source:
            done = subprocess.run(command, cwd=self.now, stdin=source, capture_output=True, timeout=30, check=False,
                                  env={**os.environ, "SWIFT_BACKTRACE": "enable=no"}, preexec_fn=as_started_by_hand)
        self.runs += 1
        is_reached = "(INJECTED)" in self.logged() or "--- SIG" in self.logged() or "+++ killed" in self.logged()
        ended = Ended(f"{fault} in {call}: trace {arguments}", done.returncode, done.stdout, done.stderr.decode(errors="replace"), is_reached)
        return self.spoiled(ended, arguments.split(), fault) if self.careless else ended

    def logged(self):
        with open(self.log, encoding="utf-8", errors="replace") as file:
            return file.read()

    def calls(self, kind, on):
        """The calls of a kind that have to do with a path, or with a stream (0 or 1), in the last run."""
        counts = collections.Counter()
        for line in self.logged().splitlines():
            name = line.split("(")[0]
            counts[name] += 1
            is_meant = line.startswith(f"{name}({on}<") if on in ("0", "1") else on in line.replace(self.now, "")
            if re.match(CALLS[kind], line) and is_meant:
                yield name, counts[name]

    def spoiled(self, ended, arguments, fault):
        """How it would have ended if the command were careless in the way of this place."""
        if self.careless == "gives up" and "EINTR" in fault:
            return ended._replace(status=74)
        if self.careless == "forgets the end" and fault:
            return ended._replace(said=ended.said[:-1])
        if ended.status and self.careless == "loses the old file" and "--output" in arguments:
            open(os.path.join(self.now, arguments[arguments.index("--output") + 1]), "w").close()
        if ended.status and self.careless == "leaves something behind":
            open(os.path.join(self.now, "left.tmp"), "w").close()
        is_silent, is_happy = self.careless == "says nothing", self.careless == "takes it for success"
        return ended._replace(complained="" if is_silent else ended.complained, status=0 if is_happy else ended.status)

    def undisturbed(self, arguments, typed=os.devnull):
        """How a run ends to which nothing happens, and the files after it."""
        ended = self.run(arguments, typed=typed)
        need(ended.status == 0, ended.what, f"ends with {ended.status}", ended.complained)
        return ended, files_in(self.now)

    def each_whole(self, ended, after, left_behind=None):
        """Every file is that of before or that of after, and all of those before are there."""
        before, now = files_in(self.before), files_in(self.now)
        for path, content in now.items():
            is_one = content in (before.get(path), after.get(path)) or (left_behind and left_behind in path)
            need(is_one, ended.what, f"{path} is neither the old one nor the new one")
        need(before.keys() <= now.keys(), ended.what, f"{sorted(before.keys() - now.keys())} is gone")

    def suffers(self, on, fatal, harmless, arguments, status=74, words="cannot write ", typed=os.devnull):
        """Each fault in each of its calls: a fatal one ends in one sentence, of a harmless one nothing is seen."""
        whole, after = self.undisturbed(arguments, typed)
        log = {kind: list(self.calls(kind, on)) for kind in CALLS}
        for fault in fatal.split() + harmless.split():
            kind, happens = fault.split(":")
            need(log[kind], whole.what, f"there is no call to {kind} on {on}")
            for call in log[kind]:
                ended = self.run(arguments, call, "retval=0" if happens == "nothing" else f"error={happens}", typed)
                need(ended.is_reached, ended.what, "is not reached")
                # What was only looked at may be closed as it likes.
                may_succeed = kind == "close" and len(log[kind]) > 1 and ended.status == 0
                if fault in fatal.split() and not may_succeed:
                    one_sentence(ended, status, words)
                    self.each_whole(ended, after)
                    before = files_in(self.before)
                    is_single = sum(after[path] != before.get(path) for path in after) == 1
                    need(not is_single or files_in(self.now) == before, ended.what, "something is written")
                else:
                    self.goes_on(ended, after, whole.said, kind, happens)

    def goes_on(self, ended, after, said, kind, happens):
        need(ended.status == 0, ended.what, f"ends with {ended.status}", ended.complained)
        if happens == "EPIPE":
            return need(not ended.complained, ended.what, "complains of a reader who leaves")
        now = {path: content for path, content in files_in(self.now).items() if kind != "unlink" or ".trace-" not in path}
        need((now, ended.said) == (after, said), ended.what, "something else is written")

    def signalled(self, arguments, step=1):
        """A signal in each call that has to do with the new file, or in every so many; a kill leaves that file behind."""
        whole, after = self.undisturbed(arguments)
        calls = list(self.calls("any", ".trace-"))
        need(calls, whole.what, "there is no call on a new file")
        for number in SIGNALS:
            for call in calls[::step]:
                ended = self.run(arguments, call, f"signal={number.name}")
                need(ended.is_reached, ended.what, "is not reached")
                # A training that is ended writes what it has learnt.
                is_ended = ended.status in (128 + number, -number) or (arguments.startswith("train") and ended.status == 0)
                need(is_ended, ended.what, f"ends with {ended.status}, not {128 + number}")
                self.each_whole(ended, after, ".trace-" if number == signal.SIGKILL else None)


def one_sentence(ended, status, words):
    """One error that says these words; only that of a file's content has more lines, which show the place."""
    lines = ended.complained.splitlines()
    need(ended.status == status, ended.what, f"ends with {ended.status}, not {status}", ended.complained)
    is_one = lines and "error: " in lines[0] and words in lines[0] and not lines[0].endswith(": ")
    is_alone = ended.complained.count("error: ") == 1 and (status == 65 or len(lines) == 1)
    need(is_one and is_alone, ended.what, f"is not one sentence with: {words}", ended.complained)
