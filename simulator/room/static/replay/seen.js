// What the team saw at that minute: the sections of its desk, to read.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { calls, due, feed, inbox, known, log } from "./rows.js";

/** Return the two columns of the team's side, and what keeps them true. */
export function seen(clock) {
  const parts = [
    section("calls", ({ calls: now }) => [calls(now, clock), now.lost ? say("replay.calls.lost", { n: now.lost }) : ""]),
    section("inbox", ({ inbox: now }) => [inbox(now, clock), now.length || ""]),
    section("feed", ({ feed: now }) => [feed(now, clock), say(now.monitored ? "replay.watched" : "replay.unwatched")]),
    section("known", ({ known: now }) => [known(now, clock), unsaid(now.facts)]),
    section("due", ({ due: now }) => [due(now, clock), tally(now)]),
    section("log", ({ log: now }) => [log(now, clock), now.length || ""]),
  ];
  const root = el(
    "section",
    { class: "seen", "aria-labelledby": "seen" },
    el("h2", { id: "seen", class: "side" }, say("replay.seen")),
    el("div", { class: "seen-columns" }, el("div", { class: "column" }, parts.slice(0, 3).map((part) => part.root)), el("div", { class: "column" }, parts.slice(3).map((part) => part.root))),
  );
  return { root, show: (sections) => parts.forEach((part) => part.show(sections)) };
}

function section(name, rows) {
  const id = `part-${name}`;
  const aside = el("span", { class: "aside" });
  const list = el("ul", { class: "scroller", tabindex: 0, "aria-labelledby": id });
  const head = el("div", { class: "title" }, el("h3", { id, class: "strong" }, say(`replay.${name}`)), aside);
  const root = el("section", { class: `section part-${name}` }, head, list);
  let shown = null;
  function show(sections) {
    const [items, said] = rows(sections);
    write(aside, String(said));
    // The reading place survives minutes in which nothing came.
    const now = items.map((item) => item.textContent).join("\n");
    if (now === shown) return;
    shown = now;
    root.classList.toggle("short", items.length < 3);
    fill(list, items.length ? items : el("li", { class: "empty" }, say(`replay.${name}.empty`)));
  }
  return { root, show };
}

function unsaid(facts) {
  const count = facts.filter((fact) => !fact.said && !fact.withhold).length;
  return facts.length ? say("replay.unsaid", { n: count }) : "";
}

function tally(items) {
  if (!items.length) return "";
  const of = (state) => items.filter((item) => item.state === state).length;
  return say("replay.tally", { kept: of("kept"), missed: of("missed") });
}
