// The same as a table: a row for every claim of what is shown, in the order of a column.
function shownReadings() {
  const rows = [];
  for (const e of edges) {
    if (!liveRoles.has(e.id)) continue;
    const [from, to] = [nodeOf.get(e.from), nodeOf.get(e.to)];
    const [about, other] = to.event && !from.event ? [to, from] : [from, to];
    for (const r of liveRoles.get(e.id)) for (const claim of r.claims) rows.push({ about, role: r.role, other, claim });
  }
  for (const n of nodes) if (shownNodes.has(n.id)) for (const t of n.traits || []) for (const claim of claimsOf(t.claims).filter(isTold)) rows.push({ about: n, role: t.role, value: t.value, claim });
  return rows;
}
const standingOf = (r) => r.claim.st || statusOf(r.about);
const HEADS = [
  ["Event or party", (r) => `${r.about.first || "9999"} ${r.about.name}`, (r) => goTo(r.about.id, r.about.name)],
  ["Role", (r) => r.role, (r) => r.role],
  ["Who, what or when", wordsOf, (r) => [r.other ? goTo(r.other.id, r.other.name) : r.value, rivalsOf(r, "x").length ? make("span", { class: "differ" }, " ≠") : ""]],
  ["Status", standingOf, standingOf],
  ["Source", (r) => `${articleOf(r.claim).published} ${outletOf(r.claim)}`, (r) => [outletOf(r.claim), make("div", { class: "hint" }, articleOf(r.claim).published), r.claim.by && r.claim.by !== outletOf(r.claim) ? make("div", { class: "hint" }, `said by ${r.claim.by}`) : ""]],
  ["Sentence", (r) => sentenceText(r.claim.s), (r) => sentenceOf(r.claim)],
];
const MOST_ROWS = 2000;
const sorting = { by: 0, down: false };

function headCell([words], i) {
  const sorted = sorting.by === i;
  const sort = () => {
    Object.assign(sorting, { by: i, down: sorted && !sorting.down });
    fillTable();
    byName("table").querySelectorAll("th button")[i].focus();
  };
  const arrow = sorted ? (sorting.down ? " ▼" : " ▲") : "";
  return make("th", { scope: "col", "aria-sort": sorted ? (sorting.down ? "descending" : "ascending") : null }, make("button", { type: "button", class: "link", on: { click: sort } }, words, make("span", { "aria-hidden": "true" }, arrow)));
}
function fillTable() {
  const key = HEADS[sorting.by][1];
  const keyed = shownReadings().map((r) => [key(r), r]).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  if (sorting.down) keyed.reverse();
  const rows = keyed.slice(0, MOST_ROWS).map(([, r]) => make("tr", {}, HEADS.map(([, , cell]) => make("td", {}, cell(r)))));
  const count = plural(keyed.length, "claim") + (keyed.length > MOST_ROWS ? `; here are the first ${MOST_ROWS}, and all can be saved as CSV` : "");
  byName("table").replaceChildren(make("table", {}, make("caption", { class: "hint" }, count), make("thead", {}, make("tr", {}, HEADS.map(headCell))), make("tbody", {}, rows)));
}
