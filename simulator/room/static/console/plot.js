// Curves drawn at the size they have on the page, with attributes only.
import { fill, svg } from "../common/dom.js";
import { midnights, percent, weekday } from "./when.js";

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** A curve of one team, 110 by 30, without axis: the figure stands beside it. */
export function spark(points, top) {
  const [wide, high] = [110, 30];
  const last = points.at(-1)?.[0] || 1;
  const d = line(
    points,
    (minute) => (minute / last) * wide,
    (share) => high - 1 - (share / top) * (high - 4),
  );
  return svg(
    "svg",
    { class: "spark", viewBox: `0 0 ${wide} ${high}`, width: wide, height: high, "aria-hidden": "true" },
    svg("line", { class: "base", x1: 0, x2: wide, y1: high - 0.5, y2: high - 0.5 }),
    svg("path", { class: "belief", d }),
  );
}

/** The highest tick that holds all points, the same for all small multiples. */
export function ceiling(audiences) {
  const most = Math.max(
    0,
    ...audiences.flatMap(({ points }) => points.flatMap(([, belief, account]) => [belief, account])),
  );
  return TICKS.find((tick) => tick >= 0.5 && tick >= most) ?? 1;
}

/** Draw one audience in `root`, `wide` pixels wide: belief, own account, statements. */
export function drawMultiple(root, wide, { audience, statements, top, clock }) {
  const box = { left: 26, right: wide - 40, top: 8, base: 66, wide, high: 88 };
  const end = Math.max(1, audience.points.at(-1)?.[0] ?? 1);
  const x = (minute) => round(box.left + ((box.right - box.left) * minute) / end);
  const y = (share) => round(box.base - ((box.base - box.top) * share) / top);
  root.setAttribute("viewBox", `0 0 ${wide} ${box.high}`);
  root.setAttribute("width", wide);
  root.setAttribute("height", box.high);
  fill(
    root,
    grid(box, top, y),
    days(box, end, x, clock),
    statements.map((at) =>
      svg("rect", { class: "said", x: x(at) - 3, y: box.base + 1, width: 6, height: 6 }),
    ),
    svg("path", { class: "account", d: line(audience.points, x, y, 2) }),
    svg("path", { class: "belief", d: line(audience.points, x, y) }),
    ends(box, audience, y),
  );
}

function grid(box, top, y) {
  return TICKS.filter(
    (tick) => tick <= top && (top <= 0.5 || tick !== 0.25) && (top < 1 || tick !== 0.75),
  ).flatMap((tick) => [
    svg("line", { class: tick ? "grid" : "base", x1: box.left, x2: box.right, y1: y(tick), y2: y(tick) }),
    svg("text", { x: box.left - 6, y: y(tick) + 4, "text-anchor": "end" }, String(tick * 100)),
  ]);
}

/** Days at their midnight, as many as there is room for. */
function days(box, end, x, clock) {
  let free = box.left;
  return midnights(clock, end).flatMap((midnight) => {
    const at = x(Math.min(end, midnight + 720));
    if (midnight + 360 > end || at - 14 < free || at + 12 > box.right + 20) return [];
    free = at + 18;
    return [svg("text", { x: at, y: box.high - 3, "text-anchor": "middle" }, weekday(clock, midnight + 60))];
  });
}

/** The last figures at right; closer than 13 px they part symmetrically. */
function ends(box, { belief, account }, y) {
  let [red, blue] = [y(belief), y(account)];
  const gap = 13 - Math.abs(red - blue);
  if (gap > 0) {
    const up = red <= blue ? 1 : -1;
    red -= (up * gap) / 2;
    blue += (up * gap) / 2;
  }
  const low = Math.max(red, blue) - box.base;
  if (low > 0) [red, blue] = [red - low, blue - low];
  const at = { x: box.right + 5 };
  return [
    svg("text", { ...at, y: red + 4, class: "belief-end" }, percent(belief)),
    svg("text", { ...at, y: blue + 4, class: "account-end" }, percent(account)),
  ];
}

function line(points, x, y, column = 1) {
  return points
    .map((point, i) => `${i ? "L" : "M"}${round(x(point[0]))} ${round(y(point[column]))}`)
    .join("");
}

function round(value) {
  return Math.round(value * 10) / 10;
}
