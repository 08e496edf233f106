// The sentence under the header: paused, not started, disconnected, ended, refused.

import { el, fill, write } from "./dom.js";
import { say } from "./words.js";

/**
 * Show in `root` what holds the exercise up, or nothing.
 *
 * `line` is `{state, seconds, since}` as `connect` tells it; `retry` is called by the button;
 * `end` is what the page says once ended: an array of nodes.
 */
export function banner(root, { clock, line, retry, end }) {
  const kind = kindOf(clock, line);
  if (root.dataset.kind !== kind) {
    root.dataset.kind = kind;
    root.hidden = kind === "none";
    fill(root, build(kind, clock, retry, end));
  }
  if (kind === "lost") writeLost(root, line);
  const why = kind === "paused" || kind === "turns" ? clock.section.why : null;
  if (why) write(root.querySelector("strong"), why);
}

function kindOf(clock, line) {
  if (line.state === "refused" || line.state === "lost") return line.state;
  if (!clock.section || clock.state === "running") return "none";
  return clock.state === "paused" && clock.section.takes ? "turns" : clock.state;
}

function build(kind, clock, retry, end) {
  if (kind === "none") return [];
  if (kind === "lost") {
    // The count is not read aloud each second: only the first sentence is live.
    return [
      el("p", {}, el("strong", {}), " ", el("span", { "aria-live": "off" })),
      el("button", { type: "button", class: "button", onclick: retry }, say("state.retry")),
    ];
  }
  if (kind === "refused") return [el("p", {}, el("strong", {}, say("state.refused")), " ", say("state.refused.more"))];
  if (kind === "ended" && end) return end;
  const more = kind === "ended" ? "" : say(`state.sentence.${kind}.more`);
  return [el("p", {}, el("strong", {}, say(`state.sentence.${kind}`)), " ", more)];
}

function writeLost(root, { seconds, since }) {
  const counted = `${Math.floor(since / 60)}:${String(since % 60).padStart(2, "0")}`;
  write(root.querySelector("strong"), say("state.lost", { since: counted }));
  write(root.querySelector("span"), seconds ? say("state.lost.more", { seconds }) : say("state.lost.trying"));
}
