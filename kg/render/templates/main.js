// Puts the parts together: state changes, events of the drawing, keys.

function refresh() {
  sift();
  const moved = arrange();
  repaint();
  describe();
  drawBars();
  showDates();
  showTop();
  if (!byName("table").hidden) fillTable();
  const ego = state.ego ? ` · around ${nodeOf.get(state.ego.id).label}` : "";
  byName("status").textContent = `${shownNodes.size} of ${plural(nodes.length, "node")}, ${liveRoles.size} of ${plural(edges.length, "line")}${ego}`;
  if (moved) fit();
  remember();
}

function choose(what, fly) {
  state.selected = what;
  if (document.activeElement !== query || hits.hidden) query.value = ""; // it keeps no name of what was chosen before
  if (what && what.node && !shownNodes.has(what.node)) reveal(what.node);
  network.unselectAll();
  if (what && what.node) network.selectNodes([what.node]);
  if (what && what.edge) network.selectEdges([what.edge]);
  repaint();
  describe();
  panel.scrollTop = 0;
  if (fly && what) flyTo(what);
  remember();
}
function flyTo({ node, edge }) {
  const animation = stillness.matches ? false : { duration: 300 };
  const scale = Math.max(network.getScale(), 0.9);
  weigh(scale);
  if (node) network.focus(node, { scale, animation });
  else if (liveRoles.has(edge)) network.moveTo({ position: middle(edgeOf.get(edge), network.getPositions([...shownNodes])), scale, animation });
}
// What is searched for may be filtered away: add it with its neighbours to what is shown.
function reveal(id) {
  const n = nodeOf.get(id);
  state.types.delete(n.type);
  state.statuses.delete(statusOf(n));
  state.disputed = false;
  if (n.event) Object.assign(state, { since: FIRST, until: LAST, compact: false });
  state.open.add(id);
  buildLegend();
  refresh();
}
function setEgo(id, hops) {
  const same = state.ego && state.ego.id === id && state.ego.hops === hops;
  state.ego = id === null || same ? null : { id, hops };
  refresh();
  fit();
}

// Brings the neighbours of a thing into the picture, or takes them out again.
function setOpen(id, on) {
  on ? state.open.add(id) : state.open.delete(id);
  refresh();
  choose(shownNodes.has(id) ? { node: id } : null, false);
}

network.on("click", ({ nodes: [node], edges: [edge] }) => choose(node !== undefined ? { node } : edge !== undefined ? { edge } : null, false));
network.on("doubleClick", ({ nodes: [node] }) => { if (node !== undefined) setEgo(node, 1); });
network.on("hoverNode", ({ node, pointer }) => { hovered = node; showTip(node, false, pointer.DOM); network.redraw(); });
network.on("blurNode", () => { hovered = null; hideTip(); network.redraw(); });
network.on("hoverEdge", ({ edge, pointer }) => showTip(edge, true, pointer.DOM));
network.on("blurEdge", hideTip);
network.on("dragStart", hideTip);
network.on("zoom", ({ scale }) => { hideTip(); weigh(scale); });

const toggled = (button) => {
  const on = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(on));
  return on;
};
byName("as-moving").addEventListener("click", (event) => {
  const enabled = toggled(event.currentTarget);
  network.setOptions({ physics: { enabled, solver: "forceAtlas2Based", forceAtlas2Based: { avoidOverlap: 0.6, springLength: 90 }, stabilization: false } });
});
function dress(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  paints.clear();
  byName("as-dark").setAttribute("aria-pressed", String(dark));
  buildLegend();
}
function setTheme(dark) {
  dress(dark);
  repaint();
  describe();
  drawBars();
}
byName("as-dark").addEventListener("click", () => setTheme(!isDark()));
function zoomBy(factor) {
  const scale = network.getScale() * factor;
  weigh(scale);
  network.moveTo({ scale });
}
byName("zoom-in").addEventListener("click", () => zoomBy(1.3));
byName("zoom-out").addEventListener("click", () => zoomBy(1 / 1.3));
byName("zoom-fit").addEventListener("click", fit);
byName("reset").addEventListener("click", reset);
document.addEventListener("keydown", (event) => {
  const typing = /INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName);
  if (event.key === "/" && !typing) {
    query.focus();
    event.preventDefault();
  } else if (event.key === "Escape") {
    hideTip();
    if (state.reading) { closeReader(); return; }
    if (state.ego) setEgo(null);
    choose(null, false);
  }
});

wireDates();
wireTop();
dress(matchMedia("(prefers-color-scheme: dark)").matches);
restore();
addEventListener("hashchange", restore);
document.documentElement.dataset.ready = "yes";

// For tests and bookmarklets: where things are on the screen, to read only.
const onScreen = (point) => {
  const box = canvas.getBoundingClientRect();
  const { x, y } = network.canvasToDOM(point);
  return [box.left + x, box.top + y];
};
window.kgPage = Object.freeze({
  spotOf: (id) => onScreen(network.getPosition(id)),
  middleOf: (id) => onScreen(middle(edgeOf.get(id), network.getPositions())),
  shownNodes: () => [...shownNodes].sort(),
  svgText,
  csvText,
});
