// The replay: an exercise looked at again, minute by minute; what the team saw, what was true.

import { get } from "/static/common/api.js";
import { el, fill, write } from "/static/common/dom.js";
import { header } from "/static/common/header.js";
import { recall } from "/static/common/kept.js";
import { settings } from "/static/common/settings.js";
import { connect } from "/static/common/stream.js";
import { Clock } from "/static/common/time.js";
import { language, say } from "/static/common/words.js";
import { bar } from "./bar.js";
import { readMarks } from "./journal.js";
import { Past } from "./past.js";
import { Player } from "./player.js";
import { seen } from "./seen.js";
import { truth } from "./truth.js";
import "./words.js";

const asked = new URLSearchParams(location.search);
const room = { clock: new Clock(), who: null, teams: [], marks: { statements: [], lost: [] }, whole: null };
let page = null;

async function begin() {
  // The exercise's language, unless the reader has chosen another on this machine.
  const me = await get("/api/me").catch(() => null);
  if (!recall("local", "language") && me?.language) document.documentElement.lang = me.language;
  document.documentElement.lang = language();
  document.title = `${say("replay.page")} · Cellule`;
  room.exercise = asked.get("exercise") ?? me?.exercise;
  room.team = asked.get("team") ?? me?.team;
  const problem = el("p", { class: "problem", role: "alert", hidden: true });
  fill(document.body, el("main", { class: "waiting" }, el("h1", { class: "unheard" }, say("replay.page")), problem, el("p", { class: "quiet-ink wait" }, say("replay.wait"))));
  listen(problem);
}

/** Take from the stream what the exercise is; a finished one has no more to say. */
function listen(problem) {
  const stream = connect({
    exercise: room.exercise,
    team: room.team,
    lang: language(),
    onSection(name, data) {
      if (name === "teams") room.teams = data;
      if (name === "clock") room.now = data;
      if (name === "who") room.who = data;
      if (page && name === "clock") page.longer();
      if (!page && complete()) setTimeout(open, 0, stream, problem);
    },
    onState: (state) => state === "refused" && complain(problem, say("state.refused")),
  });
}

/** Whether enough is known to begin; who watches every team is told their names too. */
function complete() {
  const watches = ["facilitator", "observer"].includes(room.who?.role);
  return Boolean(room.now && room.who && (!watches || room.teams.length));
}

function complain(problem, text) {
  problem.hidden = false;
  write(problem, text);
  document.querySelector(".wait")?.remove();
}

async function open(stream, problem) {
  if (page) return;
  page = { longer() {} };
  if (room.now.state === "ended") stream.close();
  room.team = room.team ?? room.who.team_id ?? room.teams[0]?.id;
  const past = new Past({ exercise: room.exercise ?? room.who.exercise, team: room.team, onPast: show, onError: (error) => complain(problem, error.say?.(language()) ?? String(error)) });
  const [marks, whole] = await Promise.all([
    readMarks(past.exercise, past.team),
    past.at(Math.floor(room.now.now)).catch((error) => past.onError(error)),
  ]);
  if (!whole) return (page = null);
  Object.assign(room, { marks, whole });
  page = build(past, problem);
  page.player.go(Number(asked.get("at") ?? Math.min(room.now.now, firstMoment())));
}

/** Begin where something happens: at the first event of the world. */
function firstMoment() {
  return Math.ceil(room.whole.staff?.above[0]?.at ?? 0);
}

function build(past, problem) {
  const player = new Player({ onMinute, onState: () => controls.refresh(state()) });
  const state = () => ({ playing: player.playing, marks: room.marks });
  const head = el("header", { class: "head" });
  const clock = room.clock;
  move(0);
  player.end = Math.floor(room.now.now);
  const controls = bar({ player, clock, moments });
  const left = seen(clock);
  const right = truth(clock);
  fill(
    document.body,
    el("a", { class: "skip", href: "#seen" }, say("replay.skip")),
    head,
    el("main", {}, el("h1", { class: "unheard" }, say("replay.page")), controls.root, problem, el("div", { class: "sides" }, left.root, right.root)),
  );
  addEventListener("keydown", (event) => onKey(event, player, controls));

  function onMinute(minute) {
    move(minute);
    header(head, { clock, staff: page?.staff ?? null, who: room.who, extra: whoCell() });
    controls.refresh(state());
    past.want(minute);
    clearTimeout(page.remember);
    page.remember = setTimeout(remember, 400, minute);
  }
  const longer = () => {
    player.end = Math.floor(room.now.now);
  };
  return { player, head, left, right, longer };
}

/** The clock stands at `minute`: it runs, so that the header keeps its colours, but at no pace. */
function move(minute) {
  room.clock.set({ ...room.now, now: minute, state: "running", running: true, pace: 0 });
}

function show(sections, minute) {
  if (!page?.player) return;
  page.staff = sections.staff;
  header(page.head, { clock: room.clock, staff: sections.staff, who: room.who, extra: null });
  page.left.show(sections);
  page.right.show(sections, room.whole, minute);
}

/** What to leap to: what pressed and what the team did, in order. */
function moments() {
  const { above = [], below = [] } = room.whole.staff ?? {};
  return [...above, ...below].sort((one, other) => one.at - other.at);
}

function whoCell() {
  const top = el("span", { class: "who-top" }, el("span", { class: "quiet-ink" }, say("replay.page")), settings());
  if (room.teams.length < 2) return [top, el("span", { class: "name" }, room.who.team ?? room.who.title ?? "")];
  const choose = el("select", { class: "entry", "aria-label": say("who.team") }, room.teams.map(({ id, name }) => el("option", { value: id, selected: id === room.team }, name)));
  choose.addEventListener("change", () => {
    asked.set("team", choose.value);
    location.search = asked;
  });
  return [top, choose];
}

function remember(minute) {
  asked.set("at", minute);
  history.replaceState(history.state, "", `${location.pathname}?${asked}`);
}

/** Space plays, J and K go from event to event; never while a control has the focus. */
function onKey(event, player, controls) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("button, select, summary, [popover]")) return;
  const act = { " ": () => player.toggle(), j: () => controls.leap(-1), k: () => controls.leap(1) }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

begin();
