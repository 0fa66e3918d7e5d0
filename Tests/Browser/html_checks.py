"""All pages of the site, read by a parser that forgives nothing."""

import pathlib

import html5lib


def check_html(folder, report):
    for file in sorted(pathlib.Path(folder).rglob("*.html")):
        parser = html5lib.HTMLParser()
        parser.parse(file.read_bytes(), transport_encoding="utf-8")
        problems = [
            f"line {place[0]}: {html5lib.constants.E[code] % data}"
            for place, code, data in parser.errors[:3]
        ]
        report.expect("HTML", problems == [], f"{file.relative_to(folder)}: {problems}")
