// One section of the desk: its rule, its title, what stands at the right of it.

import { el } from "/static/common/dom.js";

/** Return `{root, aside}`: a section called `name` with `title`, holding `children`. */
export function section(name, title, ...children) {
  const id = `title-${name}`;
  const aside = el("span", { class: "aside" });
  const head = el("div", { class: "title" }, el("h2", { id }, title), aside);
  const root = el("section", { class: `section part-${name}`, "aria-labelledby": id }, head, children);
  return { root, aside, head };
}
