// The articles themselves: every sentence, its spans marked, and beside it what was read there, to be checked line by line.
const reader = byName("reader");
const inOrder = new Map(data.articles.map((a) => [a, [a.published || "9", a.outlet, a.name].join(" ")]));
const readable = data.articles.filter((a) => a.text !== undefined).sort((a, b) => (inOrder.get(a) < inOrder.get(b) ? -1 : 1));
const titleOf = (a) => a.title || `${[a.outlet, a.published].filter(Boolean).join(", ") || a.name} (no headline)`;
const toRead = (article, words, at) => make("button", { type: "button", class: "link", on: { click: () => openReader(article, at) } }, words);
const placeOf = (claim) => {
  const sentence = data.sentences[claim.s];
  return typeof sentence === "string" ? null : [sentence[1] + claim.o, sentence[1] + claim.o + claim.n];
};

const readingsOf = (article) => data.claims.filter((c) => articleOf(c) === article).flatMap((c) => readings.get(c));

const lengthOf = (text) => pointsOf(text).length;
// The paragraphs of a stretch of text that no sentence covers: a headline, a line of metadata.
function paragraphsOf(text, begin, end) {
  const words = slice(text, begin, end);
  return [...words.matchAll(/\S(?:[^\n]|\n(?!\s*\n))*/g)].map((m) => {
    const from = begin + lengthOf(words.slice(0, m.index));
    return { begin: from, end: from + lengthOf(m[0]), said: false, apart: m.index > 0 };
  });
}
// The text in pieces: its sentences, and what stands between them where that is more than blanks.
function piecesOf(article) {
  const pieces = [];
  let at = 0;
  const between = (end) => pieces.push(...paragraphsOf(article.text, at, end));
  for (let i = 0; i < article.cuts.length; i += 2) {
    between(article.cuts[i]);
    const apart = /\n\s*\n/.test(slice(article.text, at, article.cuts[i]));
    pieces.push({ begin: article.cuts[i], end: article.cuts[i + 1], said: true, apart });
    at = article.cuts[i + 1];
  }
  between(lengthOf(article.text));
  return pieces;
}

// The text from begin to end as text and marks; a mark knows the claims that it is evidence of.
function marked(text, begin, end, placed) {
  const inside = placed.filter(({ from, to }) => from < end && to > begin);
  const edgesIn = [...new Set([begin, end, ...inside.flatMap(({ from, to }) => [Math.max(from, begin), Math.min(to, end)])])].sort((a, b) => a - b);
  return edgesIn.slice(1).map((to, i) => {
    const from = edgesIn[i];
    const over = inside.filter((p) => p.from <= from && p.to >= to);
    const words = slice(text, from, to);
    if (!over.length) return words;
    const mark = make("mark", { class: over.length > 1 ? "shared" : null }, words);
    for (const p of over) p.marks.push(mark);
    const about = over.reduce((a, b) => (b.to - b.from < a.to - a.from ? b : a)).about;
    mark.addEventListener("click", () => choose({ node: about.id }, false));
    return mark;
  });
}

function lighting(button, told) {
  const light = (on) => () => told.forEach((p) => p.marks.forEach((m) => m.classList.toggle("lit", on)));
  for (const type of ["focus", "mouseenter"]) button.addEventListener(type, light(true));
  for (const type of ["blur", "mouseleave"]) button.addEventListener(type, light(false));
  return button;
}
// What has one role is named once, however many spans say it.
function grouped(told) {
  const roles = new Map();
  for (const p of told) {
    const key = `${p.role} ${p.other ? p.other.id : p.value}`;
    roles.set(key, [...(roles.get(key) || []), p]);
  }
  return [...roles.values()];
}
function against(reading) {
  const others = rivalsOf(reading, "x").map((r) => `${rivalWords(r, reading)} (${sourcesOf([r.claim])})`);
  return others.length ? make("span", { class: "differ" }, ` ≠ ${inShort([...new Set(others)], 3)}`) : "";
}
function readingLine(about, told) {
  const chosen = (id, words) => make("button", { type: "button", class: "link", on: { click: () => choose({ node: id }, false) } }, words);
  const sources = [...new Set(told.map((p) => p.claim.by).filter((by) => by && by !== outletOf(told[0].claim)))];
  const states = [...new Set(told.map((p) => p.claim.st).filter((st) => st && st !== "occurred" && about.event))];
  const sure = Math.min(...told.map((p) => p.claim.c));
  return make("li", {}, symbolOf(about), " ", lighting(chosen(about.id, about.event ? about.label : about.name), told), states.map((s) => make("span", { class: "chip" }, s)),
    make("div", {}, grouped(told).map(([p, ...same]) => [make("span", { class: "told" }, make("span", { class: "hint" }, `${p.role} `), lighting(chosen((p.other || about).id, p.other ? p.other.name : p.value), [p, ...same]),
      against(p)), " "])),
    make("small", {}, [sources.length ? `said by ${sources.join(", ")}` : null, `confidence ${sure.toFixed(2)}`].filter(Boolean).join(" · ")));
}
// What is read in one piece, a line for each event or entity that it is about.
function readIn(placed) {
  const about = new Map();
  for (const p of placed) about.set(p.about, [...(about.get(p.about) || []), p]);
  return [...about].map(([thing, told]) => readingLine(thing, told));
}

