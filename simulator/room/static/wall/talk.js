// "Ce qui se dit": what is posted, as far as the team watches.

import { el, fill } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";
import { fit } from "./fit.js";

/** Return the column and what keeps it true. */
export function talk() {
  const list = el("ul", { class: "posts" });
  const root = el("section", { class: "talk", "aria-labelledby": "talk" }, el("h2", { id: "talk", class: "rubric" }, say("wall.talk")), list);
  let shown = "";
  return [root, show];

  function show({ sections }) {
    const posts = sections.posts ?? [];
    const blind = sections.rumour?.monitored === false;
    const { width, height } = root.getBoundingClientRect();
    const is = JSON.stringify([posts, blind, width, height, document.fonts?.status]);
    if (is === shown || !sections.rumour) return;
    shown = is;
    const none = say(blind ? "wall.talk.blind" : "wall.talk.empty");
    fill(list, posts.length ? posts.map(post) : el("li", { class: "nothing" }, none));
    fit(root, ["", "small", "small two", "tiny two"]);
  }
}

function post({ text, headline, source, shares }) {
  const count = shares ? [" · ", say("wall.shares", { n: shares, count: number(shares) })] : [];
  return el("li", {}, el("p", { class: "post" }, text || headline), el("p", { class: "kicker" }, source, count));
}
