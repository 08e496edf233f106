// The team's log: what was done, refused, noted; what still waits to be sent.

import { el, fill, keyed } from "/static/common/dom.js";
import { language, say } from "/static/common/words.js";
import { Arrivals } from "./arrivals.js";
import { attempt, notice } from "./decide.js";
import { emptied } from "./inbox.js";
import { section } from "./sections.js";

const INKS = { taken: "team-ink", refused: "world-ink" };

/** Return the section. */
export function log(room) {
  const list = new Arrivals({ clock: room.clock, keyOf: (item) => item.id, label: say("log"), role: "log", build: (item) => line(room, item) });
  const waiting = el("ul", { class: "list", "aria-live": "polite" });
  const form = writing(room);
  const { root, aside } = section("log", say("log"), form, waiting, list.root);
  const open = el("button", { type: "button", class: "button quiet small for-players", "aria-expanded": "false", onclick: toggle }, say("log.write"));
  function toggle() {
    form.hidden = !form.hidden;
    open.setAttribute("aria-expanded", String(!form.hidden));
    if (!form.hidden) form.querySelector("textarea").focus();
  }
  form.addEventListener("done", toggle);
  fill(aside, open);
  room.on(["log", "clock"], () => {
    const items = room.sections.log ?? [];
    list.show(items);
    emptied(list.list, items.length, say("log.empty"));
  });
  room.on("queue", () => {
    const { waiting: wait, unheard } = room.queue;
    keyed(waiting, [...unheard, ...wait], (item) => `${item.key} ${Boolean(item.why)}`, unsent);
  });
  return root;
}

function line(room, item) {
  const word = ["taken", "refused", "word", "note"].includes(item.kind)
    ? el("strong", { class: INKS[item.kind] ?? null }, say(`log.${item.kind}`))
    : null;
  return el("li", { class: "log-row timed new" }, el("time", {}), el("p", {}, word, word ? " " : null, item.text));
}

function unsent({ label, why }) {
  const said = why
    ? [el("strong", { class: INKS.refused }, say("log.refused")), ` ${label}. ${why.say?.(language()) ?? why}`]
    : [el("strong", {}, say("log.pending")), ` ${label}`];
  return el("li", { class: "log-row timed" }, el("span", {}), el("p", {}, said));
}

function writing(room) {
  const where = notice();
  const text = el("textarea", { id: "log-text", class: "entry", rows: 2, maxlength: 4000, required: true });
  const form = el(
    "form",
    { class: "log-form", hidden: true, onsubmit: send },
    el("label", { for: "log-text", class: "source" }, say("log.label")),
    text,
    el("button", { class: "button small team" }, say("log.send")),
    where,
  );
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    if (event.key === "Escape") form.dispatchEvent(new Event("done"));
  });
  async function send(event) {
    event.preventDefault();
    const said = text.value.trim();
    if (!said) return;
    // The line is on its way: the list shows it, as waiting if it must; only a refusal brings it back.
    text.value = "";
    form.dispatchEvent(new Event("done"));
    if (await attempt(room, { do: "write_log", text: said }, said, where)) return;
    text.value = said;
    if (form.hidden) form.dispatchEvent(new Event("done"));
  }
  return form;
}
