// A last look before publishing: what is missing, without a grade; the rubric's reading when allowed.

import { post } from "/static/common/api.js";
import { el, fill, write } from "/static/common/dom.js";
import { language, quoted, say } from "/static/common/words.js";

const PAUSE = 1200; // Milliseconds without a key before the text is read.

/** Return what is missing from a draft, each in a few words. */
export function missing({ state }, room) {
  const facts = room.known.facts;
  const doubtful = room.known.claims.filter((claim) => state.claims.includes(claim.id) && !claim.established);
  const contacts = facts.filter((fact) => fact.topic === "contact");
  const without = contacts.length && !contacts.some((fact) => state.facts.includes(fact.id));
  const lacks = {
    channels: ["publish", "correct_claim"].includes(state.kind) && !state.channels.length,
    speakers: state.kind === "hold_conference" && !state.speakers.length,
    claim: state.kind === "correct_claim" && !state.claim,
    text: !state.text.trim(),
    facts: !state.facts.length && !state.holding,
    contact: without,
    next_update: !state.next_update,
    signed_by: !state.signed_by,
  };
  const names = Object.keys(lacks).filter((name) => lacks[name]).map((name) => say(`review.${name}`));
  return doubtful.length && state.kind !== "correct_claim" ? [say("review.claims", { n: doubtful.length }), ...names] : names;
}

/** Return whether the room would refuse the draft out of hand. */
export function incomplete({ state }) {
  if (state.kind === "hold_conference") return state.speakers.length ? null : "speakers";
  if (state.kind === "correct_claim" && !state.claim) return "claim";
  if (state.kind === "brief_employees") return null;
  return state.channels.length ? null : "channels";
}

/** Return the review line; it writes itself again whenever the draft changes. */
export function review(draft, room) {
  const line = el("p", { class: "review-line" }, el("strong", {}, say("review")), " ", el("span", {}));
  const reading = el("p", { class: "review-reading", hidden: true });
  const coach = new Coach(reading, room);
  room.on(["draft.changed", "known", "options"], () => {
    write(line.lastChild, missing(draft, room).join(", ") || say("review.nothing"));
    coach.read(draft.state.text);
  });
  return el("div", { class: "review" }, line, reading);
}

class Coach {
  constructor(root, room) {
    this.root = root;
    this.room = room;
    this.read_ = "";
  }

  read(text) {
    const allowed = this.room.sections.who?.coaching && text.trim().split(/\s+/).length > 5;
    if (!allowed) this.root.hidden = true;
    if (!allowed || text === this.read_) return;
    this.read_ = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(text), PAUSE);
  }

  async ask(text) {
    const reading = await post("/api/reading", { text, language: language() }).catch(() => null);
    if (!reading || text !== this.read_) return;
    fill(this.root, said(reading));
    this.root.hidden = false;
  }
}

function said({ communication, elements, faults }) {
  const lacks = elements.filter((element) => !element.found).map(nameOf).slice(0, 5);
  const flaws = faults.map((fault) => nameOf(fault) + (fault.evidence[0] ? ` (${quoted(fault.evidence[0].quote)})` : ""));
  return [
    el("strong", {}, say("reading", { grade: communication.grade })),
    " ",
    lacks.length ? say("reading.lacks", { list: lacks.join(", ") }) : say("reading.complete"),
    flaws.length ? [" ", el("span", { class: "world-ink" }, say("reading.faults", { list: flaws.join(", ") }))] : null,
  ];
}

function nameOf(thing) {
  const given = typeof thing.name === "object" ? thing.name?.[language()] : thing.name;
  const known = say(`rubric.${thing.id}`);
  const name = given ?? (known === `rubric.${thing.id}` ? thing.id.replaceAll("_", " ") : known);
  return name.slice(0, 1).toLowerCase() + name.slice(1);
}
