// Small makers of elements. Every text becomes a text node; innerHTML is used nowhere.
const byName = (id) => document.getElementById(id);
const SVG = "http://www.w3.org/2000/svg";

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name === "on") for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false) element.append(child);
  return element;
}
const make = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

// The address if it is http or https, else null: an article's "url" may hold anything.
function safeUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}
const outward = (href, text) => make("a", { href, target: "_blank", rel: "noopener noreferrer" }, text);
const folded = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
// Colours of the theme; asked for once until the theme changes, since every caption needs some.
const paints = new Map();
function cssValue(name) {
  if (!paints.has(name)) paints.set(name, getComputedStyle(document.documentElement).getPropertyValue(name).trim());
  return paints.get(name);
}
const isDark = () => document.documentElement.dataset.theme === "dark";
const stillness = matchMedia("(prefers-reduced-motion: reduce)");
