#!/usr/bin/env python3
"""Drives `galley serve` with a real browser: edits, breaks and mends a site, and looks at the tab.

    Tests/Browser/serve_test.py GALLEY

A site is made in a temporary folder and previewed on a free port. After each edit the tab must show
the new page within a limit, with its scroll position, without having been reloaded by hand. Needs
chromium and the Python package playwright; without them it says so and ends with 77.

Exit codes: 0 as it should be, 1 a page was not, 64 usage, 77 skipped.
"""

import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LIMIT = 5.0  # seconds, for one change to be seen in the tab
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

LONG = "".join(f"Paragraph {number} of many, so that there is something to scroll.\n\n"
               for number in range(120))

FILES = {
    "galley.toml": '[site]\ntitle = "Notes"\nurl = "https://example.org/blog/"\nlanguage = "en"\n',
    "content/posts/first.md": "---\ntitle: First post\ndate: 2021-01-02\ntags: [Go]\n---\n"
                              "Opening words.\n\n<!-- more -->\n\n" + LONG +
                              "```json\n{\"a\": 1}\n```\n",
    "content/posts/second.md": "---\ntitle: Second post\ndate: 2021-02-03\ntags: [Rust]\n---\n"
                               "Other words.\n",
    "content/posts/draft.md": "---\ntitle: Unfinished\ndate: 2021-03-04\ndraft: true\n---\nSoon.\n",
    "static/pixel.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
}

FIRST = "/blog/2021/01/02/first/"
SECOND = "/blog/2021/02/03/second/"


class Failure(Exception):
    """What is not as it should be."""


class Site:
    """A site in a temporary folder, edited as an editor does."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for path, text in FILES.items():
            self.write(path, text)

    def path(self, name):
        return self.folder / name

    def write(self, name, text):
        """Saves as most editors do: beside, then renamed over."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name("." + path.name + ".swp")
        beside.write_text(text, encoding="utf-8")
        beside.rename(path)

    def edit(self, name, old, new):
        text = self.path(name).read_text(encoding="utf-8")
        if old not in text:
            raise Failure(f"'{old}' is not in {name}")
        self.write(name, text.replace(old, new))


