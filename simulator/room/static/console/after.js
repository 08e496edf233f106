// After the end: the reports and the hot wash.
import { el, fill } from "../common/dom.js";
import { quoted, say } from "../common/words.js";
import { token } from "../common/api.js";
import { drawReports } from "./report.js";

/** Draw in `root`, hidden until the exercise has ended. */
export function drawAfter(root, room) {
  const wash = el("div", { class: "wash" });
  const reports = el("div", { class: "reports" });
  fill(
    root,
    el("h2", {}, say("after.title")),
    lookBack(room),
    reports,
    el("h3", { class: "after-head" }, say("wash.title")),
    wash,
  );
  let made = false;
  room.on(["clock", "teams"], ({ clock, teams }) => {
    root.hidden = clock.state !== "ended";
    if (root.hidden) return;
    if (!made) drawReports(reports, room, teams);
    made = true;
  });
  room.on(["hotwash", "teams"], ({ hotwash }) => drawWash(wash, room, hotwash));
}

/** Links to the pages that look back, each in a tab of its own. */
function lookBack(room) {
  const there = (page) => `/${page}?exercise=${encodeURIComponent(room.exercise)}#${token()}`;
  const link = (page) =>
    el("a", { class: "button", href: there(page), target: "_blank", rel: "noopener" }, say(`after.${page}`));
  return el("p", { class: "look-back" }, link("compare"), " ", link("replay"));
}

function drawWash(root, room, { questions, answered, seats }) {
  fill(
    root,
    el("p", { class: "source" }, answered ? say("wash.count", { n: answered, of: seats }) : say("wash.none")),
    questions.map((question) =>
      el(
        "div",
        { class: "wash-question" },
        el("h4", {}, question.text),
        question.kind === "scale" ? scales(room, question) : texts(room, question),
      ),
    ),
  );
}

/** One row a team: its mean, and how many gave each answer from 1 to 5. */
function scales(room, { text, answers }) {
  const head = ["team", "mean", 1, 2, 3, 4, 5].map((name) =>
    el("th", { scope: "col" }, typeof name === "number" ? String(name) : say(`wash.${name}`)),
  );
  return el(
    "table",
    {},
    el("caption", { class: "unheard" }, text),
    el("thead", {}, el("tr", {}, head)),
    el(
      "tbody",
      {},
      answers.map(({ team, values }) =>
        el(
          "tr",
          {},
          el("th", { scope: "row" }, room.name(team)),
          el("td", { class: "number strong" }, mean(values)),
          [1, 2, 3, 4, 5].map((step) =>
            el("td", { class: "number" }, String(values.filter((value) => value === step).length || "·")),
          ),
        ),
      ),
    ),
  );
}

function mean(values) {
  if (!values.length) return "–";
  return say("wash.value", {
    value: (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1),
  }).replace(".", say("wash.point"));
}

function texts(room, { answers }) {
  const said = answers.flatMap(({ team, values }) => values.map((text) => ({ team, text })));
  if (!said.length) return el("p", { class: "empty" }, say("wash.no_text"));
  return el(
    "ul",
    {},
    said.map(({ team, text }) =>
      el(
        "li",
        { class: "row" },
        el("b", {}, room.name(team)),
        " ",
        el("span", { class: "serif" }, quoted(text)),
      ),
    ),
  );
}
