// Loads the comments of a post when a reader comes near them: giscus, utterances or Waline, as the
// attributes of [data-comments] say.
(function () {
  var box = document.querySelector("[data-comments]");
  if (!box) return;
  var root = document.documentElement;
  var values = Object.assign({}, box.dataset);
  delete values.comments;
  delete values.src;

  function script(put) {
    var element = document.createElement("script");
    element.src = box.dataset.src;
    element.async = true;
    element.crossOrigin = "anonymous";
    put(element);
    box.append(element);
  }

  function tell(selector, origin, message) {
    new MutationObserver(function () {
      var frame = box.querySelector(selector);
      if (frame) frame.contentWindow.postMessage(message(), origin);
    }).observe(root, { attributeFilter: ["data-theme"] });
  }

  var load = {
    giscus: function () {
      script(function (element) {
        Object.assign(element.dataset, values, { theme: root.dataset.theme });
      });
      tell("iframe", "https://giscus.app", function () {
        return { giscus: { setConfig: { theme: root.dataset.theme } } };
      });
    },
    utterances: function () {
      var theme = function () { return "github-" + root.dataset.theme; };
      script(function (element) {
        element.setAttribute("repo", values.repo);
        element.setAttribute("issue-term", values.issueTerm);
        if (values.label) element.setAttribute("label", values.label);
        element.setAttribute("theme", theme());
      });
      tell("iframe", "https://utteranc.es", function () {
        return { type: "set-theme", theme: theme() };
      });
    },
    waline: function () {
      var style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = values.client + "waline.css";
      document.head.append(style);
      import(values.client + "waline.js").then(function (waline) {
        waline.init({
          el: box, serverURL: values.server, lang: values.lang, emoji: false,
          dark: 'html[data-theme="dark"]'
        });
      });
    }
  }[box.dataset.comments];

  new IntersectionObserver(function (seen, observer) {
    if (!seen.some(function (entry) { return entry.isIntersecting; })) return;
    observer.disconnect();
    load();
  }, { rootMargin: "800px" }).observe(box);
})();
