// One line of the script: its mark, its hour, its title, and what is behind it.
import { el } from "../common/dom.js";
import { mark } from "../common/marks.js";
import { say } from "../common/words.js";
import { askInject } from "./inject.js";
import { dayHour } from "./when.js";

const MARKS = { played: "played", skipped: "gone", spared: "gone", to_come: "to_come", conditional: "due" };

/** One line of the script; open, it shows its details and, to the facilitator, its commands. */
export function injectRow(room, inject, toggle) {
  const past = !["to_come", "conditional"].includes(inject.state);
  const head = el(
    "button",
    {
      type: "button",
      class: "inject-head",
      "data-focus": "head",
      "aria-expanded": String(inject.open),
      onclick: toggle,
    },
    mark(MARKS[inject.state]),
    el("span", { class: "inject-when" }, hour(room.clock, inject)),
    el("span", { class: "inject-title" }, inject.title, said(inject)),
  );
  const attrs = {
    class: `inject${past ? " past" : ""}${inject.open ? " open" : ""}`,
    "aria-current": inject.next ? "step" : null,
  };
  return el("li", attrs, head, inject.open ? details(room, inject, past) : null);
}

function hour(clock, { at, when }) {
  return at === null ? say("script.if") : el("time", {}, dayHour(clock, at));
}

// The word beside the mark: played needs none, what differs between teams is said when opened.
function said({ state, added, next }) {
  const words = [];
  if (state === "skipped" || state === "spared") words.push(say(`script.${state}`));
  if (added) words.push(say("script.added"));
  const heard = state === "played" ? say("script.played") : next ? say("script.next") : null;
  return [
    words.length ? el("b", {}, ` (${words.join(", ")})`) : null,
    heard ? el("span", { class: "unheard" }, ` ${heard}`) : null,
  ];
}

function details(room, inject, past) {
  const line = (text) => (text ? el("p", {}, text) : null);
  return el(
    "div",
    { class: "inject-more" },
    line(`${say(`medium.${inject.medium}`)} · ${inject.sender}`),
    inject.when
      ? line(inject.at === null ? capital(inject.when) : say("script.only", { when: inject.when }))
      : null,
    inject.expects ? line(`${say("script.expected")} ${inject.expects}`) : null,
    line(perTeam(inject)),
    el(
      "details",
      {},
      el("summary", { "data-focus": "text" }, say("script.text")),
      el("p", { class: "inject-text" }, inject.text),
    ),
    room.commands && !past && inject.going !== "ended" ? acts(room, inject) : null,
  );
}

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

function perTeam({ teams, names, state }) {
  const states = Object.entries(teams ?? {});
  if (states.every(([, each]) => each === state)) return null;
  return states
    .map(([team, each]) => say("script.team", { team: names[team] ?? team, state: say(`script.${each}`) }))
    .join(" · ");
}

function acts(room, inject) {
  const give = () =>
    room.attempt(
      () => room.direct({ do: "give_inject", inject: inject.id }),
      say("done.give", { title: inject.title }),
    );
  const skip = () =>
    room.attempt(
      () => room.direct({ do: "skip_inject", inject: inject.id }),
      say("done.skip", { title: inject.title }),
    );
  const button = (name, kind, act) =>
    el(
      "button",
      {
        type: "button",
        class: `button ${kind}`,
        onclick: act,
        "data-focus": name,
        disabled: inject.going === "ready" && name === "play",
      },
      say(`inject.${name}`),
    );
  return el(
    "div",
    { class: "inject-acts" },
    button("play", "ink", give),
    button("edit", "", () => askInject(room, inject)),
    button("skip", "quiet", skip),
  );
}
