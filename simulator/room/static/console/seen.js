// What the team sees: the sections of its desk, to be read only.
import { el, fill } from "../common/dom.js";
import { mark } from "../common/marks.js";
import { quoted, say } from "../common/words.js";
import { keep } from "./keep.js";
import { dayHour } from "./when.js";

const PARTS = { calls: callRow, inbox: mailRow, feed: feedRow, known: factRow, due: dueRow, log: logRow };
const ITEMS = {
  calls: ({ calls }) => calls.items.map((item) => ({ ...item, id: item.call })),
  inbox: ({ inbox }) => inbox,
  feed: ({ feed }) => feed.items,
  known: ({ known }) => [...known.facts, ...known.investigations, ...known.claims],
  due: ({ due }) => due,
  log: ({ log }) => log,
};

export function drawSeen(root, room) {
  const parts = Object.entries(PARTS).map(([name, row]) => ({
    name,
    row,
    list: el("ul"),
    empty: el("p", { class: "empty" }, say("seen.none")),
  }));
  fill(
    root,
    parts.map(({ name, list, empty }) =>
      el(
        "section",
        { class: "section seen-part" },
        el("h3", { class: "title" }, say(`seen.${name}`)),
        el(
          "div",
          { class: "seen-list", role: "region", tabindex: "0", "aria-label": say(`seen.${name}`) },
          list,
          empty,
        ),
      ),
    ),
  );
  room.on(["desk", "clock", "team"], ({ desk }) => {
    for (const { name, row, list, empty } of parts) {
      const items = ITEMS[name](desk);
      keep(list, items, (item) => row(room, item));
      empty.hidden = items.length > 0;
    }
  });
}

function timed(room, at, ...children) {
  return el(
    "li",
    { class: "row seen-row" },
    el("time", {}, dayHour(room.clock, at)),
    el("div", {}, children),
  );
}

function callRow(room, { at, outlet, question, state, by }) {
  return timed(
    room,
    at,
    el(
      "p",
      {},
      el("b", {}, outlet),
      " ",
      el("span", { class: state === "talking" ? "team-ink" : "world-ink" }, say(`call.${state}`)),
      by ? ` · ${by}` : "",
    ),
    question ? el("p", { class: "serif" }, quoted(question)) : null,
  );
}

function mailRow(room, { at, sender, title, text }) {
  return timed(
    room,
    at,
    el("p", {}, el("b", {}, title)),
    el("p", { class: "source" }, sender),
    el("p", { class: "seen-text" }, text),
  );
}

function feedRow(room, { at, kind, source, headline, text, tone, account, shares }) {
  const words = [
    source,
    tone ? say(`tone.${tone}`) : null,
    account ? say("seen.account") : null,
    shares ? say("seen.shares", { n: shares }) : null,
  ]
    .filter(Boolean)
    .join(" · ");
  return timed(
    room,
    at,
    el("p", { class: kind === "post" ? "post" : "headline" }, headline || text),
    el("p", { class: "source" }, words),
  );
}

/** Facts, inquiries and claims in one list: each says in words where it stands. */
function factRow(room, item) {
  if (item.people !== undefined)
    return known(inquiryMark(item), item.title, say(`seen.inquiry.${item.state}`, { n: item.people }));
  if (item.rests !== undefined) {
    const words = item.established ? say("seen.established") : say("seen.rests", { n: item.uncertain });
    return known(
      item.established ? "full" : "half",
      quoted(item.text),
      `${words} · ${say(`seen.claim.${item.state}`)}`,
    );
  }
  if (item.withhold) return known("withhold", item.text, say("mark.withhold"));
  return known(
    "full",
    item.text,
    say(item.said ? "seen.said" : "seen.unsaid"),
    item.said ? "team-ink" : "world-ink",
  );
}

function inquiryMark({ state }) {
  return { open: "empty", ordered: "half", finished: "full" }[state];
}

function known(name, text, words, ink = "quiet-ink") {
  return el(
    "li",
    { class: "row seen-known" },
    mark(name),
    el("p", {}, text, " ", el("span", { class: ink }, words)),
  );
}

function dueRow(room, { label, at, state, met_at }) {
  const ink = { missed: "world-ink", late: "world-ink", kept: "team-ink" }[state] ?? "";
  const when = state === "kept" ? met_at : at;
  const word = state === "running" || state === "soon" ? "" : `${say(`due.${state}`)} `;
  return el(
    "li",
    { class: "row now-row" },
    el("span", {}, label),
    el(
      "span",
      {},
      el("b", { class: ink }, word),
      when === null ? say("due.at_once") : room.clock.moment(when),
    ),
  );
}

function logRow(room, { at, kind, text }) {
  return timed(room, at, el("p", { class: kind === "refused" ? "world-ink" : null }, text));
}
