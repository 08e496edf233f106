// The fields of a message: which there are, what they hold, how they are said in a line.

import { el } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { hourOf } from "./hours.js";
import { capital, claimNote, claimOptions, factOptions, many } from "./options.js";

const CHANNELS = new Set(["publish", "correct_claim"]);

/** Add to `fields` those of the draft's kind; return their nodes. */
export function messageFields(fields, draft, room) {
  const { kind } = draft.state;
  const list = (name, items, extra = {}) => ({
    name,
    label: say(`field.${name}`),
    body: () => many({ name, label: say(`field.${name}`), items: items(), chosen: draft.state[name], onchange: (ids) => draft.set({ [name]: ids }), ...extra }),
    summary: () => names(items(), draft.state[name]),
    ...extra,
  });
  const wanted = [
    kind === "correct_claim" ? correction(draft, room) : null,
    kind === "hold_conference" ? { ...list("speakers", () => room.options.spokespeople), always: true } : null,
    kind === "hold_conference" ? written(draft) : null,
    CHANNELS.has(kind) ? { ...list("channels", () => room.options.channels), always: true } : null,
    kind === "publish" ? { ...list("audiences", () => room.options.audiences), summary: () => names(room.options.audiences, draft.state.audiences) || say("field.audiences.all") } : null,
    facts(list, draft, room),
    kind === "correct_claim" ? null : claims(list, draft, room),
    elements(draft, room),
    { ...signing(draft, room), always: true },
  ];
  return wanted.filter(Boolean).map((field) => fields.add(field));
}

function names(items, ids) {
  return items.filter((item) => ids.includes(item.id)).map((item, place) => (place ? item.name : capital(item.name))).join(", ");
}

function facts(list, draft, room) {
  const chosen = () => room.known.facts.filter((fact) => draft.state.facts.includes(fact.id));
  const field = list("facts", () => factOptions(room.known.facts), { long: true });
  return {
    ...field,
    body: () => [field.body(), revising(draft, room)],
    summary: () => {
      const topics = [...new Set(chosen().map((fact) => fact.topic_name))].join(", ");
      return topics && say("field.facts.chosen", { n: chosen().length, topics });
    },
    warning: () => (chosen().some((fact) => fact.withhold) ? [el("b", {}, say("review.withheld.lead")), " ", say("review.withheld.more")] : []),
  };
}

function claims(list, draft, room) {
  const chosen = () => room.known.claims.filter((claim) => draft.state.claims.includes(claim.id));
  return {
    ...list("claims", () => claimOptions(room.known.claims), { long: true }),
    summary: () => chosen().map((claim) => claim.text).join(" "),
    warning: () => {
      const doubtful = chosen().filter((claim) => !claim.established || claim.state === "contradicted");
      return doubtful.flatMap((claim) => {
        const { note, marks, ink } = claimNote(claim);
        return el("span", { class: `claim-note ${ink ?? ""}` }, marks ?? null, note);
      });
    },
  };
}

/** The elements, the holding word (we know, we are looking, we will be back), the responsibility. */
function elements(draft, room) {
  const items = () => [...room.options.elements, { id: "holding", name: say("field.holding") }];
  const chosen = () => [...draft.state.elements, ...(draft.state.holding ? ["holding"] : [])];
  const take = (ids) => draft.set({ elements: ids.filter((id) => id !== "holding"), holding: ids.includes("holding") });
  const owned = () => (draft.state.responsibility === "neutral" ? "" : named(room.options.responsibilities, draft.state.responsibility));
  return {
    name: "elements",
    label: say("field.elements"),
    body: () => [
      many({ name: "elements", label: say("field.elements"), items: items(), chosen: chosen(), onchange: take }),
      select(draft, "responsibility", say("field.responsibility"), pairs(room.options.responsibilities)),
    ],
    summary: () => [names(items(), chosen()), owned() && say("field.responsibility.is", { how: owned() })].filter(Boolean).join(" · "),
  };
}

function named(items, id) {
  return items.find((item) => item.id === id)?.name ?? "";
}

