// Where to go on: each team's replay, its report, its journal, its decisions and its scorecard.

import { headers, post } from "/static/common/api.js";
import { el, fill } from "/static/common/dom.js";
import { language, say } from "/static/common/words.js";

const AGAIN = 1500; // A report takes some seconds (ms between two questions).
const PLAIN = ["journal.jsonl", "decisions.yaml", "scorecard.json"];

/** Return one row a team; players have the files of their own team only. */
export function files({ teams }, exercise, me) {
  const watches = !me?.team || me.role === "observer" || me.role === "facilitator";
  const mine = watches ? teams : teams.filter(({ id }) => id === me.team);
  return el("ul", {}, mine.map((team) => row(team, exercise)));
}

function row(team, exercise) {
  const where = el("span", { class: "made", role: "status" });
  const ask = el("button", { type: "button", class: "button", onclick: () => report(ask, where, team, exercise) }, say("compare.report"));
  const replay = `/replay?${new URLSearchParams({ exercise, team: team.id })}`;
  return el(
    "li",
    { class: "row file-row" },
    el("span", { class: "strong" }, team.name),
    el("div", { class: "file-acts" }, el("a", { class: "button", href: replay }, say("compare.replay")), ask, PLAIN.map((name) => file(exercise, team, name)), where),
  );
}

/** Have the report made, and offer it as soon as it is there. */
async function report(ask, where, team, exercise) {
  ask.disabled = true;
  fill(where, say("compare.making"));
  const path = `/api/exercises/${encodeURIComponent(exercise)}/report`;
  const answer = await post(path, { team: team.id, language: language() }).catch((error) => ({ state: "failed", error }));
  if (answer.state === "making") return setTimeout(() => report(ask, where, team, exercise), AGAIN);
  ask.disabled = false;
  if (answer.state !== "ready") return fill(where, el("span", { class: "world-ink strong" }, answer.error?.say?.(language()) ?? say("compare.failed")));
  ask.hidden = true;
  const papers = answer.files.filter(({ name }) => name.startsWith("report."));
  fill(where, papers.map(({ name, url }) => el("a", { class: "button", href: url, target: "_blank", rel: "noopener" }, say("compare.open", { name: name.endsWith(".pdf") ? "PDF" : "HTML" }))));
}

/** A link cannot carry the token: the file is fetched, then saved under its name. */
function file(exercise, team, name) {
  const url = `/api/exercises/${encodeURIComponent(exercise)}/teams/${encodeURIComponent(team.id)}/${name}`;
  const label = say(`compare.file.${name.split(".")[0]}`);
  const link = el("a", { class: "button quiet", href: url, download: name, "aria-label": `${label}, ${team.name}` }, label);
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const response = await fetch(url, { headers: headers() }).catch(() => null);
    if (!response?.ok) return;
    const saved = el("a", { href: URL.createObjectURL(await response.blob()), download: `${team.id}-${name}` });
    saved.click();
    setTimeout(() => URL.revokeObjectURL(saved.href), 60000);
  });
  return link;
}
