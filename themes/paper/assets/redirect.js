// Keeps the fragment of an old address: /old/#part leads to /new/#part.
// Loaded before the refresh of a redirect page is seen, which would drop it.
(function () {
  var canonical = document.querySelector('link[rel="canonical"]');
  if (canonical) {
    var target = new URL(canonical.href);
    var here = window.location;
    var path = target.origin === here.origin ? target.href : target.pathname;
    here.replace(path.split("#")[0] + here.search + (here.hash || target.hash));
  }
})();
