// What the team knows, and the investigations it can order.

import { el, fill, keyed, write } from "/static/common/dom.js";
import { mark } from "/static/common/marks.js";
import { say } from "/static/common/words.js";
import { decide, notice } from "./decide.js";
import { emptied } from "./inbox.js";
import { section } from "./sections.js";

/** Return the section. */
export function known(room) {
  const facts = el("ul", { class: "list" });
  const inquiries = el("ul", { class: "list inquiries" });
  const box = el("div", { class: "scroller", tabindex: 0, role: "group", "aria-label": say("known") }, inquiries, facts);
  const { root, aside } = section("known", say("known"), box);
  room.on(["known", "clock"], () => {
    const { facts: list, investigations } = room.known;
    const newest = [...list].sort((one, other) => other.at - one.at);
    keyed(facts, newest, (fact) => fact.id, (fact) => factRow(room, fact), refreshFact);
    keyed(inquiries, investigations, (one) => `${one.id} ${one.state}`, (one) => inquiryRow(room, one), refreshInquiry);
    emptied(facts, list.length, say("known.empty"));
    const unsaid = list.filter((fact) => !fact.said && !fact.withhold).length;
    write(aside, list.length ? say("known.unsaid", { n: unsaid }) : "");
  });
  return root;
}

function factRow(room, fact) {
  const sign = fact.withhold ? mark("withhold", say("mark.withhold")) : mark("full", say("mark.established"));
  const why = fact.withhold ? el("p", { class: "source" }, fact.withhold) : null;
  const head = el("p", { class: "fact-head" }, el("span", { class: "strong fact-topic" }, fact.topic_name), el("span", { class: "fact-word" }));
  const body = el("div", {}, head, el("p", { class: "fact-text" }, fact.text), why);
  return el("li", { class: "row fact new" }, sign, body);
}

function refreshFact(node, fact) {
  const word = wordOf(fact);
  const target = node.querySelector(".fact-word");
  target.className = `fact-word ${word.ink}`;
  write(target, say(`known.${word.name}`));
}

function wordOf(fact) {
  if (fact.said) return { name: "said", ink: "team-ink strong" };
  if (fact.out) return { name: "out", ink: "world-ink strong" };
  if (fact.withhold) return { name: "withhold", ink: "quiet-ink" };
  return { name: "not_said", ink: "world-ink strong" };
}

const MARKS = { open: ["empty", "mark.unknown"], ordered: ["half", "mark.under"], finished: ["full", "mark.established"] };

function inquiryRow(room, inquiry) {
  const [shape, word] = MARKS[inquiry.state];
  const body = el("div", {}, el("p", { class: "inquiry-title" }, inquiry.title));
  if (inquiry.state === "open") body.append(order(room, inquiry));
  else {
    const people = say("inquiry.people", { n: inquiry.people });
    const since = say(`inquiry.${inquiry.state}`, { at: room.clock.moment(inquiry.ordered ?? 0) });
    body.append(el("p", { class: "source" }, `${since} · ${people} · `, el("span", { class: "inquiry-found" })));
  }
  return el("li", { class: "row fact" }, mark(shape, say(word)), body);
}

function refreshInquiry(node, inquiry) {
  const found = node.querySelector(".inquiry-found");
  if (found) write(found, say("inquiry.found", { n: inquiry.facts_found }));
}

/** Return the small form that orders an investigation with so many people. */
function order(room, inquiry) {
  const where = notice();
  const id = `people-${inquiry.id}`;
  const people = el("input", { id, class: "entry people", type: "number", min: 1, max: 10000, required: true, inputmode: "numeric", value: String(inquiry.people) });
  const submit = el("button", { class: "button small" }, say("inquiry.order"));
  const form = el("form", { class: "inline-form for-players", onsubmit: send }, people, el("label", { for: id }, say("inquiry.with")), submit);
  async function send(event) {
    event.preventDefault();
    const decision = { do: "investigate", investigation: inquiry.id, people: Number(people.value) };
    await decide(room, decision, say("inquiry.label", { title: inquiry.title }), where);
  }
  return el("div", {}, form, where);
}
