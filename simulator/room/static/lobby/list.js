// The exercises of this room, with their state and their doors.
import { token } from "../common/api.js";
import { el, fill } from "../common/dom.js";
import { first } from "../common/time.js";
import { language, say } from "../common/words.js";

export function drawList(root, exercises, scenarios) {
  const latest = [...exercises].sort((a, b) => String(b.created).localeCompare(String(a.created)));
  fill(
    root,
    el("h2", {}, el("span", {}, say("list.title")), el("span", { class: "aside" }, exercises.length || null)),
    latest.length
      ? el(
          "ul",
          {},
          latest.map((each) => row(each, exercises, scenarios)),
        )
      : el("p", { class: "empty" }, say("list.none")),
  );
}

function row(exercise, exercises, scenarios) {
  const { id, title, teams, parent } = exercise;
  const origin = exercises.find((each) => each.id === parent)?.title ?? parent;
  const name = scenarios.find((each) => each.id === exercise.scenario)?.title[language()].split(/\s?:\s/)[0];
  return el(
    "li",
    { class: "row exercise" },
    el("p", { class: "exercise-title" }, title),
    state(exercise),
    el(
      "p",
      { class: "source" },
      [
        name === title ? null : name,
        teams.map((team) => team.name).join(", "),
        say("list.seed", { seed: exercise.seed }),
      ]
        .filter(Boolean)
        .join(" · "),
    ),
    parent ? el("p", { class: "source" }, say("list.branch", { title: origin })) : null,
    el(
      "p",
      { class: "exercise-doors" },
      el(
        "a",
        {
          class: "button",
          href: `/console?exercise=${encodeURIComponent(id)}#${token()}`,
          "aria-label": say("list.console_of", { title }),
        },
        say("list.console"),
      ),
      el(
        "a",
        {
          class: "button",
          href: `/?links=${encodeURIComponent(id)}#${token()}`,
          "aria-label": say("list.links_of", { title }),
        },
        say("list.links"),
      ),
      el("span", { class: "source" }, created(exercise.created)),
    ),
  );
}

function state({ state: name, now, horizon }) {
  const part =
    name === "ready" || name === "ended" ? null : say("list.at", { now: since(now), of: since(horizon) });
  return el("p", {}, el("b", {}, say(`state.${name}`)), part ? `, ${part}` : "");
}

function since(minutes) {
  return `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(Math.floor(minutes % 60)).padStart(2, "0")}`;
}

function created(when) {
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) return "";
  const format = new Intl.DateTimeFormat(language() === "fr" ? "fr-FR" : "en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
  });
  return first(format.format(date));
}
