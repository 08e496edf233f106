// The phone: four slots with who rings, who is on the line, and how long.

import { el, fill, write } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";
import { Slots } from "/static/common/slots.js";

const DAY = 1440;

/** Return the block and what keeps it true. */
export function phones() {
  const slots = new Slots();
  const lost = el("span", { class: "how" });
  const places = [1, 2, 3, 4].map((n) => el("li", { class: "slot", "data-n": n }));
  const root = el(
    "section",
    { class: "phones", "aria-labelledby": "phones" },
    el("div", { class: "rubric" }, el("h2", { id: "phones" }, say("wall.phones")), lost),
    el("ul", { class: "slots" }, places),
  );
  return [root, show];

  function show({ clock, sections }) {
    if (!clock.section || !sections.phones) return;
    const ended = clock.state === "ended";
    const { places: found, others } = slots.update(ended ? [] : sections.phones.items);
    places.forEach((node, place) => slot(node, found[place], place === 3 ? others.length : 0, clock));
    write(lost, tally(sections.phones.lost, clock));
  }
}

function slot(node, item, others, clock) {
  const is = item ? `${item.call} ${item.state}` : "free";
  if (node.dataset.is !== `${is} ${others}`) {
    node.dataset.is = `${is} ${others}`;
    node.className = `slot ${item?.state ?? "free"}`;
    fill(node, item ? taken(item, others) : free(node.dataset.n));
  }
  if (item) count(node, item, clock);
}

function free(n) {
  return [el("p", { class: "outlet" }, say("wall.line", { n })), el("p", { class: "state" }, say("wall.free"))];
}

function taken(item, others) {
  const more = others ? ` · ${say("wall.others", { n: others, count: number(others) })}` : "";
  return [
    el("p", { class: "outlet" }, item.outlet),
    el("p", { class: "left" }, el("span", { class: "number" })),
    el("p", { class: "state" }, el("span", {}, item.state === "lost" ? "" : say(`wall.${item.state}`)), more),
  ];
}

/** Write how long the caller will still wait, or has been on the line; the hour of the loss. */
function count(node, item, clock) {
  const left = node.querySelector(".number");
  const until = item.gives_up - clock.now();
  if (item.state === "lost") write(node.querySelector(".state span"), say("wall.lost_at", { at: clock.hour(item.at ?? item.gives_up) }));
  else if (item.state === "talking") write(left, clock.countdown(clock.now() - item.at));
  else write(left, clock.countdown(until));
  // Under a third of its patience.
  left.classList.toggle("soon", item.state === "ringing" && until < (item.gives_up - item.rang) / 3);
}

function tally(lost, clock) {
  if (!lost) return say("wall.lost.none");
  const said = say("wall.lost", { n: lost, count: number(lost) });
  if (clock.now() < DAY) return said;
  return say("wall.lost.since", { lost: said, day: clock.format(0, { weekday: "long" }) });
}
