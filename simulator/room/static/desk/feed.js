// The press and the networks, as far as anybody watches them.

import { el, fill, write } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";
import { Arrivals } from "./arrivals.js";
import { emptied } from "./inbox.js";
import { section } from "./sections.js";

/** Return the section. */
export function feed(room) {
  const list = new Arrivals({
    clock: room.clock,
    keyOf: (item) => item.id,
    label: say("feed"),
    role: "log",
    build: (item) => piece(room, item),
    refresh: (node, item) => fill(node.querySelector(".source"), source(item)),
  });
  const { root, aside } = section("feed", say("feed"), list.root);
  const watch = el("span", {});
  const freeze = el("button", { type: "button", class: "button quiet small", "aria-pressed": "false" }, say("feed.freeze"));
  freeze.addEventListener("click", () => {
    const frozen = freeze.getAttribute("aria-pressed") !== "true";
    freeze.setAttribute("aria-pressed", String(frozen));
    list.freeze(frozen);
  });
  fill(aside, watch, " ", freeze);
  room.on(["feed", "clock"], () => {
    const { items, monitored } = room.sections.feed ?? { items: [], monitored: false };
    list.show(items);
    emptied(list.list, items.length, say(monitored ? "feed.empty" : "feed.blind"));
    write(watch, say(monitored ? "feed.monitored" : "feed.unmonitored"));
  });
  return root;
}

function piece(room, item) {
  const post = item.kind === "post";
  const text = post ? item.text || item.headline : item.headline || item.text;
  const head = el(post ? "p" : "h3", { class: post ? "post" : "headline" }, text);
  const more = !post && item.headline && item.text ? article(item.text) : null;
  const body = el("div", {}, head, more, el("p", { class: "source" }));
  return el("li", { class: "row timed new" }, el("time", {}), body);
}

/** A few lines stand under their headline; a whole article opens at a press. */
function article(text) {
  const body = el("p", { class: "standfirst" }, text);
  return text.length > 140 ? el("details", { class: "article" }, el("summary", { class: "source" }, say("feed.read")), body) : body;
}

function source(item) {
  const tone = item.tone ? [" · ", el("span", { class: `tone ${item.tone}` }, say(`tone.${item.tone}`))] : [];
  const account = item.account === null || item.account === undefined
    ? []
    : [" · ", say(item.account ? "feed.with" : "feed.without")];
  const shares = item.shares ? [" · ", say("feed.shares", { n: item.shares, count: number(item.shares) })] : [];
  return [item.source, tone, account, shares];
}
