"""Tests of built sites in a real browser: see scripts/browser-test."""

import argparse
import contextlib
import pathlib
import shutil
import sys
import time

from playwright.sync_api import sync_playwright

from clip_checks import check_clipping
from html_checks import check_html
from page_checks import check_pages, check_print
from page_kinds import EDGES, PAGES
from reader_checks import (
    check_copying,
    check_keyboard,
    check_redirect,
    check_scheme,
    check_without_script,
)
from reading_checks import check_contents, check_excerpts, check_icons, check_tables
from report import Report
from search_checks import check_search
from site_server import SiteServer
from visits import Visits


# The built sites, by name and language.
SITES = [(name, language) for name in ("sample", "edges") for language in ("zh-CN", "en")]


def groups(sites, report, folder, root):
    """Each check with the groups that it prints, cheap ones first.

    `sites` has the visits of each of SITES; what is not about all of them looks at the sample.
    """
    visits = sites["sample", "zh-CN"]
    return [
        (["HTML"], lambda: [check_html(folder / "-".join(site), report) for site in sites]),
        (["redirect"], lambda: check_redirect(visits, report)),
        (["scheme switch"], lambda: check_scheme(visits, report)),
        (["copy button"], lambda: check_copying(visits, report, root)),
        (["search"], lambda: check_search(visits, report)),
        (["print"], lambda: check_print(visits, report)),
        (["icons"], lambda: check_icons(sites, report)),
        (["excerpts"], lambda: check_excerpts(sites, report)),
        (["tables"], lambda: check_tables(sites, report)),
        (["table of contents"], lambda: check_contents(sites, report)),
        (["whole text"], lambda: check_clipping(sites, report)),
        (["without JavaScript"], lambda: check_without_script(visits, report)),
        (["keyboard"], lambda: check_keyboard(visits, report)),
        (
            ["console", "policy", "steady layout", "no sideways scroll", "accessibility"],
            lambda: check_pages(sites, report),
        ),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sites", type=pathlib.Path, help="the folder of the built sites")
    parser.add_argument("--root", required=True, help="the folder with the site's galley.toml")
    parser.add_argument("--only", action="append", help="a group; may be given again")
    arguments = parser.parse_args()
    start = time.monotonic()
    report = Report()
    with sync_playwright() as playwright, contextlib.ExitStack() as servers:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        sites = {}
        for site in SITES:
            server = servers.enter_context(SiteServer(arguments.sites / "-".join(site)))
            sites[site] = Visits(browser, server.address)
        for names, check in groups(sites, report, arguments.sites, arguments.root):
            if arguments.only and not set(names) & set(arguments.only):
                continue
            try:
                check()
            except Exception as error:  # a check that cannot go on has failed; the others can
                report.expect(names[0], False, f"{type(error).__name__}: {error}")
            for name in names:
                report.print(name)
        version = browser.version
        browser.close()
    total = sum(count for count, _ in report.groups.values())
    print(
        f"browser-test: {len(PAGES) + len(EDGES)} pages in Chromium {version}: "
        f"{total - report.failures} of {total} expectations hold, "
        f"{report.failures} do not, {time.monotonic() - start:.0f} s"
    )
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
