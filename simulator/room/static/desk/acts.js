// The other decisions: each a line with its state; a form where there is something to choose.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { ACTS } from "./actlist.js";
import { decide, notice } from "./decide.js";
import { choices } from "./actfields.js";

/** Return the panel of acts; a form is never rebuilt under a hand. */
export function acts(room) {
  const rows = ACTS.map((act) => row(room, act));
  const root = el("div", { class: "acts for-players", hidden: true }, el("ul", { class: "list" }, rows.map(({ node }) => node)));
  room.on(["options", "known", "clock"], () => rows.forEach((one) => one.refresh()));
  root.addEventListener("focusout", () => setTimeout(() => rows.forEach((one) => one.refresh())));
  return root;
}

function row(room, act) {
  const where = notice();
  const box = el("div", { class: "act-form", id: `act-${act.do}`, hidden: true });
  const state = el("span", { class: "act-state source" });
  const opener = el(
    "button",
    { type: "button", class: "act-head", "aria-expanded": "false", "aria-controls": box.id, onclick: toggle },
    el("span", { class: "strong" }, say(`act.${act.do}`)),
    state,
  );
  const node = el("li", { class: "row act" }, opener, box);
  let before = "";
  function toggle() {
    box.hidden = !box.hidden;
    opener.setAttribute("aria-expanded", String(!box.hidden));
  }
  function refresh() {
    const able = act.possible?.(room) ?? true;
    node.hidden = !able;
    if (!able) return;
    write(state, act.state?.(room) ?? "");
    const now = JSON.stringify([act.watch?.(room), Boolean(room.clock.section)]);
    if (now === before || box.contains(document.activeElement)) return;
    before = now;
    fill(box, el("p", { class: "source" }, say(`act.${act.do}.about`)), form(room, act, where));
  }
  return { node, refresh };
}

function form(room, act, where) {
  const fields = act.fields?.(room) ?? [];
  const root = el("form", { class: "act-fields", onsubmit: send }, choices(fields, room), el("button", { class: "button team" }, say(`act.${act.do}.go`)), where);
  async function send(event) {
    event.preventDefault();
    const decision = { do: act.do, ...act.build?.(root) };
    const taken = await decide(room, decision, say(`act.${act.do}`), where);
    if (taken) fill(where, el("span", { class: "team-ink strong" }, say("act.taken")));
  }
  return root;
}
