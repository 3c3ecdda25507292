// What the details tell while nothing is chosen: how much there is, what most articles tell, where sources differ, what is
// only alleged, and the articles themselves. All of it follows the filters.
const isTold = (claim) => !state.outlets.has(outletOf(claim));
const claimsAt = new Map(nodes.map((n) => [n.id, (n.traits || []).flatMap((t) => t.claims)]));
for (const e of edges) for (const end of new Set([e.from, e.to])) claimsAt.get(end).push(...e.roles.flatMap((r) => r.claims));
const toldOf = (n) => claimsOf(claimsAt.get(n.id)).filter(isTold);
const articlesTelling = (n) => new Set(toldOf(n).map((c) => c.a)).size;

// Everything that a claim is evidence of: { claim, about (the event, or what has the role), role, other (a node) or value }.
const readings = new Map(data.claims.map((c) => [c, []]));
const wordsOf = (reading) => (reading.other ? reading.other.name : reading.value);
{
  const add = (numbers, about, role, rest) => { for (const claim of claimsOf(numbers)) readings.get(claim).push({ claim, about, role, ...rest }); };
  for (const n of nodes) for (const t of n.traits || []) add(t.claims, n, t.role, { value: t.value });
  for (const e of edges) {
    const [from, to] = [nodeOf.get(e.from), nodeOf.get(e.to)];
    const [about, other] = to.event && !from.event ? [to, from] : [from, to];
    for (const r of e.roles) add(r.claims, about, r.role, { other });
  }
}
// What stands against a reading: as "x" what cannot hold with it, as "d" what differs although both may hold.
const rivalsOf = (reading, how) => claimsOf(reading.claim[how] || []).filter(isTold).flatMap((c) => readings.get(c));
const isSame = (one, other) => one.about === other.about && wordsOf(one) === wordsOf(other); // one denies what the other tells
const rivalWords = (rival, own) => (isSame(rival, own) ? rival.claim.st || "otherwise" : rival.about === own.about ? wordsOf(rival) : `${rival.about.name}: ${rival.role} ${wordsOf(rival)}`);

// The roles of a thing that sources fill differently: [{ role, values: [{ text, claims }] }].
function disputesOf(n, how = "x") {
  const roles = new Map();
  for (const own of toldOf(n).filter((c) => c[how]).flatMap((c) => readings.get(c)).filter((r) => r.about === n)) {
    for (const rival of rivalsOf(own, how)) {
      const denial = rival.about !== n && (n.type === "Denial" ? "denies:" : rival.about.type === "Denial" && "denied:");
      const same = isSame(own, rival);
      const role = denial || (same ? `${own.role} ${wordsOf(own)}:` : own.role);
      if (!roles.has(role)) roles.set(role, new Map());
      const values = roles.get(role);
      const sides = denial ? [[rival.about.name, rival.claim]] : [[same ? own.claim.st || "told" : wordsOf(own), own.claim], [rivalWords(rival, own), rival.claim]];
      for (const [text, claim] of sides) values.set(text, new Set([...(values.get(text) || []), claim]));
    }
  }
  const all = [...roles].map(([role, values]) => ({ role, values: [...values].map(([text, claims]) => ({ text, claims: [...claims] })) }));
  return all.filter(({ role, values }) => values.length > 1 || role === "denies:" || role === "denied:"); // one value differs from nothing
}
const doubtful = new Set(nodes.filter((n) => claimsOf(claimsAt.get(n.id)).some((c) => c.x) && disputesOf(n).length).map((n) => n.id));
const inShort = (words, most) => (words.length > most ? `${words.slice(0, most).join(", ")} and ${words.length - most} more` : words.join(", "));
const sourceOf = (c) => outletOf(c) + (c.by && c.by !== outletOf(c) ? `, citing ${c.by}` : "");
const sourcesOf = (claims) => inShort([...new Set(claims.map(sourceOf))], 2);
const disputeText = ({ role, values }, between = "≠") => `${role} ${values.map((v) => `${v.text} (${sourcesOf(v.claims)})`).join(role.endsWith(":") ? "; " : ` ${between} `)}`;

