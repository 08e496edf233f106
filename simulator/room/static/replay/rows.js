// The rows of the team's sections, as they were.

import { el } from "/static/common/dom.js";
import { mark } from "/static/common/marks.js";
import { number, quoted, say } from "/static/common/words.js";

const STRONG = { world: "world-ink strong", team: "team-ink strong" };

export function calls({ items }, clock) {
  return items.map((item) =>
    row(el("div", {}, el("p", { class: "between" }, el("span", { class: "strong" }, item.outlet), callState(item, clock)), el("p", { class: "question" }, quoted(item.question)))),
  );
}

function callState(item, clock) {
  if (item.state === "lost") return el("span", { class: STRONG.world }, say("replay.call.lost", { at: clock.hour(item.at ?? item.gives_up) }));
  if (item.state === "talking") return el("span", { class: STRONG.team }, say("replay.call.talking", { by: item.by ?? "" }));
  return el("span", {}, say(`replay.call.${item.state}`, { at: clock.moment(item.gives_up) }));
}

export function inbox(items, clock) {
  return items.map((item) => {
    const head = el("summary", {}, el("span", { class: "strong" }, item.title), " ", el("span", { class: "quiet-ink" }, item.sender));
    return timed(item.at, clock, el("details", {}, head, el("p", { class: "message" }, item.text)));
  });
}

export function feed({ items }, clock) {
  return items.map((item) => {
    const post = item.kind === "post";
    const text = post ? item.text || item.headline : item.headline || item.text;
    const said = el("p", { class: post ? "post" : "headline" }, text);
    return timed(item.at, clock, el("div", {}, said, el("p", { class: "source" }, item.source, tone(item), shares(item))));
  });
}

function tone({ tone: name }) {
  return name ? [" · ", el("span", { class: `tone ${name}` }, say(`tone.${name}`))] : [];
}

function shares({ shares: n }) {
  return n ? [" · ", say("replay.shares", { n, count: number(n) })] : [];
}

export function known({ facts, investigations, claims }, clock) {
  const newest = [...facts].sort((one, other) => other.at - one.at);
  return [...newest.map((one) => fact(one, clock)), ...investigations.map((one) => inquiry(one, clock)), ...claims.filter((one) => one.state !== "free").map(claim)];
}

function fact(one, clock) {
  const [name, ink] = one.said ? ["said", STRONG.team] : one.out ? ["out", STRONG.world] : one.withhold ? ["withhold", "quiet-ink"] : ["unsaid", STRONG.world];
  const sign = one.withhold ? mark("withhold", say("mark.withhold")) : mark("full", say("mark.established"));
  const head = el("p", { class: "between" }, el("span", { class: "strong" }, one.topic_name), el("span", { class: ink }, say(`replay.fact.${name}`)));
  return marked(sign, head, el("p", {}, one.text), el("p", { class: "source" }, say("replay.since", { at: clock.full(one.at) })));
}

const SHAPES = { open: ["empty", "mark.unknown"], ordered: ["half", "mark.under"], finished: ["full", "mark.established"] };

function inquiry(one, clock) {
  const [shape, word] = SHAPES[one.state];
  const said = one.state === "open" ? say("replay.inquiry.open") : say(`replay.inquiry.${one.state}`, { at: clock.moment(one.ordered ?? 0) });
  return marked(mark(shape, say(word)), el("p", {}, one.title), el("p", { class: "source" }, said));
}

function claim(one) {
  const sound = one.established ? null : el("span", { class: STRONG.world }, ` ${say("replay.claim.unproved")}`);
  return marked(mark("due"), el("p", {}, quoted(one.text)), el("p", { class: "source" }, say(`replay.claim.${one.state}`), sound));
}

export function due(items, clock) {
  return items.map((item) => row(el("div", {}, el("p", { class: "between" }, el("span", {}, item.label), owed(item, clock)), el("p", { class: "source" }, [item.at === null ? "" : clock.full(item.at), item.detail].filter(Boolean).join(" · ")))));
}

function owed(item, clock) {
  const kind = item.kind === "promise" ? "f" : "m";
  if (item.state === "kept") return el("span", { class: STRONG.team }, say(`replay.kept.${kind}`, { at: clock.moment(item.met_at ?? item.at) }));
  if (item.state === "missed") return el("span", { class: STRONG.world }, say(`replay.missed.${kind}`));
  if (item.at === null) return el("span", {}, say("replay.open"));
  const left = clock.span(Math.abs(item.at - clock.now()));
  if (item.state === "late" || item.at < clock.now()) return el("span", { class: STRONG.world }, say("replay.late", { left }));
  return el("span", { class: item.state === "soon" ? "soon number" : "number" }, left);
}

const LOGGED = { taken: STRONG.team, refused: STRONG.world, word: "strong", note: "strong" };

export function log(items, clock) {
  return items.map((item) => {
    const word = LOGGED[item.kind] ? [el("span", { class: LOGGED[item.kind] }, say(`replay.log.${item.kind}`)), " "] : [];
    return timed(item.at, clock, el("p", {}, word, item.text));
  });
}

function timed(at, clock, body) {
  return el("li", { class: "row timed" }, el("time", {}, clock.moment(at)), body);
}

function row(body) {
  return el("li", { class: "row" }, body);
}

function marked(sign, ...body) {
  return el("li", { class: "row marked" }, sign, el("div", {}, body));
}
