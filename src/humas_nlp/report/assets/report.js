"use strict";
/* The report's list of quotes, its charts and its two languages. Every word of the corpus gets into
   the page as text (textContent), or comes as HTML that the article view has escaped. */
(async () => {
  const PAGE = 25; // quotes that are shown at once
  const NAMES = 300; // names in a list to choose from; the search finds all
  const NARROW = { labelLimit: 120, columns: 1 }; // settings of charts on a phone
  const DOCUMENT = 0, ID = 1, KIND = 2, PERSON = 3, BODY = 4, SPEAKER = 5, OFFICE = 6, SURE = 7, TEXT = 8, THEME = 9;
  const TITLE = 0; // of a document; its date follows

  const root = document.documentElement;
  const at = (id) => document.getElementById(id);
  const words = JSON.parse(at("words").textContent);
  const specs = JSON.parse(at("charts").textContent);
  const form = document.querySelector(".filters");
  const say = (key, ...parts) => words[key][root.lang === "en" ? 1 : 0].replace(/\{(\d)\}/g, (_, place) => parts[place]);
  const figure = (count) => count.toLocaleString(root.lang === "en" ? "en" : "id");
  let data = null, haystacks = [], found = [], shown = 0;

  /* Base64 of a zlib stream, as payload.py packs it. */
  async function unpack(id) {
    const binary = atob(at(id).textContent);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  /* Charts ------------------------------------------------------------------------------- */

  function drawCharts() {
    for (const place of document.querySelectorAll("[data-chart]")) {
      const spec = specs[place.dataset.chart];
      if (!spec) {
        place.textContent = say("nothing");
        continue;
      }
      const fitted = JSON.parse(JSON.stringify(spec[root.lang]), (key, value) => (innerWidth < 600 && key in NARROW ? NARROW[key] : value));
      vegaEmbed(place, fitted, { actions: false, renderer: "svg" }).then(({ view }) => {
        if (!place.dataset.filter) return;
        view.addEventListener("click", (_, item) => {
          if (item && item.datum && item.datum.key !== undefined) choose({ [place.dataset.filter]: String(item.datum.key) });
        });
      });
    }
  }

  /* Filters ------------------------------------------------------------------------------ */

  function fill(name, every, rows) {
    const select = form.elements[name], chosen = select.value;
    select.replaceChildren(new Option(say(every), ""), ...rows.map(([value, label]) => new Option(label, value)));
    select.value = chosen;
  }

  function byCount(named) {
    return named.map(([name, count], number) => [String(number), `${name} (${count})`, count])
      .sort((a, b) => b[2] - a[2]).slice(0, NAMES);
  }

  function fillFilters() {
    const language = root.lang === "en" ? 1 : 0;
    fill("person", "everyone", byCount(data.people));
    fill("institution", "every_institution", byCount(data.institutions));
    fill("theme", "every_theme", Object.entries(data.themes).map(([code, names]) => [code, names[language]])
      .sort((a, b) => a[1].localeCompare(b[1])));
    fill("kind", "every_kind", ["direct", "indirect", "mixed"].map((kind) => [kind, say(kind)]));
  }

  /* Set these filters and no others, and go to the list. */
  function choose(filters) {
    form.reset();
    for (const [name, value] of Object.entries(filters)) {
      const control = form.elements[name];
      if (control.tagName === "SELECT" && ![...control.options].some((option) => option.value === value)) {
        const named = name === "person" ? data.people : data.institutions;
        control.add(new Option(named[value][0], value)); // too rare for the list of names
      }
      control.value = value;
    }
    refresh();
    at("count").scrollIntoView({ block: "center" });
    at("count").focus({ preventScroll: true });
  }

  function refresh() {
    if (!data) return;
    const value = (name) => form.elements[name].value;
    const person = value("person"), body = value("institution"), theme = value("theme"), kind = value("kind");
    const from = value("from"), until = value("until");
    const terms = value("words").toLowerCase().split(/\s+/).filter(Boolean);
    found = [];
    data.quotes.forEach((quote, place) => {
      const [, date] = data.documents[quote[DOCUMENT]];
      if (person && quote[PERSON] !== Number(person)) return;
      if (body && quote[BODY] !== Number(body)) return;
      if (theme && quote[THEME] !== theme) return;
      if (kind && quote[KIND] !== kind) return;
      if (from && (!date || date < from)) return;
      if (until && (!date || date > until)) return;
      if (terms.every((term) => haystacks[place].includes(term))) found.push(place);
    });
    at("list").replaceChildren();
    shown = 0;
    const all = data.quotes.length;
    at("count").textContent = found.length === all
      ? say("found", figure(all)) : say("found_of", figure(found.length), figure(all));
    showMore(terms);
  }

  function showMore(terms) {
    const hit = terms.length
      ? new RegExp(`(${terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})`, "gi") : null;
    at("list").append(...found.slice(shown, shown + PAGE).map((place) => item(data.quotes[place], hit)));
    shown = Math.min(found.length, shown + PAGE);
    at("more").hidden = shown >= found.length;
  }

  /* One quote ---------------------------------------------------------------------------- */

  function item(quote, hit) {
    const [title, date] = data.documents[quote[DOCUMENT]];
    const made = element("li");
    const said = element("blockquote");
    said.lang = "id";
    said.append("“", ...(hit ? quote[TEXT].split(hit).map((part, n) => (n % 2 ? element("span", "hit", part) : part)) : [quote[TEXT]]), "”");
    const by = element("p", "by");
    by.append(element("strong", "", quote[SPEAKER] || say("unknown_speaker")), quote[OFFICE] ? `, ${quote[OFFICE]}` : "");
    const names = data.themes[quote[THEME]];
    const where = [date || say("undated"), title, names ? names[root.lang === "en" ? 1 : 0] : "", say(quote[KIND]), say("confidence", `${quote[SURE]}%`)];
    made.append(said, by, element("p", "where", where.filter(Boolean).join(" · ")));
    if (at("list").dataset.texts !== "none") made.append(context(quote));
    return made;
  }

  function context(quote) {
    const fold = element("details");
    fold.append(element("summary", "", say("in_paragraph")));
    fold.addEventListener("toggle", async () => {
      if (!fold.open || fold.dataset.filled) return;
      fold.dataset.filled = "yes";
      const article = await load(quote[DOCUMENT]);
      const marks = quoteMarks(article, quote[ID]);
      const lines = new Set([...marks].map((mark) => mark.closest(".humas-line")));
      const text = element("div", "humas-text", lines.size ? undefined : say("no_text"));
      text.lang = "id";
      text.append(...[...lines].flatMap((line, n) => (n ? ["\n", line] : [line])));
      for (const mark of marks) mark.classList.add("humas-found");
      for (const each of text.querySelectorAll("[id]")) each.removeAttribute("id");
      fold.append(text);
      if (at("list").dataset.texts !== "full") return;
      const open = element("button", "", say("open_article"));
      open.type = "button";
      open.addEventListener("click", () => openArticle(quote));
      fold.append(open);
    });
    return fold;
  }

  const blocks = new Map();

  async function load(number) {
    const block = Math.floor(number / data.block);
    if (!blocks.has(block)) blocks.set(block, unpack(`texts-${block}`));
    const view = (await blocks.get(block))[number % data.block];
    return document.importNode(new DOMParser().parseFromString(view, "text/html").body.firstElementChild, true);
  }

  function quoteMarks(article, id) {
    return [...article.querySelectorAll("[data-quote]")].filter((mark) => mark.dataset.quote === id);
  }

  async function openArticle(quote) {
    const article = await load(quote[DOCUMENT]);
    const dialog = at("article");
    dialog.lastElementChild.replaceChildren(article);
    dialog.showModal();
    const marks = quoteMarks(article, quote[ID]);
    for (const mark of marks) mark.classList.add("humas-found");
    if (marks.length) {
      marks[0].scrollIntoView({ block: "center" });
      marks[0].focus({ preventScroll: true });
    }
  }

  /* Language ----------------------------------------------------------------------------- */

  function speak(language) {
    root.lang = language;
    for (const button of document.querySelectorAll("[data-language]")) {
      button.setAttribute("aria-pressed", String(button.dataset.language === language));
    }
    for (const input of document.querySelectorAll("[data-hint]")) input.placeholder = say(input.dataset.hint);
    drawCharts();
    if (data) {
      fillFilters();
      refresh();
    }
  }

  document.addEventListener("click", (event) => {
    const language = event.target.closest("[data-language]");
    if (language) speak(language.dataset.language);
    const cell = event.target.closest(".matrix button");
    if (cell && data) choose(cell.dataset.person ? { person: cell.dataset.person, theme: cell.dataset.theme } : { institution: cell.dataset.institution, theme: cell.dataset.theme });
  });
  form.addEventListener("input", refresh);
  form.addEventListener("reset", () => setTimeout(refresh));
  form.addEventListener("submit", (event) => event.preventDefault());
  at("more").addEventListener("click", () => showMore(form.elements.words.value.toLowerCase().split(/\s+/).filter(Boolean)));

  speak(root.lang);
  if (typeof DecompressionStream === "undefined") {
    at("count").textContent = say("too_old");
    return;
  }
  data = await unpack("data");
  haystacks = data.quotes.map((quote) => [
    quote[TEXT], quote[SPEAKER], quote[OFFICE], quote[BODY] < 0 ? "" : data.institutions[quote[BODY]][0], data.documents[quote[DOCUMENT]][TITLE],
  ].join("\n").toLowerCase());
  fillFilters();
  refresh();
  root.dataset.ready = "yes"; // for those who wait for the list: tests
})();
