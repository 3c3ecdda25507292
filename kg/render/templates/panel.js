// The details of what is chosen: names, offices, events, and for every claim its sentence, outlet, date and speaker.
const panel = byName("right");
const goTo = (id, words) => make("button", { type: "button", class: "link", on: { click: () => choose({ node: id }, true) } }, words || nodeOf.get(id).label);

// The sentence with its quote marked; offsets count code points, as everywhere in the graph.
function sentenceOf(claim) {
  const sentence = sentenceText(claim.s);
  if (claim.o === undefined) return [sentence, make("span", { class: "hint" }, ` [“${claim.q}”]`)];
  const end = claim.o + claim.n;
  return [slice(sentence, 0, claim.o), make("mark", {}, slice(sentence, claim.o, end)), slice(sentence, end)];
}
const quoteOf = (claim) => (claim.o === undefined ? claim.q : slice(sentenceText(claim.s), claim.o, claim.o + claim.n));

function sourceLine(claim) {
  const article = articleOf(claim);
  const url = safeUrl(article.url);
  const title = article.title || article.name || "article";
  const said = claim.by && claim.by !== article.outlet ? ` · said by ${claim.by}` : "";
  const via = claim.via ? ` · relayed by ${claim.via.join(", ")}` : "";
  return make("small", {},
    make("b", {}, outletOf(claim)), article.published ? ` · ${article.published}` : "", said, via,
    claim.st && claim.st !== "occurred" ? [" · ", make("em", {}, claim.st)] : "", ` · confidence ${claim.c.toFixed(2)}`,
    make("br", {}), url ? outward(url, title) : title,
    article.text === undefined ? "" : [" · ", toRead(article, "read it here", placeOf(claim))]);
}
// One quote block a sentence and article: claims that differ only in their quote are marked in turn.
function claimBlocks(claims, most) {
  const seen = new Set();
  const single = claims.filter((c) => {
    const key = [c.s, c.a, c.by, c.st].join("|");
    return !seen.has(key) && seen.add(key);
  });
  const blocks = single.slice(0, most).map((c) => make("blockquote", { class: "claim" }, make("p", {}, sentenceOf(c)), sourceLine(c)));
  if (single.length > most) blocks.push(more(claims, single.length, most));
  return blocks;
}
function more(claims, count, most) {
  const button = make("button", { type: "button", class: "link" }, `all ${plural(count, "passage")}`);
  button.addEventListener("click", () => button.replaceWith(...claimBlocks(claims, Infinity).slice(most)));
  return button;
}

function chips(n) {
  const words = [n.event ? statusOf(n) : n.state, n.kind, n.when].filter(Boolean);
  return words.length ? make("p", {}, words.map((w) => make("span", { class: "chip" }, w))) : null;
}
// What the sources do not agree on, of this thing; then what differs although both may hold, and who calls it done, planned, denied.
const linked = (claims, text) => {
  const told = claims.flatMap((c) => readings.get(c).flatMap((r) => [r.other, r.about])).find((n) => n && n.name === text);
  return told ? goTo(told.id, text) : text;
};
const disagreement = (n) => disputesOf(n).map((d) => make("p", { class: "differ" }, `≠ ${d.values.length > 1 ? "The sources differ: " : ""}${d.role} `,
  d.values.map((v, i) => [i ? (d.role.endsWith(":") ? "; " : " ≠ ") : "", linked(v.claims, v.text), ` (${sourcesOf(v.claims)})`])));
function standing(n) {
  const told = n.event ? standings(n) : [];
  return [
    ...disputesOf(n, "d").map((d) => make("p", { class: "hint" }, `Both may hold: ${disputeText(d, "and")}`)),
    told.length > 1 ? make("p", { class: "hint" }, `Told as ${told.join("; ")}`) : null,
  ];
}

