// The comparison: every team of an exercise side by side, under the same luck.

import { get } from "/static/common/api.js";
import { el, fill, write } from "/static/common/dom.js";
import { recall } from "/static/common/kept.js";
import { settings } from "/static/common/settings.js";
import { Clock } from "/static/common/time.js";
import { language, number, say } from "/static/common/words.js";
import { criteria } from "./criteria.js";
import { curves } from "./curves.js";
import { files } from "./files.js";
import { beliefs, teams } from "./tables.js";
import { wash } from "./wash.js";
import "./words.js";

async function begin() {
  const me = await get("/api/me").catch(() => null);
  // The exercise's language, unless the reader has chosen another on this machine.
  if (!recall("local", "language") && me?.language) document.documentElement.lang = me.language;
  document.documentElement.lang = language();
  document.title = `${say("compare.page")} · Cellule`;
  const body = el("main", {}, el("p", { class: "quiet-ink", role: "status" }, say("compare.wait")));
  const kind = el("p", { class: "quiet-ink" }, say("compare.page"));
  fill(document.body, el("header", { class: "top" }, kind, settings()), body);
  const exercise = new URLSearchParams(location.search).get("exercise") ?? me?.exercise ?? "";
  try {
    const data = await get(`/api/exercises/${encodeURIComponent(exercise)}/comparison?lang=${language()}`);
    write(kind, `${say("compare.page")} · ${data.title ?? me?.title ?? ""}`);
    body.classList.toggle("many", data.teams.length > 5);
    fill(body, page(data, exercise, me));
  } catch (error) {
    fill(body, el("p", { class: "problem", role: "alert" }, error.say?.(language()) ?? String(error)));
  }
}

function page(data, exercise, me) {
  const clock = new Clock();
  clock.set({ epoch: data.epoch ?? 0, timezone: data.timezone ?? "UTC", now: data.end ?? data.horizon, horizon: data.horizon, pace: 0, running: false });
  return [
    el("h1", {}, title(data)),
    el("p", { class: "lede" }, lede(data)),
    data.state && data.state !== "ended" ? el("p", { class: "lede" }, say("compare.running")) : null,
    part("teams", say("compare.luck"), teams(data, clock)),
    part("beliefs", say("compare.beliefs.how"), beliefs(data), data.state === "ended" ? "beliefs" : "beliefs.now"),
    part("curves", null, curves(data, clock)),
    part("criteria", say("compare.criteria.how"), criteria(data)),
    part("wash", null, wash(data)),
    part("files", null, files(data, exercise, me)),
  ];
}

function part(name, aside, body, title = name) {
  const id = `part-${name}`;
  const head = el("div", { class: "title" }, el("h2", { id }, say(`compare.${title}`)), el("span", { class: "aside" }, aside));
  return el("section", { class: `section part-${name}`, "aria-labelledby": id }, head, body);
}

/** "Les mêmes hasards, trois équipes : C, A et F". */
function title({ teams: all }) {
  const grades = all.map(({ grade }) => grade?.replace("-", "−"));
  const said = grades.every(Boolean) && all.length > 1 && all.length <= 4 ? `${grades.slice(0, -1).join(", ")} ${say("and")} ${grades.at(-1)}` : null;
  const n = all.length;
  const count = n <= 6 ? say(`compare.count.${n}`) : number(n);
  return said ? say("compare.title.grades", { n, count, grades: said }) : say("compare.title", { n, count });
}

/** What parts the teams most: the criterion with the widest spread. */
function lede({ criteria: rows, teams: all }) {
  const spread = (row) => Math.max(...Object.values(row.scores)) - Math.min(...Object.values(row.scores));
  const widest = [...rows].sort((one, other) => spread(other) - spread(one))[0];
  if (all.length < 2 || !widest || spread(widest) < 1) return say("compare.lede.alike");
  const scores = Object.entries(widest.scores).sort(([, one], [, other]) => other - one);
  const name = (id) => all.find((team) => team.id === id)?.name ?? id;
  const round = (score) => number(Math.round(score));
  const [best, worst] = [scores[0], scores.at(-1)];
  return say("compare.lede", { criterion: widest.name, best: name(best[0]), high: round(best[1]), worst: name(worst[0]), low: round(worst[1]) });
}

begin();
