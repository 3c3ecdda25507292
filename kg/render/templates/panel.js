// The details of what is chosen: names, offices, events, and for every claim its sentence, outlet, date and speaker.
const panel = byName("right");
const goTo = (id) => make("button", { type: "button", class: "link", on: { click: () => choose({ node: id }, true) } }, nodeOf.get(id).label);

// The sentence with its quote marked; offsets count code points, as everywhere in the graph.
function sentenceOf(claim) {
  const sentence = data.sentences[claim.s];
  if (claim.o === undefined) return [sentence, make("span", { class: "hint" }, ` [“${claim.q}”]`)];
  const points = Array.from(sentence);
  const end = claim.o + claim.n;
  return [points.slice(0, claim.o).join(""), make("mark", {}, points.slice(claim.o, end).join("")), points.slice(end).join("")];
}
const quoteOf = (claim) => (claim.o === undefined ? claim.q : Array.from(data.sentences[claim.s]).slice(claim.o, claim.o + claim.n).join(""));

function sourceLine(claim) {
  const article = articleOf(claim);
  const url = safeUrl(article.url);
  const title = article.title || article.name || "article";
  const said = claim.by && claim.by !== article.outlet ? ` · said by ${claim.by}` : "";
  const via = claim.via ? ` · relayed by ${claim.via.join(", ")}` : "";
  return make("small", {},
    make("b", {}, outletOf(claim)), article.published ? ` · ${article.published}` : "", said, via,
    claim.st && claim.st !== "occurred" ? [" · ", make("em", {}, claim.st)] : "", ` · confidence ${claim.c.toFixed(2)}`,
    make("br", {}), url ? outward(url, title) : title);
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
// Several values of one date trait: the sources differ.
const differs = (traits) => traits.filter((t) => ["start", "end"].includes(t.role)).some((t, _, all) => all.some((o) => o.role === t.role && o.value !== t.value));

function traitList(n) {
  const traits = n.traits || [];
  const items = traits.map((t) => make("section", {}, make("h3", {}, `${t.role}: ${t.value}`), claimBlocks(claimsOf(t.claims), 2)));
  return [differs(traits) ? make("p", { class: "differ" }, "The sources differ on a date.") : null, ...items];
}
// "visitor: Visit 25 Jul 2023 (destination Freedonia)": the role, the other end, and who else is in the event.
function edgeHeading(e, role, id) {
  const other = nodeOf.get(otherEnd(e, id));
  const rest = nodeOf.get(id).event || !other.event ? [] : liveEdgesAt(other.id).filter((o) => o.id !== e.id);
  const company = rest.map((o) => [make("br", {}), `${roleText(o.id)}: `, goTo(otherEnd(o, other.id))]);
  const link = e.from === id || other.event ? [`${role}: `, goTo(other.id)] : [goTo(other.id), ` → ${role}`];
  const state = other.event && statusOf(other) && statusOf(other) !== "occurred" ? make("span", { class: "chip" }, statusOf(other)) : null;
  return [make("h3", {}, symbolOf(other), nodeOf.get(id).event ? [`${role}: `, goTo(other.id)] : link, " ", state), company.length ? make("p", { class: "hint company" }, company.flat().slice(1)) : null];
}

function describeNode(n) {
  const near = liveEdgesAt(n.id).sort((a, b) => liveClaims(b.id).length - liveClaims(a.id).length);
  const hop = (hops) => make("button", { type: "button", "aria-pressed": String(Boolean(state.ego && state.ego.id === n.id && state.ego.hops === hops)), on: { click: () => setEgo(n.id, hops) } }, hops === 1 ? "Only neighbours" : `${hops} steps`);
  const links = (n.links || []).map(safeUrl).filter(Boolean);
  return [
    make("h2", {}, symbolOf(n), ` ${n.type}`), make("h3", { class: "title" }, n.name),
    n.names ? make("p", { class: "hint" }, `also: ${n.names.join("; ")}`) : null, chips(n),
    make("p", { class: "bar" }, hop(1), hop(2), state.ego ? make("button", { type: "button", on: { click: () => setEgo(null) } }, "Whole graph") : null),
    ...traitList(n),
    ...near.flatMap((e) => liveRoles.get(e.id).map((r) => make("section", {}, edgeHeading(e, r.role, n.id), claimBlocks(r.claims, 2)))),
    links.length ? make("p", {}, "Same as: ", links.map((l) => [outward(l, l), " "]).flat()) : null,
  ];
}
function describeEdge(e) {
  const roles = liveRoles.get(e.id) || [];
  return [
    make("h2", {}, "Line"),
    ...roles.map((r) => make("section", {}, make("h3", {}, goTo(e.from), ` — ${r.role} → `, goTo(e.to)),
      r.claims.length ? claimBlocks(r.claims, 20) : make("p", { class: "hint" }, "Inferred from dates and parties; no sentence says it."))),
  ];
}
function overview() {
  const busy = nodes.filter((n) => shownNodes.has(n.id) && !n.event).sort((a, b) => a.rank - b.rank).slice(0, 12);
  return [
    make("h2", {}, "How to read this"),
    make("p", {}, "Symbols are people, states and other parties; small diamonds are events. Whoever acts points at the event, the event points at whom it concerns. A hollow, dashed diamond is planned; “?” is alleged, “×” denied or cancelled. The wider a line, the more sentences say it."),
    make("p", {}, "Choose a symbol or a line for the sentences behind it."),
    make("h2", {}, "Most connected"),
    ...busy.map((n) => make("div", { class: "line" }, symbolOf(n), goTo(n.id), make("span", { class: "count" }, String(liveEdgesAt(n.id).length)))),
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