class Server:
    """One run of `galley serve`."""

    def __init__(self, galley, site, port=None):
        self.log = open(site.path("serve.log"), "w+b")
        command = [galley, "serve", "--drafts", "--now", "2022-01-01"]
        if port:
            command += ["--port", str(port)]
        self.process = subprocess.Popen(command, cwd=site.folder, stderr=self.log)
        deadline = time.monotonic() + 20
        while True:
            found = re.search(r"serving   http://localhost:(\d+)/", self.output())
            if found:
                self.port = int(found.group(1))
                return
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise Failure("galley serve does not listen:\n" + self.output())
            time.sleep(0.02)

    def output(self):
        self.log.flush()
        self.log.seek(0)
        return self.log.read().decode()

    def stop(self):
        """Ctrl-C; gives the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)


class Tab:
    """A page in the browser, and what is expected of it."""

    def __init__(self, context, server, path):
        self.page = context.new_page()
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.loads = 0
        self.page.on("load", self.count_load)
        self.base = f"http://localhost:{server.port}"
        self.go(path)

    def count_load(self, _):
        self.loads += 1

    def go(self, path):
        self.page.goto(self.base + path)
        # The stream is open once the first state came.
        self.wait("() => performance.getEntriesByType('resource')"
                  ".some(entry => entry.name.includes('/.galley/reload.js'))", "the client")

    def wait(self, expression, what, argument=None):
        try:
            self.page.wait_for_function(expression, arg=argument, timeout=LIMIT * 1000)
        except Exception as error:
            raise Failure(f"{what}: not within {LIMIT} s on {self.page.url}\n"
                          f"{self.page.inner_text('body')[:400]}") from error

    def shows(self, text):
        self.wait("text => document.body.innerText.includes(text)", f"'{text}'", text)

    def lacks(self, text):
        self.wait("text => !document.body.innerText.includes(text)", f"no '{text}'", text)

    def overlay(self, text):
        """Waits for a problem that is laid over the page; None: that there is none."""
        script = """text => {
            const host = document.querySelector('galley-preview');
            const box = host && host.shadowRoot.querySelector('.problems');
            return text === null ? !box : box && box.textContent.includes(text);
        }"""
        self.wait(script, f"overlay '{text}'", text)

    def scroll(self, y):
        self.page.evaluate("y => scrollTo({top: y, behavior: 'instant'})", y)
        return self.page.evaluate("scrollY")

    def kept(self, y):
        self.wait("y => Math.abs(scrollY - y) < 3", f"scroll position {y}", y)

    def stays(self, loads):
        """The tab was not reloaded since: checked after another one has seen the change."""
        self.page.wait_for_timeout(200)
        if self.loads != loads:
            raise Failure(f"{self.page.url} was reloaded without need")


def body_of_the_post(site, server, context):
    tab, other = Tab(context, server, FIRST), Tab(context, server, SECOND)
    y, loads = tab.scroll(900), other.loads
    site.edit("content/posts/first.md", "Paragraph 3 of many", "Paragraph 3, edited, of many")
    tab.shows("Paragraph 3, edited")
    tab.kept(y)
    other.stays(loads)
    for step in range(5):
        site.edit("content/posts/first.md", "Paragraph 4 of", f"{step} Paragraph 4 of")
        tab.shows(f"{step} Paragraph 4 of")
    tab.kept(y)


def title_and_lists(site, server, context):
    post, home = Tab(context, server, FIRST), Tab(context, server, "/blog/")
    archive = Tab(context, server, "/blog/archives/")
    site.edit("content/posts/first.md", "title: First post", "title: 新的标题")
    for tab in (post, home, archive):
        tab.shows("新的标题")
    site.edit("content/posts/first.md", "title: 新的标题", "title: First post")
    for tab in (post, home, archive):
        tab.shows("First post")


def tags(site, server, context):
    terms, term = Tab(context, server, "/blog/tags/"), Tab(context, server, "/blog/tags/Rust/")
    site.edit("content/posts/first.md", "tags: [Go]", "tags: [Go, Rust, 并发]")
    terms.shows("并发")
    term.shows("First post")
    site.edit("content/posts/first.md", "tags: [Go, Rust, 并发]", "tags: [Go]")
    terms.lacks("并发")
    term.lacks("First post")


def style_sheet(site, server, context):
    tab = Tab(context, server, FIRST)
    y, loads = tab.scroll(700), tab.loads
    own = subprocess.run(
        ["cat", str(pathlib.Path(__file__).parents[2] / "themes/paper/assets/paper.css")],
        capture_output=True, check=True, text=True).stdout
    site.write("theme/assets/paper.css", own + "\nbody { outline: 3px solid rgb(1, 2, 3); }\n")
    color = "color => getComputedStyle(document.body).outlineColor === color"
    tab.wait(color, "the new style", "rgb(1, 2, 3)")
    site.edit("theme/assets/paper.css", "rgb(1, 2, 3)", "rgb(4, 5, 6)")
    tab.wait(color, "the newer style", "rgb(4, 5, 6)")
    tab.stays(loads)
    tab.kept(y)
    # Beside the one for listings, which nobody edits here.
    sheets = tab.page.evaluate(
        "document.querySelectorAll('link[rel=stylesheet][href*=\"/paper.\"]').length")
    if sheets != 1:
        raise Failure(f"{sheets} of the edited style sheet are left")
    site.path("theme/assets/paper.css").unlink()
    tab.wait("() => getComputedStyle(document.body).outlineStyle === 'none'", "the old style")


def layout(site, server, context):
    tab = Tab(context, server, FIRST)
    y = tab.scroll(500)
    site.write("theme/partials/footer-end.mustache", "<p>Foot of the page</p>\n")
    tab.shows("Foot of the page")
    tab.kept(y)
    site.edit("theme/partials/footer-end.mustache", "<p>", "{{#page}}<p>")
    tab.overlay("theme/partials/footer-end.mustache:1")
    tab.shows("Foot of the page")
    site.path("theme/partials/footer-end.mustache").unlink()
    tab.overlay(None)
    tab.lacks("Foot of the page")


def configuration(site, server, context):
    tab = Tab(context, server, FIRST)
    site.edit("galley.toml", "Notes", "Other notes")
    tab.shows("Other notes")
    site.edit("galley.toml", "title =", "titel =")
    tab.overlay("galley.toml:2:1")
    tab.shows("Other notes")
    site.edit("galley.toml", "titel =", "title =")
    tab.overlay(None)
    site.edit("galley.toml", "Other notes", "Notes")
    tab.lacks("Other notes")


def add_rename_delete(site, server, context):
    home = Tab(context, server, "/blog/")
    site.write("content/posts/third.md", "---\ntitle: Third\ndate: 2021-05-06\n---\nNew words.\n")
    home.shows("Third")
    third = Tab(context, server, "/blog/2021/05/06/third/")
    third.shows("New words")
    site.path("content/posts/third.md").rename(site.path("content/posts/renamed.md"))
    third.lacks("New words")
    home.wait("() => document.querySelector('a[href=\"/blog/2021/05/06/renamed/\"]')", "the link")
    site.path("content/posts/renamed.md").unlink()
    home.lacks("Third")
    folder = site.path("content/posts/fourth")
    folder.mkdir()
    (folder / "index.md").write_text("---\ntitle: Fourth\ndate: 2021-06-07\n---\n![p](p.svg)\n")
    (folder / "p.svg").write_text(FILES["static/pixel.svg"])
    home.shows("Fourth")
    fourth = Tab(context, server, "/blog/2021/06/07/fourth/")
    fourth.wait("() => document.querySelector('article img').naturalWidth === 1", "the image")
    shutil.rmtree(folder)
    home.lacks("Fourth")


def broken_head(site, server, context):
    tab = Tab(context, server, FIRST)
    y = tab.scroll(800)
    site.edit("content/posts/first.md", "tags: [Go]", "tags: [<b>, @x]")
    tab.overlay("content/posts/first.md:4:")
    tab.overlay("tags: [<b>, @x]")
    tab.shows("Paragraph 100 of many")
    tab.kept(y)
    # The same after a reload by hand.
    tab.page.reload()
    tab.overlay("content/posts/first.md:4:")
    tab.shows("Paragraph 100 of many")
    site.edit("content/posts/first.md", "tags: [<b>, @x]", "tags: [Go]")
    tab.overlay(None)
    if tab.page.evaluate("document.querySelectorAll('b').length") != 0:
        raise Failure("the overlay takes text for markup")


def caret_under_wide_characters(site, server, context):
    tab = Tab(context, server, FIRST)
    site.edit("content/posts/first.md", "tags: [Go]", "tags: [并发并发并发并发, <b>, @x]")
    tab.overlay("content/posts/first.md:4:")
    code = tab.page.evaluate(
        "document.querySelector('galley-preview').shadowRoot.querySelector('pre').textContent")
    if code not in server.output():
        raise Failure(f"the terminal does not show:\n{code}")
    # Where the first caret is drawn, and the character over it.
    source, carets = code.split("\n")
    column, index = len(carets) - len(carets.lstrip(" |")), 0
    width = 0
    while width < column:
        width += 2 if ord(source[index]) > 0x2E80 else 1
        index += 1
    lefts = tab.page.evaluate("""places => {
        const pre = document.querySelector('galley-preview').shadowRoot.querySelector('pre');
        const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
        const lefts = {};
        for (let start = 0, node; (node = walker.nextNode()); start += node.length) {
            for (const place of places) {
                if (place < start || place >= start + node.length) continue;
                const range = document.createRange();
                range.setStart(node, place - start);
                range.setEnd(node, place - start + 1);
                lefts[place] = range.getBoundingClientRect().left;
            }
        }
        return places.map(place => lefts[place]);
    }""", [index, len(source) + 1 + column])
    site.edit("content/posts/first.md", "tags: [并发并发并发并发, <b>, @x]", "tags: [Go]")
    tab.overlay(None)
    if abs(lefts[0] - lefts[1]) > 1.5:
        raise Failure(f"the caret is drawn at {lefts[1]}, its character '{source[index]}' at {lefts[0]}")


def taken_address(site, server, context):
    tab = Tab(context, server, FIRST)
    y, loads = tab.scroll(800), tab.loads
    path = "static" + FIRST.removeprefix("/blog") + "index.html"
    site.write(path, "<p>taken</p>")
    tab.overlay("[plan/collision]")
    tab.shows("Paragraph 100 of many")
    tab.kept(y)
    tab.stays(loads)
    site.path(path).unlink()
    tab.overlay(None)


def verdicts(site, server, context):
    tab = Tab(context, server, FIRST)
    note = """kind => [...document.querySelectorAll('galley-verdict')]
        .some(host => host.shadowRoot.querySelector('.' + kind))"""
    tab.wait(note, "a verdict", "passed")
    site.edit("content/posts/first.md", '{"a": 1}', '{"a": 1')
    tab.wait(note, "a failed verdict", "failed")
    site.edit("content/posts/first.md", '{"a": 1', '{"a": 1}')
    tab.wait(note, "a verdict again", "passed")


def drafts(site, server, context):
    tab = Tab(context, server, "/blog/2021/03/04/draft/")
    mark = """text => {
        const host = document.querySelector('galley-preview');
        const mark = host && host.shadowRoot.querySelector('.mark');
        return text === null ? !mark : mark && mark.textContent === text;
    }"""
    tab.wait(mark, "the mark of a draft", "Draft")
    Tab(context, server, FIRST).wait(mark, "no mark", None)


def many_tabs(site, server, context):
    """More than the six connections that a browser allows, and all of them shown."""
    tabs = [Tab(context, server, FIRST) for _ in range(9)]
    site.edit("content/posts/first.md", "Opening words", "Seen by all, opening words")
    for tab in tabs:
        tab.shows("Seen by all")
    for tab in tabs:
        tab.page.close()


def restart(site, server, context):
    tab = Tab(context, server, FIRST)
    tab.page.wait_for_timeout(300)
    y, loads = tab.scroll(600), tab.loads
    if server.stop() != 0:
        raise Failure("stopping by Ctrl-C does not end with 0:\n" + server.output())
    again = Server(server.galley, site, server.port)
    server.process, server.log = again.process, again.log
    site.edit("content/posts/first.md", "Paragraph 5 of many", "Paragraph 5, after all, of many")
    tab.shows("Paragraph 5, after all")
    tab.kept(y)
    if tab.loads > loads + 1:
        raise Failure("the tab was reloaded more than once")


def nothing_in_the_build(site, server, context):
    subprocess.run([server.galley, "build", "--now", "2022-01-01", "--output", "out"],
                   cwd=site.folder, check=True, capture_output=True)
    for path in site.path("out").rglob("*"):
        if path.is_file() and b".galley" in path.read_bytes():
            raise Failure(f"{path} holds the client")
    if site.path("public").exists():
        raise Failure("serve wrote into the output folder")


STEPS = [body_of_the_post, title_and_lists, tags, style_sheet, layout, configuration,
         add_rename_delete, broken_head, caret_under_wide_characters, taken_address, verdicts, drafts, many_tabs, restart,
         nothing_in_the_build]


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 64
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("skipped: the Python package playwright is not there")
        return 77
    if not CHROMIUM:
        print("skipped: chromium is not there")
        return 77
    galley = os.path.abspath(sys.argv[1])
    failed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Site(folder)
        server = Server(galley, site)
        server.galley = galley
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        try:
            for step in STEPS:
                context = browser.new_context()
                start = time.monotonic()
                try:
                    step(site, server, context)
                    print(f"ok    {step.__name__}  {time.monotonic() - start:.1f} s")
                except Exception as failure:  # a page that does not load is one too
                    failed += 1
                    print(f"FAIL  {step.__name__}: {failure}")
                    for path, text in FILES.items():
                        site.write(path, text)
                    shutil.rmtree(site.path("theme"), ignore_errors=True)
                context.close()
        finally:
            browser.close()
            if server.process.poll() is None and server.stop() != 0:
                failed += 1
                print("FAIL  galley serve does not stop cleanly")
        if failed:
            print(server.output()[-3000:])
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
