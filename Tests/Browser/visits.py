"""A browser that watches pages while they load: errors, violations of the policy, moving layout."""

import contextlib
import time

# Installed before any script of the page.
WATCH = """
window.watched = { shifts: [], violations: [], themeAtBody: undefined };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if (entry.hadRecentInput) continue;
    const moved = entry.sources.map(({ node, previousRect: from, currentRect: to }) =>
      `${node?.nodeName} ${node?.className ?? ""} ${from.x},${from.y} to ${to.x},${to.y}`);
    window.watched.shifts.push(`${entry.value}: ${moved.join("; ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });
document.addEventListener("securitypolicyviolation", (event) => {
  window.watched.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
new MutationObserver((_, observer) => {
  if (!document.body) return;
  window.watched.themeAtBody = document.documentElement.dataset.theme;
  observer.disconnect();
}).observe(document, { childList: true, subtree: true });
"""

# To the end and back, so that lazy pictures are loaded.
SCROLL = """async () => {
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo({ top: y, behavior: "instant" });
    await new Promise(requestAnimationFrame);
  }
  scrollTo({ top: 0, behavior: "instant" });
  await document.fonts.ready;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""


def wait_until(page, expression, element=None, seconds=5):
    """Whether the expression comes true in time.

    Playwright's own `wait_for_function` evaluates text within the page, which the policy forbids.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if element.evaluate(expression) if element else page.evaluate(expression):
            return True
        page.wait_for_timeout(20)
    return False


class Visits:
    """Opens pages of the site at `address` in `browser`."""

    def __init__(self, browser, address):
        self.browser = browser
        self.address = address

    @contextlib.contextmanager
    def context(self, width=1280, scheme="light", script=True, **options):
        """Pages of one reader: what is stored in one is there in the next."""
        context = self.browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=script,
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        context.add_init_script(WATCH)
        try:
            yield context
        finally:
            context.close()

    @contextlib.contextmanager
    def page(self, path, width=1280, scheme="light", script=True, **options):
        """One page of a new reader, loaded; `page.errors` holds what its console got."""
        with self.context(width, scheme, script, **options) as context:
            yield self.open(context, path)

    def open(self, context, path):
        page = context.new_page()
        page.errors = []
        # The browser itself writes a line for a page that comes with the status 404.
        page.on(
            "console",
            lambda message: page.errors.append(message.text)
            if message.type in ("error", "warning") and "status of 404" not in message.text
            else None,
        )
        page.on("pageerror", lambda error: page.errors.append(str(error)))
        page.on("requestfailed", lambda request: page.errors.append(f"failed: {request.url}"))
        page.goto(self.address + path, wait_until="load")
        return page

    def wait_for_search(self, page):
        """Waits until the search page says what it found."""
        wait_until(page, "document.querySelector('#search-state').textContent !== ''")
