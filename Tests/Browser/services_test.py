#!/usr/bin/env python3
"""Loads the comments and counters of the theme paper under the policies that galley generates.

    Tests/Browser/services_test.py GALLEY

For each service a site is made in a temporary folder, published with the headers of a host, and
previewed. A browser opens its post at both places. What the page asks of other hosts is answered by a
stand-in on this machine that does what the service's own script does: it adds style sheets, frames and
pictures, and sends requests. All of that must reach the stand-in, nothing may violate the policy, and
the preview must send the policy that is published.

Exit codes: 0 as it should be, 1 it is not, 64 usage, 77 skipped: no chromium, or no playwright.
"""

import functools
import http.server
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading

sys.dont_write_bytecode = True

from serve_test import CHROMIUM, Failure, Server, Site

POST = "/2021/01/02/first/"
LIMIT = 20  # seconds

SETTINGS = """\
[site]
title = "Notes"
url = "https://notes.example/"
language = "en"

[publish.www]
type = "directory"
path = "www"
host = "netlify"

"""

FRAME = """
const frame = document.createElement("iframe");
frame.src = "%s";
document.querySelector("[data-comments]").append(frame);
"""

LINK = """
const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = "%s";
document.head.append(sheet);
"""

# What each host answers, by its path; what else is asked of it is an empty text.
ANSWERS = {
    "giscus.app/client.js": LINK % "https://giscus.app/default.css"
                            + FRAME % "https://giscus.app/en/widget",
    "utteranc.es/client.js": "document.head.insertAdjacentHTML('afterbegin',"
                             "'<style>.utterances { position: relative }</style>');"
                             + FRAME % "https://utteranc.es/utterances.html",
    "unpkg.com/@waline/client@v3/dist/waline.js": """
export function init(options) {
  fetch(options.serverURL + "/api/comment").then(answer => answer.text()).then(() => {
    const picture = new Image();
    picture.src = "https://pictures.example.net/avatar.svg";
    options.el.append(picture);
  });
}
""",
    "gc.zgo.at/count.js": """
const count = document.currentScript.dataset.goatcounter;
navigator.sendBeacon(count + "?beacon");
new Image().src = count + "?picture";
""",
    "cloud.umami.is/script.js": """
for (const host of ["https://gateway.umami.is", "https://cloud.umami.is"])
  fetch(host + "/api/send", {method: "POST", body: "x"});
""",
    "busuanzi.ibruce.info/b.js": """
const numbers = document.createElement("script");
numbers.src = "https://busuanzi.ibruce.info/busuanzi?jsonpCallback=x";
document.head.append(numbers);
""",
}

# The parameters that switch a service on, and what it must be able to ask for.
SERVICES = {
    "giscus": (
        '[theme.params.giscus]\nrepo = "a/b"\n',
        ["giscus.app/client.js", "giscus.app/default.css", "giscus.app/en/widget"]),
    "utterances": (
        '[theme.params.utterances]\nrepo = "a/b"\n',
        ["utteranc.es/client.js", "utteranc.es/utterances.html"]),
    "waline": (
        '[theme.params.waline]\nserver = "https://talk.example.net"\n',
        ["unpkg.com/@waline/client@v3/dist/waline.js", "unpkg.com/@waline/client@v3/dist/waline.css",
         "talk.example.net/api/comment", "pictures.example.net/avatar.svg"]),
    "goatcounter": (
        '[theme.params.goatcounter]\nsite = "https://me.goatcounter.com"\n',
        ["gc.zgo.at/count.js", "me.goatcounter.com/count?beacon",
         "me.goatcounter.com/count?picture"]),
    "umami": (
        '[theme.params.umami]\nid = "1"\n',
        ["cloud.umami.is/script.js", "gateway.umami.is/api/send", "cloud.umami.is/api/send"]),
    "busuanzi": (
        '[theme.params.busuanzi]\nscript = "https://busuanzi.ibruce.info/b.js"\n',
        ["busuanzi.ibruce.info/b.js", "busuanzi.ibruce.info/busuanzi?jsonpCallback=x"]),
}

TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", "": "text/html"}


