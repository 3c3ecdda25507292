// The search box: finds any spelling and flies there.
const query = byName("query");
const hits = byName("hits");
const index = nodes.map((n) => ({ n, text: folded([n.name, n.label, ...(n.names || [])].join(" | ")) }));
let found = [];
let current = -1;

function lookUp() {
  const wanted = folded(query.value.trim());
  const starts = (n) => Number([n.name, ...(n.names || [])].some((name) => folded(name).startsWith(wanted)));
  found = wanted ? index.filter(({ text }) => text.includes(wanted)).map(({ n }) => n) : [];
  found.sort((a, b) => starts(b) - starts(a) || a.rank - b.rank);
  found = found.slice(0, 12);
  current = found.length ? 0 : -1;
  showHits();
}
function showHits() {
  hits.replaceChildren(...found.map((n, i) => make("li", { role: "option", id: `hit-${i}`, "aria-selected": String(i === current), on: { mousedown: (event) => { event.preventDefault(); takeHit(i); } } },
    symbolOf(n), make("span", {}, n.name), make("small", {}, n.event ? n.when || n.type : n.state || n.type))));
  hits.hidden = !found.length;
  query.setAttribute("aria-expanded", String(Boolean(found.length)));
  if (current >= 0) query.setAttribute("aria-activedescendant", `hit-${current}`);
  else query.removeAttribute("aria-activedescendant");
}
function takeHit(i) {
  const n = found[i];
  if (!n) return;
  query.value = n.name;
  clearHits();
  choose({ node: n.id }, true);
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
  if (step) {
    current = Math.max(0, Math.min(found.length - 1, current + step));
    showHits();
    event.preventDefault();
  } else if (event.key === "Enter") takeHit(current);
  else if (event.key === "Escape") { query.value = ""; clearHits(); }
});
