// The search box: finds any spelling and any day, and flies there.
const query = byName("query");
const hits = byName("hits");
const index = nodes.map((n) => ({ n, text: folded([n.name, n.label, ...(n.names || [])].join(" | ")) }));
let found = [];
let current = -1;

// Dates as people write them ("26 July 2023", "July 26, 2023", "July 2023", "2023-07-26") in ISO; null if this is none.
const MONTHS = "january february march april may june july august september october november december".split(" ");
function isoOf(text) {
  if (/^\d{4}-\d\d(-\d\d)?$/.test(text)) return text;
  const words = text.replace(/(\d)(st|nd|rd|th)\b/, "$1").match(/[^\s,.]+/g) || [];
  const take = (fits) => words.splice(words.findIndex(fits) >>> 0, 1)[0]; // >>> 0: of what is not found, nothing
  const year = take((w) => /^\d{4}$/.test(w));
  const month = take((w) => w.length > 2 && MONTHS.some((m) => m.startsWith(w)));
  const day = take((w) => /^\d\d?$/.test(w));
  if (!year || !month || words.length) return null;
  const number = MONTHS.findIndex((m) => m.startsWith(month)) + 1;
  return [year, number, day].filter(Boolean).map((part) => String(part).padStart(2, "0")).join("-");
}
// Whether an event is of these days: within them, or they within it unless all it has is a year.
function finderOf(text) {
  const iso = isoOf(text);
  const [first, last] = iso ? [firstDay(iso), lastDay(iso)] : [NaN, NaN];
  const brief = text.replace(/(\d )([a-z]{4,})/g, (all, day, word) => (MONTHS.some((m) => m.startsWith(word)) ? day + word.slice(0, 3) : all));
  const inside = (n) => n.firstDay >= first && n.lastDay <= last;
  return ({ n, text: own }) => own.includes(text) || own.includes(brief) || (n.event && (inside(n) || (n.firstDay <= first && n.lastDay >= last && n.lastDay - n.firstDay < 31)));
}

function lookUp() {
  const wanted = folded(query.value.trim());
  const starts = (n) => Number([n.name, ...(n.names || [])].some((name) => folded(name).startsWith(wanted)));
  found = wanted ? index.filter(finderOf(wanted)).map(({ n }) => n) : [];
  found.sort((a, b) => starts(b) - starts(a) || a.rank - b.rank);
  found = found.slice(0, 12);
  current = found.length ? 0 : -1;
  showHits(Boolean(wanted));
  hits.scrollTop = 0;
}
function showHits(asked) {
  hits.replaceChildren(...found.map((n, i) => make("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === current), on: { mousedown: (event) => { event.preventDefault(); takeHit(i); } } },
    symbolOf(n), make("span", {}, n.name), make("small", {}, n.event ? n.when || n.type : n.state || n.type))));
  if (asked && !found.length) hits.append(make("li", { role: "option", "aria-disabled": "true", "aria-selected": "false", class: "hint" }, "No match"));
  hits.hidden = !hits.children.length;
  query.setAttribute("aria-expanded", String(!hits.hidden));
  if (current >= 0) hits.children[current].scrollIntoView({ block: "nearest" });
  if (current >= 0) query.setAttribute("aria-activedescendant", `hit-${current}`);
  else query.removeAttribute("aria-activedescendant");
}
function takeHit(i) {
  const n = found[i];
  if (!n) return;
  clearHits();
  choose({ node: n.id }, true);
  query.value = n.name;
}
function clearHits() {
  found = [];
  current = -1;
  showHits();
}
query.addEventListener("input", lookUp);
query.addEventListener("blur", clearHits);
query.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && found.length) {
    current = Math.max(0, Math.min(found.length - 1, current + step));
    showHits();
    event.preventDefault();
  } else if (event.key === "Enter") takeHit(current);
  else if (event.key === "Escape") {
    if (!hits.hidden) event.stopPropagation(); // the list is closed first; the next Escape goes back
    query.value = "";
    clearHits();
  }
});
