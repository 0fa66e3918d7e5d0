// Light or dark: what the reader chose, else what the system says. Runs before the page is drawn.
(function () {
  var root = document.documentElement;
  var system = matchMedia("(prefers-color-scheme: dark)");
  function stored() {
    try { return localStorage.getItem("theme"); } catch (e) { return null; }
  }
  function show() { root.dataset.theme = stored() || (system.matches ? "dark" : "light"); }
  // Keeps a choice only while it differs from the system's, so that both switch together again.
  window.switchTheme = function () {
    var wanted = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      if (wanted === (system.matches ? "dark" : "light")) localStorage.removeItem("theme");
      else localStorage.setItem("theme", wanted);
    } catch (e) { /* not kept */ }
    root.dataset.theme = wanted;
  };
  system.addEventListener("change", show);
  show();
})();
