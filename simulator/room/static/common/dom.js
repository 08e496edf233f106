// Elements built from values: text is only ever set as text, and nothing takes a style.

const SVG = "http://www.w3.org/2000/svg";

/** Return an element; functions among `attrs` (onclick…) are listeners, null and false are left out. */
export function el(tag, attrs, ...children) {
  return furnish(document.createElement(tag), attrs, children);
}

/** Return an SVG element, likewise. */
export function svg(tag, attrs, ...children) {
  return furnish(document.createElementNS(SVG, tag), attrs, children);
}

/** Replace what `node` holds by `children`, and return it. */
export function fill(node, ...children) {
  node.replaceChildren(...nodes(children));
  return node;
}

/** Set the text of `node` only when it changes, so that screen readers hear it once. */
export function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/**
 * Make `parent` hold one node for each of `items`, in their order, keeping those already there.
 *
 * A node that stays is neither rebuilt nor moved: focus and reading place survive.
 */
export function keyed(parent, items, keyOf, build, refresh = () => {}) {
  const before = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  const wanted = items.map((item) => {
    const key = String(keyOf(item));
    const node = before.get(key) ?? build(item);
    node.dataset.key = key;
    before.delete(key);
    refresh(node, item);
    return node;
  });
  for (const gone of before.values()) gone.remove();
  wanted.forEach((node, place) => {
    if (parent.children[place] !== node) parent.insertBefore(node, parent.children[place] ?? null);
  });
}

function furnish(node, attrs, children) {
  for (const [name, value] of Object.entries(attrs ?? {})) set(node, name, value);
  node.append(...nodes(children));
  return node;
}

function set(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "style") throw new TypeError("style is forbidden by the page's policy: use a class");
  if (typeof value === "function") node.addEventListener(name.replace(/^on/, ""), value);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : String(value));
}

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "selected", "indeterminate"]);

function nodes(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
