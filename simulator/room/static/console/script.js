// The script: what was played, what comes, and the one that is open with its commands.
import { el, fill } from "../common/dom.js";
import { mark } from "../common/marks.js";
import { say } from "../common/words.js";
import { askInject } from "./inject.js";
import { keep } from "./keep.js";
import { dayHour } from "./when.js";

const MARKS = { played: "played", skipped: "gone", spared: "gone", to_come: "to_come", conditional: "due" };

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
  keep(view.list, rows, (inject) => row(view, inject));
}

function row(view, inject) {
  const { room } = view;
  const past = !["to_come", "conditional"].includes(inject.state);
  const head = el(
    "button",
    {
      type: "button",
      class: "inject-head",
      "data-focus": "head",
      "aria-expanded": String(inject.open),
      onclick: () => toggle(view, inject.id),
    },
    mark(MARKS[inject.state]),
    el("span", { class: "inject-when" }, hour(room.clock, inject)),
    el("span", { class: "inject-title" }, inject.title, said(inject)),
  );
  const attrs = {
    class: `inject${past ? " past" : ""}${inject.open ? " open" : ""}`,
    "aria-current": inject.next ? "step" : null,
  };
  return el("li", attrs, head, inject.open ? details(room, inject, past) : null);
}

function hour(clock, { at, when }) {
  return at === null ? say("script.if") : el("time", {}, dayHour(clock, at));
}

// The word beside the mark: played needs none, what differs between teams is said when opened.
function said({ state, added, next }) {
  const words = [];
  if (state === "skipped" || state === "spared") words.push(say(`script.${state}`));
  if (added) words.push(say("script.added"));
  const heard = state === "played" ? say("script.played") : next ? say("script.next") : null;
  return [
    words.length ? el("b", {}, ` (${words.join(", ")})`) : null,
    heard ? el("span", { class: "unheard" }, ` ${heard}`) : null,
  ];
}

function details(room, inject, past) {
  const line = (text) => (text ? el("p", {}, text) : null);
  return el(
    "div",
    { class: "inject-more" },
    line(`${say(`medium.${inject.medium}`)} · ${inject.sender}`),
    inject.when
      ? line(inject.at === null ? capital(inject.when) : say("script.only", { when: inject.when }))
      : null,
    inject.expects ? line(`${say("script.expected")} ${inject.expects}`) : null,
    line(perTeam(inject)),
    el(
      "details",
      {},
      el("summary", { "data-focus": "text" }, say("script.text")),
      el("p", { class: "inject-text" }, inject.text),
    ),
    room.commands && !past && inject.going !== "ended" ? acts(room, inject) : null,
  );
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function perTeam({ teams, names, state }) {
  const states = Object.entries(teams ?? {});
  if (states.every(([, each]) => each === state)) return null;
  return states
    .map(([team, each]) => say("script.team", { team: names[team] ?? team, state: say(`script.${each}`) }))
    .join(" · ");
}

function acts(room, inject) {
  const give = () =>
    room.attempt(
      () => room.direct({ do: "give_inject", inject: inject.id }),
      say("done.give", { title: inject.title }),
    );
  const skip = () =>
    room.attempt(
      () => room.direct({ do: "skip_inject", inject: inject.id }),
      say("done.skip", { title: inject.title }),
    );
  const button = (name, kind, act) =>
    el(
      "button",
      {
        type: "button",
        class: `button ${kind}`,
        onclick: act,
        "data-focus": name,
        disabled: inject.going === "ready" && name === "play",
      },
      say(`inject.${name}`),
    );
  return el(
    "div",
    { class: "inject-acts" },
    button("play", "ink", give),
    button("edit", "", () => askInject(room, inject)),
    button("skip", "quiet", skip),
  );
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
