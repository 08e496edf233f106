// The phone band: four slots that never shift; what a hand is about to press stays where it is.

import { el, fill, write } from "/static/common/dom.js";
import { Slots } from "/static/common/slots.js";
import { quoted, say } from "/static/common/words.js";
import { answerForm } from "./answer.js";
import { decide, notice } from "./decide.js";

/** Return the band. */
export function calls(room) {
  const slots = new Slots();
  const nodes = slots.places.map((_, place) => el("li", { class: "line free", "data-place": place }));
  const root = el("section", { id: "calls", class: "lines part-calls", "aria-labelledby": "title-calls", tabindex: -1 }, el("h2", { id: "title-calls", class: "unheard" }, say("calls")), el("ul", {}, nodes));
  const show = () => {
    const { places, others } = slots.update(room.calls.items);
    nodes.forEach((node, place) => slot(room, node, places[place], place));
    spare(room, nodes, places, others);
    room.ringing = room.calls.items.filter((item) => item.state === "ringing");
    room.tell("ringing");
  };
  room.on(["calls", "clock", "tick", "options"], show);
  return root;
}

function slot(room, node, item, place) {
  // Pressing a button twice must never reach another call: a slot is rebuilt only for a new state.
  const is = item ? `${item.call} ${item.state} ${room.ended} ${room.calls.by_hand}` : `free ${room.calls.open} ${room.ended}`;
  if (node.dataset.is !== is) {
    const focused = node.contains(document.activeElement);
    node.dataset.is = is;
    node.dataset.call = item?.call ?? "";
    node.className = `line ${item?.state ?? "free"}`;
    fill(node, item ? BUILD[item.state](room, item, node) : free(room, place));
    if (focused) node.querySelector(".outlet, .line-free")?.focus();
  }
  if (item) count(room, node, item);
}

const BUILD = {
  ringing: (room, item, node) => [head(item), question(item), actions(room, item, node, ["answer", "call_back", "decline"])],
  held: (room, item, node) => [head(item), question(item), actions(room, item, node, ["return", "decline"])],
  talking: (room, item) => [
    head(item),
    question(item),
    el("p", { class: "line-acts quiet-ink" }, item.by ? say("calls.by", { by: item.by }) : ""),
  ],
  lost: (room, item) => [head(item), question(item), el("p", { class: "line-acts" }, say("calls.lost_then"))],
};

function head(item) {
  return [el("h3", { class: "outlet", tabindex: -1 }, item.outlet), el("span", { class: "left number" })];
}

function question(item) {
  const long = item.question.length > 76;
  return el("p", { class: long ? "question long" : "question", tabindex: long ? 0 : null }, quoted(item.question));
}

function actions(room, item, node, names) {
  if (room.ended || !room.calls.by_hand) return el("p", { class: "line-acts quiet-ink" }, room.ended ? "" : say("calls.alone"));
  const where = notice();
  const one = {
    answer: () => button("answer", "team", () => answerForm(room, item, node)),
    return: () => button("return", "team", () => answerForm(room, item, node)),
    call_back: () => button("call_back", "", () => act("promise_call_back")),
    decline: () => button("decline", "quiet", () => act("decline_call")),
  };
  const act = (name) => decide(room, { do: name, call: item.call }, say(`calls.label.${name}`, { outlet: item.outlet }), where);
  const button = (name, look, onclick) =>
    el("button", { type: "button", class: `button ${look}`, "data-act": name, onclick, "aria-label": say("calls.whose", { what: say(`calls.${name}`), outlet: item.outlet }) }, say(`calls.${name}`));
  return el("div", { class: "line-acts for-players" }, names.map((name) => one[name]()), where);
}

/** Write what is left, or how long it has lasted. */
function count(room, node, item) {
  const { clock } = room;
  const left = node.querySelector(".left");
  const until = item.gives_up - clock.now();
  if (item.state === "ringing") {
    write(left, clock.countdown(until));
    left.classList.toggle("soon", isSoon(item, clock.now()));
  } else if (item.state === "held") write(left, say("calls.held", { left: clock.countdown(until) }));
  else if (item.state === "talking") write(left, say("calls.talking", { since: clock.countdown(clock.now() - item.at) }));
  else write(left, say("calls.lost_at", { at: clock.hour(item.at ?? item.gives_up) }));
}

/** Under a third of its patience. */
export function isSoon(item, now) {
  return item.gives_up - now < (item.gives_up - item.rang) / 3;
}

function free(room, place) {
  return [
    el("p", { class: "line-free", tabindex: -1 }, say(room.calls.open || room.ended ? "calls.free" : "calls.shut", { n: place + 1 })),
    el("p", { class: "line-tally small" }),
  ];
}

/** Say in the last free slot how many were lost, and in the last slot how many more ring. */
function spare(room, nodes, places, others) {
  const last = places.lastIndexOf(null);
  const { lost } = room.calls;
  nodes.forEach((node, place) => {
    const tally = node.querySelector(".line-tally");
    if (tally) write(tally, place === last && lost ? say("calls.lost_count", { n: lost }) : "");
  });
  const band = nodes[0].closest(".lines");
  others.length ? showOthers(room, band, others) : band.querySelector(".others")?.remove();
}

/** The list of those without a slot hangs under the last one. */
function showOthers(room, band, others) {
  let box = band.querySelector(".others");
  if (!box) {
    box = el("details", { class: "others" }, el("summary", {}, el("span"), el("span", { class: "wait" })), el("ul", {}));
    band.append(box);
  }
  const [short, wait] = box.firstChild.children;
  write(short, say("calls.others", { n: others.length }));
  write(wait, ` ${say("calls.others.wait", { n: others.length })}`);
  const is = others.map((item) => item.call + item.state).join();
  if (box.dataset.is === is) return others.forEach((item, place) => count(room, box.lastChild.children[place], item));
  box.dataset.is = is;
  const rows = others.map((item) => {
    const row = el("li", { class: `other line ${item.state}` });
    fill(row, BUILD[item.state](room, item, row));
    count(room, row, item);
    return row;
  });
  fill(box.lastChild, rows);
}
