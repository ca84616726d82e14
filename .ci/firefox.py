"""Firefox without a window, driven through a socket in its own language (Marionette): no driver, nothing but itself."""
import itertools
import json
import os
import socket
import subprocess
import tempfile
import time

# The keys as WebDriver writes them.
KEYS = {"ArrowLeft": "\ue012", "ArrowRight": "\ue014", "Enter": "\ue007"}
# Any free port, which it writes to a file; and nothing that moves, so that nothing has to be waited for.
PREFERENCES = """user_pref("marionette.port", 0);
user_pref("ui.prefersReducedMotion", 1);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
"""
# The page has this size, however small a window may be, as in the view for developers.
LOOK = """const [width, height, scheme] = arguments, view = gBrowser.selectedBrowser;
for (const [name, length] of [["width", width], ["height", height]])
  for (const bound of ["min-", "", "max-"]) view.style.setProperty(bound + name, `${length}px`, "important");
Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", scheme === "dark" ? 0 : 1);
Services.console.reset();"""
# Not what it says of MathML: half of a formula, while the page comes in, is an error to it.
ERRORS = """return Services.console.getMessageArray().filter((one) => one instanceof Ci.nsIScriptError
  && one.category === "content javascript" && !(one.flags & Ci.nsIScriptError.warningFlag)).map((one) => one.errorMessage)"""


class Firefox:
    """Firefox with one page in it; use it in a `with`."""

    def __init__(self, command="firefox-esr"):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        with open(os.path.join(self.profile.name, "user.js"), "w", encoding="utf-8") as file:
            file.write(PREFERENCES)
        self.process = subprocess.Popen(
            [command, "--headless", "--no-remote", "--marionette", "--remote-allow-system-access", "--profile",
             self.profile.name], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.answers = socket.create_connection(("127.0.0.1", self.port())).makefile("rwb")
        self.numbers = itertools.count(1)
        # It speaks first.
        self.message()
        self.send("WebDriver:NewSession")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.answers.close()
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()

    def port(self):
        """The port on which it listens, once it does."""
        path = os.path.join(self.profile.name, "MarionetteActivePort")
        while not os.path.exists(path) or os.path.getsize(path) == 0:
            if self.process.poll() is not None:
                raise RuntimeError("Firefox does not start")
            time.sleep(0.05)
        with open(path, encoding="utf-8") as file:
            return int(file.read())

    def message(self):
        """The next message: its length in bytes, a colon, and JSON."""
        length = b""
        while not length.endswith(b":"):
            byte = self.answers.read(1)
            if not byte:
                raise RuntimeError("Firefox has gone")
            length += byte
        return json.loads(self.answers.read(int(length[:-1])))

    def send(self, command, **parameters):
        """What it answers to a command."""
        text = json.dumps([0, next(self.numbers), command, parameters]).encode()
        self.answers.write(b"%d:%s" % (len(text), text))
        self.answers.flush()
        _, _, error, answer = self.message()
        if error:
            raise RuntimeError(f"{command}: {error['message']}")
        return answer

    def run(self, script):
        """The value of an expression in the page."""
        return self.send("WebDriver:ExecuteScript", script=f"return ({script})", args=[])["value"]

    def in_window(self, script, *arguments):
        """The value of a function's body in the window around the page."""
        self.send("Marionette:SetContext", value="chrome")
        try:
            return self.send("WebDriver:ExecuteScript", script=script, args=arguments)["value"]
        finally:
            self.send("Marionette:SetContext", value="content")

    def open(self, path, width=1000, height=900, scheme="light"):
        """A page, loaded, in a window of this size."""
        self.in_window(LOOK, width, height, scheme)
        self.send("WebDriver:Navigate", url="file://" + os.path.abspath(path))

    def press(self, key):
        """A key, down and up."""
        pressed = [{"type": kind, "value": KEYS[key]} for kind in ("keyDown", "keyUp")]
        self.send("WebDriver:PerformActions", actions=[{"type": "key", "id": "keyboard", "actions": pressed}])

    def errors(self):
        """What its script has failed with, since the page was opened."""
        return self.in_window(ERRORS)
