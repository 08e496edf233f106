// The command bar: it never moves, and its first button changes its word in place.
import { el, fill } from "../common/dom.js";
import { get, token } from "../common/api.js";
import { say } from "../common/words.js";
import { askEnd } from "./end.js";
import { askJump } from "./jump.js";
import { showKeys } from "./keys.js";
import { paceButtons } from "./pace.js";

// What the first button does in each state of the exercise.
const TURN = { ready: "start", running: "pause", paused: "resume" };

/** Start, suspend or resume. */
export function turn(room) {
  const action = TURN[room.state];
  if (!action) return null;
  return room.attempt(() => room.post("clock", { action }), say(`done.${action}`));
}

export function drawBar(root, room) {
  const parts = build(root, room);
  room.on(["clock"], ({ clock }) => {
    parts.pace.refresh(clock.pace);
    parts.first.setWord(TURN[clock.state] ?? "pause");
    // What has ended is only read: no command of the clock is left.
    const ended = clock.state === "ended";
    for (const node of parts.live) node.hidden = ended;
    parts.over.hidden = !ended;
    for (const node of parts.moving) node.disabled = clock.state === "ready";
  });
  room.on(["team"], () => parts.wall.aim());
}

function build(root, room) {
  const first = firstButton(room);
  const step = command(say("bar.step"), () =>
    room.attempt(() => room.post("clock", { action: "step" }), say("done.step")),
  );
  const jump = command(say("bar.jump"), () => askJump(room), true);
  const end = command(say("bar.end"), () => askEnd(room), true);
  const pace = paceButtons(room);
  const wall = wallLink(room);
  const links = el("a", { class: "button", href: `/?links=${room.exercise}#${token()}` }, say("bar.links"));
  const keys = command("?", () => showKeys(true), true);
  keys.setAttribute("aria-label", say("bar.keys"));
  const going = el("div", { class: "bar-group" }, first, step, jump);
  const steps = el(
    "div",
    { class: "bar-group bar-pace" },
    el("span", { class: "bar-label" }, say("pace.label")),
    pace.node,
  );
  const over = el(
    "p",
    { class: "bar-over", hidden: true },
    el("b", {}, say("after.bar")),
    " ",
    say("after.bar.more"),
  );
  fill(root, going, over, steps, el("div", { class: "bar-group bar-end" }, wall, links, end, keys));
  return { first, pace, wall, over, live: [going, steps, end], moving: [step, end] };
}

function command(text, act, dialog = false) {
  const attrs = { type: "button", class: "button", onclick: act, "aria-haspopup": dialog ? "dialog" : null };
  return el("button", attrs, text);
}

// All its words lie one over the other, so that the widest decides and nothing moves.
function firstButton(room) {
  const faces = Object.fromEntries(
    Object.values(TURN).map((action) => [action, el("span", {}, say(`bar.${action}`))]),
  );
  const node = el(
    "button",
    { type: "button", class: "button ink turn", onclick: () => turn(room) },
    Object.values(faces),
  );
  node.setWord = (word) => {
    for (const [action, face] of Object.entries(faces)) face.classList.toggle("shown", action === word);
  };
  node.setWord("start");
  return node;
}

// The wall has its own link, that of the team looked at; without links there is none to open.
function wallLink(room) {
  const node = el("a", { class: "button", target: "_blank", rel: "noopener" }, say("bar.wall"));
  let walls = [];
  node.aim = () => {
    const wall = walls.find(({ team }) => team === room.team) ?? walls[0];
    if (wall) node.href = wall.url;
    node.title = wall ? say("bar.wall_of", { team: wall.team_name }) : "";
  };
  get(`/api/exercises/${room.exercise}/links`)
    .then((links) => {
      walls = links.filter(({ role }) => role === "wall");
      node.aim();
    })
    .catch(() => {});
  return node;
}
