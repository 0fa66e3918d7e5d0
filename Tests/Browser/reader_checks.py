"""What a reader does: without JavaScript, by keyboard, copying, switching the scheme."""

import pathlib
import re
from urllib.parse import unquote

from page_kinds import LISTINGS, PAGES, REDIRECT
from visits import wait_until

# What a keyboard must reach. An element inside closed details is not visible.
REACHABLE = """() => [...document.querySelectorAll(
  "a[href], button, input, summary, select, textarea, [tabindex='0']"
)].filter((e) => !e.disabled && e.checkVisibility({ visibilityProperty: true }))"""

# Puts the focus where the page begins, and marks what had it.
START = "() => { window.reached = new Set(); document.activeElement.blur(); }"
STEP = """() => {
  const element = document.activeElement;
  if (!element || element === document.body || window.reached.has(element)) return null;
  window.reached.add(element);
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  return {
    name: element.outerHTML.slice(0, 100),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: box.bottom > 0 && box.top < innerHeight,
  };
}"""
MISSED = f"""() => ({REACHABLE})().filter((e) => !window.reached.has(e))
  .map((e) => e.outerHTML.slice(0, 100))"""

# The words of the page that do not come from scripts.
WORDS = """() => {
  for (const added of document.querySelectorAll(".copy, .anchor, .scheme, [role=status]")) {
    added.remove();
  }
  for (const details of document.querySelectorAll("details")) details.open = true;
  return document.body.innerText.replace(/\\s+/g, " ").trim();
}"""


def check_without_script(visits, report):
    """All words are there, and links lead from the home page to the text and back."""
    group = "without JavaScript"
    for kind, path in PAGES.items():
        if kind == "search":
            continue
        with visits.page(path) as page:
            words = page.evaluate(WORDS)
        with visits.page(path, script=False) as page:
            plain = page.evaluate(WORDS)
            report.expect(group, words == plain, f"{kind}: {difference(words, plain)}")
            tools = page.locator(".copy, .anchor, .scheme:visible").count()
            report.expect(group, tools == 0, f"{kind}: {tools} elements that need scripts")
    with visits.page("/search/", script=False) as page:
        hint = page.locator("main noscript, main p:visible").first.inner_text()
        report.expect(group, len(hint) > 10, "the search page says nothing")
    with visits.page("/", script=False) as page:
        follow(page, ".pager-older", "/page/2/", group, report)
        follow(page, ".pager-newer", "/", group, report)
        first = page.locator(".card .more").first
        target = first.get_attribute("href")
        follow(page, ".card .more", target, group, report)
        follow(page, ".neighbours .older", None, group, report)
        follow(page, ".masthead nav a[href='/archives/']", "/archives/", group, report)


def difference(words, plain):
    at = next((i for i, (a, b) in enumerate(zip(words, plain)) if a != b), 0)
    return f"with: {words[max(0, at - 20):at + 40]!r}, without: {plain[max(0, at - 20):at + 40]!r}"


def follow(page, selector, path, group, report):
    with page.expect_navigation():
        page.locator(selector).first.click()
    arrived = unquote("/" + page.url.split("/", 3)[3])
    expected = arrived if path is None else unquote(path)
    report.expect(group, arrived == expected, f"{selector} leads to {arrived}, not {expected}")


def check_keyboard(visits, report):
    """Tab reaches every link, button and listing, shows where it is, and gets out again."""
    for kind, path in PAGES.items():
        with visits.page(path, reduced_motion="reduce") as page:
            page.evaluate(START)
            for _ in range(1000):
                page.keyboard.press("Tab")
                step = page.evaluate(STEP)
                if step is None:
                    break
                report.expect("keyboard", step["ring"], f"{kind}: no ring at {step['name']}")
                report.expect("keyboard", step["seen"], f"{kind}: out of sight: {step['name']}")
            missed = page.evaluate(MISSED)
            report.expect("keyboard", missed == [], f"{kind}: missed {missed[:5]}")
    with visits.page("/") as page:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        focus = page.evaluate("document.activeElement.id")
        report.expect("keyboard", focus == "content", f"the skip link leads to '{focus}'")


# What the sessions of the sample article hold of commands, in order.
SESSIONS = {
    "console": "go run greet.go\ngo run greet.go 小明 \\\n小红",
    "gdb": "break popcount\nrun\nprint/x x\nfinish",
}