// Offices (unless a line to the body says them), the beginning, the end, then the other traits.
const EARLY = ["office", "start", "end"];
const inTime = (traits) => traits.filter((t) => t.role !== "office" || t.claims.length).sort((a, b) => (EARLY.indexOf(a.role) + 1 || 9) - (EARLY.indexOf(b.role) + 1 || 9));
const traitList = (n) => inTime(n.traits || []).map((t) => make("section", {}, make("h3", {}, `${t.role}: ${t.value}`), claimBlocks(claimsOf(t.claims), 2)));
// A line between two events, or between two others, read from the end that it points at: a visit has as part what is part of it.
const TURNED = { "led by": "leads", "sent by": "sends", "part of": "has as part", "preceded by": "followed by", "has member": "member of" };
const isBack = (e, id) => e.to === id && Boolean(nodeOf.get(e.from).event) === Boolean(nodeOf.get(id).event);
const roleAt = (e, role, id) => (isBack(e, id) && TURNED[role]) || role;
// "visitor: Visit 25 Jul 2023 (destination Freedonia)": the role, the other end, and who else is in the event.
function edgeHeading(e, role, id) {
  const other = nodeOf.get(otherEnd(e, id));
  const rest = nodeOf.get(id).event || !other.event ? [] : toldEdgesAt(other.id).filter((o) => o.id !== e.id);
  const company = rest.map((o) => [make("br", {}), `${rolesOf(o).map((r) => roleAt(o, r.role, other.id)).join(", ")}: `, goTo(otherEnd(o, other.id))]);
  const words = roleAt(e, role, id);
  const link = isBack(e, id) && words === role ? [goTo(other.id), ` → ${role}`] : [`${words}: `, goTo(other.id)];
  const state = other.event && statusOf(other) && statusOf(other) !== "occurred" ? make("span", { class: "chip" }, statusOf(other)) : null;
  return [make("h3", {}, symbolOf(other), link, " ", state), company.length ? make("p", { class: "hint company" }, company.flat().slice(1)) : null];
}

