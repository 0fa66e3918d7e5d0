"""Tests of a built sample site in a real browser: see scripts/browser-test."""

import argparse
import shutil
import sys
import time

from playwright.sync_api import sync_playwright

from html_checks import check_html
from page_checks import check_pages, check_print
from page_kinds import PAGES
from reader_checks import (
    check_copying,
    check_keyboard,
    check_redirect,
    check_scheme,
    check_without_script,
)
from report import Report
from search_checks import check_search
from site_server import SiteServer
from visits import Visits


def groups(visits, report, site, root):
    """Each check with the groups that it prints, cheap ones first."""
    return [
        (["HTML"], lambda: check_html(site, report)),
        (["redirect"], lambda: check_redirect(visits, report)),
        (["scheme switch"], lambda: check_scheme(visits, report)),
        (["copy button"], lambda: check_copying(visits, report, root)),
        (["search"], lambda: check_search(visits, report)),
        (["print"], lambda: check_print(visits, report)),
        (["without JavaScript"], lambda: check_without_script(visits, report)),
        (["keyboard"], lambda: check_keyboard(visits, report)),
        (
            ["console", "policy", "steady layout", "no sideways scroll", "accessibility"],
            lambda: check_pages(visits, report),
        ),
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", help="the folder that galley built")
    parser.add_argument("--root", required=True, help="the folder with the site's galley.toml")
    parser.add_argument("--only", action="append", help="a group; may be given again")
    arguments = parser.parse_args()
    start = time.monotonic()
    report = Report()
    with SiteServer(arguments.site) as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox"]
        )
        visits = Visits(browser, server.address)
        for names, check in groups(visits, report, arguments.site, arguments.root):
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
        f"browser-test: {len(PAGES)} kinds of pages in Chromium {version}: "
        f"{total - report.failures} of {total} expectations hold, "
        f"{report.failures} do not, {time.monotonic() - start:.0f} s"
    )
    return 1 if report.failures else 0


if __name__ == "__main__":
    sys.exit(main())
