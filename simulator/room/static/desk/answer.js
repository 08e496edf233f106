// Who takes the call, and what is told: asked under the slot, where the hand already is.

import { el } from "/static/common/dom.js";
import { language, say } from "/static/common/words.js";
import { decide, notice } from "./decide.js";
import { claimOptions, factOptions, many, picked } from "./options.js";

let open = null;

/** Open the form under `node`, the slot of `item`; a second press closes it. */
export function answerForm(room, item, node) {
  const again = open?.node === node;
  close();
  if (again) return;
  const where = notice();
  const form = el(
    "form",
    { class: "answer", "aria-label": say("answer.title", { outlet: item.outlet }), onsubmit: send, onkeydown: escape },
    el("p", { class: "strong" }, say("answer.who")),
    speakers(room),
    told(room),
    el("div", { class: "answer-acts" }, el("button", { class: "button team" }, say("answer.take")), closer(node), listen(item)),
    where,
  );
  open = { node, form };
  node.append(form);
  node.classList.add("answering");
  form.querySelector("input:checked, button").focus();

  async function send(event) {
    event.preventDefault();
    const by = picked(form, "by")[0];
    const decision = { do: "answer_call", call: item.call, facts: picked(form, "facts"), claims: picked(form, "claims") };
    if (by) decision.by = by;
    if (await decide(room, decision, say("answer.label", { outlet: item.outlet }), where)) close();
  }
}

function escape(event) {
  if (event.key !== "Escape") return;
  const back = open?.node.querySelector("[data-act=answer], [data-act=return]");
  close();
  back?.focus();
}

function close() {
  open?.form.remove();
  open?.node.classList.remove("answering");
  open = null;
}

function closer(node) {
  return el("button", { type: "button", class: "button", onclick: () => (close(), node.querySelector("button")?.focus()) }, say("cancel"));
}

/** The first who is free is proposed. */
function speakers(room) {
  const now = room.clock.now();
  const free = room.calls.can_answer.find((one) => !(one.busy_until > now));
  const items = room.calls.can_answer.map((one) => {
    const busy = one.busy_until > now;
    const note = busy ? say("answer.busy", { at: room.clock.hour(one.busy_until) }) : null;
    return { id: one.id, name: one.name, note, disabled: busy };
  });
  if (!items.length) return el("p", { class: "source" }, say("answer.nobody"));
  return many({ name: "by", label: say("answer.who"), items, chosen: free ? [free.id] : [], type: "radio", long: true });
}

function told(room) {
  const { facts, claims } = room.known;
  const lists = el(
    "div",
    { class: "answer-lists" },
    many({ name: "facts", label: say("answer.facts"), items: factOptions(facts), chosen: [], long: true }),
    many({ name: "claims", label: say("answer.claims"), items: claimOptions(claims), chosen: [], long: true }),
  );
  return el("details", { class: "answer-told" }, el("summary", {}, say("answer.more"), " ", el("span", { class: "source" }, say("answer.line"))), lists);
}

/** A button that reads the question aloud, where the browser can. */
function listen(item) {
  if (!("speechSynthesis" in window)) return null;
  return el("button", { type: "button", class: "button quiet", onclick: speak }, say("answer.listen"));
  function speak() {
    const spoken = new SpeechSynthesisUtterance(item.question);
    spoken.lang = language() === "fr" ? "fr-FR" : "en-GB";
    speechSynthesis.cancel();
    speechSynthesis.speak(spoken);
  }
}
