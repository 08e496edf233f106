// The two scores so far: criteria as dots on a line; each opens its reason and may be overruled.
import { el, fill, svg } from "../common/dom.js";
import { say } from "../common/words.js";
import { askOverrule } from "./overrule.js";
import { keep } from "./keep.js";
import { rounded } from "./when.js";

const AXES = ["reactivity", "transparency"];

export function drawScore(root, room) {
  const title = el("span");
  const lists = Object.fromEntries(AXES.map((axis) => [axis, axisList(axis)]));
  fill(
    root,
    el("h2", {}, title, el("span", { class: "aside" }, say("score.ratings"))),
    el(
      "div",
      { class: "axes" },
      AXES.map((axis) => lists[axis].node),
    ),
  );
  room.on(["score", "clock", "team", "teams"], ({ score, clock }) => {
    fill(title, say(titleOf(score, clock), { team: room.name(), grade: score.grade }));
    for (const axis of AXES) {
      fill(lists[axis].total, rounded(score[axis].score));
      keep(lists[axis].list, score[axis].criteria, (criterion) => row(room, criterion));
    }
  });
}

function titleOf(score, clock) {
  if (clock.state === "ended") return "score.final";
  return score.grade ? "score.title" : "score.early";
}

function axisList(axis) {
  const total = el("span", { class: "number" });
  const list = el("ul", { class: "criteria" });
  const node = el(
    "div",
    {},
    el("h3", { class: "axis-head" }, el("span", {}, say(`score.${axis}`)), total),
    list,
  );
  return { node, total, list };
}

function row(room, criterion) {
  const { name, score, rating, overruled } = criterion;
  const button = el(
    "button",
    {
      type: "button",
      class: "criterion",
      "data-focus": "criterion",
      "aria-haspopup": "dialog",
      onclick: () => askOverrule(room, criterion),
    },
    el(
      "span",
      { class: "criterion-name" },
      name,
      overruled ? el("b", { class: "overruled" }, ` ${say("score.overruled")}`) : null,
    ),
    scale(score),
    el("span", { class: "number" }, rounded(score)),
    el("span", { class: "rating" }, rating ?? ""),
  );
  return el("li", {}, button);
}

// Half-way stands as a faint tick, and the dot at 100 is not cut.
function scale(score) {
  const x = 5 + (88 * (score ?? 0)) / 100;
  return svg(
    "svg",
    { class: "scale", viewBox: "0 0 98 14", width: 98, height: 14, "aria-hidden": "true" },
    svg("line", { class: "grid", x1: 49, x2: 49, y1: 2, y2: 12 }),
    svg("line", { class: "base", x1: 5, x2: 93, y1: 7, y2: 7 }),
    score === null ? null : svg("circle", { class: "dot", cx: x, cy: 7, r: 4 }),
  );
}
