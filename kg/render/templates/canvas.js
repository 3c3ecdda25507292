// The drawing: vis-network places and connects, the captions are ours: of constant size on screen, none upon another.
// It knows only what is shown, since it takes its time for each thing that it knows.
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
const standsAt = new Map(nodes.map((n) => [n.id, [n.x, n.y]]));
const network = new vis.Network(byName("network"), { nodes: visNodes, edges: visEdges }, data.options);
const canvas = byName("network").querySelector("canvas");
canvas.setAttribute("role", "img");
canvas.setAttribute("aria-label", `${document.title}: ${plural(nodes.length, "node")}, ${plural(edges.length, "line")}. The table holds the same.`);

let hovered = null;
let grown = 1; // symbols and lines grow where the whole is shown from afar
let stroke = 1;

const selectedEnds = () => {
  const e = state.selected && edgeOf.get(state.selected.edge);
  return new Set(e ? [e.from, e.to] : []);
};
const selectedNode = () => state.selected && state.selected.node;
// What is lit beside the chosen: of a line its ends, of a node its events and everybody in them.
function lit() {
  if (!state.selected) return null;
  const { node, edge } = state.selected;
  if (edge) return new Set([edgeOf.get(edge).from, edgeOf.get(edge).to]);
  const near = liveEdgesAt(node).map((e) => otherEnd(e, node));
  const through = near.filter((id) => nodeOf.get(id).event).flatMap((id) => liveEdgesAt(id).map((e) => otherEnd(e, id)));
  return new Set([node, ...near, ...through]);
}
function litLines() {
  if (!state.selected) return null;
  const { node, edge } = state.selected;
  if (edge) return new Set([edge]);
  const own = liveEdgesAt(node);
  const through = own.map((e) => otherEnd(e, node)).filter((id) => nodeOf.get(id).event).flatMap(liveEdgesAt);
  return new Set([...own, ...through].map((e) => e.id));
}

function writeIn(pen, line, x, y, color) {
  pen.strokeStyle = cssValue("--bg");
  pen.lineWidth = 3.5;
  pen.strokeText(line, x, y);
  pen.fillStyle = color;
  pen.fillText(line, x, y);
}
const write = (pen, line, x, y, strong) => writeIn(pen, line, x, y, cssValue(strong ? "--fg" : "--soft"));

function spots(scale) {
  const at = network.getPositions([...shownNodes]);
  const out = [];
  for (const id of shownNodes) {
    if (!at[id]) continue;
    const n = nodeOf.get(id);
    const { x, y } = network.canvasToDOM(at[id]);
    if (x > -60 && y > -60 && x < canvas.clientWidth + 60 && y < canvas.clientHeight + 60) out.push({ n, x, y, r: n.size * grown * scale });
  }
  return out;
}

function drawCaption(pen, spot, room, bright) {
  spot.must = selectedNode() === spot.n.id || hovered === spot.n.id || selectedEnds().has(spot.n.id);
  const caption = captionOf(pen, spot, room);
  if (!caption) return;
  const { kind, lines, width, place } = caption;
  pen.font = caption.font;
  pen.globalAlpha = bright && !bright.has(spot.n.id) && !spot.must ? 0.3 : 1;
  pen.textAlign = "center";
  lines.forEach((line, i) => write(pen, line, place[0] + width / 2, place[1] + LINE_HEIGHT[kind] * (i + 0.5), kind === "entity" || spot.must));
}

// The middle of a line as vis-network bends it.
function middle(e, at) {
  const [a, b] = [at[e.from], at[e.to]];
  const bend = e.smooth ? -e.smooth.roundness / 2 : 0;
  return { x: (a.x + b.x) / 2 - (b.y - a.y) * bend, y: (a.y + b.y) / 2 + (b.x - a.x) * bend };
}

function drawRoles(pen, room, scale) {
  const chosen = new Set(network.getSelectedEdges());
  const all = scale > 0.55 && liveRoles.size <= 600;
  if (!all && !chosen.size) return;
  const at = network.getPositions([...shownNodes]);
  pen.textAlign = "center";
  for (const e of edges) {
    if (!liveRoles.has(e.id) || !(all || chosen.has(e.id)) || (chosen.size && !chosen.has(e.id)) || !at[e.from] || !at[e.to]) continue;
    const { x, y } = network.canvasToDOM(middle(e, at));
    const text = roleOf(pen, e, { x, y }, room);
    if (!text) continue;
    pen.font = `italic ${FONTS.event}`;
    pen.globalAlpha = 1;
    write(pen, text, x, y, false);
  }
}

