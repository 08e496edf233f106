// The composer: what the team says, to whom, with which facts; one final action, always in place.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { acts } from "./acts.js";
import { confirm } from "./confirm.js";
import { decide, notice } from "./decide.js";
import { Draft } from "./draft.js";
import { Fields } from "./fields.js";
import { messageFields } from "./parts.js";
import { incomplete, missing, review } from "./review.js";

const KINDS = ["publish", "hold_conference", "brief_employees", "correct_claim", "acts"];

/** Return the middle of the desk. */
export function composer(room) {
  const kept = el("span", { class: "aside" });
  const title = el("h2", { id: "title-write", class: "unheard" });
  const draft = new Draft(room, (at) => write(kept, at === null ? say("draft.unkept") : say("draft.kept", { at: room.clock.hour(at) })));
  const message = form(draft, room);
  const others = acts(room);
  const kinds = switcher(draft, (kind) => turn(kind));
  const root = el(
    "section",
    { class: "section part-write", "aria-labelledby": "title-write" },
    el("div", { class: "title" }, title, kinds.root, kept),
    message.root,
    others,
  );

  function turn(kind) {
    const acting = kind === "acts";
    message.root.hidden = acting;
    others.hidden = !acting;
    if (!acting && kind !== draft.state.kind) draft.set({ kind });
    if (!acting) message.rebuild();
    kinds.show(kind);
    name();
  }
  function name() {
    const said = (room.sections.staff?.below ?? []).filter((act) => act.kind === "statement").length;
    room.number = said + 1;
    kinds.number(said + 1);
    write(title, others.hidden ? say(`title.${draft.state.kind}`, { n: said + 1 }) : say("title.acts"));
    room.tell("number");
  }
  room.on("staff", name);
  room.on("draft", () => draft.adopt(room.sections.draft) && (message.restore(), turn(draft.state.kind)));
  message.restore();
  turn(draft.state.kind);
  return root;
}

function switcher(draft, turn) {
  const buttons = KINDS.map((kind) => el("button", { type: "button", class: "kind", "aria-pressed": "false", onclick: () => turn(kind) }, say(`kind.${kind}`)));
  const show = (kind) => buttons.forEach((button, place) => button.setAttribute("aria-pressed", String(KINDS[place] === kind)));
  const number = (n) => write(buttons[0], say("title.publish", { n }));
  return { number, root: el("div", { class: "kinds for-players", role: "group", "aria-label": say("kinds") }, buttons), show };
}

function form(draft, room) {
  const fieldBox = el("div", { class: "fields" });
  const text = el("textarea", { id: "statement", class: "text-entry", rows: 5, maxlength: 20000, placeholder: say("field.text.hint"), oninput: () => draft.set({ text: text.value }) });
  const where = notice();
  const go = el("button", { type: "button", class: "button final", onclick: () => publish(draft, room, where, go) });
  const root = el(
    "div",
    { class: "compose" },
    el("div", { class: "compose-body" }, fieldBox, el("label", { for: "statement", class: "unheard" }, say("field.text")), text),
    el("div", { class: "publish" }, el("div", { class: "publish-words", tabindex: 0, role: "group", "aria-label": say("review.label") }, review(draft, room), where), go),
  );
  let fields = new Fields();
  let shape = "";
  function rebuild() {
    const { kind } = draft.state;
    if (kind !== shape) {
      fields = new Fields();
      fill(fieldBox, messageFields(fields, draft, room));
      shape = kind;
    }
    fields.rebuild();
    write(go, say(`go.${kind}`));
    room.tell("draft.changed");
  }
  room.on("draft.changed", () => {
    // "Published" is news until the next word is written.
    if (draft.state.text && where.querySelector(".published")) fill(where);
    fields.refresh();
    if (text.value !== draft.state.text) text.value = draft.state.text;
  });
  room.on(["known", "options", "clock"], watch(room, rebuild));
  const restore = () => {
    shape = "";
    text.value = draft.state.text;
  };
  draft.restart = () => (restore(), rebuild());
  return { root, rebuild, restore };
}

/** Call `rebuild` only when what can be chosen has really changed. */
function watch(room, rebuild) {
  let before = "";
  return () => {
    const now = JSON.stringify([room.known.facts, room.known.claims, room.options, room.clock.section?.epoch]);
    if (now !== before) rebuild();
    before = now;
  };
}

async function publish(draft, room, where, go) {
  const lack = incomplete(draft);
  if (lack) return fill(where, el("strong", {}, say("review.first")), " ", say(`review.need.${lack}`));
  if (go.getAttribute("aria-disabled") === "true" || !(await confirm(shown(draft, room)))) return;
  go.setAttribute("aria-disabled", "true");
  const decision = draft.decision(room.known);
  const taken = await decide(room, decision, say(`title.${decision.do}`, { n: room.number }), where);
  go.removeAttribute("aria-disabled");
  if (taken) {
    draft.clear();
    draft.restart();
    fill(where, el("span", { class: "published team-ink strong" }, say("published")));
  }
}

function shown(draft, room) {
  const { state } = draft;
  const name = (items, ids) => items.filter((item) => ids.includes(item.id)).map((item) => item.name).join(", ");
  const next = room.clock.parse(state.next_update);
  const facts = room.known.facts.filter((fact) => state.facts.includes(fact.id)).map((fact) => fact.text);
  const claims = room.known.claims.filter((claim) => state.claims.includes(claim.id)).map((claim) => claim.text);
  return {
    title: say(`confirm.${state.kind}`),
    text: state.text,
    warning: missing(draft, room).join(", "),
    go: say(`confirm.go.${state.kind}`),
    rows: [
      [say("field.channels"), ["publish", "correct_claim"].includes(state.kind) && name(room.options.channels, state.channels)],
      [say("field.audiences"), state.kind === "publish" && (name(room.options.audiences, state.audiences) || say("field.audiences.all"))],
      [say("field.speakers"), state.kind === "hold_conference" && name(room.options.spokespeople, state.speakers)],
      [say("field.claim"), state.kind === "correct_claim" && room.known.claims.find((claim) => claim.id === state.claim)?.text],
      [say("field.facts"), facts.join(" ")],
      [say("field.claims"), state.kind !== "correct_claim" && claims.join(" ")],
      [say("field.signed_by"), name(room.options.spokespeople, [state.signed_by])],
      [say("field.next_update"), Number.isFinite(next) && room.clock.full(next)],
    ],
  };
}
