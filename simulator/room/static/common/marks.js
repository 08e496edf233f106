// The six marks of the product, as SVG with attributes only.

import { svg } from "./dom.js";

const SHAPES = {
  full: () => [svg("circle", { class: "solid", cx: 6, cy: 6, r: 5 })],
  half: () => [svg("circle", { cx: 6, cy: 6, r: 5 }), svg("path", { class: "solid", d: "M6 1a5 5 0 0 0 0 10z" })],
  empty: () => [svg("circle", { cx: 6, cy: 6, r: 5 })],
  withhold: () => [svg("rect", { x: 1.5, y: 1.5, width: 9, height: 9 }), svg("path", { d: "M1.5 1.5l9 9" })],
  played: () => [svg("rect", { class: "solid", x: 1.5, y: 1.5, width: 9, height: 9 })],
  to_come: () => [svg("rect", { x: 1.5, y: 1.5, width: 9, height: 9 })],
  due: () => [svg("path", { d: "M6 .8l5.2 5.2-5.2 5.2-5.2-5.2z" })],
  gone: () => [svg("path", { d: "M2 2l8 8M10 2l-8 8" })],
};

/** Return the mark `name`; with `label` it is read aloud, without it is left to the words beside. */
export function mark(name, label = null) {
  const heard = label ? { role: "img", "aria-label": label } : { "aria-hidden": "true" };
  return svg("svg", { class: "mark", viewBox: "0 0 12 12", width: 12, height: 12, ...heard }, SHAPES[name]());
}
