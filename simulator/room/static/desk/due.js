// What the team owes: promises, legal clocks, calls to return.

import { el, fill, keyed, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { emptied } from "./inbox.js";
import { section } from "./sections.js";

/** Return the section; what is left of each delay counts down by the minute. */
export function due(room) {
  const list = el("ul", { class: "list" });
  const box = el("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": say("due") }, list);
  const { root, aside } = section("due", say("due"), box);
  const show = () => {
    const items = room.sections.due ?? [];
    keyed(list, items, (item) => item.id, row, (node, item) => refresh(node, item, room.clock));
    emptied(list, items.length, say("due.empty"));
    write(aside, items.length ? tally(items) : "");
  };
  room.on(["due", "clock", "minute"], show);
  return root;
}

function row() {
  return el("li", { class: "row due-row" }, el("span", { class: "due-label" }), el("span", { class: "due-left" }), el("span", { class: "due-detail source" }));
}

function refresh(node, item, clock) {
  const [label, left, detail] = node.children;
  write(label, item.label);
  write(detail, [item.at === null ? "" : clock.moment(item.at), item.detail].filter(Boolean).join(" · "));
  const said = remains(item, clock);
  if (left.dataset.said === said.text + said.name) return;
  left.dataset.said = said.text + said.name;
  fill(left, said.word ? el("span", { class: said.word }, said.name) : null, said.word ? " " : null, said.node ?? said.text);
}

function remains(item, clock) {
  const { state, at } = item;
  if (state === "kept") return { word: "team-ink strong", name: say("due.kept"), text: metAt(item.met_at ?? at, clock) };
  if (state === "missed") return { word: "world-ink strong", name: say("due.missed"), text: say("due.for", { span: clock.span(clock.now() - at) }) };
  if (at === null || at === undefined) return { name: "", text: say("due.open") };
  if (state === "late" || at < clock.now()) return { word: "world-ink strong", name: say("due.late"), text: say("due.by", { span: clock.span(clock.now() - at) }) };
  const text = clock.span(at - clock.now());
  if (state === "soon") return { name: "soon", text, node: el("span", { class: "soon number" }, text) };
  return { name: "", text, node: el("span", { class: at - clock.now() < 720 ? "strong number" : "number" }, text) };
}

function metAt(minute, clock) {
  const today = clock.dayNumber(minute) === clock.dayNumber(clock.now());
  return today ? say("due.at", { at: clock.hour(minute) }) : clock.moment(minute);
}

function tally(items) {
  const kept = items.filter((item) => item.state === "kept").length;
  const missed = items.filter((item) => item.state === "missed").length;
  return `${say("due.tally.kept", { n: kept })} · ${say("due.tally.missed", { n: missed })}`;
}
