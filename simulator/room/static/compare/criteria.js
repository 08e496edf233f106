// The criteria: each team's points, and how far apart they are.

import { el, svg } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { grid, round } from "./tables.js";

const WIDE = 160;
const EDGE = 6;

/** Return a table for each axis. */
export function criteria(data) {
  return ["reactivity", "transparency"].map((axis) => {
    const rows = data.criteria.filter((row) => row.axis === axis);
    if (!rows.length) return null;
    const cells = rows.map(({ scores }) => [strip(Object.values(scores)), ...data.teams.map(({ id }) => (id in scores ? round(scores[id]) : "–"))]);
    const heads = [say("compare.spread"), ...data.teams.map(({ name }) => name)];
    return el("div", { class: "axis" }, grid(say(`compare.col.${axis}`), heads, rows.map(({ name }) => name), cells, say(`compare.col.${axis}`)));
  });
}

/** A line from 0 to 100 with a circle a team; the numbers beside say which is whose. */
function strip(scores) {
  const x = (score) => EDGE + ((WIDE - 2 * EDGE) * score) / 100;
  return svg(
    "svg",
    { class: "strip", viewBox: `0 0 ${WIDE} 16`, width: WIDE, height: 16, "aria-hidden": "true" },
    svg("line", { class: "base", x1: EDGE, x2: WIDE - EDGE, y1: 8, y2: 8 }),
    svg("line", { class: "between", x1: x(Math.min(...scores)), x2: x(Math.max(...scores)), y1: 8, y2: 8 }),
    scores.map((score) => svg("circle", { cx: x(score), cy: 8, r: 4.5 })),
  );
}