// How the sources tell of an event: each status with who gives it.
function standings(n) {
  const by = new Map();
  for (const c of toldOf(n)) if (c.st) by.set(c.st, [...(by.get(c.st) || []), c]);
  return [...by].map(([status, claims]) => `${status} (${sourcesOf(claims)})`);
}

// A section with its first lines, and a button that brings the others.
function listed(title, items, most, line) {
  if (!items.length) return [];
  const list = make("ul", { class: "plain" }, items.slice(0, most).map(line));
  const rest = items.length > most && make("button", { type: "button", class: "link" }, `all ${items.length}`);
  if (rest) rest.addEventListener("click", () => { list.append(...items.slice(most).map(line)); rest.remove(); });
  return [make("h2", {}, title), list, rest || null];
}
const entry = (icon, link, words) => make("li", { class: "entry" }, icon, make("div", {}, link, words ? make("div", { class: "hint" }, words) : ""));
const lineTo = (n, words) => entry(symbolOf(n), goTo(n.id, n.name), words);

function summary(events, articles) {
  const outlets = new Set(articles.map((a) => a.outlet).filter(Boolean)).size;
  const counts = data.statuses.map((s) => [s, events.filter((n) => statusOf(n) === s).length]).filter(([s, count]) => count && s !== "occurred");
  const kinds = counts.length ? `, of these ${counts.map(([s, count]) => `${count} ${s}`).join(", ")}` : "";
  return make("p", {}, `${plural(articles.length, "article")} of ${plural(outlets, "outlet")} ${articles.length === 1 ? "tells" : "tell"} of ${plural(events.length, "event")}${kinds}.`);
}
function guide() {
  return make("details", {}, make("summary", {}, "How to read the picture"),
    make("p", {}, "Symbols are people, states and other parties; small diamonds are events. Whoever acts points at the event, the event points at whom it concerns. A hollow, dashed diamond is planned; “?” is alleged, “×” denied or cancelled, “≠” told differently by the sources. The wider a line, the more sentences say it."),
    make("p", {}, "Choose a symbol or a line for the sentences behind it. Press / to search, Escape to go back."));
}
function overview() {
  const narrowed = state.since > FIRST || state.until < LAST;
  const events = nodes.filter((n) => n.event && admits(n) && toldOf(n).length && (!narrowed || n.first));
  const vague = (n) => Number(n.firstDay < state.since && n.lastDay > state.until); // "in 2023" comes after what happened on the day
  const byTime = (a, b) => vague(a) - vague(b) || a.firstDay - b.firstDay || a.rank - b.rank;
  const fame = new Map(events.map((n) => [n, articlesTelling(n)]));
  const byFame = (a, b) => fame.get(b) - fame.get(a) || a.rank - b.rank;
  const unreal = (n) => toldOf(n).filter((c) => c.st === "alleged" || c.st === "denied");
  const busy = nodes.filter((n) => shownNodes.has(n.id) && !n.event).sort((a, b) => a.rank - b.rank);
  const heard = (a) => !state.outlets.has(a.outlet || "unknown outlet");
  const telling = new Set(events.flatMap((n) => toldOf(n).map(articleOf)));
  const articles = narrowed ? [...telling] : data.articles.filter(heard);
  return [
    make("h2", {}, "What is told"), summary(events, articles), guide(),
    ...listed(narrowed ? "In these days" : "Told by most", events.sort(narrowed ? byTime : byFame), narrowed ? 12 : 4, (n) => lineTo(n, [narrowed && n.when, plural(fame.get(n), "article")].filter(Boolean).join(" · "))),
    ...listed("Alleged or denied", events.filter((n) => unreal(n).length), 4, (n) => lineTo(n, standings(n).join("; "))),
    ...listed("The sources differ", nodes.filter((n) => doubtful.has(n.id) && n.type !== "Denial" && admits(n) && disputesOf(n).length), 3, (n) => lineTo(n, disputesOf(n).map((d) => disputeText(d)).join("; "))),
    ...listed("Most connected", busy, 8, (n) => lineTo(n, plural(liveEdgesAt(n.id).length, "line"))),
    ...listed("Articles", readable.filter(heard), 6, (a) => entry(null, toRead(a, titleOf(a)), [a.outlet, a.published].filter(Boolean).join(" · "))),
  ];
}
