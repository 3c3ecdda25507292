// The view in the address, so that it can be passed on: what is chosen, opened, read, and every filter that is not as at first.
let quiet = true;
const SETS = ["types", "statuses", "outlets"];
const START_TOP = Math.min(nodes.length, data.start);

function remember() {
  if (quiet) return;
  const words = new URLSearchParams();
  const { node, edge } = state.selected || {};
  if (node) words.set("node", node);
  if (edge) words.set("edge", edge);
  if (state.ego) { words.set("around", state.ego.id); words.set("hops", state.ego.hops); }
  for (const id of state.open) words.append("open", id);
  if (state.reading) words.set("read", state.reading.name);
  if (!byName("table").hidden) words.set("table", "yes");
  if (state.disputed) words.set("disputed", "yes");
  if (state.top !== START_TOP) words.set("top", state.top);
  if (state.since > FIRST) words.set("since", isoDay(state.since));
  if (state.until < LAST) words.set("until", isoDay(state.until));
  for (const name of SETS) for (const key of state[name]) words.append(`no-${name}`, key);
  if (location.href !== "about:srcdoc") history.replaceState(null, "", `#${words}`); // a frame in a notebook has no address
}

// The state that the address asks for, as far as this page knows what it names.
function recall() {
  const words = new URLSearchParams(location.hash.slice(1));
  const day = (name, other) => (/^\d{4}-\d\d-\d\d$/.test(words.get(name) || "") ? Math.max(FIRST, Math.min(LAST, firstDay(words.get(name)))) : other);
  const top = Number(words.get("top"));
  const around = words.get("around");
  Object.assign(state, {
    top: Number.isInteger(top) && top > 0 ? Math.min(top, nodes.length) : START_TOP,
    since: day("since", FIRST) || FIRST, until: day("until", LAST) || LAST, disputed: words.get("disputed") === "yes", compact: false,
    open: new Set(words.getAll("open").filter((id) => nodeOf.has(id))),
    ego: nodeOf.has(around) ? { id: around, hops: Math.max(1, Math.min(4, Number(words.get("hops")) || 1)) } : null,
    reading: readable.find((a) => a.name === words.get("read")) || (data.extent === "article" && !location.hash && readable[0]) || null,
  });
  for (const name of SETS) {
    state[name].clear();
    words.getAll(`no-${name}`).forEach((key) => state[name].add(key));
  }
  return { table: words.get("table") === "yes", chosen: nodeOf.has(words.get("node")) ? { node: words.get("node") } : edgeOf.has(words.get("edge")) ? { edge: words.get("edge") } : null };
}

// Shows what the address asks for: at the beginning, and where a reader changes the address.
function restore() {
  quiet = true;
  const { table, chosen } = recall();
  const { reading } = state;
  buildLegend();
  refresh();
  if (state.since > FIRST || state.until < LAST) settled();
  choose(chosen, Boolean(chosen));
  showOver(table ? "table" : null);
  if (reading) openReader(reading);
  quiet = false;
}
