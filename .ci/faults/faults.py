#!/usr/bin/env python3
"""What goes wrong around the command: full disks, files that cannot be read, signals. Each time there is one clear sentence,
and each file is the old one or the new one, byte for byte.

usage: faults.py TRACE     needs strace

strace lets single calls to the system fail, one after the other to the last one of a run. Signals come in each call that
has to do with a new file: between two of them nothing changes on the disk. At last the same is done with a command that is
careless in some way: each must be found out.
"""
import os
import subprocess
import sys

from place import Failed, Place, files_in, need, one_sentence

FATAL = ("create:ENOSPC create:EACCES create:EMFILE create:EROFS fchmod:EPERM write:ENOSPC write:EIO write:EDQUOT write:EFBIG "
         "write:EPIPE write:nothing fsync:EIO fsync:ENOSPC fsync:EDQUOT close:EIO close:EDQUOT rename:EACCES rename:EBUSY rename:EIO")
HARMLESS = ("create:EINTR fchown:EPERM fchmod:EINTR write:EINTR write:EAGAIN fsync:EINTR fsync:EINVAL "
            "fsync:EOPNOTSUPP close:EINTR rename:EINTR")
FEW = "create:EACCES write:ENOSPC write:EPIPE fsync:EIO close:EDQUOT rename:EBUSY"
UNREAD = "open:EACCES open:EIO open:EMFILE open:ENOENT open:ELOOP read:EIO"
SLOW = "read:EINTR read:EAGAIN"
TRAINING = "train --lesson xor --epochs 2 --batch 2 --output out.json"
CHAIN = "train --lesson mine.json --epochs 1 --batch 1 --output out.json"


def things(place):
    """A lesson, answers to it, what was written before, a course of one lesson, and its site with other digits."""
    mine = subprocess.run([*place.trace, "lessons", "single-chain"], capture_output=True, check=True).stdout
    sheet = b"trace: lesson=mine.json\nz1 = 0.66\n"
    old = {f"out.{ending}": b"as it was\n" for ending in ("md", "tex", "html", "txt", "json")}
    place.settle({"mine.json": mine, "course/a.json": mine, "sheet.md": sheet, "typed": b"0.66\n",
                  "class/a.md": sheet.replace(b"mine.json", b"single-chain"), **old})
    place.undisturbed("build --lessons course --digits 3 --output site")
    place.settle(files_in(place.now))


def check_writing(place):
    place.suffers(".trace-", FATAL, HARMLESS, "--lesson two-neurons --output out.md")
    for ending in "tex", "html", "txt", "json":
        place.suffers(".trace-", FEW, "", f"--lesson two-neurons --output out.{ending}")
    for on, fatal, harmless, arguments, *others in (
        (".trace-", FEW, "", "worksheet --lesson two-neurons --output out.html"),
        (".trace-", FEW, "", "check sheet.md --output out.html"),
        ("out.md", "stat:EACCES stat:EIO access:EACCES access:EROFS", "lstat:EACCES", "--lesson two-neurons --output out.md"),
        (".trace-", FEW, "fsync:EINVAL unlink:EIO", TRAINING + " --plot out.txt"),
        (".trace-", "create:ENOSPC write:ENOSPC close:EIO rename:EIO", "", "--lesson single-chain --figures --output out.md"),
        ("figures", "mkdir:ENOSPC mkdir:EACCES stat:EIO", "mkdir:EINTR", "--lesson single-chain --figures --output out.md"),
        # A new file: nothing is there afterwards.
        (".trace-", "create:ENOSPC write:ENOSPC fsync:EIO close:EIO rename:EIO", "write:EINTR", "--lesson xor --output new.md"),
        # A course over an older one, and in no folder yet.
        (".trace-", "create:EDQUOT write:ENOSPC close:EIO rename:EACCES", "fsync:EOPNOTSUPP", "build --lessons course --output site"),
        ("site/", "access:EACCES", "", "build --lessons course --output site"),
        ("new", "mkdir:EDQUOT", "", "build --lessons course --output new/er"),
    ):
        place.suffers(on, fatal, harmless, arguments, *others)
    place.suffers(".trace-", FEW, "", "practice --lesson mine.json --output session.txt", typed="typed")


