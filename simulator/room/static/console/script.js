// The script: what was played, what comes, and the one that is open with its commands.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { askInject } from "./inject.js";
import { keep } from "./keep.js";
import { injectRow } from "./row.js";

/** Draw the script in `root`; return what the arrow keys do. */
export function drawScript(root, room) {
  const count = el("span", { class: "aside" });
  const list = el("ul", { class: "script-list" });
  const add =
    room.commands &&
    el(
      "button",
      { type: "button", class: "button", "aria-haspopup": "dialog", onclick: () => askInject(room) },
      say("inject.new"),
    );
  const objectives = el("details", { class: "objectives" });
  fill(
    root,
    el("h2", {}, el("span", {}, say("script.title")), count),
    list,
    el("div", { class: "script-foot" }, add ?? null, objectives),
  );
  const view = { room, list, opened: null, chosen: false };
  room.on(["script", "clock", "teams"], ({ script, teams }) => {
    follow(view, script);
    fill(count, say("script.count", tally(script)));
    show(view, script, teams);
    if (add) add.hidden = room.state === "ended";
  });
  room.on(["objectives"], ({ objectives: all }) => drawObjectives(objectives, all));
  return { move: (by) => move(view, by) };
}

function tally(script) {
  const played = script.filter(({ state }) => state === "played").length;
  const left = script.filter(({ state }) => state === "to_come" || state === "conditional").length;
  return { played, left };
}

// The open row is the next to come, until one opens another; and never under a hand.
function follow(view, script) {
  const next = script.find(({ state }) => state === "to_come")?.id ?? null;
  if (view.next === next || view.list.matches(":hover, :focus-within")) return;
  view.next = next;
  if (view.chosen && script.some(({ id, state }) => id === view.opened && state === "to_come")) return;
  Object.assign(view, { opened: next, chosen: false });
  requestAnimationFrame(() => reveal(view));
}

// Scroll only the list, and leave what was just played in sight.
function reveal(view) {
  const row = view.list.querySelector(".inject.open");
  const { list } = view;
  if (!row || list.scrollHeight <= list.clientHeight) return;
  const above = row.getBoundingClientRect().top - list.getBoundingClientRect().top;
  list.scrollTop += above - Math.min(150, list.clientHeight / 4);
}

function show(view, script, teams) {
  const { room } = view;
  const rows = script.map((inject) => ({
    ...inject,
    open: inject.id === view.opened,
    next: inject.id === view.next,
    going: room.state,
    zone: room.clock.section.timezone,
    names: Object.fromEntries(teams.map(({ id, name }) => [id, name])),
  }));
  view.redraw = () => show(view, room.sections.script, room.sections.teams);
  keep(view.list, rows, (inject) => injectRow(room, inject, () => toggle(view, inject.id)));
}

function toggle(view, id) {
  Object.assign(view, { opened: view.opened === id ? null : id, chosen: true });
  view.redraw();
}

/** Open the row before or after the open one, and bring it into sight with its focus. */
function move(view, by) {
  const ids = (view.room.sections.script ?? []).map(({ id }) => id);
  if (!ids.length) return;
  const from = ids.indexOf(view.opened ?? view.next);
  view.opened = ids[Math.min(ids.length - 1, Math.max(0, from + by))];
  view.chosen = true;
  view.redraw();
  const head = view.list.querySelector(".inject.open .inject-head");
  head?.focus({ preventScroll: true });
  head?.parentNode.scrollIntoView({ block: "nearest" });
}

function drawObjectives(root, all) {
  fill(
    root,
    el("summary", {}, say("script.objectives", { n: all.length })),
    el(
      "ol",
      {},
      all.map(({ text }) => el("li", {}, text)),
    ),
  );
}
