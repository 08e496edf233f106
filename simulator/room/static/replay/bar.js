// The bar under the header: play, speed, the slider on its portée, the next and the last event.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { track } from "./track.js";

const SPEEDS = [10, 30, 60, 180];

/** Return the bar; `refresh(state)` keeps it true. */
export function bar({ player, clock, moments }) {
  const play = el("button", { type: "button", class: "button final", onclick: () => player.toggle() });
  const speed = el(
    "select",
    { class: "entry", "aria-label": say("replay.speed"), onchange: () => (player.speed = Number(speed.value)) },
    SPEEDS.map((minutes) => el("option", { value: minutes, selected: minutes === player.speed }, say("replay.pace", { span: short(minutes) }))),
  );
  const line = track({ player, clock });
  const before = el("button", { type: "button", class: "button", onclick: () => leap(-1) }, say("replay.before"));
  const after = el("button", { type: "button", class: "button", onclick: () => leap(1) }, say("replay.after"));
  const where = el("p", { class: "moment" });
  const heard = el("p", { class: "unheard", role: "status" });
  const root = el(
    "section",
    { class: "bar", "aria-label": say("replay.bar") },
    el("div", { class: "bar-play" }, play, speed),
    line.root,
    el("div", { class: "bar-leap" }, before, after),
    where,
    heard,
  );

  /** Go to the nearest event before or after this minute, and say which it is. */
  function leap(way) {
    const here = Math.floor(player.minute);
    const found = moments().filter(({ at }) => (way > 0 ? Math.ceil(at) > here : Math.ceil(at) < here));
    const next = way > 0 ? found[0] : found.at(-1);
    if (!next) return write(heard, say("replay.none"));
    player.stop();
    player.go(Math.ceil(next.at));
    write(heard, `${clock.full(next.at)} · ${next.label}`);
  }

  function refresh({ playing, marks }) {
    write(play, say(playing ? "replay.pause" : "replay.play"));
    line.refresh(marks);
    const last = moments().findLast(({ at }) => Math.floor(at) <= player.minute);
    fill(where, last ? [el("time", {}, clock.moment(last.at)), " ", last.label] : say("replay.nothing"));
  }
  return { root, refresh, leap };
}

function short(minutes) {
  return minutes < 60 ? `${minutes}\u00a0min` : `${minutes / 60}\u00a0h`;
}
