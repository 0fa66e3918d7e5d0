"""No text is cut off: every line of every text lies in the boxes that clip it."""

from page_kinds import EDGES, FOUND, NOTHING_FOUND, PAGES, READING_WIDTHS

# The lines of all texts on the page that a box, a `clip-path` or the beginning of a scrolled box cuts
# off. A box that scrolls shows what lies in it, so only that box has to lie in the boxes around it;
# what is hidden from sight on purpose is marked `visually-hidden`. Of a line counts the height of its
# letters, for a line may be lower than its font.
CLIPPED = """() => {
  const SLACK = 1; // px: boxes lie between pixels
  const hides = (value) => value === "hidden" || value === "clip";
  const scrolls = (value) => value === "auto" || value === "scroll";

  /** What is seen of an element's content as far as its `overflow` goes, in px of the window. */
  function paddingBox(element, style) {
    const border = element.getBoundingClientRect();
    const left = border.left + element.clientLeft;
    const top = border.top + element.clientTop;
    // An element that is no box of its own, such as an inline one, does not clip.
    if (!element.clientWidth && !element.clientHeight && style.display === "inline") return null;
    return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
  }

  /** The box that `clip-path` leaves; null: none; throws for a form that is not known here. */
  function clipPath(element, style) {
    if (style.clipPath === "none") return null;
    const inset = style.clipPath.match(/^inset\\(([^)]*?)(?: round .*)?\\)$/);
    if (!inset) throw new Error(`clip-path ${style.clipPath}: say here what it cuts`);
    const border = element.getBoundingClientRect();
    const lengths = inset[1].trim().split(/\\s+/);
    const [top, right = top, bottom = top, left = right] = lengths.map((length, side) =>
      length.endsWith("%")
        ? parseFloat(length) / 100 * (side % 2 ? border.width : border.height)
        : parseFloat(length));
    return {
      left: border.left + left, top: border.top + top,
      right: border.right - right, bottom: border.bottom - bottom,
    };
  }

  /** Names the first box that cuts off some of `line`, which belongs to a text in `element`. */
  function clipper(line, element) {
    let box = line;
    let isAbsolute = false;
    for (let around = element; around && around !== document.body; around = around.parentElement) {
      const style = getComputedStyle(around);
      const path = clipPath(around, style);
      if (path && (box.left < path.left - SLACK || box.right > path.right + SLACK
        || box.top < path.top - SLACK || box.bottom > path.bottom + SLACK)) {
        return `${name(around)} by clip-path`;
      }
      // Boxes between an absolute element and the one that it is placed in do not clip it.
      if (isAbsolute && style.position === "static") continue;
      isAbsolute = style.position === "absolute";
      const seen = style.overflow === "visible" ? null : paddingBox(around, style);
      if (!seen) continue;
      box = { ...box };
      for (const [axis, start, end, scrolled, size] of [
        ["overflowX", "left", "right", around.scrollLeft, around.scrollWidth],
        ["overflowY", "top", "bottom", around.scrollTop, around.scrollHeight],
      ]) {
        if (hides(style[axis])) {
          if (box[start] < seen[start] - SLACK || box[end] > seen[end] + SLACK) {
            return `${name(around)} by overflow`;
          }
        } else if (scrolls(style[axis])) {
          const from = box[start] - seen[start] + scrolled;
          const to = box[end] - seen[start] + scrolled;
          if (from < -SLACK || to > size + SLACK) return `${name(around)}, out of its reach`;
          box[start] = seen[start];
          box[end] = seen[end];
        }
      }
    }
    return null;
  }

  const name = (element) =>
    element.localName + (element.id && `#${element.id}`)
      + [...element.classList].map((one) => `.${one}`).join("");

  const clipped = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let looked = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const element = text.parentElement;
    if (!text.data.trim() || element.closest(".visually-hidden, .skip")) continue;
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const size = parseFloat(getComputedStyle(element).fontSize);
    for (const line of range.getClientRects()) {
      if (!line.width) continue;
      looked += 1;
      const above = Math.max(0, (line.height - size) / 2);
      const letters = {
        left: line.left, right: line.right, top: line.top + above, bottom: line.bottom - above,
      };
      const by = clipper(letters, element);
      if (by) clipped.push(`"${text.data.trim().slice(0, 30)}" in ${name(element)}: cut by ${by}`);
      else if (letters.left < -SLACK) clipped.push(`"${text.data.slice(0, 30)}" left of the page`);
    }
  }
  return { clipped, looked };
}"""


def check_clipping(sites, report):
    """Looks at every kind of page of both sites in both languages, on a phone and on a desktop."""
    for (site, language), visits in sites.items():
        kinds = {**PAGES, **FOUND, **NOTHING_FOUND} if site == "sample" else EDGES
        for kind, path in kinds.items():
            for width in READING_WIDTHS:
                where = f"{site} in {language}, {kind}, {width} px"
                with visits.page(path, width) as page:
                    if "?q=" in path:
                        visits.wait_for_search(page)
                    found = page.evaluate(CLIPPED)
                report.expect("whole text", found["clipped"] == [], f"{where}: {found['clipped'][:4]}")
                report.expect("whole text", found["looked"] > 10, f"{where}: {found['looked']} lines")
