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
  const outlets = [...tally(data.claims.map(outletOf))].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  byName("by-outlet").replaceChildren(...outlets.map(([name, count]) => boxLine(state.outlets, name, name, count, null)));
}

const since = byName("since");
const until = byName("until");
function drawBars() {
  const bins = 60;
  const step = (LAST - FIRST + 1) / bins;
  const all = new Array(bins).fill(0);
  const live = new Array(bins).fill(0);
  for (const n of nodes) {
    if (!n.event || n.firstDay === undefined) continue;
    const bin = Math.max(0, Math.min(bins - 1, Math.floor((n.firstDay - FIRST) / step)));
    all[bin]++;
    if (shownNodes.has(n.id)) live[bin]++;
  }
  const tallest = Math.max(1, ...all);
  const bars = (counts, color) => counts.map((c, i) => draw("rect", { x: i + 0.1, width: 0.8, y: 34 - (32 * c) / tallest, height: (32 * c) / tallest, fill: color }));
  byName("bars").setAttribute("viewBox", `0 0 ${bins} 34`);
  byName("bars").setAttribute("preserveAspectRatio", "none");
  byName("bars").replaceChildren(...bars(all, cssValue("--line")), ...bars(live, cssValue("--accent")));
}
function showDates() {
  [since.value, until.value] = [state.since, state.until];
  for (const [input, day, text] of [[since, state.since, "since-text"], [until, state.until, "until-text"]]) {
    input.setAttribute("aria-valuetext", isoDay(day));
    byName(text).textContent = isoDay(day);
  }
}
function wireDates() {
  byName("time").hidden = LAST <= FIRST;
  for (const input of [since, until]) {
    [input.min, input.max] = [FIRST, LAST];
    input.addEventListener("input", () => {
      state.since = Math.min(Number(since.value), Number(until.value));
      state.until = Math.max(Number(since.value), Number(until.value));
      refresh();
    });
    input.addEventListener("change", showDates);
  }
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
  Object.assign(state, { since: FIRST, until: LAST, ego: null, top: Math.min(nodes.length, data.start) });
  buildLegend();
  refresh();
  fit();
}
