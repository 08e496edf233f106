// “Nouveau stimulus” and “Modifier”: one dialog; it is played now or at an hour, for some or all.
import { el } from "../common/dom.js";
import { say } from "../common/words.js";
import { key } from "../common/api.js";
import { open } from "./dialog.js";
import { choices, field, input, select, textarea } from "./fields.js";
import { hourField } from "./jump.js";

const MEDIA = ["mail", "call", "note", "post", "article", "broadcast"];

/** Write an inject, or mend `inject`, which the new one then replaces. */
export function askInject(room, inject = null) {
  const form = fields(room, inject);
  open({
    title: say(inject ? "inject.mend" : "inject.new"),
    lead: inject ? say("inject.mend_lead") : null,
    wide: true,
    body: layout(form),
    action: say("inject.send"),
    submit: () => room.direct(decision(room, form, inject), teamsOf(room, form)),
  });
}

function fields(room, inject) {
  const { teams, outlets = [], objectives = [], script = [] } = room.sections;
  const later = inject?.at > room.now || room.state === "ready";
  return {
    title: input({ required: true, maxlength: "200", value: inject?.title ?? "" }),
    medium: select(
      MEDIA.map((each) => [each, say(`medium.${each}`)]),
      inject?.medium ?? "mail",
    ),
    sender: input({ required: true, maxlength: "200", value: inject?.sender ?? "", list: null }),
    outlet: select(
      [["", say("inject.no_outlet")], ...outlets.map(({ id, name }) => [id, name])],
      inject?.outlet ?? "",
    ),
    text: textarea(inject?.text, { required: true, rows: "5", maxlength: "4000", class: "entry serif" }),
    expects: textarea(inject?.expects ?? "", { rows: "2", maxlength: "1000" }),
    objective: select(
      [["", say("none")], ...objectives.map(({ id, text }) => [id, text])],
      inject?.objective ?? "",
    ),
    teams: choices(
      say("inject.teams"),
      "teams",
      teams.map(({ id, name }) => [id, name]),
      teams.map(({ id }) => id),
      "checkbox",
    ),
    moment: choices(
      say("inject.moment"),
      "moment",
      [
        ["now", say("inject.now")],
        ["later", say("inject.later")],
      ],
      later ? "later" : "now",
    ),
    at: hourField(room, inject?.at ?? room.now + 30),
    known: script.length,
  };
}

function layout(form) {
  const at = field(say("inject.at"), form.at);
  const refresh = () => {
    at.hidden = form.moment.value() === "now";
  };
  form.moment.boxes.forEach((box) => box.addEventListener("change", refresh));
  refresh();
  return [
    field(say("inject.title"), form.title),
    el(
      "div",
      { class: "field-row" },
      field(say("inject.medium"), form.medium),
      field(say("inject.sender"), form.sender),
      field(say("inject.outlet"), form.outlet),
    ),
    field(say("inject.text"), form.text, say("inject.text_hint")),
    field(say("inject.expects"), form.expects),
    field(say("inject.objective"), form.objective),
    el("div", { class: "field-row" }, form.teams.node, form.moment.node, at),
  ];
}

function decision(room, form, inject) {
  const both = (text) => ({ fr: text, en: text });
  const made = {
    id: `live-${key().slice(0, 8)}`,
    medium: form.medium.value,
    sender: both(form.sender.value.trim()),
    title: both(form.title.value.trim()),
    text: both(form.text.value.trim()),
  };
  if (form.expects.value.trim()) made.expects = both(form.expects.value.trim());
  if (form.objective.value) made.objective = form.objective.value;
  if (form.outlet.value) made.outlet = form.outlet.value;
  if (form.moment.value() === "later") made.at = room.clock.parse(form.at.value);
  return { do: "add_inject", inject: made, ...(inject ? { replaces: inject.id } : {}) };
}

// All of them is “null”: teams are then told apart from a choice that happens to hold all.
function teamsOf(room, form) {
  const chosen = form.teams.all();
  return chosen.length === room.sections.teams.length || !chosen.length ? null : chosen;
}
