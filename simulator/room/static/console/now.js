// The chosen team, now: its calls and its clocks, and how to ring it.
import { el, fill, write } from "../common/dom.js";
import { say } from "../common/words.js";
import { keep } from "./keep.js";
import { askRing } from "./ring.js";

export function drawNow(root, room) {
  const title = el("h2");
  const calls = el("ul", { class: "now-list" });
  const dues = el("ul", { class: "now-list" });
  const empty = el("p", { class: "empty" });
  const ring =
    room.commands &&
    el(
      "button",
      { type: "button", class: "button", "aria-haspopup": "dialog", onclick: () => askRing(room) },
      say("now.ring"),
    );
  fill(
    root,
    title,
    el("div", {}, calls, dues, empty),
    ring ? el("div", { class: "after-list" }, ring) : null,
  );
  const draw = ({ desk }) => {
    fill(title, say("now.title", { team: room.name() }));
    const [open, owed] = [waiting(desk.calls), pending(desk.due)];
    keep(
      calls,
      open,
      (call) => callRow(call),
      ({ call }) => call,
    );
    keep(dues, owed, (due) => dueRow(room, due));
    empty.hidden = open.length + owed.length > 0;
    write(empty, say("now.none"));
    if (ring) ring.hidden = ["ready", "ended"].includes(room.state);
    root.hidden = room.state === "ended";
    count(room, root);
  };
  room.on(["desk", "clock", "team", "teams"], draw);
  setInterval(() => room.has("desk") && room.has("clock") && count(room, root), 500);
}

const waiting = ({ items }) => items.filter(({ state }) => state !== "lost");
const pending = (due) => due.filter(({ state }) => state !== "kept");

function callRow({ outlet, question, state, rang, gives_up, until }) {
  const end = state === "talking" ? until : gives_up;
  return el(
    "li",
    { class: "now-row" },
    el(
      "span",
      { title: question ?? "" },
      outlet,
      " ",
      el("span", { class: "quiet-ink" }, say(`call.${state}`)),
    ),
    el("span", {
      class: `number strong ${state === "talking" ? "team-ink" : ""}`,
      "data-until": end,
      "data-kind": "call",
      "data-state": state,
      "data-third": state === "ringing" ? (gives_up - rang) / 3 : null,
    }),
  );
}

function dueRow(room, { label, detail, at, state }) {
  if (at === null)
    return el(
      "li",
      { class: "now-row" },
      el("span", { title: detail ?? "" }, label),
      el("span", {}, say("due.at_once")),
    );
  if (state === "missed" || state === "late") {
    return el(
      "li",
      { class: "now-row" },
      el("span", { title: detail ?? "" }, label),
      el("span", {}, el("b", { class: "world-ink" }, say(`due.${state}`)), ` ${room.clock.moment(at)}`),
    );
  }
  return el(
    "li",
    { class: "now-row" },
    el("span", { title: detail ?? "" }, label),
    el("span", { class: "number strong", "data-until": at, "data-kind": "due", "data-state": state }),
  );
}

// Countdowns go on between two words of the room; yellow only where time is running out: a call
// in the last third of its patience, a due thing that the room calls soon.
function count(room, root) {
  const now = room.now;
  for (const node of root.querySelectorAll("[data-until]")) {
    const left = Number(node.dataset.until) - now;
    const call = node.dataset.kind === "call";
    write(node, call ? room.clock.countdown(Math.max(0, left)) : room.clock.span(left));
    const hurry = call ? left < Number(node.dataset.third ?? -1) : node.dataset.state === "soon";
    node.classList.toggle("soon", hurry);
  }
}
