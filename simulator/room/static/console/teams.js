// The table of teams, in the scenario's order: never sorted again while it is looked at.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { keep } from "./keep.js";
import { spark } from "./plot.js";
import { percent, rounded } from "./when.js";

const COLUMNS = ["team", "belief", "ringing", "lost", "next", "reactivity", "transparency", "grade"];
const RIGHT = ["ringing", "lost", "reactivity", "transparency", "grade"];

export function drawTeams(root, room) {
  const head = COLUMNS.map((name) =>
    el("th", { scope: "col", class: RIGHT.includes(name) ? "right" : null }, say(`teams.${name}`)),
  );
  const body = el("tbody");
  const table = el(
    "table",
    { class: "teams" },
    el("caption", { class: "unheard" }, say("teams.caption")),
    el("thead", {}, el("tr", {}, head)),
    body,
  );
  const aside = el("span", { class: "aside" });
  fill(
    root,
    el("h2", {}, el("span", {}, say("teams.title")), aside),
    el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("teams.title") }, table),
  );
  room.on(["teams", "clock", "team"], ({ teams }) => {
    fill(aside, say(teams.length > 1 ? "teams.all" : "teams.one", { name: teams[0]?.belief_name ?? "" }));
    const top = Math.max(0.3, ...teams.flatMap(({ curve }) => curve.map(([, share]) => share)));
    const now = Math.floor(room.now);
    keep(
      body,
      teams.map((team) => ({ ...team, top, now, chosen: team.id === room.team })),
      (team) => row(room, team),
    );
  });
}

function row(room, team) {
  const choose = () => room.choose(team.id);
  const name = el(
    "button",
    {
      type: "button",
      class: "team-name",
      "aria-pressed": String(team.chosen),
      "data-focus": "name",
      onclick: choose,
    },
    team.name,
  );
  const number = (value) => el("td", { class: "right number" }, value);
  return el(
    "tr",
    { class: team.chosen ? "chosen" : null, onclick: choose },
    el("th", { scope: "row" }, name, seats(team)),
    el(
      "td",
      {},
      el(
        "div",
        { class: "believe" },
        spark(team.curve, team.top),
        el("span", { class: "number world-ink strong" }, percent(team.belief)),
      ),
    ),
    number(team.ringing),
    number(team.lost),
    el("td", { class: "next" }, due(room, team)),
    number(rounded(team.reactivity)),
    number(rounded(team.transparency)),
    el("td", { class: "right grade" }, team.grade ?? rounded(null)),
  );
}

function seats({ seats: n, away }) {
  if (away !== null && away !== undefined) {
    const text = say("teams.away", {
      span: `${Math.floor(away / 60)}:${String(Math.floor(away % 60)).padStart(2, "0")}`,
    });
    return el("span", { class: "seats world-ink strong" }, text);
  }
  return el("span", { class: "seats" }, n ? say("teams.seats", { n }) : say("teams.nobody"));
}

/** What a team owes next: how long it has, or for how long it has been missed. */
function due(room, { next, now }) {
  if (!next) return el("span", { class: "quiet-ink" }, say("teams.no_due"));
  const { clock } = room;
  if (next.state === "missed" || next.state === "late") {
    return [
      el("b", { class: "world-ink" }, say(`due.${next.state}`)),
      ` ${next.label}, `,
      el("span", { class: "number" }, clock.span(now - next.at)),
    ];
  }
  const left = next.at === null ? say("due.at_once") : clock.span(next.at - now);
  return [el("span", { class: next.state === "soon" ? "soon number" : "number" }, left), ` ${next.label}`];
}
