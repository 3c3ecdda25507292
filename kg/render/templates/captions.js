// Captions: in which words and where, of one size on the screen and none upon another; for the drawing and for the SVG.
const FONTS = { entity: '13px system-ui,"Segoe UI","Noto Sans",sans-serif', event: '11px system-ui,"Segoe UI","Noto Sans",sans-serif' };
const LINE_HEIGHT = { entity: 15, event: 13 };
// Beyond so many symbols, or seen from so far, the foremost names are written over the others.
const CROWD = 400;
const SMALL = 0.3;
const widths = new Map();

function widthOf(pen, font, text) {
  const key = font + text;
  if (!widths.has(key)) {
    pen.font = font;
    widths.set(key, pen.measureText(text).width);
  }
  return widths.get(key);
}

// A caption in lines of 26 characters, cut at words: two for an event, three for a name.
function linesOf(text, most) {
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (!last || last.length + word.length < 26) lines[lines.length - 1] = last ? `${last} ${word}` : word;
    else lines.push(word);
  }
  const kept = lines.slice(0, most).map((line) => (line.length > 30 ? `${line.slice(0, 29)}…` : line));
  if (lines.length > most) kept[most - 1] = `${kept[most - 1].slice(0, 29)}…`;
  return kept;
}

// Boxes taken on screen, in a grid of cells so that asking is cheap.
class Taken {
  constructor() { this.cells = new Map(); }
  *cellsOf([left, top, right, bottom]) {
    for (let i = Math.floor(left / 64); i <= Math.floor(right / 64); i++)
      for (let j = Math.floor(top / 64); j <= Math.floor(bottom / 64); j++) yield `${i},${j}`;
  }
  add(box, owner) {
    for (const key of this.cellsOf(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push([box, owner]);
    }
  }
  isFree(box, owner) {
    for (const key of this.cellsOf(box))
      for (const [other, whose] of this.cells.get(key) || [])
        if (whose !== owner && box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return false;
    return true;
  }
}

function captionPlaces(spot, width, height) {
  const { x, y, r } = spot;
  return [[x - width / 2, y + r + 2], [x + r + 4, y - height / 2], [x - width / 2, y - r - height - 2], [x - r - 4 - width, y - height / 2]];
}

// Where a caption fits: on nothing at all, or for the foremost names at least not upon another name or, in a crowd, its caption.
function captionPlace(spot, width, height, room) {
  const boxAt = ([x, y]) => [x - 1, y, x + width + 1, y + height];
  const inside = ([x]) => x >= room.left && x + width <= room.right;
  const places = captionPlaces(spot, width, height);
  const ordered = places.filter(inside);
  if (!ordered.length) return spot.must ? places[0] : undefined;
  const place = ordered.find((p) => room.names.isFree(boxAt(p), spot.n.id) && room.events.isFree(boxAt(p), spot.n.id))
    || (spot.foremost && (ordered.find((p) => room.names.isFree(boxAt(p), spot.n.id)) || (room.crowded && ordered.find((p) => room.written.isFree(boxAt(p), spot.n.id))))) || (spot.must && (ordered.find((p) => room.chosen.isFree(boxAt(p), spot.n.id)) || ordered[0]));
  for (const taken of place ? [room.names, room.written] : []) taken.add(boxAt(place), `${spot.n.id} caption`);
  if (place && spot.must) room.chosen.add(boxAt(place), spot.n.id);
  return place;
}

// The caption of a spot in lines, where there is room for it.
function captionOf(pen, spot, room) {
  const kind = spot.n.event ? "event" : "entity";
  const font = (spot.must ? "600 " : "") + FONTS[kind];
  const lines = linesOf(spot.n.label, spot.n.event ? 2 : 3);
  const width = Math.max(...lines.map((line) => widthOf(pen, font, line)));
  const place = captionPlace(spot, width, LINE_HEIGHT[kind] * lines.length, room);
  return place && { kind, font, lines, width, place };
}
// The words on a line, and their box if nothing else stands there.
function roleOf(pen, e, { x, y }, room) {
  const roles = liveRoles.get(e.id);
  const text = roles[0].role + (roles.length > 1 ? ` +${roles.length - 1}` : "");
  const half = widthOf(pen, FONTS.event, text) / 2;
  const box = [x - half, y - 7, x + half, y + 7];
  if (!room.names.isFree(box) || !room.events.isFree(box)) return null;
  room.names.add(box, e.id);
  return text;
}
// Room for captions on a sheet, with the symbols already in it.
function roomFor(found, left, right, small = false) {
  const room = { names: new Taken(), events: new Taken(), chosen: new Taken(), written: new Taken(), crowded: small || found.length > CROWD, left, right };
  for (const { n, x, y, r } of found) (n.event && n.id !== selectedNode() ? room.events : room.names).add([x - r, y - r, x + r, y + r], n.id);
  return room;
}
