// The fields of an act's form, built from a short description.

import { el } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { capital, claimOptions, factOptions, many, picked } from "./options.js";

/** Return the nodes of `fields`. */
export function choices(fields, room) {
  return fields.map((field) => BUILD[field.type](field, room));
}

const BUILD = {
  many: ({ name, items, chosen }) => grouped(name, many({ name, label: label(name), items, chosen })),
  facts: ({ name }, room) => grouped(name, many({ name, label: label(name), items: factOptions(room.known.facts), chosen: [], long: true })),
  claims: ({ name }, room) => grouped(name, many({ name, label: label(name), items: claimOptions(room.known.claims), chosen: [], long: true })),
  tick: ({ name }) => many({ name, label: label(name), items: [{ id: "yes", name: label(name) }], chosen: [] }),
  select: ({ name, items }) => labelled(name, el("select", { class: "entry", name }, items.map((item) => el("option", { value: item.id }, capital(item.name))))),
  number: ({ name, min, max, step, value: first }) => labelled(name, el("input", { class: "entry people", type: "number", inputmode: "numeric", name, min, max, step, value: String(first), required: true })),
  hour: ({ name, value: first }) => labelled(name, el("input", { class: "entry hour-entry", name, value: first, required: true, inputmode: "numeric", pattern: "[0-2]?[0-9]([:hH.]?[0-5][0-9])?", maxlength: 5, autocomplete: "off" })),
};

/** Return what a field of `form` holds. */
export function value(form, name) {
  return form.elements[name]?.value ?? "";
}

export const values = picked;

/** Return whether a single box is ticked. */
export function ticked(form, name) {
  return picked(form, name).length > 0;
}

function label(name) {
  return say(`act.field.${name}`);
}

function labelled(name, input) {
  return el("label", { class: "labelled" }, el("span", { class: "source" }, label(name)), input);
}

/** Facts and claims are long: their list opens on demand. */
function grouped(name, list) {
  if (name === "spokespeople") return el("div", {}, el("p", { class: "source" }, label(name)), list);
  return el("details", { class: "act-list" }, el("summary", {}, label(name)), list);
}
