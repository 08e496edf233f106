// What was true at that minute: belief in the worst and in our account, trust, the score so far.

import { Curve } from "/static/curves/curve.js";
import { scaleTop } from "/static/curves/axis.js";
import { el, fill, write } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";
import { table } from "./numbers.js";

const LINES = ["belief", "account", "belief_later", "account_later"];

/** Return the side of the truth; `whole` is what was true at the end, drawn thin ahead. */
export function truth(clock) {
  const mood = el("p", { class: "mood" });
  const grid = el("div", { class: "curves" });
  const numbers = el("details", { class: "figures" }, el("summary", {}, say("replay.numbers")), el("div", { class: "scroll" }));
  const score = el("p", { class: "score-line" });
  const notes = el("ul", {});
  const noted = el("section", { class: "section", hidden: true }, el("div", { class: "title" }, el("h3", { class: "strong" }, say("replay.notes"))), notes);
  const root = el(
    "section",
    { class: "truth", "aria-labelledby": "truth" },
    el("div", { class: "side" }, el("h2", { id: "truth" }, say("replay.truth")), legend()),
    el("div", { class: "truth-body", tabindex: 0, role: "group", "aria-labelledby": "truth" }, mood, grid, numbers, score, noted),
  );
  let panels = null;
  return { root, show };

  function show(sections, whole, minute) {
    if (!sections.truth) return;
    panels ??= build(grid, whole.truth, clock);
    sections.truth.audiences.forEach((audience, place) => panels[place]?.show(audience, whole.truth, minute));
    write(mood, say("replay.mood", { open: percent(sections.truth.questions_open), vacuum: percent(sections.truth.vacuum), heat: number(sections.truth.heat, { maximumFractionDigits: 1 }) }));
    fill(numbers.lastChild, table(sections.truth.audiences));
    if (sections.score) write(score, sections.score.grade ? say("replay.score", marksOf(sections.score)) : say("replay.score.early"));
    noted.hidden = !sections.notes?.length;
    fill(notes, (sections.notes ?? []).map((note) => noteRow(note, clock)));
  }
}

function legend() {
  const part = (ink, key) => el("span", {}, el("b", { class: ink }, say(`replay.key.${key}`)), " ", say(`replay.key.${key}.is`));
  return el("span", { class: "key" }, part("world-ink", "belief"), part("team-ink", "account"), part("team-ink", "statement"), part("", "later"));
}

function build(grid, whole, clock) {
  const most = Math.max(...whole.audiences.flatMap(({ points }) => points.flatMap(([, belief, account]) => [belief, account])), 0);
  const panels = whole.audiences.map((audience) => panel(audience, clock, scaleTop(most)));
  fill(grid, panels.map((one) => one.root));
  return panels;
}

function panel(audience, clock, top) {
  const trust = el("span", { class: "aside" });
  const place = el("div", { class: "curve-place", role: "img" });
  const root = el("div", { class: "panel" }, el("div", { class: "curve-title" }, el("h3", {}, audience.name), trust), place);
  const curve = new Curve(place, { clock, lines: LINES, top });
  return { root, show };

  function show(now, whole, minute) {
    write(trust, now.trust === null || now.trust === undefined ? "" : say("replay.trust", { trust: number(now.trust, { minimumFractionDigits: 2, maximumFractionDigits: 2 }) }));
    const shares = { belief: percent(now.belief), account: percent(now.account) };
    place.setAttribute("aria-label", say("replay.alt", { name: now.name, ...shares }));
    const points = whole.audiences.find(({ id }) => id === now.id)?.points ?? [];
    curve.show(columns(points, minute, now), {
      statements: whole.statements.filter((at) => at <= minute),
      now: minute,
      ends: [
        { at: minute, share: now.belief * 100, text: shares.belief, colour: "world" },
        { at: minute, share: now.account * 100, text: shares.account, colour: "team" },
      ],
    });
  }
}

/** Split the whole curve at `minute`: what is past, what is to come; both hold the minute itself. */
function columns(points, minute, now) {
  const before = points.filter(([at]) => at < minute);
  const after = points.filter(([at]) => at > minute);
  const here = [minute, now.belief, now.account];
  const all = [...before, here, ...after];
  const past = (place) => all.map((point, index) => (index <= before.length ? point[place] * 100 : null));
  const later = (place) => all.map((point, index) => (index >= before.length ? point[place] * 100 : null));
  return [all.map(([at]) => at), past(1), past(2), later(1), later(2)];
}

function marksOf({ reactivity, transparency, grade }) {
  const round = (score) => number(Math.round(score));
  return { reactivity: round(reactivity.score), transparency: round(transparency.score), grade: grade.replace("-", "−") };
}

function noteRow(note, clock) {
  const rating = note.rating ? [" ", el("span", { class: "strong" }, note.rating)] : [];
  return el("li", { class: "row timed" }, el("time", {}, clock.moment(note.at)), el("p", {}, note.text, rating, note.author ? el("span", { class: "quiet-ink" }, ` ${note.author}`) : null));
}

function percent(share) {
  return say("share.percent", { n: number(Math.round(share * 100)) });
}
