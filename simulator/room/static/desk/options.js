// Options as labels around real inputs; facts and claims with what they are worth, in words.

import { el } from "/static/common/dom.js";
import { mark } from "/static/common/marks.js";
import { say } from "/static/common/words.js";

let count = 0;

/** Return a group of options; `onchange` hears the chosen ids. `long` gives each its own line. */
export function many({ name, label, items, chosen, type = "checkbox", long = false, onchange }) {
  const group = `${name}-${++count}`;
  const root = el("div", { class: long ? "options long" : "options", role: type === "radio" ? "radiogroup" : "group", "aria-label": label });
  for (const item of items) root.append(option(item, { name, group, type, on: chosen.includes(item.id) }));
  if (!items.length) root.append(el("p", { class: "empty" }, say("options.none")));
  if (onchange) root.addEventListener("change", () => onchange(picked(root, name)));
  return root;
}

/** Return the ids chosen under `name` in `root`. */
export function picked(root, name) {
  return [...root.querySelectorAll(`input[data-name="${name}"]:checked`)].map((input) => input.value);
}

function option(item, { name, group, type, on }) {
  const attrs = { type, name: group, "data-name": name, value: item.id, checked: on, disabled: item.disabled ?? false };
  const words = el("span", { class: "option-words" }, item.topic ? [el("b", {}, item.topic), " "] : null, capital(item.name));
  const note = item.note ? [" ", el("span", { class: `option-note ${item.ink ?? ""}` }, item.marks ?? null, item.note)] : null;
  return el("label", { class: "option" }, el("input", attrs), el("span", {}, words, note));
}

/** Facts as options: their topic, their text, whether they were said or must be withheld. */
export function factOptions(facts) {
  return facts.map((fact) => ({
    id: fact.id,
    topic: capital(fact.topic_name),
    name: fact.text,
    note: fact.withhold ? say("fact.withhold") : fact.said ? say("fact.said") : null,
    ink: fact.withhold ? "world-ink" : "",
  }));
}

/** Claims as options: the circles of what they rest on, and in words what is not established. */
export function claimOptions(claims) {
  return claims.map((claim) => ({ id: claim.id, name: claim.text, ...claimNote(claim) }));
}

/** Return the note of a claim: it warns, it forbids nothing. */
export function claimNote(claim) {
  if (claim.state === "contradicted") return { note: say("claim.contradicted"), ink: "world-ink" };
  if (claim.established) return { note: say("claim.established"), marks: circles(claim) };
  const note = claim.rests && claim.uncertain ? say("claim.uncertain", { n: claim.uncertain }) : say("claim.nothing");
  return { note, marks: circles(claim) };
}

function circles(claim) {
  const shapes = Array.from({ length: claim.rests }, (_, place) => (place < claim.rests - claim.uncertain ? "full" : "empty"));
  return shapes.flatMap((shape) => [mark(shape), " "]);
}

/** Names come in small letters, as within a sentence; an option begins one. */
export function capital(text) {
  return text ? text[0].toUpperCase() + text.slice(1) : text;
}
