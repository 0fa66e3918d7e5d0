"""Searching, as a reader does, from a plain file server."""

from playwright.sync_api import TimeoutError

from visits import wait_until

# What is typed, and the address of a post that must be among the first three results.
QUERIES = (
    ("系统调用", "/2025/12/14/does-time-now-make-a-syscall/"),
    ("死锁", "/2024/05/26/gdb-guide-for-go/"),
    ("sync.Map", "/2025/03/09/how-sync-map-works/"),
    ("headless service", "/2025/07/08/grpc-on-kubernetes/"),
    ("Prometheus dashboards", "/2023/09/17/exploring-prometheus-go-metrics/"),
)
NOTHING = "垚焱龘"


def check_search(visits, report):
    group = "search"
    for words, path in QUERIES:
        with visits.page("/search/") as page:
            field = page.locator("input[type=search]")
            field.fill(words)
            field.press("Enter")
            try:
                page.locator("#search-results a").first.wait_for(timeout=10_000)
            except TimeoutError:
                report.expect(group, False, f"'{words}': nothing found")
                continue
            found = [
                link.get_attribute("href") for link in page.locator("#search-results a").all()
            ]
            hits = [href.split("#")[0].split("?")[0] for href in found[:3]]
            report.expect(group, path in hits, f"'{words}': {hits}")
            report.expect(group, page.errors == [], f"'{words}': {page.errors}")
    with visits.page("/search/") as page:
        field = page.locator("input[type=search]")
        field.fill(NOTHING)
        field.press("Enter")
        wait_until(page, "document.querySelector('#search-state').textContent !== ''")
        count = page.locator("#search-results a").count()
        report.expect(group, count == 0, f"{count} results for what is nowhere")
