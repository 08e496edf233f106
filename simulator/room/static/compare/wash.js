// The hot wash: what the teams answered, gathered question by question.

import { el } from "/static/common/dom.js";
import { number, quoted, say } from "/static/common/words.js";

/** Return every question with the answers of all teams. */
export function wash({ hotwash = [], teams }) {
  if (!hotwash.some(({ answers }) => answers.length)) return el("p", { class: "empty" }, say("compare.wash.empty"));
  const names = teams.map(({ name }) => name);
  return hotwash.map((item) => el("section", { class: "question" }, el("h3", {}, item.question), item.kind === "scale" ? scale(item.answers, names) : texts(item.answers)));
}

/** One line a team: its mean, and how many gave each answer from 1 to 5. */
function scale(answers, names) {
  const of = (team) => answers.filter((answer) => answer.team === team).map(({ value }) => Number(value));
  const answered = names.map((name) => [name, of(name)]).filter(([, values]) => values.length);
  if (!answered.length) return el("p", { class: "empty" }, say("compare.wash.none"));
  const heads = [say("compare.team"), say("compare.wash.mean"), "1", "2", "3", "4", "5"].map((head) => el("th", { scope: "col" }, head));
  const row = ([name, values]) => el("tr", {}, el("th", { scope: "row" }, name), el("td", { class: "strong" }, mean(values)), [1, 2, 3, 4, 5].map((step) => el("td", {}, count(values, step))));
  return el("div", { class: "scroll" }, el("table", { class: "plain answers" }, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, answered.map(row))));
}

function mean(values) {
  const average = values.reduce((sum, value) => sum + value, 0) / values.length;
  return number(average, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function count(values, step) {
  const many = values.filter((value) => value === step).length;
  return many ? String(many) : el("span", { class: "quiet-ink" }, "·");
}

function texts(answers) {
  const said = answers.filter(({ value }) => String(value).trim());
  if (!said.length) return el("p", { class: "empty" }, say("compare.wash.none"));
  return el("ul", {}, said.map(({ team, role, value }) => el("li", { class: "row" }, el("p", { class: "said" }, quoted(String(value))), el("p", { class: "source" }, [team, roleName(role)].filter(Boolean).join(" · ")))));
}

function roleName(role) {
  const name = String(role ?? "").split("/")[0];
  return name ? say(`role.${name}`) : "";
}
