// Searches the index that galley built: docs/themes.md, "Search", describes its files.
// Loaded on the search page alone. Without it the page says where else to look.

const CHARACTER = /(?=[\p{L}\p{N}])[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}ー]/u;
const RUN = new RegExp(
  `(?:${CHARACTER.source})+|(?:(?!${CHARACTER.source})[\\p{L}\\p{N}_])+(?:\\+\\+|#)?`, "gu");
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const WEIGHTS = [1, 1.6, 3, 8]; // body, often, heading or tag, title
const LONGEST = 40; // bytes of a term
const MOST = 6; // terms of a query that are looked up, for each may cost a file
const SHOWN = 10;

/** What differs only in case, width or accents becomes the same. */
const fold = (text) =>
  [...text.normalize("NFKC")]
    .map((c) => c < "\u3000"
      ? [...c.normalize("NFD")].map((d) => d.toLowerCase()).join("").replace(/\p{M}/gu, "") : c)
    .join("");

const bytes = (text) => new TextEncoder().encode(text);

/** The terms of a query, as the index has them: pairs of Han, Kana and Hangul, words of others. */
export function terms(query) {
  const found = new Set();
  for (const [match] of fold(query).matchAll(RUN)) {
    if (CHARACTER.test(match)) {
      const run = [...match];
      for (let i = 0; i + 1 < run.length; i++) found.add(run[i] + run[i + 1]);
      if (run.length === 1) found.add(match);
      continue;
    }
    const [, name, sign] = match.match(/^_*(.*?)_*(\+\+|#|)$/u);
    let word = /^[a-z\d]?[a-z]$/.test(name) ? name + sign : name;
    const length = bytes(word).length;
    if (!length || length > LONGEST || (/^\d/.test(word) && length > 8)) continue;
    if (length > 3 && /[^sui]s$/.test(word)) word = word.slice(0, -1);
    found.add(word);
  }
  return [...found];
}

/**
 * At most MOST of a query's terms: every other pair of a run, for those still have all its
 * characters, and then the longest words, for `expunged` tells more than `what`.
 */
export function telling(all) {
  if (all.length <= MOST) return all;
  let isLeft = false;
  const kept = all.filter((term, i) => {
    const [first] = term;
    isLeft = !isLeft && i > 0 && CHARACTER.test(first) && [...all[i - 1]].at(-1) === first;
    return !isLeft;
  });
  const weight = (term) => (CHARACTER.test(term) ? 6 : term.length);
  return kept.sort((a, b) => weight(b) - weight(a)).slice(0, MOST);
}

/** The file of the index that a term is in. */
export function shard(term, count) {
  let hash = 0x811c9dc5;
  for (const byte of bytes(term)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash ^ (hash >>> 16)) & (count - 1);
}

/** The posts of a term, by number, each with its weight. */
export function postings(digits) {
  const posts = new Map();
  let value = 0;
  let post = -1;
  for (const c of digits) {
    const digit = DIGITS.indexOf(c);
    value = value * 32 + (digit & 31);
    if (digit > 31) continue;
    post += (value >> 2) + 1;
    posts.set(post, WEIGHTS[value & 3]);
    value = 0;
  }
  return posts;
}

/**
 * The numbers of the posts that hold all terms or, where none does, most of them; best first.
 * `read` gives a file of the index: what JSON says, or text.
 */
export async function search(query, read) {
  const wanted = telling(terms(query));
  const counts = await read("index.json");
  const lists = await Promise.all(wanted.map(async (term) => {
    const file = await read(`terms/${shard(term, counts.shards)}.txt`);
    const at = file.indexOf(`\n${term} `);
    const start = at + term.length + 2;
    return postings(at < 0 ? "" : file.slice(start, file.indexOf("\n", start)));
  }));
  const scores = new Map();
  for (const list of lists) {
    const rarity = Math.log(1 + counts.posts / (1 + list.size));
    for (const [post, weight] of list) {
      const [matched, score] = scores.get(post) ?? [0, 0];
      scores.set(post, [matched + 1, score + rarity * weight]);
    }
  }
  const best = Math.max(0, ...[...scores.values()].map(([matched]) => matched));
  return {
    terms: wanted, page: counts.page,
    // Of equals the newer, which has the higher number.
    posts: [...scores].filter(([, [matched]]) => matched === best)
      .sort(([a, [, x]], [b, [, y]]) => y - x || b - a).map(([post]) => post),
  };
}

/** Text with its matches in <mark>, by text nodes: nothing of the index is ever taken for HTML. */
function marked(element, text, wanted) {
  const low = text.toLowerCase();
  const at = low.length === text.length ? wanted.flatMap((term) => {
    const places = [];
    for (let i = low.indexOf(term); i >= 0; i = low.indexOf(term, i + 1)) {
      places.push([i, i + term.length]);
    }
    return places;
  }).sort(([a], [b]) => a - b) : [];
  let from = 0;
  for (let i = 0; i < at.length; i++) {
    let [start, end] = at[i];
    while (i + 1 < at.length && at[i + 1][0] <= end) end = Math.max(end, at[++i][1]);
    element.append(text.slice(from, start));
    const mark = element.appendChild(document.createElement("mark"));
    mark.textContent = text.slice(start, end);
    from = end;
  }
  element.append(text.slice(from));
  return element;
}

function start(form) {
  const { index, count, none, failed } = form.dataset;
  const field = form.elements.q;
  const state = document.getElementById("search-state");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const title = document.title;
  const files = new Map();
  let asked = 0;

  const read = (name) => {
    if (!files.has(name)) {
      // Asks the server whether it changed: a stale file would name the wrong posts.
      files.set(name, fetch(index + name, { cache: "no-cache" }).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status} ${name}`);
        return name.endsWith(".json") ? answer.json() : answer.text();
      }).catch((error) => { files.delete(name); throw error; }));
    }
    return files.get(name);
  };

  const item = async (post, found) => {
    const page = await read(`posts/${Math.floor(post / found.page)}.json`);
    const [name, href, day, date, description] = page[post % found.page];
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("h2"))
      .appendChild(document.createElement("a"));
    link.href = href;
    marked(link, name, found.terms);
    const time = item.appendChild(document.createElement("time"));
    time.dateTime = day;
    time.textContent = date;
    marked(item.appendChild(document.createElement("p")), description, found.terms);
    return item;
  };

  const show = async () => {
    const query = new URLSearchParams(location.search).get("q")?.trim() ?? "";
    const turn = ++asked;
    field.value = query;
    document.title = query ? `${query} · ${title}` : title;
    list.replaceChildren();
    more.hidden = true;
    state.textContent = "";
    if (!query) return;
    try {
      const found = await search(query, read);
      const next = async (from) => {
        const posts = found.posts.slice(from, from + SHOWN);
        const items = await Promise.all(posts.map((post) => item(post, found)));
        if (turn !== asked) return;
        list.append(...items);
        more.hidden = from + SHOWN >= found.posts.length;
        more.onclick = () => next(from + SHOWN);
        if (from) items[0]?.querySelector("a").focus();
      };
      await next(0);
      if (turn !== asked) return;
      state.textContent = found.posts.length
        ? count.replace("{count}", found.posts.length) : none;
    } catch (error) {
      if (turn === asked) state.textContent = failed;
      console.warn(error);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const here = new URL(location.href);
    here.searchParams.set("q", field.value.trim());
    history.pushState(null, "", here);
    show();
  });
  addEventListener("popstate", show);
  form.hidden = false;
  show();
}

const form = globalThis.document?.querySelector("form[data-index]");
if (form) start(form);
