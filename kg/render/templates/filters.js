// Legend and filters: what the boxes, the slider and the dates let through.
function tally(keys) {
  const count = new Map();
  for (const key of keys) count.set(key, (count.get(key) || 0) + 1);
  return count;
}
function boxLine(hidden, key, text, count, icon) {
  const box = make("input", { type: "checkbox", on: { change: () => { box.checked ? hidden.delete(key) : hidden.add(key); refresh(); } } });
  box.checked = !hidden.has(key);
  return make("label", { class: "line" }, box, icon, make("span", {}, text), make("span", { class: "count" }, String(count)));
}
// A box that narrows instead of letting through: what boxLine asks of a set of hidden things, turned round.
const agreed = { has: () => !state.disputed, delete: () => { state.disputed = true; }, add: () => { state.disputed = false; } };
function buildLegend() {
  const types = tally(nodes.map((n) => n.type));
  const entities = Object.entries(data.entities).filter(([type]) => types.has(type));
  byName("by-entity").replaceChildren(...entities.map(([type, look]) => boxLine(state.types, type, type, types.get(type), symbol(look.shape, look.color))));
  const events = [...new Map(nodes.filter((n) => n.event).map((n) => [n.type, n.family]))].sort(([a], [b]) => types.get(b) - types.get(a) || (a < b ? -1 : 1));
  const groups = Object.entries(data.families).map(([family, look]) => {
    const lines = events.filter(([, f]) => f === family).map(([type]) => boxLine(state.types, type, type, types.get(type), symbol("diamond", familyColor(family))));
    return lines.length ? make("div", { class: "family" }, make("div", { class: "hint" }, look.label), lines) : null;
  });
  byName("by-event").replaceChildren(...groups.filter(Boolean));
  const statuses = tally(nodes.filter((n) => n.event).map(statusOf));
  byName("by-status").replaceChildren(...data.statuses.map((s) => boxLine(state.statuses, s, s, statuses.get(s), symbol("diamond", familyColor("contact"), s))));
  if (doubtful.size) byName("by-status").append(boxLine(agreed, "yes", "≠ only where sources differ", doubtful.size, null));
  const outlets = [...tally(data.claims.map(outletOf))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  byName("by-outlet").replaceChildren(...outlets.map(([name, count]) => boxLine(state.outlets, name, name, count, null)));
}

const topSlider = byName("top");
function showTop() {
  byName("top-count").textContent = state.top;
  topSlider.value = state.top;
  topSlider.setAttribute("aria-valuetext", `${state.top} of ${nodes.length}`);
}
function wireTop() {
  byName("growth").hidden = nodes.length <= Math.max(30, data.start);
  [topSlider.min, topSlider.max] = [Math.min(10, nodes.length), nodes.length];
  topSlider.addEventListener("input", () => {
    state.top = Number(topSlider.value);
    state.ego = null;
    refresh();
    fit();
  });
}
function reset() {
  for (const hidden of [state.types, state.statuses, state.outlets]) hidden.clear();
  Object.assign(state, { since: FIRST, until: LAST, disputed: false, compact: false, open: new Set(), ego: null, top: Math.min(nodes.length, data.start) });
  buildLegend();
  refresh();
  fit();
}
