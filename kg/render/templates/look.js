// How things look: symbols, colours of the theme, dashes of what is not (yet) so.
const DASHES = { planned: [7, 5], alleged: [2, 4], denied: [2, 4], cancelled: [2, 4] };
const SIGNS = { alleged: "?", denied: "×", cancelled: "×" };
const familyColor = (name) => data.families[name][isDark() ? "dark" : "color"];
const nodeColor = (n) => (n.event ? familyColor(n.family) : n.color);

function outline(shape, r) {
  const corners = (count, turn, reach) => {
    const points = Array.from({ length: count }, (_, i) => {
      const angle = turn + (i * 2 * Math.PI) / count;
      const far = r * (reach ? reach(i) : 1);
      return `${(far * Math.cos(angle)).toFixed(2)} ${(far * Math.sin(angle)).toFixed(2)}`;
    });
    return `M${points.join("L")}Z`;
  };
  switch (shape) {
    case "square": return `M${-r} ${-r}H${r}V${r}H${-r}Z`;
    case "diamond": return corners(4, 0);
    case "triangle": return corners(3, -Math.PI / 2);
    case "triangleDown": return corners(3, Math.PI / 2);
    case "hexagon": return corners(6, 0);
    case "star": return corners(10, -Math.PI / 2, (i) => (i % 2 ? 0.5 : 1.2));
    default: return `M${r} 0A${r} ${r} 0 1 1 ${-r} 0A${r} ${r} 0 1 1 ${r} 0Z`;
  }
}

function symbol(shape, color, status) {
  const hollow = UNREAL.has(status);
  const path = draw("path", {
    d: outline(shape, 7), fill: hollow ? cssValue("--bg") : color, stroke: hollow ? color : "#0008",
    "stroke-width": hollow ? 1.6 : 1, "stroke-dasharray": hollow ? "3 2" : null,
  });
  const sign = SIGNS[status] && draw("text", { y: 4, "text-anchor": "middle", "font-size": 11, "font-weight": 700, fill: color }, SIGNS[status]);
  return draw("svg", { class: "symbol", width: 20, height: 20, viewBox: "-10 -10 20 20", "aria-hidden": "true" }, path, sign);
}
const symbolOf = (n) => symbol(n.shape, nodeColor(n), statusOf(n));

function nodeLook(n, dim) {
  const color = nodeColor(n);
  const hollow = n.event && UNREAL.has(statusOf(n));
  const fillColor = hollow ? cssValue("--bg") : color;
  const border = hollow ? color : isDark() ? "#ffffff66" : "#00000066";
  return {
    id: n.id, opacity: dim ? 0.2 : 1,
    color: { background: fillColor, border, highlight: { background: fillColor, border: cssValue("--fg") }, hover: { background: fillColor, border: cssValue("--fg") } },
    shapeProperties: { borderDashes: hollow ? [4, 3] : false },
  };
}

function edgeLook(e, dim, factor = 1) {
  const color = familyColor(e.family);
  const count = liveClaims(e.id).length;
  return {
    id: e.id, dashes: DASHES[statusOf(e)] || (e.roles.every((r) => !r.claims.length) ? [1, 6] : false),
    width: factor * (1.2 + Math.min(3.5, Math.log2(Math.max(1, count)) * 0.8)),
    color: { color, highlight: color, hover: color, opacity: dim ? 0.1 : 0.75 },
  };
}
