// One field of the composer: a line with what is chosen; its options open below, one at a time.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";

/** The fields of one form; opening one closes the other. */
export class Fields {
  constructor() {
    this.all = [];
  }

  /**
   * Return a field. `body()` gives its options, `summary()` what is chosen in a line, `warning()`
   * nodes said even when closed. `always` keeps it open where there is room (not on a phone).
   */
  add({ name, label, body, summary, warning = () => [], always = false }) {
    const id = `field-${name}`;
    const field = { name, body, summary, warning, always };
    field.sum = el("span", { class: "field-summary" });
    field.toggle = el(
      "button",
      { type: "button", class: "field-toggle", "aria-expanded": "false", "aria-controls": `${id}-body`, "aria-describedby": `${id}-label`, onclick: () => this.toggle(field) },
      say("field.choose"),
    );
    field.box = el("div", { id: `${id}-body`, class: "field-body" });
    field.warn = el("p", { class: "field-warning", "aria-live": "polite" });
    field.root = el(
      "div",
      { class: `field${always ? " always" : ""}`, role: "group", "aria-labelledby": `${id}-label`, "data-field": name },
      el("span", { id: `${id}-label`, class: "field-label" }, label),
      el("div", { class: "field-line" }, field.sum, field.toggle),
      field.warn,
      field.box,
    );
    this.all.push(field);
    return field.root;
  }

  toggle(field) {
    const opens = !field.root.classList.contains("open");
    for (const other of this.all) this.set(other, other === field && opens);
  }

  set(field, open) {
    field.root.classList.toggle("open", open);
    field.toggle.setAttribute("aria-expanded", String(open));
    write(field.toggle, say(open ? "field.close" : "field.choose"));
  }

  /** Build the options again: what can be chosen has changed. Never under a hand. */
  rebuild() {
    for (const field of this.all) {
      if (field.box.contains(document.activeElement)) field.stale = true;
      else this.build(field);
    }
    this.refresh();
  }

  build(field) {
    field.stale = false;
    fill(field.box, field.body());
    field.box.addEventListener("focusout", () => setTimeout(() => this.late(field)), { once: true });
  }

  late(field) {
    if (field.stale && !field.box.contains(document.activeElement)) this.build(field);
    else if (field.stale) field.box.addEventListener("focusout", () => setTimeout(() => this.late(field)), { once: true });
  }

  /** Write again what is chosen. */
  refresh() {
    for (const field of this.all) {
      const text = field.summary();
      write(field.sum, text || say("field.none"));
      field.sum.classList.toggle("quiet-ink", !text);
      const said = field.warning();
      const is = said.map((node) => node.textContent ?? node).join("");
      if (field.warn.dataset.is !== is) fill(field.warn, said);
      field.warn.dataset.is = is;
      field.warn.hidden = !is;
    }
  }
}