def check_copying(visits, report, root):
    """Each button copies what its listing shows: no numbers, no prompts, no output."""
    group = "copy button"
    with visits.page(LISTINGS) as page:
        listings = page.locator(".listing")
        seen = set()
        for index in range(listings.count()):
            listing = listings.nth(index)
            language = listing.locator("code").get_attribute("class").removeprefix("language-")
            code = listing.locator("code").evaluate("code => code.textContent")
            expected = code.removesuffix("\n")
            if listing.locator(".gp").count():
                expected = SESSIONS.get(language, None) if language not in seen else None
                seen.add(language)
            copied = copy(page, listing)
            if expected is not None:
                report.expect(group, copied == expected, f"{language}: {copied!r}")
        for language in SESSIONS:
            report.expect(group, language in seen, f"no session in {language} is told apart")
        file = pathlib.Path(root, "content/posts/every-listing.md").read_text(encoding="utf-8")
        source = re.search(r'```go title="greet.go"\n(.*?)\n```', file, re.DOTALL).group(1)
        first = copy(page, listings.first)
        report.expect(group, first == source, f"not as in the article: {first!r}")
        said = page.locator("p[role=status]").inner_text()
        report.expect(group, said == "已复制", f"readers hear {said!r}")
        button = listings.first.locator(".copy")
        report.expect(group, button.inner_text() == "已复制", button.inner_text())
        # By keyboard, and where there is no clipboard, as on pages without TLS.
        page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        second = listings.nth(1)
        second.locator(".copy").focus()
        page.keyboard.press("Enter")
        said = wait_until(page, "button => button.textContent === '已复制'", second.locator(".copy"))
        report.expect(group, said, "without a clipboard: nothing is said")
        with page.context.expect_page() as other:
            page.evaluate("window.open('/about/')")
        pasted = other.value.evaluate("navigator.clipboard.readText()")
        code = second.locator("code").evaluate("code => code.textContent").removesuffix("\n")
        report.expect(group, pasted == code, f"without a clipboard: {pasted!r}")


def copy(page, listing):
    page.evaluate("navigator.clipboard.writeText('nothing')")
    listing.locator(".copy").click()
    wait_until(page, "navigator.clipboard.readText().then((text) => text !== 'nothing')")
    return page.evaluate("navigator.clipboard.readText()")


def check_scheme(visits, report):
    """The switch turns the page, is remembered before the page is drawn, and can be undone."""
    group = "scheme switch"
    ground = "getComputedStyle(document.body).backgroundColor"
    for system, other in (("light", "dark"), ("dark", "light")):
        with visits.context(scheme=system) as context:
            page = visits.open(context, "/")
            before = page.evaluate(ground)
            button = page.locator(".scheme")
            pressed = str(system == "dark").lower()
            report.expect(
                group, button.get_attribute("aria-pressed") == pressed, f"{system}: pressed at first"
            )
            button.click()
            after = page.evaluate(ground)
            report.expect(group, before != after, f"{system}: nothing changed")
            page = visits.open(context, PAGES["post in English"])
            report.expect(group, page.evaluate(ground) == after, f"{system}: not remembered")
            early = page.evaluate("window.watched.themeAtBody")
            report.expect(group, early == other, f"{system}: {early} while the page is drawn")
            page.locator(".scheme").click()
            report.expect(group, page.evaluate(ground) == before, f"{system}: not undone")
            kept = page.evaluate("localStorage.length")
            report.expect(group, kept == 0, f"{system}: something stays stored")
            page.emulate_media(color_scheme=other)
            follows = wait_until(page, f"{ground} === '{after}'")
            report.expect(group, follows, f"{system}: does not follow the system")


def check_redirect(visits, report):
    """An old address leads on, with its fragment; without scripts it leads on as well."""
    old, new = REDIRECT
    for script, fragment in ((True, "#content"), (False, "")):
        with visits.context(script=script) as context:
            page = context.new_page()
            page.goto(visits.address + old + fragment)
            page.wait_for_url(visits.address + new + fragment, timeout=10_000)
            arrived = page.url.removeprefix(visits.address)
            report.expect("redirect", arrived == new + fragment, f"leads to {arrived}")
