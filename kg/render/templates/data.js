// What the page knows, and which part of it is shown.
const read = (id) => JSON.parse(byName(id).textContent);
const nodes = read("nodes");
const edges = read("edges");
const data = read("data");
const nodeOf = new Map(nodes.map((n) => [n.id, n]));
const edgeOf = new Map(edges.map((e) => [e.id, e]));
const edgesAt = new Map(nodes.map((n) => [n.id, []]));
for (const e of edges) for (const end of new Set([e.from, e.to])) edgesAt.get(end).push(e);
const otherEnd = (e, id) => (e.from === id ? e.to : e.from);
const articleOf = (claim) => data.articles[claim.a];
const outletOf = (claim) => articleOf(claim).outlet || "unknown outlet";
// Texts in characters as the graph counts them: code points.
const pointsOf = (text) => (/[\ud800-\udfff]/.test(text) ? Array.from(text) : text);
const slice = (text, from, to) => { const points = pointsOf(text).slice(from, to); return typeof points === "string" ? points : points.join(""); };
const sentenceText = (i) => { const s = data.sentences[i]; return typeof s === "string" ? s : slice(data.articles[s[0]].text, s[1], s[2]); };
const claimsOf = (numbers) => numbers.map((i) => data.claims[i]);
const statusOf = (thing) => thing.status || "";
const UNREAL = new Set(["planned", "alleged", "denied", "cancelled"]);

// Dates as days since 1970; partial ones open to their first or last day.
const firstDay = (iso) => Math.floor(Date.parse(iso) / 864e5);
function lastDay(iso) {
  const [y, m, d] = iso.split("-").map(Number);
  return Math.floor((d ? Date.UTC(y, m - 1, d) : m ? Date.UTC(y, m, 0) : Date.UTC(y, 12, 0)) / 864e5);
}
const isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);
for (const n of nodes) if (n.first) [n.firstDay, n.lastDay] = [firstDay(n.first), lastDay(n.last)];
const known = nodes.filter((n) => n.firstDay !== undefined).flatMap((n) => [n.firstDay, n.lastDay]);
for (const a of data.articles) if (a.published) known.push(firstDay(a.published));
const finite = known.filter(Number.isFinite).sort((a, b) => a - b);
// A war of 1950 must not squeeze this year's visits into one bar: the scale begins where most things do, all before is its first day.
const quantile = (share) => finite[Math.floor((finite.length - 1) * share)];
const OUTLIER = finite.length ? quantile(0.25) - 3 * Math.max(30, quantile(0.75) - quantile(0.25)) : 0;
const FIRST = finite.find((day) => day >= OUTLIER) || 0;
const LAST = finite.length ? finite[finite.length - 1] : 0;

const state = { top: Math.min(nodes.length, data.start), types: new Set(), statuses: new Set(), outlets: new Set(), since: FIRST, until: LAST, disputed: false, compact: false, open: new Set(), ego: null, selected: null, reading: null };
let shownNodes = new Set();
let liveRoles = new Map(); // edge id -> its roles with the claims that pass the filters

const inWindow = (first, last) => (state.since <= FIRST || last >= state.since) && (state.until >= LAST || first <= state.until);

function around(id, hops) {
  const reached = new Set([id]);
  let rim = [id];
  for (let i = 0; i < hops; i++) {
    const near = rim.flatMap((a) => edgesAt.get(a).map((e) => otherEnd(e, a))).filter((b) => !reached.has(b));
    near.forEach((b) => reached.add(b));
    const events = near.filter((b) => nodeOf.get(b).event);
    const through = events.flatMap((a) => edgesAt.get(a).map((e) => otherEnd(e, a))).filter((b) => !reached.has(b));
    through.forEach((b) => reached.add(b));
    rim = [...near, ...through].filter((b) => !nodeOf.get(b).event);
  }
  return reached;
}

// Whether the filters let a thing through, in the picture or not.
function admits(n) {
  if (state.disputed && n.event && !doubtful.has(n.id)) return false;
  if (state.types.has(n.type) || (n.event && state.statuses.has(statusOf(n)))) return false;
  return !(n.event && n.firstDay !== undefined && !inWindow(n.firstDay, n.lastDay));
}
const passes = (n, near) => admits(n) && (near ? near.has(n.id) : n.rank < state.top);

function passingRoles(e) {
  const dated = [e.from, e.to].some((id) => nodeOf.get(id).firstDay !== undefined);
  const holds = (claim) => {
    const day = articleOf(claim).published;
    return !state.outlets.has(outletOf(claim)) && (dated || !day || inWindow(firstDay(day), firstDay(day)));
  };
  const roles = e.roles.map((r) => ({ role: r.role, claims: claimsOf(r.claims).filter(holds), bare: !r.claims.length }));
  return roles.filter((r) => r.bare || r.claims.length);
}

// Decides anew what is shown.
function sift() {
  const near = state.ego && around(state.ego.id, state.ego.hops);
  const opened = new Set([...state.open].flatMap((id) => [...around(id, 1)]));
  const on = new Set(nodes.filter((n) => passes(n, near) || (opened.has(n.id) && admits(n))).map((n) => n.id));
  const passing = edges.filter((e) => on.has(e.from) && on.has(e.to)).map((e) => [e, passingRoles(e)]).filter(([, roles]) => roles.length);
  const said = ([, roles]) => roles.some((r) => r.claims.length);
  const tied = new Set(passing.filter(said).flatMap(([e]) => [e.from, e.to]));
  const unsaid = (id) => edgesAt.get(id).every((e) => e.roles.every((r) => !r.claims.length)); // nothing a filter of claims could take away
  shownNodes = new Set([...on].filter((id) => tied.has(id) || unsaid(id) || (state.ego && state.ego.id === id) || state.open.has(id)));
  liveRoles = new Map(passing.filter(([e]) => shownNodes.has(e.from) && shownNodes.has(e.to)).map(([e, roles]) => [e.id, roles]));
}
const liveClaims = (edgeId) => (liveRoles.get(edgeId) || []).flatMap((r) => r.claims);
const liveEdgesAt = (id) => edgesAt.get(id).filter((e) => liveRoles.has(e.id));
// The lines of a thing that the filters let through, in the picture or not, and their roles.
const rolesOf = (e) => liveRoles.get(e.id) || passingRoles(e);
const toldEdgesAt = (id) => edgesAt.get(id).filter((e) => liveRoles.has(e.id) || (admits(nodeOf.get(otherEnd(e, id))) && passingRoles(e).length));
const roleText = (edgeId) => (liveRoles.get(edgeId) || edgeOf.get(edgeId).roles).map((r) => r.role).join(", ");
