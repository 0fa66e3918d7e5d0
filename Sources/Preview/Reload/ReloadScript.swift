/// The client that every previewed page loads, and no built one.
///
/// It holds one stream of events while the tab is visible (browsers allow six for a host), and
/// applies the last event to the page: another identity reloads it, other style sheets are swapped,
/// problems appear over it, verdicts under its code blocks. All of it is set as text, never as
/// markup, in a shadow tree with a style sheet of its own. So the theme and the client do not
/// affect each other, and a strict content security policy allows it.
enum ReloadScript {
    static let text = #"""
        (() => {
          "use strict";
          const me = document.currentScript;
          let token = me.dataset.token;
          let page = me.dataset.page;
          const key = "galley-scroll";
          let stream = null;
          let timer = 0;
          let wait = 200;
          let isLeaving = false;

          // Scroll position: browsers keep it over a reload, but not always behind a fragment.
          const kept = JSON.parse(sessionStorage.getItem(key) || "null");
          sessionStorage.removeItem(key);
          if (kept && kept.path === location.pathname) {
            const restore = () => scrollTo({left: kept.x, top: kept.y, behavior: "instant"});
            history.scrollRestoration = "manual";
            restore();
            addEventListener("load", () => {
              restore();
              history.scrollRestoration = "auto";
            });
          }

          function reload() {
            if (isLeaving) return;
            isLeaving = true;
            close();
            const place = {path: location.pathname, x: scrollX, y: scrollY};
            sessionStorage.setItem(key, JSON.stringify(place));
            location.reload();
          }

          function close() {
            clearTimeout(timer);
            if (stream) stream.close();
            stream = null;
          }

          function open() {
            close();
            if (document.hidden || isLeaving) return;
            const path = encodeURIComponent(decoded(location.pathname));
            stream = new EventSource("/.galley/events?path=" + path + "&token=" + token);
            stream.onopen = () => { wait = 200; };
            stream.onmessage = event => become(JSON.parse(event.data));
            stream.onerror = () => {
              // A stream that was refused belongs to an earlier run of the server.
              if (stream && stream.readyState === EventSource.CLOSED) retry();
            };
          }

          function decoded(path) {
            try { return decodeURIComponent(path); } catch { return path; }
          }

          function retry() {
            close();
            timer = setTimeout(renew, wait);
            wait = Math.min(wait * 1.5, 3000);
          }

          // Asks for the page again: its client has the token of the server that runs now.
          async function renew() {
            try {
              const answer = await fetch(location.href, {cache: "no-store"});
              const text = await answer.text();
              const now = new DOMParser().parseFromString(text, "text/html")
                .querySelector("script[data-token][data-page]");
              if (!now) return retry();
              token = now.dataset.token;
              if (now.dataset.page !== page) return reload();
              open();
            } catch { retry(); }
          }

          function become(state) {
            if (state.page !== page) return reload();
            swap(state.styles);
            show(state);
            annotate(state.notes);
          }

          // Style sheets: /assets/paper.1a2b3c4d5e.css is known as /assets/paper.css.
          function swap(styles) {
            for (const link of document.querySelectorAll("link[rel~=stylesheet]")) {
              const url = new URL(link.href, location.href);
              if (url.origin !== location.origin || link.dataset.galleyOld) continue;
              const name = url.pathname.replace(/\.[0-9a-f]{10}(\.css)$/, "$1");
              const wanted = styles[decoded(name)];
              if (!wanted || wanted === url.pathname + url.search) continue;
              const next = link.cloneNode();
              next.href = wanted;
              link.dataset.galleyOld = "1";
              const done = () => link.remove();
              next.onload = done;
              next.onerror = done;
              link.after(next);
            }
          }

          let root = null;
          function layer() {
            if (root && root.host.isConnected) return root;
            const host = document.createElement("galley-preview");
            root = host.attachShadow({mode: "open"});
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(css);
            root.adoptedStyleSheets = [sheet];
            document.body.append(host);
            return root;
          }

          function element(name, className, text) {
            const made = document.createElement(name);
            if (className) made.className = className;
            if (text) made.textContent = text;
            return made;
          }

          function show(state) {
            const isEmpty = state.problems.length === 0 && !state.mark;
            if (isEmpty && !root) return;
            const old = layer();
            old.replaceChildren();
            if (state.mark) old.append(element("div", "mark", state.mark));
            if (state.problems.length === 0) return;
            const box = element("section", "problems");
            box.setAttribute("role", "alert");
            const head = element("header", "", "galley ");
            const hide = element("button", "", "×");
            hide.setAttribute("aria-label", "Hide");
            hide.onclick = () => box.remove();
            head.append(hide);
            box.append(head);
            for (const problem of state.problems) {
              const part = element("article");
              if (problem.place) part.append(element("p", "place", problem.place));
              const summary = element("p", "summary", problem.summary);
              summary.append(element("small", "", " [" + problem.id + "]"));
              part.append(summary);
              if (problem.code !== null) part.append(frame(problem.code, problem.wide));
              if (problem.explanation) part.append(element("p", "", problem.explanation));
              for (const fix of problem.fixes) part.append(element("p", "fix", "→ " + fix));
              box.append(part);
            }
            if (state.more > 0) box.append(element("p", "", "+ " + state.more));
            old.append(box);
          }

          // The source line over its caret. Fonts draw East Asian characters less than two columns wide, so
          // each gets a box that is.
          function frame(code, wide) {
            const lines = element("pre");
            let plain = "";
            for (const character of code) {
              if (!wide.includes(character)) {
                plain += character;
                continue;
              }
              lines.append(plain, element("span", "wide", character));
              plain = "";
            }
            lines.append(plain);
            return lines;
          }

          // A verdict under each code block, where the page does not show it itself.
          function annotate(notes) {
            for (const old of document.querySelectorAll("galley-verdict")) old.remove();
            const blocks = [...document.querySelectorAll("figure.listing, figure.highlight")];
            if (notes.length === 0 || blocks.length !== notes.length) return;
            blocks.forEach((block, index) => {
              const note = notes[index];
              if (note.kind === "skipped" || block.querySelector(".verdict")) return;
              const host = element("galley-verdict");
              const shadow = host.attachShadow({mode: "open"});
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(noteCSS);
              shadow.adoptedStyleSheets = [sheet];
              shadow.append(element("div", note.kind, note.text));
              block.append(host);
            });
          }

          const css = `
            :host { all: initial; }
            .mark { position: fixed; inset: auto auto 0 0; z-index: 2147483646; padding: .25rem .75rem;
              background: #b35900; color: #fff; font: 600 14px/1.5 system-ui, sans-serif;
              border-radius: 0 .5rem 0 0; pointer-events: none; }
            .problems { position: fixed; inset: auto 0 0 0; z-index: 2147483647; max-height: 70vh;
              overflow: auto; margin: 0; padding: .75rem 1.25rem 1.25rem; background: #1d1d20;
              color: #f2f2f2; border-top: 4px solid #e5484d; box-shadow: 0 -8px 32px #0006;
              font: 15px/1.55 system-ui, sans-serif; }
            header { display: flex; justify-content: space-between; color: #ff9592; font-weight: 600; }
            button { all: unset; cursor: pointer; padding: 0 .5rem; font-size: 1.4em; line-height: 1; }
            button:focus-visible { outline: 2px solid #fff; }
            article { margin-top: .75rem; }
            p { margin: .15rem 0; overflow-wrap: anywhere; white-space: pre-line; }
            .place { color: #9eb1ff; font-family: ui-monospace, monospace; font-size: 14px; }
            .summary { font-weight: 600; }
            small { color: #b4b4b4; font-weight: 400; }
            pre { margin: .35rem 0; padding: .4rem .6rem; background: #000; overflow: auto;
              font: 14px/1.5 ui-monospace, monospace; }
            .wide { display: inline-block; width: 2ch; text-align: center; }
            .fix { color: #8fd694; }`;
          const noteCSS = `
            :host { all: initial; display: block; }
            div { margin: 0; padding: .2rem .75rem; font: 12px/1.6 ui-monospace, monospace;
              border-left: 3px solid #999; color: #666; background: #8881; text-align: left;
              white-space: pre-wrap; overflow-wrap: anywhere; }
            .passed { border-color: #2b9a66; color: #21795a; }
            .failed { border-color: #e5484d; color: #ce2c31; }
            .expected { border-color: #2b9a66; }
            @media (prefers-color-scheme: dark) {
              div { color: #aaa; } .passed { color: #6fcf9f; } .failed { color: #ff9592; }
            }`;

          document.addEventListener("visibilitychange", () => document.hidden ? close() : open());
          addEventListener("pagehide", close);
          addEventListener("pageshow", event => { if (event.persisted) open(); });
          addEventListener("keydown", event => {
            if (event.key === "Escape" && root) root.querySelector(".problems")?.remove();
          });
          open();
        })();

        """#
}
