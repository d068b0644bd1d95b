"use strict";
(() => {
  const GAP = 12;
  const root = document.documentElement;
  const wide = matchMedia("screen and (min-width: 68rem)");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const notes = all(".note");
  const marks = all("mark[data-notes]");
  const galleys = all(".galley");
  const near = new Set();
  const search = byId("search");
  let current = null;
  root.classList.add("js");

  // What the browser keeps. It may refuse to: then the page forgets.
  const kept = {
    get: (key) => { try { return localStorage.getItem("copydesk " + key); } catch { return null; } },
    set: (key, value) => {
      try {
        if (value === null) localStorage.removeItem("copydesk " + key);
        else localStorage.setItem("copydesk " + key, value);
      } catch { /* the page forgets */ }
    },
  };

  const isShown = (note) => !note.classList.contains("held");
  const referenceOf = (note) => byId("m" + note.id.slice(1));
  const marksOf = (note) => marks.filter((mark) => mark.dataset.notes.split(" ").includes(note.id));

  // The margin: each note beside its mark, or below the note above it.
  function place(galley) {
    if (!wide.matches) return;
    const top = galley.getBoundingClientRect().top;
    const shown = all(".note:not(.held)", galley);
    const wanted = shown.map((note) => referenceOf(note).getBoundingClientRect().top - top - 6);
    const rows = shown.map((note) => note.closest(".row").getBoundingClientRect().top - top);
    const heights = shown.map((note) => note.offsetHeight);
    let end = 0;
    shown.forEach((note, index) => {
      const at = Math.max(wanted[index], end);
      note.style.top = at - rows[index] + "px";
      end = at + heights[index] + GAP;
    });
    galley.style.setProperty("--need", end + 24 + "px");
  }
  const placeNear = () => near.forEach(place);

  // Filters.
  const pressed = (button) => button.getAttribute("aria-pressed") === "true";
  const filters = all(".filter");
  const ticked = byId("ticked");
  function off(sort) {
    return new Set(filters.filter((each) => each.dataset[sort] && !pressed(each)).map((each) => each.dataset[sort]));
  }
  function filter() {
    const levels = off("level"), families = off("family"), showTicked = !ticked || pressed(ticked);
    for (const note of notes) {
      const done = note.classList.contains("done");
      const held = levels.has(note.dataset.level) || families.has(note.dataset.family) || (done && !showTicked);
      note.classList.toggle("held", held);
      referenceOf(note).classList.toggle("held", held);
    }
    marks.forEach(dress);
    if (search) for (const galley of galleys) galley.classList.toggle("held", !galley.querySelector(".note:not(.held)"));
    if (current && !isShown(current)) leave();
    tell();
    placeNear();
  }
  const weight = { error: 2, warning: 1, suggestion: 0 };
  function dress(mark) {
    const shown = mark.dataset.notes.split(" ").map(byId).filter(isShown);
    shown.sort((one, other) => weight[other.dataset.level] - weight[one.dataset.level]);
    mark.classList.toggle("held", !shown.length);
    if (shown.length) Object.assign(mark.dataset, { level: shown[0].dataset.level, family: shown[0].dataset.family });
  }
  function toggle(button) {
    button.setAttribute("aria-pressed", String(!pressed(button)));
    filter();
  }

  // Moving from query to query.
  function tell() {
    const shown = notes.filter(isShown);
    const where = byId("where");
    if (where) where.textContent = current ? `${shown.indexOf(current) + 1} of ${shown.length}` : `${shown.length} shown`;
  }
  function light(note, on) {
    for (const each of [note, ...marksOf(note)]) each.classList.toggle("lit", on);
  }
  // Articles get their height when they come near, so what is scrolled to may move: scroll again when they have it.
  function show(target, block) {
    place(target.closest(".galley"));
    target.scrollIntoView({ block });
    requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView({ block })));
  }
  function leave() {
    if (current) light(current, false);
    current = null;
    tell();
  }
  function go(note) {
    leave();
    current = note;
    light(note, true);
    const galley = note.closest(".galley");
    for (const folded of all("details", galley)) if (folded.contains(referenceOf(note))) folded.open = true;
    note.focus({ preventScroll: true });
    show(wide.matches ? referenceOf(note) : note, "center");
    tell();
  }
  function step(by) {
    const shown = notes.filter(isShown);
    if (!shown.length) return;
    let at = shown.indexOf(current);
    if (at < 0) {
      const below = shown.findIndex((note) => referenceOf(note).getBoundingClientRect().top > 60);
      at = by > 0 ? Math.max(below, 0) : below - 1;
      go(shown.at(at));
    } else go(shown[(at + by + shown.length) % shown.length]);
  }

  // Ticks and stets.
  function tick(note, done) {
    note.classList.toggle("done", done);
    note.querySelector(".tick").checked = done;
  }
  function count() {
    if (ticked) ticked.querySelector(".size").textContent = notes.filter((note) => note.classList.contains("done")).length;
  }
  function ticking(note, done) {
    tick(note, done);
    kept.set(note.dataset.key, done ? "done" : null);
    count();
    filter();
  }
  async function copy(button) {
    const text = button.dataset.stet;
    try { await navigator.clipboard.writeText(text); } catch {
      const field = document.createElement("textarea");
      field.value = text;
      button.after(field);
      field.select();
      document.execCommand("copy");
      field.remove();
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy stet"; }, 1500);
  }

  // The list of articles.
  function find() {
    const words = search.value.toLowerCase().split(/\s+/);
    const rows = all(".articles tbody tr");
    for (const row of rows) row.hidden = !words.every((word) => row.cells[0].textContent.toLowerCase().includes(word));
    byId("matches").textContent = search.value.trim() ? rows.filter((row) => !row.hidden).length + " of " + rows.length : "";
  }
  function sort(button) {
    const head = button.closest("th"), column = Number(button.dataset.column);
    const down = head.getAttribute("aria-sort") === (column ? null : "ascending") || head.getAttribute("aria-sort") === "ascending";
    const value = (row) => (column ? Number(row.cells[column].dataset.value) : row.cells[0].textContent);
    const order = (one, other) => (column ? value(one) - value(other) : value(one).localeCompare(value(other), "en"));
    all(".articles th[aria-sort]").forEach((each) => each.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const body = document.querySelector(".articles tbody");
    body.append(...[...body.rows].sort((one, other) => (down ? -order(one, other) : order(one, other))));
  }

  // Dark and light.
  const theme = byId("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme || (prefersDark.matches ? "dark" : "light")) === "dark";
  function paint(chosen) {
    if (chosen) root.dataset.theme = chosen;
    if (theme) theme.setAttribute("aria-pressed", String(isDark()));
  }
  function switchTheme() {
    paint(isDark() ? "light" : "dark");
    kept.set("theme", root.dataset.theme);
  }

  const helping = byId("helping");
  const actions = {
    n: () => step(1), j: () => step(1), p: () => step(-1), k: () => step(-1),
    d: () => current && ticking(current, !current.classList.contains("done")),
    c: () => current && copy(current.querySelector(".stet")),
    f: () => filters[0] && filters[0].focus(),
    "/": () => search && (search.focus(), search.scrollIntoView({ block: "center" })),
    t: switchTheme,
    "?": () => helping.showModal(),
    Escape: leave,
  };
  addEventListener("keydown", (event) => {
    const typing = event.target.matches?.("input:not([type=checkbox]), textarea") || helping.open;
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
    if (typing) {
      if (event.target === search) { search.value = ""; find(); search.blur(); }
      return;
    }
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
  const clicks = [
    [".filter, #ticked", toggle],
    ["#next", () => step(1)],
    ["#previous", () => step(-1)],
    ["#theme", switchTheme],
    ["#help", () => helping.showModal()],
    ["#close", () => helping.close()],
    [".stet", copy],
    [".articles thead button", sort],
    [".ref a", (link) => go(byId(link.hash.slice(1)))],
    ["mark[data-notes]", (mark) => { const note = mark.dataset.notes.split(" ").map(byId).find(isShown); if (note) go(note); }],
    [".articles th a", (link) => {
      const galley = byId(link.hash.slice(1));
      galley.classList.remove("held");
      show(galley, "start");
    }],
    [".head .number", (link) => go(link.closest(".note"))],
  ];
  addEventListener("click", (event) => {
    const met = clicks.find(([selector]) => event.target.closest(selector));
    if (!met) return;
    if (event.target.closest("a")) event.preventDefault();
    met[1](event.target.closest(met[0]));
  });
  addEventListener("change", (event) => {
    if (event.target.matches(".tick")) ticking(event.target.closest(".note"), event.target.checked);
  });
  for (const [kind, on] of [["mouseover", true], ["mouseout", false]]) {
    addEventListener(kind, (event) => {
      const note = event.target.closest?.(".note");
      if (note && note !== current) for (const mark of marksOf(note)) mark.classList.toggle("lit", on);
    });
  }
  addEventListener("toggle", (event) => {
    const galley = event.target.closest(".galley");
    if (galley) place(galley);
  }, true);
  if (search) search.addEventListener("input", find);

  // Only the articles near what is seen are laid out: a proof of many stays quick.
  new ResizeObserver(placeNear).observe(document.body);
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) { near.add(target); place(target); } else near.delete(target);
    }
  }, { rootMargin: "800px" });
  galleys.forEach((galley) => watcher.observe(galley));

  for (const note of notes) if (kept.get(note.dataset.key)) tick(note, true);
  paint(kept.get("theme"));
  count();
  filter();
})();