function signing(draft, room) {
  const next = () => room.clock.parse(draft.state.next_update);
  return {
    name: "signed",
    label: say("field.signed"),
    body: () => [
      select(draft, "signed_by", say("field.signed_by"), [["", say("field.unsigned")], ...pairs(room.options.spokespeople)], true),
      dated(draft, room),
    ],
    summary: () => [named(room.options.spokespeople, draft.state.signed_by), Number.isFinite(next()) && say("field.next.at", { at: room.clock.moment(next()) })].filter(Boolean).join(", "),
  };
}

function select(draft, name, label, options, bare = false) {
  const root = el("select", { class: "entry", "aria-label": label, onchange: () => draft.set({ [name]: root.value }) });
  for (const [value, text] of options) root.append(el("option", { value, selected: value === draft.state[name] }, capital(text)));
  return el("label", { class: "labelled" }, bare ? null : el("span", { class: "source" }, label), root);
}

function pairs(items) {
  return items.map((item) => [item.id, item.name]);
}

/** The next update: a day of the exercise and an hour of the scenario's own place. */
function dated(draft, room) {
  const { clock } = room;
  const [date, hour = ""] = draft.state.next_update.split("T");
  const day = el("select", { class: "entry", "aria-label": say("field.next_update.day"), onchange: take }, el("option", { value: "" }, say("field.next_update.none")));
  for (const [value, text] of days(clock, date)) day.append(el("option", { value, selected: value === date }, text));
  const time = el("input", { class: "entry hour-entry", "aria-label": say("field.next_update.hour"), inputmode: "numeric", placeholder: "10:30", autocomplete: "off", maxlength: 7, value: hour, onchange: take });
  function take() {
    if (day.value && !hourOf(time.value)) time.focus();
    time.value = hourOf(time.value) ?? "";
    draft.set({ next_update: day.value && time.value ? `${day.value}T${time.value}` : "" });
  }
  return el("span", { class: "labelled" }, el("span", { class: "source" }, say("field.next_update")), day, time);
}

/** Return the days that are left, and `kept` should it be past. */
function days(clock, kept) {
  const found = new Map();
  for (let minute = clock.now(); minute < clock.horizon; minute += 1440) found.set(clock.dayNumber(minute), clock.middleDay(minute));
  found.set(clock.dayNumber(clock.horizon), clock.middleDay(clock.horizon));
  const past = kept && !found.has(kept) ? [[kept, clock.middleDay(clock.parse(`${kept}T12:00`))]] : [];
  return [...past, ...found];
}

function written(draft) {
  const item = { id: "document", name: say("field.document") };
  return {
    name: "document",
    label: say("field.follow_up"),
    always: true,
    body: () => many({ name: "document", label: say("field.follow_up"), items: [item], chosen: draft.state.document ? ["document"] : [], onchange: (ids) => draft.set({ document: ids.length > 0 }) }),
    summary: () => (draft.state.document ? item.name : ""),
  };
}

function correction(draft, room) {
  const standing = () => room.known.claims.filter((claim) => claim.state === "standing" || claim.state === "contradicted");
  return {
    name: "claim",
    label: say("field.claim"),
    always: true,
    body: () => many({ name: "claim", label: say("field.claim"), items: standing().map((claim) => ({ id: claim.id, name: claim.text })), chosen: [draft.state.claim], type: "radio", long: true, onchange: ([id]) => draft.set({ claim: id ?? "" }) }),
    summary: () => standing().find((claim) => claim.id === draft.state.claim)?.text ?? "",
  };
}

/** What is put worse than before, and who is blamed: rare, hence folded under the facts. */
function revising(draft, room) {
  const told = factOptions(room.known.facts.filter((fact) => fact.said || draft.state.revises.includes(fact.id)));
  const partners = [["", say("field.blames.nobody")], ...pairs(room.options.partners)];
  return el(
    "details",
    { class: "act-list", open: draft.state.revises.length > 0 || draft.state.blames !== "" },
    el("summary", {}, say("field.revises")),
    el("p", { class: "source" }, say("field.revises.about")),
    many({ name: "revises", label: say("field.revises"), items: told, chosen: draft.state.revises, long: true, onchange: (ids) => draft.set({ revises: ids }) }),
    room.options.partners.length ? select(draft, "blames", say("field.blames"), partners) : null,
  );
}
