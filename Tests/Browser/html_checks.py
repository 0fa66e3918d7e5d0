"""Files of a built site, read by parsers that forgive nothing."""

import json
import multiprocessing
import os
import pathlib
import re
import xml.etree.ElementTree as xml
from dataclasses import dataclass

import html5lib
from html5lib.constants import E as MESSAGES

# What only pages of galley's own layouts have; other HTML files were copied as they are.
OWN = re.compile(rb'<meta name="generator" content="galley">|galley/redirect\.js')
STRUCTURED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.S)

# What html5lib objects to by an older specification: the Living Standard allows "--" in a comment, and
# "&" before what is no character reference.
ALLOWED = {
    "unexpected-dash-after-double-dash-in-comment",
    "unexpected-char-in-comment",
    "expected-named-entity",
}

# The elements of feeds that may hold HTML; those of Atom do by their `type`.
ATOM = "{http://www.w3.org/2005/Atom}"
HTML_OF_FEEDS = {
    "{http://purl.org/rss/1.0/modules/content/}encoded",
    ATOM + "content",
    ATOM + "summary",
}


@dataclass(frozen=True)
class Problem:
    """One fault of a file. `kind` is the same for all faults of its sort."""

    kind: str
    line: int
    words: str


def problems_of(file):
    """The faults of a page, a feed, or a file of the search index; None for a file that was copied.

    A page must be UTF-8 and HTML without any parse error, which excludes open and mis-nested
    elements; its ids must be unique, and its structured data must be JSON. The HTML inside feeds is
    read as the children of a <div>.
    """
    content = file.read_bytes()
    if file.suffix == ".html" and not OWN.search(content):
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return [Problem("not UTF-8", line, str(error))]
    if file.suffix == ".html":
        return html_problems(text) + structured_data_problems(text)
    if file.suffix == ".xml":
        return xml_problems(text)
    if file.suffix == ".json":
        return json_problems(text)
    return []


def html_problems(text, container=None, line=0):
    """The parse errors of a document, or of the children of `container`."""
    parser = html5lib.HTMLParser()
    tree = parser.parseFragment(text, container) if container else parser.parse(text)
    problems = [
        Problem(code, line or place[0], MESSAGES[code] % data)
        for place, code, data in parser.errors
        if code not in ALLOWED
    ]
    seen = set()
    for element in tree.iter():
        name = element.get("id")
        if name in seen and not container:
            problems.append(Problem("duplicate-id", line, f"two elements have the id '{name}'"))
        if name is not None:
            seen.add(name)
    return problems


def structured_data_problems(text):
    problems = []
    for match in STRUCTURED_DATA.finditer(text):
        try:
            json.loads(match.group(1))
        except ValueError as error:
            line = text.count("\n", 0, match.start()) + 1
            problems.append(Problem("structured data", line, str(error)))
    return problems


def xml_problems(text):
    try:
        root = xml.fromstring(text.encode("utf-8"))
    except xml.ParseError as error:
        return [Problem("not XML", error.position[0], str(error))]
    contents = [
        e.text or ""
        for e in root.iter()
        if e.tag in HTML_OF_FEEDS and len(e) == 0 and (e.get("type") == "html" or not e.tag.startswith(ATOM))
    ]
    return [
        Problem("in a feed: " + problem.kind, 0, problem.words)
        for content in contents
        for problem in html_problems(content, "div")
    ]


def json_problems(text):
    try:
        value = json.loads(text)
    except ValueError as error:
        return [Problem("not JSON", 0, str(error))]
    items = value.get("items", []) if isinstance(value, dict) else []
    return [
        Problem("in a feed: " + problem.kind, 0, problem.words)
        for item in items
        if isinstance(item, dict)
        for problem in html_problems(item.get("content_html", ""), "div")
    ]


def files_of(folder):
    """Pages, feeds and what else galley makes at the top of a site, and the search index."""
    folder = pathlib.Path(folder)
    pages = folder.rglob("*.html")
    others = [
        file for pattern in ("*.xml", "*.json", "search/*.json", "search/*/*") for file in folder.glob(pattern)
    ]
    return sorted({*pages, *others})


def walk(folder, every=1):
    """Gives each file with its problems, on all cores; of pages only one of `every`."""
    files = files_of(folder)
    chosen = [file for place, file in enumerate(files) if file.suffix != ".html" or place % every == 0]
    with multiprocessing.Pool(os.cpu_count()) as pool:
        yield from zip(chosen, pool.imap(problems_of, chosen, chunksize=4))


def check_html(folder, report):
    for file, problems in walk(folder):
        words = [f"line {problem.line}: {problem.words}" for problem in (problems or [])[:3]]
        name = file.relative_to(folder)
        report.expect("HTML", problems is not None, f"{name}: is no page of galley's")
        report.expect("HTML", not problems, f"{name}: {words}")
