// The lead story and the two second ones; the lead changes by a cut.

import { el, fill } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { fit } from "./fit.js";
import { Held } from "./held.js";

const SIZES = ["", "smaller", "small", "tiny", "tiny bare"];

/** Return the article and what keeps it true. */
export function front() {
  const held = new Held();
  const story = el("div", { class: "story" });
  const seconds = el("div", { class: "seconds" });
  const root = el("section", { class: "lead", "aria-label": say("wall.lead") }, story, seconds);
  let shown = "";
  return [root, show];

  function show({ clock, sections }) {
    if (!clock.section) return;
    const page = held.page({ lead: sections.lead ?? null, seconds: sections.seconds ?? [] });
    const { width, height } = root.getBoundingClientRect();
    const fonts = document.fonts?.status;
    const is = JSON.stringify([page, clock.state === "ready", sections.who?.title, width, height, fonts]);
    if (is === shown) return;
    shown = is;
    fill(story, page.lead ? lead(page.lead, clock) : nothing(clock, sections.who));
    fill(seconds, page.seconds.map((one) => second(one, clock)));
    fit(root, SIZES);
  }
}

function lead(story, clock) {
  return [
    el("p", { class: "kicker" }, byline(story, clock)),
    el("h1", {}, story.headline),
    // Short news have their headline for text: said once.
    story.text && story.text !== story.headline ? el("p", { class: "standfirst" }, story.text) : null,
  ];
}

function second(story, clock) {
  return el("article", {}, el("p", { class: "kicker" }, byline(story, clock)), el("h2", {}, story.headline));
}

/** "Le Quotidien du soir, 10:38". */
function byline(story, clock) {
  return `${story.source}, ${clock.moment(story.at)}`;
}

function nothing(clock, who) {
  if (clock.state !== "ready") return [el("h1", { class: "nothing" }, say("wall.empty"))];
  const begins = say("wall.ready", { day: clock.day(0), hour: clock.hour(0) });
  return [
    el("p", { class: "kicker" }, who?.team ? `${say("who.team")} ${who.team}` : who?.organisation ?? ""),
    el("h1", {}, who?.title ?? ""),
    el("p", { class: "standfirst" }, begins),
  ];
}
