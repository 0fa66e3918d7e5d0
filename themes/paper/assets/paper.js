// What a page gains by JavaScript: the switch for light and dark, copy buttons, anchors of
// headings, a table of contents that follows. Everything is readable without.
(() => {
  const words = document.currentScript.dataset;
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (name, className, text) =>
    Object.assign(document.createElement(name), { className, textContent: text });

  // The switch
  const root = document.documentElement;
  for (const button of all(".scheme")) {
    const show = () => button.setAttribute("aria-pressed", root.dataset.theme === "dark");
    new MutationObserver(show).observe(root, { attributeFilter: ["data-theme"] });
    button.addEventListener("click", window.switchTheme);
    show();
  }

  // Copying: the code without its last line break; of a session the commands alone.
  const codeOf = (figure) => {
    const table = figure.querySelector("td.code");
    const code = (table || figure.querySelector("code")).cloneNode(true);
    if (code.querySelector(".gp")) all(".gp, .out", code).forEach((part) => part.remove());
    if (table) return all(".line", code).map((line) => line.textContent).join("\n");
    return code.textContent.replace(/\n$/, "");
  };

  const write = (text) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages without TLS have no clipboard of their own.
    const area = make("textarea", "visually-hidden", text);
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject();
  };

  const status = make("p", "visually-hidden", "");
  status.setAttribute("role", "status");
  document.body.append(status);

  for (const figure of all(".listing, figure.highlight")) {
    const button = make("button", "copy", words.copy);
    button.type = "button";
    let timer;
    button.addEventListener("click", async () => {
      status.textContent = "";
      const said = await write(codeOf(figure)).then(() => words.copied, () => words.failed);
      button.textContent = status.textContent = said;
      clearTimeout(timer);
      timer = setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    figure.prepend(button);
  }

  // Anchors of headings
  for (const heading of all(".post .prose > :is(h2, h3, h4)[id]")) {
    const anchor = make("a", "anchor", "#");
    anchor.href = "#" + encodeURIComponent(heading.id);
    anchor.setAttribute("aria-label", words.anchor + heading.textContent);
    heading.append(anchor);
  }

  // What scrolls sideways can be reached by keyboard.
  for (const table of all(".prose table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }

  // The table of contents stands beside the text where there is room, and follows it.
  const contents = document.querySelector(".contents details");
  if (!contents) return;
  contents.open = matchMedia("(min-width: 76rem)").matches;
  const entries = new Map(
    all("a", contents).map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
  const headings = all(".prose [id]").filter((heading) => entries.has(heading.id));
  let current;
  const observer = new IntersectionObserver(() => {
    const passed = headings.findLast((heading) => heading.getBoundingClientRect().top < 120);
    const next = entries.get(passed?.id);
    if (next === current) return;
    current?.removeAttribute("aria-current");
    next?.setAttribute("aria-current", "true");
    if (next) contents.scrollTop = next.offsetTop - contents.clientHeight / 2;
    current = next;
  }, { rootMargin: "-119px 0px 0px" });
  headings.forEach((heading) => observer.observe(heading));
})();
