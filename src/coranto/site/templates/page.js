"use strict";
/* The page reads without this script. The script adds: views, filters, keys, the panel with
   the exact words in their report, marks in the reports, and copies side by side.
   Report text goes into the page as text nodes only, never as markup. */
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const panel = byId("panel");
  const views = ["chronology", "reports", "copies", "actors"].filter(byId);
  const entryOf = new Map(data.entries.map((entry, n) => [entry.id, n]));
  const reportOf = new Map(data.reports.map((report, n) => [report.id, n]));
  const nodes = data.entries.map((entry) => byId(entry.id));
  const cards = data.reports.map((report) => byId(report.id));
  const fields = ["kind", "type", "status", "actor", "report", "story"];
  const filters = {};
  let view = "chronology";
  let current = -1;
  let opener = null;
  let shown = null; // what the panel shows: {entry} or {entry, report}

  root.classList.add("js");

  /* ---- small tools ---------------------------------------------------------------- */

  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "on") {
        for (const [event, handler] of Object.entries(value)) element.addEventListener(event, handler);
      } else if (value !== null && value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  const smooth = () =>
    matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  const narrow = () => matchMedia("(max-width: 1099px)").matches;
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  /* ---- the text of a report, with offsets in code points --------------------------- */

  const texts = new Map();

  function textOf(n) {
    if (!texts.has(n)) texts.set(n, readText(byId(data.reports[n].id).querySelector(".text")));
    return texts.get(n);
  }

  // The text is on the page once, in pieces, between the parts that cleaning removed.
  function readText(element) {
    let text = "";
    const removed = [];
    for (const node of element.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) text += node.data;
      else removed.push({ at: text.length, node: node.cloneNode(true) });
    }
    return { text, removed, unit: unitsOf(text) };
  }

  // Offsets count code points; a string of JavaScript counts UTF-16 units.
  function unitsOf(text) {
    if (!/[\ud800-\udbff]/.test(text)) return (offset) => offset;
    const at = [];
    let unit = 0;
    for (const point of text) {
      at.push(unit);
      unit += point.length;
    }
    at.push(unit);
    return (offset) => at[Math.min(offset, at.length - 1)];
  }

  // Marks may overlap: the text is cut at every boundary, and each part gets the
  // shortest mark that covers it.
  function paint(report, marks, from, to, wrap) {
    const { text, removed, unit } = textOf(report);
    const first = unit(from);
    const last = to === null ? text.length : unit(to);
    const placed = marks
      .map((mark) => ({ ...mark, a: unit(mark.start), b: unit(mark.end) }))
      .filter((mark) => mark.a < last && mark.b > first)
      .sort((x, y) => x.b - x.a - (y.b - y.a));
    const whole = to === null ? removed : [];
    const cuts = new Set([first, last]);
    for (const mark of placed) {
      cuts.add(Math.max(mark.a, first));
      cuts.add(Math.min(mark.b, last));
    }
    for (const part of whole) cuts.add(part.at);
    const points = [...cuts].sort((x, y) => x - y);
    const fragment = document.createDocumentFragment();
    const put = (at) => {
      for (const part of whole) if (part.at === at) fragment.append(part.node.cloneNode(true));
    };
    const sweep = sweeper(placed);
    put(points[0]);
    for (let n = 0; n + 1 < points.length; n += 1) {
      const part = text.slice(points[n], points[n + 1]);
      const mark = sweep(points[n], points[n + 1]);
      fragment.append(mark ? wrap(part, mark) : part);
      put(points[n + 1]);
    }
    return fragment;
  }

  // Marks come shortest first; a part is asked for in order of the text, so those that end
  // before it are dropped for good.
  function sweeper(placed) {
    let live = placed;
    let asked = 0;
    return (a, b) => {
      asked += 1;
      if (asked % 64 === 0) live = live.filter((mark) => mark.b > a);
      return live.find((mark) => mark.a <= a && mark.b >= b);
    };
  }

  /* ---- address: #target?filters ---------------------------------------------------- */

  function readAddress() {
    const [target, query] = location.hash.slice(1).split("?");
    let name = target;
    try {
      name = decodeURIComponent(target);
    } catch {
      name = "";
    }
    return { target: name, given: new URLSearchParams(query || "") };
  }

  function address(target) {
    const given = new URLSearchParams();
    for (const [name, value] of Object.entries(filters)) if (value) given.set(name, value);
    const query = given.toString();
    return `#${encodeURIComponent(target)}${query ? `?${query}` : ""}`;
  }

  function keepAddress(target, push) {
    const next = address(target);
    if (next === location.hash) return;
    if (push) history.pushState(null, "", next);
    else history.replaceState(null, "", next);
  }

  function follow() {
    const { target, given } = readAddress();
    for (const name of [...fields, "q"]) filters[name] = given.get(name) || "";
    showFilters();
    applyFilters();
    if (entryOf.has(target)) {
      showView("chronology");
      reveal(entryOf.get(target));
      openEntry(entryOf.get(target), null, false);
      return;
    }
    closePanel(false);
    if (reportOf.has(target)) {
      showView("reports");
      openReportView(target);
      return;
    }
    const place = target && byId(target);
    const home = place && place.closest(".view");
    showView(home ? home.id : "chronology");
    if (place && !place.classList.contains("view")) {
      if (place.hidden) resetFilters();
      place.scrollIntoView({ block: "start" });
      if (place.tabIndex === -1) place.focus({ preventScroll: true });
    } else if (place) {
      scrollTo(0, 0);
    }
  }

  /* ---- views ----------------------------------------------------------------------- */

  function showView(name) {
    view = views.includes(name) ? name : "chronology";
    for (const each of views) byId(each).hidden = each !== view;
    for (const link of document.querySelectorAll("[data-view]")) {
      if (link.dataset.view === view) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    byId("filters").hidden = view !== "chronology" && view !== "reports";
    byId("filters").classList.toggle("only-search", view === "reports");
    byId("q").setAttribute("aria-label", view === "reports" ? "Search in the reports" : "Search in the chronology");
    showFound();
  }

  function goTo(name) {
    closePanel(false);
    showView(name);
    keepAddress(view, true);
    byId("main").focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  /* ---- filters --------------------------------------------------------------------- */

  const words = new Map();

  function wordsOf(n) {
    if (!words.has(n)) words.set(n, fold(nodes[n].textContent));
    return words.get(n);
  }

  function cardWords(card) {
    if (!words.has(card.id)) words.set(card.id, fold(card.textContent));
    return words.get(card.id);
  }

  const has = (text, query) => fold(query).split(/\s+/).every((word) => text.includes(word));

  function options(select, pairs) {
    for (const [value, label] of pairs) select.append(make("option", { value }, label));
  }

  function counted(values) {
    const counts = new Map();
    for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
  }

  function fillFilters() {
    options(byId("type"), counted(data.entries.map((entry) => entry.t)).map(([t, n]) => [t, `${t} (${n})`]));
    options(byId("status"), counted(data.entries.map((entry) => entry.s)).map(([s, n]) => [s, `${s} (${n})`]));
    const actors = counted(data.entries.flatMap((entry) => entry.a));
    options(byId("actor"), actors.map(([id, n]) => [id, `${actorName(id)} (${n})`]));
    options(byId("report"), data.reports.map((report) => [report.id, report.name]));
    if (byId("story")) options(byId("story"), data.stories.map((story) => [story.id, story.title]));
  }

  function actorName(id) {
    const row = byId(id);
    return row ? row.querySelector(".actor-name").textContent : id;
  }

  function showFilters() {
    for (const name of [...fields, "q"]) {
      const field = byId(name);
      if (!field) filters[name] = "";
      else if (field.value !== filters[name]) field.value = filters[name];
      if (field && field.value !== filters[name]) {
        filters[name] = ""; // a link may name a type or an actor that is not here
        field.value = "";
      }
    }
  }

  function fits(n) {
    const entry = data.entries[n];
    const report = filters.report ? reportOf.get(filters.report) : null;
    const story = filters.story && data.stories.find((each) => each.id === filters.story);
    return (
      (!filters.kind || entry.k === filters.kind) &&
      (!filters.type || entry.t === filters.type) &&
      (!filters.status || entry.s === filters.status) &&
      (!filters.actor || entry.a.includes(filters.actor)) &&
      (report === null || entry.e.some(([r]) => r === report)) &&
      (!story || entry.e.some(([r]) => story.r.includes(r))) &&
      (!filters.q || has(wordsOf(n), filters.q))
    );
  }

  function applyFilters() {
    let left = 0;
    nodes.forEach((node, n) => {
      node.hidden = !fits(n);
      left += node.hidden ? 0 : 1;
    });
    for (const part of document.querySelectorAll(".day, .period")) {
      part.hidden = !part.querySelector(".entry:not([hidden])");
    }
    for (const link of document.querySelectorAll(".months a")) {
      const period = byId(link.hash.slice(1));
      link.classList.toggle("empty", period.hidden);
    }
    byId("none-left").hidden = left > 0 || nodes.length === 0;
    for (const card of cards) card.hidden = Boolean(filters.q) && !has(cardWords(card), filters.q);
    showFound();
    const set = fields.filter((name) => filters[name]).length;
    byId("filter-button").textContent = set ? `Filter (${set})` : "Filter";
  }

  function showFound() {
    const [all, one, many] = view === "reports" ? [cards, "report", "reports"] : [nodes, "entry", "entries"];
    const left = all.filter((each) => !each.hidden).length;
    const noun = all.length === 1 ? one : many;
    const used = view === "reports" ? filters.q : [...fields, "q"].some((name) => filters[name]);
    byId("found").textContent = used ? `${left} of ${all.length} ${noun}` : `${all.length} ${noun}`;
    byId("reset").hidden = !used;
  }

  function resetFilters() {
    for (const name of [...fields, "q"]) filters[name] = "";
    showFilters();
    applyFilters();
  }

  function filterChanged() {
    for (const name of [...fields, "q"]) filters[name] = byId(name) ? byId(name).value : "";
    applyFilters();
    keepAddress(view, false);
  }

  function filterActor(id) {
    closePanel(false);
    resetFilters();
    filters.actor = id;
    showFilters();
    applyFilters();
    showView("chronology");
    keepAddress("chronology", true);
    scrollTo({ top: document.querySelector(".bar").offsetTop, behavior: "auto" });
    byId("actor").focus({ preventScroll: true });
  }

  /* ---- moving between entries ------------------------------------------------------ */

  function choose(n) {
    if (current >= 0) nodes[current].classList.remove("current");
    current = n;
    nodes[n].classList.add("current");
  }

  function reveal(n) {
    if (nodes[n].hidden) {
      resetFilters();
    }
    choose(n);
    nodes[n].focus({ preventScroll: true });
    const box = nodes[n].getBoundingClientRect();
    const top = document.querySelector(".bar").getBoundingClientRect().bottom + 8;
    if (box.top < top || box.bottom > innerHeight) {
      nodes[n].scrollIntoView({ block: box.height < innerHeight / 2 ? "center" : "start", behavior: smooth() });
    }
  }

  function step(by) {
    let n = current < 0 ? (by > 0 ? -1 : nodes.length) : current;
    do n += by;
    while (n >= 0 && n < nodes.length && nodes[n].hidden);
    if (n < 0 || n >= nodes.length) return;
    const open = !panel.hidden;
    reveal(n);
    if (open) openEntry(n, null, false);
    if (open) keepAddress(data.entries[n].id, false);
  }

  /* ---- the panel: the exact words -------------------------------------------------- */

  const CONTEXT = 160;

  function openEntry(n, from, push = true) {
    choose(n);
    shown = { entry: n };
    if (from) opener = from;
    fillPanel(entryHead(n), ...evidenceSections(n));
    if (push) keepAddress(data.entries[n].id, true);
  }

  function entryHead(n) {
    const node = nodes[n];
    const kicker = node.querySelector(".kicker").cloneNode(true);
    const head = make("div", { class: "panel-entry" }, kicker);
    head.append(make("h2", { id: "panel-title" }, node.querySelector(".summary").textContent));
    const basis = kicker.querySelector("[data-basis]");
    if (basis) {
      head.append(make("p", { class: "basis" }, basis.dataset.basis));
      basis.removeAttribute("tabindex");
      basis.removeAttribute("data-basis");
    }
    for (const origin of node.querySelectorAll(".origin")) head.append(origin.cloneNode(true));
    for (const differs of node.querySelectorAll(".differs")) head.append(differs.cloneNode(true));
    return head;
  }

  function evidenceSections(n) {
    const groups = new Map();
    for (const [report, start, end] of data.entries[n].e) {
      if (!groups.has(report)) groups.set(report, []);
      groups.get(report).push({ start, end });
    }
    return [...groups].sort((x, y) => x[0] - y[0]).map(([report, spans]) => {
      const section = make("section", { class: "source" }, make("h3", null, data.reports[report].name));
      section.append(make("p", { class: "source-line" }, reportLine(report)));
      for (const span of merged(spans)) section.append(inContext(report, span));
      section.append(make("button", { type: "button", class: "open-report",
        on: { click: () => openFull(n, report) } }, "Read in the full report"));
      return section;
    });
  }

  // Spans of one passage (a cue and the two parts of a quotation) are shown in one context.
  function merged(spans) {
    const passages = [];
    for (const span of [...spans].sort((x, y) => x.start - y.start)) {
      const last = passages[passages.length - 1];
      if (last && span.start - last.end < CONTEXT) {
        last.spans.push(span);
        last.end = Math.max(last.end, span.end);
      } else {
        passages.push({ start: span.start, end: span.end, spans: [span] });
      }
    }
    return passages;
  }

  function reportLine(report) {
    const card = byId(data.reports[report].id);
    const title = card.querySelector(".report-title").textContent;
    return `${title} · ${card.querySelector(".report-date").textContent}`;
  }

  function inContext(report, passage) {
    const { text, unit } = textOf(report);
    const start = Math.max(0, passage.start - CONTEXT);
    const end = passage.end + CONTEXT;
    const before = text.slice(unit(start), unit(passage.start));
    const after = text.slice(unit(passage.end), unit(end));
    // Whole words, and no further than the paragraph.
    const lead = Math.max(before.lastIndexOf("\n") + 1, start > 0 ? before.indexOf(" ") + 1 : 0);
    const stop = after.indexOf("\n");
    const tail = stop >= 0 ? stop : unit(end) < text.length ? after.lastIndexOf(" ") : after.length;
    const from = passage.start - [...before.slice(lead)].length;
    const to = passage.end + [...after.slice(0, Math.max(tail, 0))].length;
    const quote = make("blockquote", { class: "context" });
    quote.append(lead > 0 && before[lead - 1] !== "\n" ? "… " : "");
    quote.append(paint(report, passage.spans, from, to, (part) => make("mark", null, part)));
    quote.append(stop < 0 && unit(end) < text.length ? " …" : "");
    return quote;
  }

  function openFull(n, report) {
    shown = { entry: n, report };
    const own = data.entries[n].e.filter(([r]) => r === report).map(([, start, end]) => ({ start, end }));
    const text = make("div", { class: "text" });
    text.append(paint(report, own, 0, null, (part) => make("mark", null, part)));
    const head = make("div", { class: "panel-entry" },
      make("button", { type: "button", class: "back", on: { click: () => {
        openEntry(n, null, false);
        panel.querySelector(".open-report").focus();
      } } }, "‹ All reports of this entry"),
      make("h2", { id: "panel-title" }, data.reports[report].name),
      make("p", { class: "source-line" }, reportLine(report)));
    fillPanel(head, text);
    const mark = text.querySelector("mark");
    if (mark) {
      const body = panel.querySelector(".panel-body");
      body.scrollTop += mark.getBoundingClientRect().top - body.getBoundingClientRect().top - body.clientHeight / 3;
    }
  }

  function fillPanel(...parts) {
    const close = make("button", { type: "button", class: "close", "aria-label": "Close",
      on: { click: () => closePanel(true) } }, "Close ", make("kbd", null, "Esc"));
    panel.replaceChildren(close, make("div", { class: "panel-body", tabindex: "0" }, ...parts));
    const was = panel.hidden;
    panel.hidden = false;
    root.classList.add("panel-open");
    panel.setAttribute("role", "dialog");
    setModal(narrow());
    if (was || shown.report !== undefined) panel.focus({ preventScroll: true });
    if (was && !narrow() && current >= 0) reveal2(current);
  }

  // The text narrows when the panel opens: keep the chosen entry in sight.
  function reveal2(n) {
    const box = nodes[n].getBoundingClientRect();
    if (box.top < 80 || box.top > innerHeight - 80) nodes[n].scrollIntoView({ block: "center" });
  }

  function setModal(modal) {
    for (const part of document.querySelectorAll(".masthead, .bar, main, .colophon")) part.inert = modal;
    panel.setAttribute("aria-modal", String(modal));
  }

  function closePanel(restore) {
    if (panel.hidden) return;
    panel.hidden = true;
    root.classList.remove("panel-open");
    setModal(false);
    shown = null;
    if (!restore) return;
    keepAddress("chronology", false);
    const back = opener && opener.isConnected && !opener.closest("[hidden]") ? opener : nodes[current];
    opener = null;
    if (back) back.focus({ preventScroll: true });
  }

  /* ---- reports, with every statement and event marked ------------------------------ */

  const marksOf = new Map();

  function reportMarks(report) {
    if (marksOf.size === 0) {
      data.entries.forEach((entry, n) => {
        for (const [r, start, end] of entry.e) {
          if (!marksOf.has(r)) marksOf.set(r, []);
          marksOf.get(r).push({ start, end, n, kind: entry.k });
        }
      });
    }
    return marksOf.get(report) || [];
  }

  function markReport(card) {
    const report = reportOf.get(card.id);
    const text = card.querySelector(".text");
    if (text.dataset.marked) return;
    const painted = paint(report, reportMarks(report), 0, null, (part, mark) =>
      make("a", { class: `mark ${mark.kind}`, href: `#${encodeURIComponent(data.entries[mark.n].id)}`,
        title: `${data.entries[mark.n].t}: ${nodes[mark.n].querySelector(".summary").textContent}` }, part));
    text.replaceChildren(painted);
    text.dataset.marked = "yes";
  }

  function openReportView(id) {
    const card = byId(id);
    card.open = true;
    markReport(card);
    card.scrollIntoView({ block: "start" });
    card.querySelector("summary").focus({ preventScroll: true });
  }

  /* ---- copies side by side --------------------------------------------------------- */

  const OPS = { kept: "same", changed: "changed", moved: "moved", merged: "merged", split: "split",
    added: "added", cut: "cut" };
  const SIGNS = { cut: "−", added: "+", moved: "↕", changed: "≠" };

  function sideBySide(edits) {
    const left = [
      ...edits.cut.map(([start, end]) => ({ start, end, op: "cut" })),
      ...edits.moved.map(([start, end]) => ({ start, end, op: "moved" })),
      ...edits.changed.map(([start, end, , , fact]) => ({ start, end, op: "changed", fact })),
    ];
    const right = marksIn(edits);
    const rows = edits.p.length ? edits.p : [[null, null, "changed"]];
    const table = make("div", { class: "sides", role: "table", "aria-label": "Two versions, paragraph by paragraph" });
    table.append(make("div", { class: "side-row side-head", role: "row" },
      make("div", { role: "columnheader" }, data.reports[edits.b].name),
      make("div", { class: "op", role: "columnheader" }, make("span", { class: "sr" }, "What became of it")),
      make("div", { role: "columnheader" }, data.reports[edits.r].name)));
    for (const [from, to, op] of rows) {
      table.append(make("div", { class: `side-row op-${op}`, role: "row" },
        side(edits.b, from, left), make("div", { class: "op", role: "cell" }, OPS[op] || op), side(edits.r, to, right)));
    }
    return table;
  }

  function side(report, numbers, marks) {
    const cell = make("div", { class: "side", role: "cell", "data-name": data.reports[report].name });
    const bounds = data.paragraphs[report] || [];
    const chosen = numbers === null ? bounds.map((_, n) => n) : numbers;
    for (const number of chosen) {
      if (!bounds[number]) continue;
      const [start, end] = bounds[number];
      cell.append(make("p", null, paint(report, marks, start, end, (part, mark) =>
        make(mark.op === "cut" ? "del" : mark.op === "added" ? "ins" : "mark",
          { class: `edit ${mark.op}`, title: mark.fact ? `${mark.op}: ${mark.fact}` : mark.op },
          make("span", { class: "sign" }, SIGNS[mark.op]), part))));
    }
    return cell;
  }

  /* All members of a group, a column each: a row for each paragraph of the base, and between
     them rows for what members added, together where they added the same. */
  function inColumns(group) {
    const base = group.edits[0].b;
    const shown = group.order.filter((r) => r !== base);
    const editsOf = new Map(group.edits.map((edits) => [edits.r, edits]));
    const rows = (data.paragraphs[base] || []).map((_, n) => ({ n, cells: new Map([[base, [[n], "kept"]]]), added: [] }));
    const head = { n: -1, cells: new Map(), added: [] };
    for (const r of shown) placeMember(r, editsOf.get(r), rows, head);
    const columns = [base, ...shown];
    const table = make("div", { class: "columns", role: "table", "aria-label": "All versions, paragraph by paragraph" });
    table.style.setProperty("--columns", columns.length);
    table.append(make("div", { class: "column-row side-head", role: "row" },
      ...columns.map((r) => make("div", { role: "columnheader" }, data.reports[r].name))));
    for (const row of [head, ...rows].flatMap((each) => [each, ...each.added])) {
      if (row === head) continue;
      table.append(make("div", { class: "column-row", role: "row" }, ...columns.map((r) => {
        const [numbers, op] = row.cells.get(r) || [[], row.n === undefined ? "none" : "cut"];
        const cell = side(r, numbers, r === base ? [] : marksIn(editsOf.get(r)));
        cell.classList.add(`op-${op}`);
        if (op !== "kept" && op !== "none") cell.prepend(make("span", { class: "op-name" }, OPS[op] || op));
        return cell;
      })));
    }
    return table;
  }

  function placeMember(r, edits, rows, head) {
    let last = head;
    const placed = edits.p.filter(([, to]) => to.length).sort((x, y) => x[1][0] - y[1][0]);
    for (const [from, to, op] of placed) {
      if (from.length) {
        const row = rows[from[0]];
        row.cells.set(r, [to, op]);
        for (const more of from.slice(1)) rows[more].cells.set(r, [[], "merged"]);
        if (op !== "moved") last = rows[from[from.length - 1]];
        continue;
      }
      const words = paragraphWords(r, to[0]);
      let row = last.added.find((each) => each.words === words && !each.cells.has(r));
      if (!row) last.added.push(row = { words, cells: new Map(), added: [] });
      row.cells.set(r, [to, op]);
    }
  }

  function paragraphWords(report, number) {
    const [start, end] = data.paragraphs[report][number];
    const { text, unit } = textOf(report);
    return text.slice(unit(start), unit(end));
  }

  function marksIn(edits) {
    return [
      ...edits.added.map(([start, end]) => ({ start, end, op: "added" })),
      ...edits.moved.map(([, , start, end]) => ({ start, end, op: "moved" })),
      ...edits.changed.map(([, , start, end, fact]) => ({ start, end, op: "changed", fact })),
    ];
  }

  function toggleCompare(button) {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    const whole = button.dataset.edits === undefined;
    const item = button.closest(whole ? ".group" : "li");
    const table = item.querySelector(whole ? ".columns" : ".sides");
    if (open && table) table.remove();
    if (open) return;
    const group = data.copies.find((each) => each.id === button.dataset.group);
    if (whole) button.closest("p").after(inColumns(group));
    else item.append(sideBySide(group.edits[Number(button.dataset.edits)]));
  }

  /* ---- light and dark -------------------------------------------------------------- */

  // A page opened from a folder may be refused storage: then the choice lasts until it is closed.
  function stored(value) {
    try {
      if (value === undefined) return localStorage.getItem("coranto-theme");
      localStorage.setItem("coranto-theme", value);
    } catch {
      return null;
    }
    return value;
  }

  function isDark() {
    return root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
  }

  function showTheme(theme) {
    if (theme === "dark" || theme === "light") root.dataset.theme = theme;
    byId("theme-button").textContent = isDark() ? "Light" : "Dark";
  }

  /* ---- keys and clicks ------------------------------------------------------------- */

  function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.closest("input, select, textarea");
    const help = byId("help");
    if (event.key === "Escape") {
      if (help.open) return; // the dialog closes itself
      if (typing) typing.blur();
      else if (shown && shown.report !== undefined) openEntry(shown.entry, null, false);
      else closePanel(true);
      return;
    }
    if (typing || help.open) return;
    const onEntry = event.target.classList.contains("entry");
    const keys = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => { if (byId("filters").hidden) goTo("chronology"); byId("q").focus(); },
      "?": () => help.showModal(),
    };
    if (onEntry) Object.assign(keys, {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Enter: () => openEntry(current, nodes[current]),
      " ": () => openEntry(current, nodes[current]),
    });
    views.forEach((name, n) => { keys[String(n + 1)] = () => goTo(name); });
    const entryKey = event.key === "j" || event.key === "k";
    if (!keys[event.key] || (entryKey && view !== "chronology")) return;
    event.preventDefault();
    keys[event.key]();
  }

  function onClick(event) {
    const actor = event.target.closest("a[data-actor]");
    const tab = event.target.closest("a[data-view]");
    const compare = event.target.closest("button.compare");
    const entry = event.target.closest(".entry");
    const month = event.target.closest(".months a");
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (actor) {
      event.preventDefault();
      filterActor(actor.dataset.actor);
    } else if (tab) {
      event.preventDefault();
      goTo(tab.dataset.view);
    } else if (month) {
      event.preventDefault(); // the address keeps the filters
      byId(month.hash.slice(1)).scrollIntoView({ behavior: smooth() });
    } else if (compare) {
      toggleCompare(compare);
    } else if (entry && !event.target.closest("a, button") && !String(getSelection())) {
      const summary = event.target.closest("summary");
      event.preventDefault(); // the words open in the panel, not in place
      const n = entryOf.get(entry.id);
      openEntry(n, summary || entry);
    }
  }

  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  document.addEventListener("focusin", (event) => {
    if (event.target.classList && event.target.classList.contains("entry")) choose(entryOf.get(event.target.id));
  });
  addEventListener("hashchange", follow); // back and forward too: addresses differ in the hash alone
  addEventListener("resize", () => { if (!panel.hidden) setModal(narrow()); });
  for (const card of cards) {
    card.addEventListener("toggle", () => { if (card.open) markReport(card); });
  }
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").addEventListener("input", filterChanged);
  byId("reset").addEventListener("click", () => { resetFilters(); keepAddress(view, false); byId("q").focus(); });
  byId("filter-button").addEventListener("click", () => {
    const open = byId("filters").classList.toggle("open");
    byId("filter-button").setAttribute("aria-expanded", String(open));
  });
  byId("help-button").addEventListener("click", () => byId("help").showModal());
  byId("theme-button").addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    stored(theme);
    showTheme(theme);
  });
  // Paper has no panel: the words behind each entry are printed under it.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details.evidence:not([open])")];
    for (const details of closed) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of closed) details.open = false; });

  for (const each of document.querySelectorAll(".tools, button.compare")) each.hidden = false;
  showTheme(stored());
  fillFilters();
  follow();
})();
