// What can be taken away: the picture as PNG or SVG, the claims shown as CSV.
function offer(name, type, content) {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
}

const COLUMNS = ["about", "role", "value", "status", "quote", "sentence", "outlet", "published", "said by", "confidence", "title", "url"];
const claimRows = () => shownReadings().map((r) => {
  const [c, article] = [r.claim, articleOf(r.claim)];
  return [r.about.name, r.role, wordsOf(r), standingOf(r), quoteOf(c), sentenceText(c.s), article.outlet, article.published, c.by || "", c.c, article.title, article.url];
});
// A cell that begins like a formula gets an apostrophe, so that no spreadsheet runs an article's text.
function cell(value) {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
}
const csvText = () => `\ufeff${[COLUMNS, ...claimRows()].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;

// The picture in lines and letters at its own size: what is shown, however the reader has turned and zoomed it.
function svgPicture() {
  const at = network.getPositions([...shownNodes]);
  const points = Object.values(at);
  const [left, top] = [Math.min(...points.map((p) => p.x)) - 110, Math.min(...points.map((p) => p.y)) - 60];
  const [right, bottom] = [Math.max(...points.map((p) => p.x)) + 110, Math.max(...points.map((p) => p.y)) + 70];
  const found = nodes.filter((n) => shownNodes.has(n.id)).sort((a, b) => Number(Boolean(a.event)) - Number(Boolean(b.event)) || a.rank - b.rank)
    .map((n) => ({ n, ...at[n.id], r: n.size, foremost: !n.event }));
  const room = roomFor(found, left, right);
  const pen = make("canvas").getContext("2d");
  const lines = edges.filter((e) => liveRoles.has(e.id));
  const arrow = draw("marker", { id: "arrow", viewBox: "0 0 10 10", refX: 9, refY: 5, markerWidth: 8, markerHeight: 8, markerUnits: "userSpaceOnUse", orient: "auto" }, draw("path", { d: "M0 0L10 5L0 10z", fill: cssValue("--soft") }));
  return draw("svg", { viewBox: `${left} ${top} ${right - left} ${bottom - top}`, "font-family": 'system-ui,"Segoe UI","Noto Sans",sans-serif' }, draw("title", {}, document.title), draw("defs", {}, arrow),
    draw("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: cssValue("--bg") }),
    lines.map((e) => svgLine(e, at)), found.map(svgNode), found.map((spot) => svgCaption(captionOf(pen, spot, room))), lines.map((e) => svgRole(pen, e, middle(e, at), room)));
}
const svgText = () => new XMLSerializer().serializeToString(svgPicture());
// A canvas does not print well: on paper stands the same picture as lines and letters.
addEventListener("beforeprint", () => byName("printed").replaceChildren(svgPicture()));
addEventListener("afterprint", () => byName("printed").replaceChildren());
function svgLine(e, at) {
  const [a, m, b] = [at[e.from], middle(e, at), at[e.to]];
  const bend = { x: 2 * m.x - (a.x + b.x) / 2, y: 2 * m.y - (a.y + b.y) / 2 };
  const long = Math.hypot(b.x - bend.x, b.y - bend.y) || 1;
  const stop = nodeOf.get(e.to).size + 3;
  const end = { x: b.x - ((b.x - bend.x) / long) * stop, y: b.y - ((b.y - bend.y) / long) * stop };
  const look = edgeLook(e, false);
  return draw("path", { d: `M${a.x} ${a.y}Q${bend.x} ${bend.y} ${end.x} ${end.y}`, fill: "none", stroke: look.color.color, "stroke-width": look.width, "stroke-opacity": 0.75, "stroke-dasharray": look.dashes ? look.dashes.join(" ") : null, "marker-end": "url(#arrow)" });
}
const svgWords = (words, x, y, look) => draw("text", { x, y, "text-anchor": "middle", "dominant-baseline": "central", stroke: cssValue("--bg"), "stroke-width": 3, "stroke-linejoin": "round", "paint-order": "stroke", ...look }, words);
function svgNode({ n, x, y, r }) {
  const hollow = n.event && UNREAL.has(statusOf(n));
  const sign = SIGNS[statusOf(n)];
  return draw("g", { transform: `translate(${x} ${y})` },
    draw("path", { d: outline(n.shape, r), fill: hollow ? cssValue("--bg") : nodeColor(n), stroke: hollow ? nodeColor(n) : "#0006", "stroke-dasharray": hollow ? "4 3" : null }),
    sign && svgWords(sign, 0, 0, { "font-size": r * 1.3, "font-weight": 700, fill: nodeColor(n) }),
    doubtful.has(n.id) && svgWords("≠", r, -r, { "font-size": 13, "font-weight": 700, fill: cssValue("--warn") }));
}
function svgCaption(caption) {
  if (!caption) return null;
  const { kind, lines, width, place } = caption;
  const look = { "font-size": kind === "event" ? 11 : 13, fill: cssValue(kind === "event" ? "--soft" : "--fg") };
  return lines.map((line, i) => svgWords(line, place[0] + width / 2, place[1] + LINE_HEIGHT[kind] * (i + 0.5), look));
}
function svgRole(pen, e, spot, room) {
  const text = roleOf(pen, e, spot, room);
  return text && svgWords(text, spot.x, spot.y, { "font-size": 11, "font-style": "italic", fill: cssValue("--soft") });
}
function savePng() {
  const sheet = document.createElement("canvas");
  [sheet.width, sheet.height] = [canvas.width, canvas.height];
  const pen = sheet.getContext("2d");
  pen.fillStyle = cssValue("--bg");
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.drawImage(canvas, 0, 0);
  sheet.toBlob((blob) => offer("graph.png", "image/png", blob));
}
const SAVERS = { png: savePng, svg: () => offer("graph.svg", "image/svg+xml", svgText()), csv: () => offer("claims.csv", "text/csv", csvText()) };
byName("save").addEventListener("change", (event) => {
  const saver = SAVERS[event.target.value];
  event.target.value = "";
  if (saver) saver();
});