def check_reading(place):
    for on, fatal, harmless, arguments, *typed in (
        ("mine.json", UNREAD, f"open:EINTR {SLOW}", "--lesson mine.json --output out.md"),
        ("sheet.md", UNREAD, f"open:EINTR {SLOW}", "check sheet.md --output out.md"),
        ("mine.json", UNREAD, "", "check sheet.md --output out.md"),
        ("sheet.md", "stat:EACCES", "", "check sheet.md --output out.md"),
        ("mine.json", UNREAD, "", CHAIN),
        ("mine.json", "open:EACCES read:EIO", "", "train --lesson single-chain --epochs 0 --accuracy-on mine.json"),
        ("0", "read:EIO", SLOW, "--lesson - --output out.md", "mine.json"),
        ("0", "read:EIO", SLOW, "check - --output out.md", "sheet.md"),
        ("0", "", SLOW, "practice --lesson mine.json --output session.txt", "typed"),
        ("course", "opendir:EACCES opendir:EIO readdir:EIO", "", "build --lessons course --output new"),
        ("class", "opendir:EACCES readdir:EIO", "", "check class --output out.md"),
    ):
        place.suffers(on, fatal, harmless, arguments, 66, "cannot read ", *typed)


def check_output(place):
    """Standard output: full, failing in the middle, left by its reader; only the end may bring it to light."""
    for arguments in ("--lesson two-neurons", "--lesson two-neurons --format html", "--lesson two-neurons --format json",
                      "worksheet --lesson two-neurons", "check sheet.md", "train --lesson xor --epochs 2 --batch 2",
                      "build --lessons course --output site", "practice --lesson mine.json", "lessons", "lessons digit", "--version"):
        place.suffers("1", "write:ENOSPC write:EIO close:EDQUOT", f"{SLOW.replace('read', 'write')} write:EPIPE", arguments,
                      words="cannot write standard output: ", typed="typed")


def check_signals(place):
    for arguments in "--lesson two-neurons --output out.md", "worksheet --lesson xor --output out.html", TRAINING + " --plot out.txt":
        place.signalled(arguments)
    place.signalled("build --lessons course --output site", step=9)


def check_strange_files(place):
    """What tests cannot have: little memory, no permission, which does not bind root, and no folder."""
    trace = place.trace
    bound = "setpriv --bounding-set=-all --inh-caps=-all" if os.getuid() == 0 else ""
    for before, arguments, status, words in (
        ("ulimit -v 1048576", "check /dev/urandom --lesson xor", 65, "is larger than"),
        ("ln -s circle.md circle.md", "--lesson xor --output circle.md", 74, "its symbolic links form a loop"),
        ("true", f"--lesson xor --output {'a/' * 3000}.md", 74, "its name is too long"),
        ("cp sheet.md $(printf 'class/M\\374ller.md')", "check class", 66, "cannot read "),
        ("ln -s nowhere course/gone.json", "build --lessons course --output new", 66, "cannot read "),
        ("chmod 000 mine.json", "--lesson mine.json", 66, "permission denied"),
        ("chmod 444 out.md", "--lesson xor --output out.md", 74, "permission denied"),
        ("chmod 555 site", "--lesson xor --output site/new.md", 74, "permission denied"),
        ("chmod 555 site", "build --output site", 74, "permission denied"),
        ("mkdir gone && cd gone && rmdir $PWD", "--lesson xor --output a.md", 74, "its directory does not exist"),
    ):
        place.trace = ["/bin/sh", "-c", f'{before} && exec {bound} "$@"', "sh", *trace]
        one_sentence(place.run(arguments), status, words)
        need(files_in(place.before).items() <= files_in(place.now).items(), before, arguments[:80], "something is written")
    place.trace = trace


CHECKS = (check_writing, check_reading, check_output, check_signals, check_strange_files)
CARELESS = [
    ("says nothing", check_writing, "is not one sentence"), ("takes it for success", check_writing, "ends with 0, not 74"),
    ("loses the old file", check_writing, "neither the old one nor the new"), ("gives up", check_writing, "ends with 74"),
    ("leaves something behind", check_writing, "neither the old one nor the new"),
    ("leaves something behind", check_signals, "neither the old one nor the new"),
    ("forgets the end", check_output, "something else is written"), ("takes it for success", check_reading, "ends with 0, not 66"),
    ("takes it for success", check_strange_files, "ends with 0, not 65"),
]


def main(trace):
    for check in CHECKS:
        place = Place([trace])
        things(place)
        check(place)
        print(f"{place.runs} runs: {check.__name__}", flush=True)
    for kind, check, words in CARELESS:
        place = Place([trace])
        things(place)
        place.careless = kind
        try:
            check(place)
        except Failed as problem:
            need(words in str(problem), f"a command that {kind} is refused for something else", problem)
        else:
            raise Failed(f"nobody sees a command that {kind}, in {check.__name__}")
    print(f"{len(CARELESS)} careless commands are found out")


if __name__ == "__main__":
    try:
        main(os.path.abspath(sys.argv[1]))
    except Failed as problem:
        sys.exit(f"error: {problem}")
