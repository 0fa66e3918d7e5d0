"""What long and wide texts look like: tables of Han, the table of contents, headings of excerpts."""

from page_kinds import EDGES, READING_WIDTHS

# Runs of Han that are broken after fewer than four characters, though more would follow, and in
# Chinese and Japanese columns that are narrower than four characters.
NARROW = """() => {
  const problems = [];
  const han = /\\p{sc=Han}/u;
  for (const cell of document.querySelectorAll(".prose :is(td, th)")) {
    if (!han.test(cell.textContent)) continue;
    const style = getComputedStyle(cell);
    const size = parseFloat(style.fontSize);
    const room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (cell.closest(":lang(zh), :lang(ja)") && room < 4 * size - 1) {
      problems.push(`${cell.textContent.slice(0, 20)}: ${room} px wide at ${size} px`);
    }
    const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (text.nextNode()) {
      for (const { 0: run, index } of text.currentNode.data.matchAll(/\\p{sc=Han}{5,}/gu)) {
        const range = document.createRange();
        range.setStart(text.currentNode, index);
        range.setEnd(text.currentNode, index + run.length);
        const lines = [...range.getClientRects()];
        // The first line may begin with other text, the last one ends where the run does.
        if (lines.slice(1, -1).some((line) => line.width < 4 * size - 1)) {
          problems.push(`${run.slice(0, 20)}: broken after fewer than four characters`);
        }
      }
    }
  }
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) problems.push("the page scrolls sideways");
  return problems;
}"""


def check_tables(sites, report):
    """No column of Han is narrower than four characters; the table scrolls, and not the page."""
    for language in ("zh-CN", "en"):
        for kind in ("post with wide tables", "page"):
            for width in READING_WIDTHS:
                with sites["edges", language].page(EDGES[kind], width) as page:
                    problems = page.evaluate(NARROW)
                where = f"{language}, {kind}, {width} px"
                report.expect("tables", problems == [], f"{where}: {problems[:5]}")


# How the table of contents looks where the reader is.
CONTENTS = """() => {
  const contents = document.querySelector(".contents details");
  const box = contents.getBoundingClientRect();
  const current = contents.querySelectorAll("[aria-current]");
  const link = current[0]?.getBoundingClientRect();
  const passed = [...document.querySelectorAll(".prose :is(h2, h3)[id]")]
    .findLast((heading) => heading.getBoundingClientRect().top < 120);
  return {
    inWindow: box.top >= 0 && box.bottom <= innerHeight,
    marks: current.length,
    marked: current[0] ? decodeURIComponent(current[0].hash.slice(1)) : null,
    expected: passed?.id ?? null,
    inBox: !link || (link.top >= box.top && link.bottom <= box.bottom),
    height: contents.scrollHeight,
    shifts: window.watched?.shifts ?? [],
  };
}"""


def check_contents(sites, report):
    """In a long post the table of contents stays in sight and shows the section that is read."""
    group = "table of contents"
    visits = sites["edges", "zh-CN"]
    path = EDGES["post with a long table of contents"]
    for width in (1280, 1440):
        with visits.page(path, width, reduced_motion="reduce") as page:
            end = page.evaluate("document.querySelector('.prose').getBoundingClientRect().bottom")
            heights = set()
            seen = set()
            for step in range(1, 40):
                page.evaluate("(y) => scrollTo({ top: y, behavior: 'instant' })", (end - 800) * step / 40)
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 30)))")
                now = page.evaluate(CONTENTS)
                where = f"{width} px, step {step}"
                report.expect(group, now["inWindow"], f"{where}: not in sight")
                report.expect(group, now["marked"] == now["expected"], f"{where}: {now}")
                report.expect(group, now["marks"] <= 1, f"{where}: {now['marks']} entries are marked")
                report.expect(group, now["inBox"], f"{where}: '{now['marked']}' is scrolled away")
                heights.add(now["height"])
                seen.add(now["marked"])
            report.expect(group, len(heights) == 1, f"{width} px: the mark moves lines: {heights}")
            report.expect(group, len(seen) > 20, f"{width} px: only {len(seen)} sections were marked")
            report.expect(group, now["shifts"] == [], f"{width} px: moved: {now['shifts']}")
    with visits.page(path, 1280, script=False) as page:
        page.mouse.wheel(0, 6000)
        page.wait_for_timeout(300)
        top = page.locator(".contents summary").bounding_box()["y"]
        report.expect(group, 0 <= top < 200, f"without JavaScript it is at {top} px")


HEADINGS = """() => {
  const size = (element) => parseFloat(getComputedStyle(element).fontSize);
  const titles = [...document.querySelectorAll(".card > header h2")].map(size);
  const text = size(document.querySelector(".card .prose p"));
  const inside = [...document.querySelectorAll(".card .prose :is(h1, h2, h3, h4, h5, h6)")].map(size);
  return { titles, inside, text };
}"""


def check_excerpts(sites, report):
    """A heading inside an excerpt is nearer to the text than to the title of a post."""
    for width in READING_WIDTHS:
        with sites["edges", "zh-CN"].page(EDGES["home, page 2"], width) as page:
            sizes = page.evaluate(HEADINGS)
        nearest = (min(sizes["titles"]) + sizes["text"]) / 2
        report.expect("excerpts", len(sizes["inside"]) >= 4, f"{width} px: {sizes}")
        report.expect("excerpts", max(sizes["inside"], default=99) <= nearest, f"{width} px: {sizes}")


def check_icons(sites, report):
    """The browser is led to the site's own icons, or to the theme's; each is there."""
    for site, expected in (("sample", ["/assets/icon."]), ("edges", ["/favicon.ico", "/favicon.svg"])):
        with sites[site, "zh-CN"].page("/") as page:
            links = page.evaluate("[...document.querySelectorAll('link[rel=icon]')].map((l) => l.getAttribute('href'))")
            fits = len(links) == len(expected) and all(map(str.startswith, links, expected))
            report.expect("icons", fits, f"{site}: {links}")
            for link in links:
                status = page.request.get(sites[site, "zh-CN"].address + link).status
                report.expect("icons", status == 200, f"{site}: {link} gives {status}")