// All roles of a thing in a few lines, without their sentences: of an event when it is, who is in it and in how many articles; of an
// entity what it is and what it is in, in order of time.
const told = (claims) => { const count = new Set(claims.map((c) => c.a)).size; return count > 1 ? make("span", { class: "hint" }, ` ${count} articles`) : ""; };
function glanceRows(n, near) {
  const rows = new Map();
  const add = (role, ...value) => rows.set(role, [...(rows.get(role) || []), value]);
  for (const t of inTime(n.traits || [])) add(t.role, t.value, n.event ? told(claimsOf(t.claims)) : "");
  const when = (e) => { const other = nodeOf.get(otherEnd(e, n.id)); return other.event ? other.firstDay ?? Infinity : -Infinity; };
  for (const e of n.event ? near : [...near].sort((a, b) => (when(a) === when(b) ? 0 : when(a) - when(b)))) {
    const other = nodeOf.get(otherEnd(e, n.id));
    const own = n.event && !other.event ? (role) => role : !n.event && other.event ? (role) => `${other.type}, ${role}` : (role) => roleAt(e, role, n.id);
    for (const r of rolesOf(e)) add(own(r.role), goTo(other.id, other.name), n.event ? told(r.claims) : "");
  }
  return rows;
}
function glance(n, near) {
  const rows = [...glanceRows(n, near)];
  const most = 6;
  const cell = (values) => [...values.slice(0, most).map((v) => make("dd", {}, v)), values.length > most ? make("dd", { class: "hint" }, `and ${values.length - most} more`) : null];
  return rows.length > 1 ? make("dl", { class: "glance" }, rows.map(([role, values]) => make("div", {}, make("dt", {}, role), cell(values)))) : null;
}
// The button that brings in what a thing has beside what is shown, or takes it out again.
function opener(n) {
  const button = (on, words) => make("button", { type: "button", on: { click: () => setOpen(n.id, on) } }, words);
  const missing = [...around(n.id, 1)].filter((id) => !shownNodes.has(id) && admits(nodeOf.get(id))).length;
  if (state.open.has(n.id)) return button(false, "Hide what was added");
  return missing ? button(true, `Add ${plural(missing, "neighbour")}`) : null;
}
// The sentences behind each line of a thing, a button for those beyond the first so many.
function evidence(n, near) {
  const most = 40;
  const sections = (lines) => lines.flatMap((e) => rolesOf(e).map((r) => make("section", {}, edgeHeading(e, r.role, n.id), claimBlocks(r.claims, 2))));
  if (near.length <= most) return sections(near);
  const rest = make("button", { type: "button", class: "link" }, `all ${near.length} lines`);
  rest.addEventListener("click", () => rest.replaceWith(...sections(near.slice(most))));
  return [...sections(near.slice(0, most)), rest];
}
function describeNode(n) {
  const weight = (e) => rolesOf(e).reduce((sum, r) => sum + r.claims.length, 0);
  const near = toldEdgesAt(n.id).sort((a, b) => weight(b) - weight(a));
  const hop = (hops) => make("button", { type: "button", "aria-pressed": String(Boolean(state.ego && state.ego.id === n.id && state.ego.hops === hops)), on: { click: () => setEgo(n.id, hops) } }, hops === 1 ? "Only neighbours" : `${hops} steps`);
  const links = (n.links || []).map(safeUrl).filter(Boolean);
  return [
    make("h2", {}, symbolOf(n), ` ${n.type}`), make("h3", { class: "title" }, n.name),
    n.names ? make("p", { class: "hint" }, `also: ${n.names.join("; ")}`) : null, chips(n),
    make("p", { class: "bar" }, hop(1), hop(2), state.ego ? make("button", { type: "button", on: { click: () => setEgo(null) } }, "Whole graph") : null, opener(n)),
    ...disagreement(n), glance(n, near), ...standing(n), make("h2", {}, "Who says so"),
    ...traitList(n), ...evidence(n, near),
    links.length ? make("p", {}, "Same as: ", links.map((l) => [outward(l, l), " "]).flat()) : null,
  ];
}
function describeEdge(e) {
  const roles = liveRoles.get(e.id) || [];
  return [
    make("h2", {}, "Line"),
    ...roles.map((r) => make("section", {}, make("h3", {}, goTo(e.from, nodeOf.get(e.from).name), ` — ${r.role} → `, goTo(e.to, nodeOf.get(e.to).name)),
      r.claims.length ? claimBlocks(r.claims, 20) : make("p", { class: "hint" }, "Inferred from dates and parties; no sentence says it."))),
  ];
}
function describe() {
  const { node, edge } = state.selected || {};
  const parts = node ? describeNode(nodeOf.get(node)) : edge ? describeEdge(edgeOf.get(edge)) : overview();
  panel.replaceChildren(...parts.filter(Boolean));
}

// The tooltip: the claims of a line, or what a node is.
const tip = byName("tip");
function tipFor(id, isEdge) {
  if (!isEdge) {
    const n = nodeOf.get(id);
    return [make("b", {}, n.name), make("div", {}, [n.type, n.state, n.event ? statusOf(n) : null, n.when].filter(Boolean).join(" · ")),
      make("div", { class: "hint" }, plural(liveEdgesAt(id).length, "line"))];
  }
  const e = edgeOf.get(id);
  const claims = liveClaims(id);
  const shown = claims.slice(0, 3).map((c) => make("div", { class: "said" }, `“${quoteOf(c)}”`, make("div", { class: "hint" }, [outletOf(c), articleOf(c).published].filter(Boolean).join(", "))));
  return [make("b", {}, `${nodeOf.get(e.from).label} — ${roleText(id)} → ${nodeOf.get(e.to).label}`), statusOf(e) ? make("div", {}, statusOf(e)) : "",
    ...shown, claims.length > 3 ? make("div", { class: "hint" }, `and ${claims.length - 3} more`) : ""];
}
function showTip(id, isEdge, { x, y }) {
  tip.replaceChildren(...tipFor(id, isEdge));
  tip.hidden = false;
  tip.style.left = `${Math.max(4, Math.min(x + 14, byName("stage").clientWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${Math.max(4, Math.min(y + 14, byName("stage").clientHeight - tip.offsetHeight - 8))}px`;
}
const hideTip = () => { tip.hidden = true; };
