// The portée (staff): above the line the world, below it the team, and where we are.

import { fill, svg } from "./dom.js";
import { say } from "./words.js";

const HOUR = 60;
const DAY = 1440;

/** Draw `staff` in `root` at the size it has on the page; call again when anything changes. */
export function drawStaff(root, staff, clock) {
  const width = Math.max(120, Math.round(root.getBoundingClientRect().width || 880));
  const height = Math.max(40, Math.round(root.getBoundingClientRect().height || 85));
  const place = layout(width, height, clock);
  root.setAttribute("viewBox", `0 0 ${width} ${height}`);
  root.setAttribute("role", "img");
  root.setAttribute("aria-label", summary(staff, clock));
  fill(
    root,
    nights(staff.nights, place),
    place.tall ? ruler(place, clock) : null,
    place.captions ? captions(place) : null,
    axis(place, clock),
    staff.above.map((event) => tick(event, place, clock)),
    staff.below.map((act) => block(act, place, clock)),
    dues(staff, place, clock),
    svg("line", { class: "now", x1: place.now, x2: place.now, y1: place.top, y2: height }),
  );
}

function layout(width, height, clock) {
  const captions = width >= 700;
  const tall = height >= 64 && width >= 300;
  const left = captions ? 66 : 10;
  const right = width - 14;
  const horizon = Math.max(1, clock.horizon);
  const x = (minute) => round(left + ((right - left) * Math.min(Math.max(minute, 0), horizon)) / horizon);
  const top = tall ? 18 : Math.round(height * 0.12);
  const line = round(tall ? top + (height - top) * 0.44 : height * 0.5);
  return { width, height, left, right, top, line, tall, captions, x, horizon, now: x(clock.now()) };
}

function nights(spans, place) {
  return spans.map(([from, to]) => {
    const x = place.x(from);
    const width = round(Math.max(0, place.x(to) - x));
    return svg("rect", { class: "night", x, y: place.top, width, height: place.height - place.top });
  });
}

/** Days at their noon; hours when the exercise is short. */
function ruler(place, clock) {
  const byDay = place.horizon > 1.5 * DAY;
  const step = byDay ? DAY : hourStep(place);
  const first = clock.midnight(0) + (byDay ? DAY / 2 : 0);
  const labels = [];
  let free = place.left - 40;
  for (let minute = first; minute <= place.horizon; minute += step) {
    const x = place.x(minute);
    if (minute < 0 || x - 24 < free || x + 24 > place.width) continue;
    free = x + 30;
    const today = byDay && clock.dayNumber(minute) === clock.dayNumber(clock.now());
    const attrs = { class: today ? "day today" : "day", x, y: 12, "text-anchor": "middle" };
    labels.push(svg("text", attrs, byDay ? clock.shortDay(minute) : clock.hour(minute)));
  }
  return labels;
}

function hourStep(place) {
  const room = (place.right - place.left) / 64;
  return [HOUR / 4, HOUR / 2, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR].find(
    (step) => place.horizon / step <= room,
  ) ?? DAY;
}

function captions(place) {
  const at = { x: place.left - 8, "text-anchor": "end" };
  return [
    svg("text", { ...at, y: place.line - 9 }, say("staff.world")),
    svg("text", { ...at, y: place.line + 17 }, say("staff.team")),
  ];
}

function axis(place) {
  const y = place.line;
  return [
    svg("line", { class: "future", x1: place.now, x2: place.right, y1: y, y2: y }),
    svg("line", { class: "past", x1: place.left, x2: place.now, y1: y, y2: y }),
  ];
}

function tick(event, place, clock) {
  const x = place.x(event.at);
  const reach = place.line - 2 - place.top;
  const height = round(Math.min(reach, 5 + 13 * (event.size ?? 0.5)));
  const attrs = { class: "world", x1: x, x2: x, y1: place.line - 2, y2: place.line - 2 - height };
  return svg("line", attrs, hint(event, clock));
}

function block(act, place, clock) {
  const x = place.x(act.at);
  if (act.kind !== "statement") {
    const attrs = { class: "team", x1: x, x2: x, y1: place.line + 2, y2: place.line + 11 };
    return svg("line", attrs, hint(act, clock));
  }
  const attrs = { class: "said", x: x - 4, y: place.line + 3, width: 8, height: place.tall ? 16 : 12 };
  return svg("rect", attrs, hint(act, clock));
}

/** Diamonds with their hour: beside where there is room, else under, else without. */
function dues({ due: list, below }, place, clock) {
  // What was kept is quiet: its statement stands there already.
  const shown = list.filter((due) => Number.isFinite(due.at) && due.at <= place.horizon && due.state !== "kept");
  const middle = place.line + (place.tall ? 11 : 10);
  const taken = [...shown, ...below.filter((act) => act.kind === "statement")];
  const boxes = taken.map((what) => box(place.x(what.at), middle + 5, 14));
  return shown.flatMap((due) => {
    const x = place.x(due.at);
    const shape = `M${x} ${middle - 7}l6 7l-6 7l-6 -7z`;
    const diamond = svg("path", { class: `due ${due.state}`, d: shape }, hint(due, clock));
    const wanted = place.tall && due.at >= clock.now();
    return [diamond, wanted ? dueLabel(due, x, middle, place, clock, boxes) : null];
  });
}

function dueLabel(due, x, middle, place, clock, boxes) {
  const text = clock.moment(due.at);
  const wide = text.length * 5.4 + 4;
  const tries = [
    { x: x + 10, y: middle + 4, left: x + 9, anchor: "start" },
    { x: x - 10, y: middle + 4, left: x - 9 - wide, anchor: "end" },
    { x, y: middle + 20, left: x - wide / 2, anchor: "middle" },
  ];
  const good = tries.find(({ left, y }) => fits({ left, right: left + wide, y }, place, boxes));
  if (!good) return null;
  boxes.push({ left: good.left, right: good.left + wide, y: good.y });
  return svg("text", { class: "at", x: round(good.x), y: good.y, "text-anchor": good.anchor }, text);
}

function fits(label, place, boxes) {
  const onNow = label.left < place.now + 3 && label.right > place.now - 3;
  if (label.left < place.left || label.right > place.width - 2 || label.y > place.height - 2 || onNow) return false;
  return !boxes.some(
    (other) => other.right > label.left && other.left < label.right && Math.abs(other.y - label.y) < 12,
  );
}

function box(x, y, wide) {
  return { left: x - wide / 2, right: x + wide / 2, y };
}

function hint(what, clock) {
  return svg("title", {}, `${clock.full(what.at)} · ${what.label}`);
}

function summary(staff, clock) {
  const next = staff.due
    .filter((due) => due.at !== null && due.at >= clock.now() && due.state !== "kept")
    .sort((one, other) => one.at - other.at)[0];
  const last = next ? say("staff.next", { label: next.label, at: clock.moment(next.at) }) : say("staff.none");
  return say("staff.label", { above: staff.above.length, below: staff.below.length, next: last });
}

function round(value) {
  return Math.round(value * 10) / 10;
}