function passage(article, piece, placed) {
  const here = placed.filter((p) => p.from >= piece.begin && p.from < piece.end);
  return make("div", { class: piece.apart ? "passage apart" : "passage" },
    make("p", { class: piece.said ? null : "hint" }, marked(article.text, piece.begin, piece.end, placed)),
    here.length ? make("ul", { class: "plain", "aria-label": "Read in this sentence" }, readIn(here)) : make("div", {}));
}
function readerHead(article, pieces, placed) {
  const sentences = pieces.filter((p) => p.said);
  const silent = sentences.filter((s) => !placed.some((p) => p.from >= s.begin && p.from < s.end)).length;
  const step = (by, words) => {
    const next = readable[readable.indexOf(article) + by];
    return make("button", { type: "button", disabled: !next, on: { click: () => openReader(next) } }, words);
  };
  const choice = make("select", { "aria-label": "Article", on: { change: (event) => openReader(readable[Number(event.target.value)]) } },
    readable.map((a, i) => make("option", { value: i, selected: a === article }, [a.published, a.outlet, titleOf(a)].filter(Boolean).join(" · "))));
  const url = safeUrl(article.url);
  return [make("div", { class: "bar" }, choice, step(-1, "Previous"), step(1, "Next"), make("button", { type: "button", on: { click: closeReader } }, "Back to the picture")),
    make("header", {}, make("h2", { class: "title", tabindex: -1 }, titleOf(article)),
    make("p", { class: "hint" }, [article.outlet, article.published].filter(Boolean).join(" · "), url ? [" · ", outward(url, "the article at its address")] : ""),
    make("p", { class: "hint" }, `${plural(sentences.length, "sentence")}, ${plural(placed.length, "claim")}; in ${silent} nothing was read. ${data.extent === "all" ? "" : "Only what this page shows is marked."}`))];
}
function fillReader(article) {
  const placed = readingsOf(article).map((r) => ({ ...r, place: placeOf(r.claim) })).filter((r) => r.place)
    .map((r) => ({ ...r, from: r.place[0], to: r.place[1], marks: [] })).sort((a, b) => a.from - b.from || a.to - b.to);
  const pieces = piecesOf(article);
  reader.replaceChildren(...readerHead(article, pieces, placed), ...pieces.map((piece) => passage(article, piece, placed)));
  return placed;
}

let cameFrom = null;
function openReader(article, at) {
  if (!article) return;
  if (reader.hidden) cameFrom = document.activeElement;
  const placed = fillReader(article);
  state.reading = article;
  showOver("reader");
  const here = at && placed.filter((p) => p.from === at[0] && p.to === at[1]).flatMap((p) => p.marks);
  reader.querySelector("h2").focus({ preventScroll: true });
  if (here && here.length) {
    here.forEach((mark) => mark.classList.add("found"));
    here[0].scrollIntoView({ block: "center" });
  } else reader.scrollTop = 0;
  remember();
}
function closeReader() {
  state.reading = null;
  showOver(null);
  if (cameFrom && cameFrom.isConnected) cameFrom.focus();
  remember();
}

// The table and the reader lie over the picture, one at a time.
function showOver(name) {
  for (const [id, button] of [["table", "as-table"], ["reader", "as-reader"]]) {
    byName(id).hidden = id !== name;
    byName(button).setAttribute("aria-pressed", String(id === name));
  }
  if (name !== "reader") state.reading = null;
  if (name === "table") fillTable();
}
byName("as-table").addEventListener("click", () => { showOver(byName("table").hidden ? "table" : null); remember(); });
byName("as-reader").addEventListener("click", () => (reader.hidden ? openReader(readable[0]) : closeReader()));
byName("as-reader").hidden = !readable.length;
