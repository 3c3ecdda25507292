// Where nodes stand: the whole as computed beforehand, the foremost few of a large graph closer together, and a
// neighbourhood laid out anew from where its nodes are (stress majorisation as in kg/render/layout.py; no chance in it).
let arranged = "";

function arrangement() {
  if (state.ego || state.compact) return `tidied ${[...shownNodes].join(" ")}`;
  const foremost = state.top <= data.start && nodes.some((n) => n.near);
  return foremost ? ["near", ...state.open].join(" ") : "whole";
}

// Moves the nodes if the state asks for another arrangement; says whether it did.
function arrange() {
  const wanted = arrangement();
  if (wanted === arranged) return false;
  arranged = wanted;
  const places = wanted.startsWith("tidied") ? tidied([...shownNodes]) : new Map(nodes.map((n) => [n.id, (wanted !== "whole" && n.near) || [n.x, n.y]]));
  if (wanted.startsWith("near")) besideOpened(places);
  for (const [id, [x, y]] of places) standsAt.set(id, [Math.round(x), Math.round(y)]);
  visNodes.update(visNodes.getIds().map((id) => ({ id, x: standsAt.get(id)[0], y: standsAt.get(id)[1] })));
  lookAgain();
  return true;
}

// Around each opened thing those of its neighbours that have no place among the foremost, then all that is shown pushed apart.
function besideOpened(places) {
  const placed = new Set(nodes.filter((n) => n.near).map((n) => n.id));
  for (const id of state.open) {
    const neighbour = !placed.has(id) && [...around(id, 1)].find((other) => placed.has(other) && shownNodes.has(other));
    if (neighbour) places.set(id, places.get(neighbour));
    const [x, y] = places.get(id);
    const news = [...around(id, 1)].filter((other) => shownNodes.has(other) && !placed.has(other));
    news.forEach((other, i) => {
      const [far, turn] = [90 + 30 * Math.sqrt(i), i * 2.4]; // 2.4 is nearly the golden angle: no two in one direction
      places.set(other, [x + far * Math.cos(turn), y + far * Math.sin(turn)]);
      placed.add(other);
    });
  }
  if (!state.open.size) return;
  const ids = [...shownNodes];
  const points = ids.map((id) => [...places.get(id)]);
  spread(ids, points);
  ids.forEach((id, i) => places.set(id, points[i]));
}

function stepsBetween(ids) {
  const place = new Map(ids.map((id, i) => [id, i]));
  const near = ids.map((id) => liveEdgesAt(id).map((e) => place.get(otherEnd(e, id))));
  return ids.map((_, from) => {
    const steps = new Array(ids.length).fill(0);
    let rim = [from];
    for (let far = 1; rim.length; far++) {
      rim = [...new Set(rim.flatMap((i) => near[i]))].filter((i) => i !== from && !steps[i]);
      for (const i of rim) steps[i] = far;
    }
    return steps.map((s, i) => (i === from ? 0 : (s || 4) * 105));
  });
}

function tidied(ids) {
  const wanted = stepsBetween(ids);
  let points = ids.map((id) => [nodeOf.get(id).x, nodeOf.get(id).y]);
  const rounds = Math.max(20, Math.min(200, Math.floor(4e6 / (ids.length * ids.length))));
  for (let round = 0; round < rounds; round++) points = points.map((p, i) => pulled(p, i, points, wanted[i]));
  spread(ids, points);
  return new Map(ids.map((id, i) => [id, points[i]]));
}

// Half the way to where the others want the point to be.
function pulled([x, y], self, points, wanted) {
  let [sumX, sumY, total] = [0, 0, 0];
  points.forEach(([ox, oy], i) => {
    if (i === self) return;
    const [dx, dy] = [x - ox, y - oy];
    const far = Math.hypot(dx, dy) || 1;
    const weight = 1 / (wanted[i] * wanted[i]);
    sumX += weight * (ox + (dx / far) * wanted[i]);
    sumY += weight * (oy + (dy / far) * wanted[i]);
    total += weight;
  });
  return total ? [(x + sumX / total) / 2, (y + sumY / total) / 2] : [x, y];
}

// Boxes of symbol and caption pushed apart.
function spread(ids, points) {
  const boxes = ids.map((id) => {
    const n = nodeOf.get(id);
    return [Math.min(26, n.label.length) * (n.event ? 3.1 : 3.7) + 6, n.size + (n.event ? 9 : 15)];
  });
  for (let round = 0; round < 60; round++) {
    let moved = false;
    for (let i = 0; i < ids.length; i++)
      for (let j = 0; j < i; j++) {
        const over = [0, 1].map((k) => boxes[i][k] + boxes[j][k] - Math.abs(points[i][k] - points[j][k]));
        if (over[0] <= 0.5 || over[1] <= 0.5) continue;
        const axis = over[0] < over[1] ? 0 : 1;
        const way = (points[i][axis] >= points[j][axis] ? 0.5 : -0.5) * over[axis];
        points[i][axis] += way;
        points[j][axis] -= way;
        moved = true;
      }
    if (!moved) break;
  }
}