// What stands on a symbol: that it is alleged or denied, or at its shoulder that the sources differ.
function drawSigns(pen, found, bright) {
  pen.textAlign = "center";
  for (const { n, x, y, r } of found) {
    if (doubtful.has(n.id)) {
      pen.font = "700 13px sans-serif";
      pen.globalAlpha = bright && !bright.has(n.id) ? 0.3 : 1;
      writeIn(pen, "≠", x + r, y - r, cssValue("--warn"));
    }
    const sign = SIGNS[statusOf(n)];
    if (!sign || r < 4) continue;
    pen.font = `700 ${Math.round(r * 1.3)}px sans-serif`;
    pen.globalAlpha = bright && !bright.has(n.id) ? 0.3 : 1;
    pen.fillStyle = nodeColor(n);
    pen.fillText(sign, x, y + 1);
  }
}

network.on("afterDrawing", (pen) => {
  const ratio = canvas.width / canvas.clientWidth;
  const scale = network.getScale();
  const bright = lit();
  const weight = ({ n }) => (n.id === selectedNode() ? 1e9 : n.id === hovered ? 1e8 : bright && bright.has(n.id) ? 1e6 : 0) + (n.event ? 0 : 1e4) - n.rank;
  const found = spots(scale).sort((a, b) => weight(b) - weight(a));
  const room = roomFor(found, 0, canvas.clientWidth, scale < SMALL);
  found.slice(0, 30).forEach((spot) => { spot.foremost = !spot.n.event || spot.n.id === selectedNode(); });
  pen.save();
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  pen.lineJoin = "round";
  pen.textBaseline = "middle";
  drawSigns(pen, found, bright);
  for (const spot of found.slice(0, 400)) if (scale > 0.35 || !spot.n.event || (bright && bright.has(spot.n.id))) drawCaption(pen, spot, room, bright);
  drawRoles(pen, room, scale);
  pen.restore();
});

// Brings the drawing in line with the state; only what looks other than before is handed on.
const lastLook = new Map();
function changed(look) {
  const key = JSON.stringify(look);
  return lastLook.get(look.id) !== key && lastLook.set(look.id, key);
}
// Drops what is no longer shown, adds what is new with its base, and updates what looks other than before.
function handOn(set, shown, look, base) {
  const gone = set.getIds().filter((id) => !shown.has(id));
  gone.forEach((id) => lastLook.delete(id));
  if (gone.length) set.remove(gone);
  const before = set.length;
  const news = [...shown.keys()].map(look).filter(changed).map((l) => (set.get(l.id) ? l : { ...base(l.id), ...l }));
  if (news.length) set.update(news);
  if (set.length > before) lookAgain();
}
// vis-network leaves out what is new or stood outside the window when it last looked, and looks only while it draws: so it draws twice.
let looking = 0;
function lookAgain() {
  looking = looking || requestAnimationFrame(() => { looking = 0; network.redraw(); network.redraw(); });
}
function repaint() {
  const bright = lit();
  const chosen = litLines();
  handOn(visNodes, shownNodes, (id) => ({ ...nodeLook(nodeOf.get(id), bright && !bright.has(id)), size: nodeOf.get(id).size * grown }), (id) => {
    const [x, y] = standsAt.get(id);
    return { x, y, shape: nodeOf.get(id).shape };
  });
  handOn(visEdges, liveRoles, (id) => edgeLook(edgeOf.get(id), chosen && !chosen.has(id), stroke), (id) => {
    const { from, to, smooth } = edgeOf.get(id);
    return { from, to, smooth };
  });
}
// Symbols and lines for a scale: from afar they are drawn larger than they are.
function weigh(scale) {
  const [size, width] = [Math.min(1.6, Math.max(1, 0.6 / scale)), Math.min(3, Math.max(1, 0.7 / scale))];
  if (Math.abs(size - grown) < 0.05 && Math.abs(width - stroke) < 0.05) return;
  [grown, stroke] = [size, width];
  repaint();
}
// Shows all that is shown, with its captions: these keep their size on screen, so their room is taken off first.
function fit() {
  const at = network.getPositions([...shownNodes]);
  const points = Object.values(at);
  if (!points.length) return;
  const [left, right] = [Math.min(...points.map((p) => p.x)), Math.max(...points.map((p) => p.x))];
  const [top, bottom] = [Math.min(...points.map((p) => p.y)), Math.max(...points.map((p) => p.y))];
  const scale = Math.min((canvas.clientWidth - Math.min(190, 0.25 * canvas.clientWidth)) / Math.max(1, right - left), (canvas.clientHeight - 120) / Math.max(1, bottom - top), 1.3);
  weigh(scale);
  lookAgain();
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 + 10 / scale }, scale: Math.max(scale, 0.05), animation: false });
}
