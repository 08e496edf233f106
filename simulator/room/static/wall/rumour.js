// The rumour: for each audience a hollow circle some hours ago and a filled one now.

import { el, fill, svg } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";

// The scale is drawn once and never changes: a wall is read by its places.
const MOST = 0.6;
const STEPS = [0, 0.2, 0.4, 0.6];
const LEFT = 12;
const RIGHT = 500;
const WIDE = 580;
const HIGH = 26;
const MIDDLE = HIGH / 2;
const BOX = `0 0 ${WIDE} ${HIGH}`;

/** Return the block and what keeps it true. */
export function rumour() {
  const how = el("span", { class: "how" });
  const rows = el("ul", { class: "thermometer" });
  const root = el(
    "section",
    { class: "rumour", "aria-labelledby": "rumour" },
    el("div", { class: "rubric" }, el("h2", { id: "rumour" }, say("wall.rumour")), how),
    rows,
  );
  let shown = "";
  return [root, show];

  function show({ clock, sections }) {
    const { rumour: now } = sections;
    const is = JSON.stringify([now, clock.dayNumber(clock.now())]);
    if (!now || !clock.section || is === shown) return;
    shown = is;
    const known = now.monitored && now.audiences.length > 0;
    const at = known && now.since !== null ? clock.moment(now.since) : null;
    fill(how, known ? say(at ? "wall.rumour.how" : "wall.rumour.one", { at }) : "");
    rows.classList.toggle("many", now.audiences.length > 7);
    const none = say(now.monitored ? "wall.rumour.none" : "wall.rumour.blind");
    fill(rows, known ? [now.audiences.map((one) => row(one, at)), scale()] : el("li", { class: "unknown" }, none));
  }
}

function row({ name, before, now }, at) {
  const shares = { now: percent(now), before: percent(before), at };
  return el(
    "li",
    {},
    el("span", { class: "audience" }, name),
    svg("svg", { viewBox: BOX, "aria-hidden": "true" }, base(), moved(before, now), over(now)),
    el("span", { class: "share", "aria-hidden": "true" }, shares.now),
    el("span", { class: "unheard" }, at ? say("wall.rumour.row", shares) : shares.now),
  );
}

function base() {
  const ends = STEPS.map((share) => svg("line", { class: "base", x1: x(share), x2: x(share), y1: 4, y2: HIGH - 4 }));
  return [svg("line", { class: "base", x1: LEFT, x2: RIGHT, y1: MIDDLE, y2: MIDDLE }), ends];
}

function moved(before, now) {
  return [
    svg("line", { class: "moved", x1: x(before), x2: x(now), y1: MIDDLE, y2: MIDDLE }),
    svg("circle", { class: "then", cx: x(before), cy: MIDDLE, r: 8.5 }),
    svg("circle", { class: "now", cx: x(now), cy: MIDDLE, r: 11 }),
  ];
}

/** Past the end of the scale the circle stays at the end, and words say so. */
function over(now) {
  return now > MOST ? svg("text", { class: "over", x: RIGHT + 18, y: MIDDLE + 8 }, `>\u00a0${number(MOST * 100)}`) : null;
}

function scale() {
  const labels = STEPS.map((share) => svg("text", { x: x(share), y: 20, "text-anchor": "middle" }, share === MOST ? percent(share) : number(share * 100)));
  return el("li", { class: "scale", "aria-hidden": "true" }, el("span", {}), svg("svg", { viewBox: BOX }, labels), el("span", {}));
}

function x(share) {
  return LEFT + ((RIGHT - LEFT) * Math.min(Math.max(share, 0), MOST)) / MOST;
}

function percent(share) {
  return say("share.percent", { n: number(Math.round(share * 100)) });
}
