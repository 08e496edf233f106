// The slider's portée: calls lost above the line, statements below it, the thumb is where we are.

import { el, fill, svg } from "/static/common/dom.js";
import { say } from "/static/common/words.js";

const HEIGHT = 46;
const LINE = 23;
const APART = 5; // Crosses closer than this would be one blot: one is drawn.

/** Return `{root, refresh}`: a range input over the drawing of the whole exercise. */
export function track({ player, clock }) {
  const drawing = svg("svg", { class: "track", "aria-hidden": "true" });
  const input = el("input", { type: "range", class: "slider", min: 0, step: 5, "aria-label": say("replay.slider") });
  const root = el("div", { class: "track-cell" }, drawing, input);
  let marks = null;
  input.addEventListener("input", () => {
    const minute = Number(input.value); // Stopping writes the player's minute into the slider.
    player.stop();
    player.go(minute);
  });
  new ResizeObserver(() => draw()).observe(root);

  function draw() {
    const width = Math.round(root.clientWidth);
    if (!width || !marks) return;
    root.classList.toggle("wide", width >= 700);
    const left = width >= 700 ? 66 : 12;
    const x = (minute) => left + ((width - 14 - left) * Math.min(minute, clock.horizon)) / Math.max(1, clock.horizon);
    drawing.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
    fill(
      drawing,
      width >= 700 ? captions(left) : null,
      svg("line", { class: "future", x1: x(player.end), x2: width - 14, y1: LINE, y2: LINE }),
      svg("line", { class: "past", x1: left, x2: x(player.end), y1: LINE, y2: LINE }),
      thinned(marks.lost, x).map((at) => svg("path", { class: "lost", d: `M${at - 3} 9l6 6m0 -6l-6 6` })),
      marks.statements.map((minute) => svg("rect", { class: "said", x: x(minute) - 3.5, y: LINE + 5, width: 7, height: 11 })),
    );
  }

  function refresh(found) {
    if (found !== marks || Number(input.max) !== clock.horizon) {
      marks = found;
      input.max = String(clock.horizon);
      draw();
    }
    const minute = Math.floor(player.minute);
    if (Number(input.value) !== minute) input.value = String(minute);
    input.setAttribute("aria-valuetext", clock.full(minute));
  }
  return { root, refresh };
}

function captions(left) {
  const at = { x: left - 10, "text-anchor": "end" };
  return [svg("text", { ...at, y: 16 }, say("replay.lost")), svg("text", { ...at, y: LINE + 15 }, say("replay.said"))];
}

function thinned(minutes, x) {
  const places = [];
  for (const at of minutes.map(x)) if (!places.length || at - places.at(-1) >= APART) places.push(Math.round(at * 10) / 10);
  return places;
}
