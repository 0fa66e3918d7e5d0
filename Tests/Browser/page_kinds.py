"""One address of the sample blog for every kind of page that galley makes."""

PAGES = {
    "home": "/",
    "home, page 2": "/page/2/",
    "post with every listing": "/2025/07/21/every-listing/",
    "post with footnotes and callouts": "/2025/10/26/markdown-features/",
    "post of a series": "/2025/12/14/does-time-now-make-a-syscall/",
    "translated post": "/2023/10/08/exploring-prometheus-go-metrics-zh/",
    "post in English": "/2023/09/17/exploring-prometheus-go-metrics/",
    "page": "/about/",
    "archive": "/archives/",
    "year": "/archives/2025/",
    "month": "/archives/2025/07/",
    "tags": "/tags/",
    "tag": "/tags/Go/",
    "categories": "/categories/",
    "category": "/categories/Go/",
    "all series": "/series/",
    "one series": "/series/Go-标准库源码/",
    "search": "/search/",
    "not found": "/there/is/no/such/page/",
}

# The search page with results and without.
FOUND = {"search with results": "/search/?q=Go"}
NOTHING_FOUND = {"search without results": "/search/?q=垚焱龘"}

# The pages of the site of extremes, Tests/Browser/edges.
EDGES = {
    "home": "/",
    "home, page 2": "/page/2/",
    "post with wide tables": "/2025/01/05/wide/",
    "post in English": "/2025/01/04/wide-en/",
    "post with a long table of contents": "/2025/01/06/long-contents/",
    "post with headings in its excerpt": "/2025/01/03/headings-in-excerpt/",
    "draft": "/2025/01/02/draft/",
    "post to come": "/2125/01/01/future/",
    "page": "/about/",
    "archive": "/archives/",
    "tags": "/tags/",
    "tag": "/tags/a/",
    "categories": "/categories/",
    "category": "/categories/First/Second/Third/",
    "all series": "/series/",
    "search": "/search/",
    **FOUND,
    **NOTHING_FOUND,
    "not found": "/there/is/no/such/page/",
}

LISTINGS = PAGES["post with every listing"]

# An address that leads on to another.
REDIRECT = ("/page/1/", "/")

# The widths at which pages are looked at, in CSS pixels: the narrowest phone (WCAG 2.2, 1.4.10) and
# a desktop with room beside the text.
WIDTHS = (320, 1280)
# A common phone and a desktop.
READING_WIDTHS = (360, 1280)
SCHEMES = ("light", "dark")
