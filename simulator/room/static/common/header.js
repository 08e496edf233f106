// The header of every page, 86 px: the hour, the portée, who we are. It never moves.

import { el, fill, svg, write } from "./dom.js";
import { settings } from "./settings.js";
import { drawStaff } from "./staff.js";
import { say } from "./words.js";

const built = new WeakMap();
const NOTHING = { nights: [], above: [], below: [], due: [] };

/**
 * Build the header in `root` the first time, refresh it every time; it counts on by itself.
 *
 * `clock` is a `Clock`, `staff` and `who` are sections (null while unknown). `rows()` adds settings,
 * `extra` replaces the whole third cell.
 */
export function header(root, { clock, staff, who, rows, extra }) {
  if (!built.has(root)) built.set(root, build(root, rows, extra));
  const parts = built.get(root);
  Object.assign(parts, { clock, staff: staff ?? NOTHING, who });
  refresh(parts);
}

function build(root, rows, extra) {
  const parts = {
    hour: el("time", { class: "hour" }),
    day: el("span", { class: "day" }),
    staffRoot: svg("svg", { class: "staff" }),
    label: el("span", { class: "quiet-ink" }),
    name: el("span", { class: "name" }),
    state: el("span", { class: "pace" }),
    root,
  };
  const who = extra ?? [el("span", { class: "who-top" }, parts.label, settings(rows)), parts.name, parts.state];
  root.classList.add("head");
  fill(
    root,
    el("div", { class: "clock" }, parts.hour, parts.day),
    el("div", { class: "staff-cell" }, parts.staffRoot),
    el("div", { class: "who" }, who),
  );
  new ResizeObserver(() => refresh(parts)).observe(parts.staffRoot);
  setInterval(() => refresh(parts, true), 250);
  return parts;
}

function refresh(parts, ticking = false) {
  const { clock, who } = parts;
  if (!clock?.section) return;
  const now = clock.now();
  const changed = parts.minute !== Math.floor(now);
  if (ticking && !changed) return;
  parts.minute = Math.floor(now);
  write(parts.hour, clock.hour(now));
  writeDay(parts, now);
  parts.root.classList.toggle("still", !clock.running);
  write(parts.label, who?.team ? say("who.team") : who?.organisation ?? "");
  write(parts.name, who?.team ?? who?.title ?? "");
  write(parts.state, stateLine(clock));
  drawStaff(parts.staffRoot, parts.staff, clock);
}

function writeDay(parts, now) {
  const { clock, who } = parts;
  const phone = matchMedia("(max-width: 759px)").matches;
  const since = clock.state === "ended" ? say("state.ended").toLowerCase() : clock.since(now);
  const second = phone ? who?.team ?? "" : since;
  const narrow = matchMedia("(max-width: 1199px)").matches;
  const line = (day) => write(parts.day, second ? `${day} · ${second}` : day);
  line(narrow ? clock.middleDay(now) : clock.day(now));
  // "mercredi 23 septembre 2015" and its like do not fit: then its short form.
  if (!narrow && parts.day.scrollWidth > parts.day.clientWidth) line(clock.date(now));
}

function stateLine(clock) {
  const state = say(`state.${clock.state}`);
  if (clock.state === "ended") return state;
  return `${state} · ${say("state.pace", { span: realSpan(60 / (clock.section.pace || 1)) })}`;
}

/** Real seconds in a word: "2 min", "45 s", "1 h". */
function realSpan(seconds) {
  if (seconds < 90) return `${Math.round(seconds)}\u00a0s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)}\u00a0min`;
  return `${Math.round(seconds / 360) / 10}\u00a0h`;
}