class StandIn(http.server.BaseHTTPRequestHandler):
    """All other hosts: `/giscus.app/client.js` is what that host has at `/client.js`."""

    def do_GET(self):
        name = self.path[1:]
        body = ANSWERS.get(name, "").encode()
        suffix = pathlib.PurePosixPath(name.split("?")[0]).suffix
        if "jsonp" in name:
            suffix = ".js"
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(suffix, TYPES[""]))
        self.send_header("Access-Control-Allow-Origin", "*")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


class Published(http.server.SimpleHTTPRequestHandler):
    """A published folder with the policy of its `_headers`."""

    policy = ""

    def end_headers(self):
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *arguments):
        pass


class Serving:
    """A server on a port of this machine while it is used as a context."""

    def __init__(self, handler):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *exception):
        self.server.shutdown()
        self.server.server_close()


class Blocked(Failure):
    """The policy kept the page from something."""


def look(browser, base, stand_in, wanted):
    """Opens the post; gives its policy. Fails where something is blocked or does not arrive."""
    context = browser.new_context()
    asked, blocked = set(), []

    def answer(route):
        name = route.request.url.removeprefix("https://")
        if route.request.url.startswith("http://"):
            return route.continue_()
        asked.add(name)
        route.fulfill(response=route.fetch(url=f"{stand_in}/{name}"))

    context.route("**/*", answer)
    page = context.new_page()
    page.on("console", lambda said: blocked.append(said.text)
            if "Content Security Policy" in said.text else None)
    response = page.goto(base + POST)
    # What is at the foot of the page is loaded when a reader comes near.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    for _ in range(LIMIT * 20):
        if set(wanted) <= asked or blocked:
            break
        page.wait_for_timeout(50)
    # What was asked for may ask for more.
    page.wait_for_timeout(200)
    policy = response.headers.get("content-security-policy", "")
    context.close()
    if blocked:
        raise Blocked(f"{blocked[0]}\nunder {policy}")
    if missing := set(wanted) - asked:
        raise Failure(f"not asked for: {', '.join(sorted(missing))}")
    return policy


def check(galley, browser, stand_in, name):
    parameters, wanted = SERVICES[name]
    with tempfile.TemporaryDirectory() as folder:
        site = Site(folder)
        for path in ["content/posts/second.md", "content/posts/draft.md"]:
            site.path(path).unlink()
        site.write("galley.toml", SETTINGS + parameters)
        done = subprocess.run(
            [galley, "publish", "--now", "2022-01-01"], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise Failure("publish:\n" + done.stderr)
        www = site.path("www/current")
        headers = (www / "_headers").read_text(encoding="utf-8")
        policy = re.search("Content-Security-Policy: (.*)", headers).group(1)
        handler = type("Handler", (Published,), {"policy": policy})
        with Serving(functools.partial(handler, directory=www)) as published:
            look(browser, published.base, stand_in, wanted)
        preview = Server(galley, site)
        try:
            sent = look(browser, f"http://localhost:{preview.port}", stand_in, wanted)
        finally:
            preview.stop()
        if sent != policy:
            raise Failure(f"the preview sends\n{sent}\nand not\n{policy}")
        # The test sees what a policy blocks: without the parameter it must.
        handler = type("Strict", (Published,), {"policy": "default-src 'self'; img-src 'self' data:"})
        with Serving(functools.partial(handler, directory=www)) as strict:
            try:
                look(browser, strict.base, stand_in, wanted)
            except Blocked:
                return
        raise Failure("nothing is blocked under a policy that allows nothing")


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sync_playwright = None
    if not CHROMIUM or not sync_playwright:
        print("skipped: chromium and the Python package playwright are needed", file=sys.stderr)
        return 77
    galley = str(pathlib.Path(shutil.which(sys.argv[1]) or sys.argv[1]).resolve())
    failures = 0
    with sync_playwright() as play, Serving(StandIn) as stand_in:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in SERVICES:
            try:
                check(galley, browser, stand_in.base, name)
                print(f"ok    {name}")
            except Failure as failure:
                failures += 1
                print(f"FAIL  {name}: {failure}")
        browser.close()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
