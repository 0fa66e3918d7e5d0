"""What holds on every page, in both schemes, wide and narrow."""

from axe_playwright_python.sync_playwright import Axe

from page_kinds import EDGES, FOUND, PAGES, SCHEMES, WIDTHS
from visits import SCROLL

TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]

# Elements that stick out of the page, outside of boxes that scroll on their own.
WIDER_THAN_PAGE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def check_pages(sites, report):
    """Loads each page once for each scheme and width, and looks at all that it shows of itself."""
    check_kinds(sites["sample", "zh-CN"], {**PAGES, **FOUND}, SCHEMES, report)
    check_kinds(sites["edges", "en"], EDGES, SCHEMES[:1], report)


def check_kinds(visits, kinds, schemes, report):
    axe = Axe()
    for kind, path in kinds.items():
        for scheme in schemes:
            for width in WIDTHS:
                where = f"{kind}, {scheme}, {width} px"
                with visits.page(path, width, scheme) as page:
                    if "?q=" in path:
                        visits.wait_for_search(page)
                    shifts = look(page, axe, where, report)
                if shifts:
                    # A page that a busy machine delivers in pieces may be painted before its end:
                    # what moves counts where it moves at a second first visit, with nothing cached.
                    print(f"looked at again: {where} moved: {shifts}")
                    with visits.page(path, width, scheme) as page:
                        shifts = watched_after_scroll(page)["shifts"]
                report.expect("steady layout", shifts == [], f"{where}: {shifts}")


def watched_after_scroll(page):
    page.evaluate(SCROLL)
    return page.evaluate("window.watched")


def look(page, axe, where, report):
    """Gives what moved."""
    watched = watched_after_scroll(page)
    report.expect("console", page.errors == [], f"{where}: {page.errors}")
    report.expect("policy", watched["violations"] == [], f"{where}: {watched['violations']}")
    report.expect("no sideways scroll", not page.evaluate(WIDER_THAN_PAGE), where)
    check_accessibility(page, axe, where, report)
    return watched["shifts"]


def check_accessibility(page, axe, where, report):
    found = axe.run(page, options={"runOnly": TAGS}).response["violations"]
    words = [
        f"{violation['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"][:2]
    ]
    report.expect("accessibility", found == [], f"{where}: {words}")


def check_print(visits, report):
    """On paper: light, no navigation, long lines of code broken rather than cut."""
    with visits.page(PAGES["post with every listing"], scheme="dark") as page:
        page.emulate_media(media="print")
        ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
        report.expect("print", ground == "rgb(255, 255, 255)", f"the ground is {ground}")
        report.expect("print", not page.locator(".masthead nav").is_visible(), "navigation")
        report.expect("print", page.locator(".copy:visible").count() == 0, "copy buttons")
        cut = page.evaluate(
            "[...document.querySelectorAll('pre')].filter(p => p.scrollWidth > p.clientWidth).length"
        )
        report.expect("print", cut == 0, f"{cut} listings are cut")
