// What a page gains by JavaScript: the switch for light and dark, copy buttons, anchors of
// headings, a table of contents that follows. Everything is readable without.
(function () {
  var words = document.currentScript.dataset;
  var all = function (selector, in_) { return [].slice.call((in_ || document).querySelectorAll(selector)); };
  function make(name, className, text) {
    var element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  }

  // The switch
  all(".scheme").forEach(function (button) {
    var state = function () {
      button.setAttribute("aria-pressed", document.documentElement.dataset.theme === "dark");
    };
    new MutationObserver(state).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    button.addEventListener("click", window.switchTheme);
    state();
  });

  // Copying: the code without its last line break; of a session the commands alone.
  function codeOf(figure) {
    var table = figure.querySelector("td.code");
    if (table) return all(".line", table).map(function (line) { return line.textContent; }).join("\n");
    var code = figure.querySelector("code");
    if (!code.querySelector(".gp")) return code.textContent.replace(/\n$/, "");
    return all(".line:not(.out)", code).map(function (line) {
      var copy = line.cloneNode(true);
      all(".gp", copy).forEach(function (prompt) { prompt.remove(); });
      return copy.textContent;
    }).join("").replace(/\n$/, "");
  }

  function write(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // Pages without TLS have no clipboard of their own.
    var area = make("textarea", "visually-hidden", text);
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject();
  }

  var status = make("p", "visually-hidden", "");
  status.setAttribute("role", "status");
  document.body.append(status);

  all(".listing, figure.highlight").forEach(function (figure) {
    var button = make("button", "copy", words.copy);
    button.type = "button";
    var timer;
    button.addEventListener("click", function () {
      status.textContent = "";
      write(codeOf(figure)).then(function () { return words.copied; }, function () { return words.failed; })
        .then(function (text) {
          button.textContent = status.textContent = text;
          clearTimeout(timer);
          timer = setTimeout(function () { button.textContent = words.copy; }, 2000);
        });
    });
    figure.prepend(button);
  });

  // Anchors of headings
  all(".post .prose > [id]").forEach(function (heading) {
    if (!/^H[2-4]$/.test(heading.tagName)) return;
    var anchor = make("a", "anchor", "#");
    anchor.href = "#" + encodeURIComponent(heading.id);
    anchor.setAttribute("aria-label", words.anchor + heading.textContent);
    heading.append(anchor);
  });

  // What scrolls sideways can be reached by keyboard.
  all(".prose table").forEach(function (table) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  });

  // The table of contents stands beside the text where there is room, and follows it.
  var contents = document.querySelector(".contents details");
  if (!contents) return;
  if (matchMedia("(min-width: 76rem)").matches) contents.open = true;
  var entries = {};
  all("a", contents).forEach(function (a) { entries[decodeURIComponent(a.hash.slice(1))] = a; });
  var headings = all(".prose [id]").filter(function (heading) { return entries[heading.id]; });
  var current;
  var observer = new IntersectionObserver(function () {
    var passed = headings.filter(function (h) { return h.getBoundingClientRect().top < 120; }).pop();
    var next = passed && entries[passed.id];
    if (next === current) return;
    if (current) current.removeAttribute("aria-current");
    if (next) next.setAttribute("aria-current", "true");
    current = next;
  }, { rootMargin: "-119px 0px 0px" });
  headings.forEach(function (heading) { observer.observe(heading); });
})();
