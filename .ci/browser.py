"""A browser without a window: it gets pages and a script from a server of our own, and sends back what the script finds.

So one script judges pages in any browser, and nothing has to be driven.
"""
import http.server
import json
import os
import queue
import signal
import subprocess
import tempfile
import threading

COMMANDS = {
    "chromium": ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                 "--force-prefers-reduced-motion", "--user-data-dir={profile}"],
    "firefox": ["firefox-esr", "--headless", "--no-remote", "--profile", "{profile}"],
}
START = '<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>Judge</title><script type="module">{script}</script></html>'
# Stands first in each page, so that no failure of its own script goes unseen.
LISTENER = '<script data-judge>window.failures = []; addEventListener("error", (one) => failures.push(one.message));</script>'
SECONDS = 300


def found(browser, script, pages, **work):
    """What the script finds, which runs in a page: it is given the work, and the addresses of the pages."""
    answers = queue.Queue()
    texts = {f"/{number}.html": page.replace("<head>", "<head>" + LISTENER, 1) for number, page in enumerate(pages)}
    work["pages"] = list(texts)
    texts |= {"/": START.replace("{script}", script), "/work.json": json.dumps(work)}

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200 if self.path in texts else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(texts.get(self.path, "").encode())

        def do_POST(self):
            answers.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server, tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        process = subprocess.Popen([*command(browser, profile), f"http://127.0.0.1:{server.server_port}/"], start_new_session=True,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return answers.get(timeout=SECONDS)
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            server.shutdown()


def command(browser, profile):
    return [part.format(profile=profile) for part in COMMANDS[browser]]


def printed(path):
    """The words of a page on paper."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        sheet = os.path.join(folder, "page.pdf")
        subprocess.run([*command("chromium", folder), "--no-pdf-header-footer", f"--print-to-pdf={sheet}",
                        f"file://{os.path.abspath(path)}"], check=True, stderr=subprocess.DEVNULL)
        return subprocess.run(["pdftotext", sheet, "-"], capture_output=True, check=True, text=True).stdout
