// Fields of forms: a label over its control, a line of help under it.
import { el } from "../common/dom.js";

let count = 0;

/** A label, its control, and a hint that the control is described by. */
export function field(label, control, hint) {
  const id = (control.id ||= `field-${(count += 1)}`);
  const help = hint ? el("p", { class: "field-hint", id: `${id}-hint` }, hint) : null;
  if (help) control.setAttribute("aria-describedby", help.id);
  return el("div", { class: "field" }, el("label", { for: id }, label), control, help);
}

/** A select; `options` are `[value, text]` pairs. */
export function select(options, value, attrs = {}) {
  const node = el(
    "select",
    { class: "entry", ...attrs },
    ...options.map(([each, text]) => el("option", { value: each }, text)),
  );
  if (value !== undefined && value !== null) node.value = value;
  return node;
}

export function input(attrs = {}) {
  return el("input", { class: "entry", type: "text", autocomplete: "off", ...attrs });
}

export function textarea(value = "", attrs = {}) {
  const node = el("textarea", { class: "entry", rows: "3", ...attrs });
  node.value = value;
  return node;
}

/** A group of radio buttons or checkboxes; returns its node and a way to read what is chosen. */
export function choices(legend, name, options, chosen, type = "radio") {
  const boxes = options.map(([value]) => {
    const box = el("input", { type, name, value });
    box.checked = type === "radio" ? value === chosen : chosen.includes(value);
    return box;
  });
  const node = el(
    "fieldset",
    { class: "field choices" },
    el("legend", {}, legend),
    el(
      "div",
      { class: "options" },
      ...options.map(([, text], i) => el("label", { class: "option" }, boxes[i], el("span", {}, text))),
    ),
  );
  const all = () => boxes.filter((box) => box.checked).map((box) => box.value);
  return { node, boxes, all, value: () => all()[0] ?? null };
}
