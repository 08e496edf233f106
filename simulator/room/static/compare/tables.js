// The teams' results, and who believed the worst at the end.

import { el } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";

/** Return the table of results; teams keep their order. */
export function teams(data, clock) {
  const columns = ["reactivity", "transparency", "grade", "first", "lost", "promises", "clocks"];
  const rows = data.teams.map((team) => [
    round(team.reactivity),
    round(team.transparency),
    el("span", { class: "letter" }, team.grade?.replace("-", "−") ?? round(null)),
    firstWord(team, clock),
    lost(team),
    promises(team),
    team.clocks_missed ? missed(team.clocks_missed, "compare.clock_missed") : say("compare.no"),
  ]);
  return grid(say("compare.teams"), columns.map((name) => say(`compare.col.${name}`)), data.teams.map(({ name }) => name), rows);
}

function firstWord({ first_word: minutes, statements }, clock) {
  const none = statements.length ? "compare.empty" : "compare.silent";
  if (minutes === null || minutes === undefined) return el("span", { class: "world-ink strong" }, say(none));
  if (minutes < 0) return say("compare.before", { span: clock.span(-minutes) });
  return clock.span(minutes);
}

function lost({ lost: gone, calls }) {
  if (!calls) return say("compare.no_call");
  return [el("span", { class: gone ? "strong" : null }, number(gone)), el("span", { class: "quiet-ink" }, ` ${say("compare.of", { all: number(calls) })}`)];
}

function promises({ promises_kept: kept, promises_missed: gone }) {
  if (!kept && !gone) return say("compare.no_promise");
  const held = kept ? say("compare.kept", { n: kept }) : null;
  return gone ? [held, held ? " · " : null, missed(gone, "compare.missed")] : held;
}

function missed(n, key) {
  return el("span", { class: "world-ink strong" }, say(key, { n }));
}

/** Return the table of the shares that believe the worst at the end. */
export function beliefs(data) {
  const rows = data.teams.map((team) => data.audiences.map(({ id }) => percent(team.beliefs[id] ?? 0)));
  return grid(say("compare.beliefs"), data.audiences.map(({ name }) => name), data.teams.map(({ name }) => name), rows);
}

/** Return a table whose rows have heads; it scrolls sideways by itself where it must. */
export function grid(caption, heads, names, rows, corner = say("compare.team")) {
  return el(
    "div",
    { class: "scroll", tabindex: 0, role: "group", "aria-label": caption },
    el(
      "table",
      { class: "plain" },
      el("caption", { class: "unheard" }, caption),
      el("thead", {}, el("tr", {}, [corner, ...heads].map((head) => el("th", { scope: "col" }, head)))),
      el("tbody", {}, rows.map((cells, place) => el("tr", {}, el("th", { scope: "row" }, names[place]), cells.map((cell) => el("td", {}, cell))))),
    ),
  );
}

export function percent(share) {
  return say("share.percent", { n: number(Math.round(share * 100)) });
}

export function round(score) {
  return score === null ? "–" : number(Math.round(score));
}
