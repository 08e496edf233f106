// Taking a note: what was seen, against which objective, how well, about which entry.
import { el } from "../common/dom.js";
import { keep, recall } from "../common/kept.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { choices, field, input, select, textarea } from "./fields.js";
import { dayHour } from "./when.js";

const RATINGS = ["P", "S", "M", "U"];

/** The form's nodes and `send()`, which posts the note; `author` is remembered. */
export function noteForm(room) {
  const { objectives = [], teams = [] } = room.sections;
  const text = textarea("", { required: true, rows: "3", maxlength: "2000" });
  const team = select(
    teams.map(({ id, name }) => [id, name]),
    room.team,
  );
  const objective = select([["", say("none")], ...objectives.map(({ id, text: aim }) => [id, aim])], "");
  const rating = choices(
    say("note.rating"),
    "rating",
    [["", say("note.no_rating")], ...RATINGS.map((each) => [each, each])],
    "",
  );
  const about = select(entries(room), "");
  const author = input({
    required: true,
    maxlength: "80",
    value: recall("session", "author") ?? (room.commands ? say("note.me") : ""),
  });
  const nodes = [
    field(say("note.text"), text),
    el("div", { class: "field-row" }, field(say("note.team"), team), field(say("note.author"), author)),
    field(say("note.objective"), objective),
    rating.node,
    el("p", { class: "field-hint" }, say("note.scale")),
    field(say("note.about"), about),
  ];
  const send = async () => {
    keep("session", "author", author.value.trim());
    await room.post("notes", {
      team: team.value,
      decision: {
        do: "take_note",
        text: text.value.trim(),
        author: author.value.trim(),
        objective: objective.value || null,
        rating: rating.value() || null,
        about: about.value || null,
      },
    });
  };
  return { nodes, send, text, team, about, rating };
}

/** What a note can be about: the chosen team's last entries, newest first. */
export function entries(room) {
  const { staff, desk, clock } = room.sections;
  if (!clock) return [["", say("none")]];
  const seen = new Map();
  for (const { id, at, label } of [...(staff?.above ?? []), ...(staff?.below ?? [])])
    seen.set(id, { at, text: label });
  for (const { id, at, text } of desk?.log ?? []) if (!seen.has(id)) seen.set(id, { at, text });
  const last = [...seen].sort(([, a], [, b]) => b.at - a.at).slice(0, 40);
  return [
    ["", say("note.nothing")],
    ...last.map(([id, { at, text }]) => [
      id,
      `${dayHour(room.clock, at)} · ${text.length > 70 ? `${text.slice(0, 69)}…` : text}`,
    ]),
  ];
}

export function askNote(room) {
  if (!room.has("teams")) return;
  const form = noteForm(room);
  open({
    title: say("note.title"),
    body: form.nodes,
    action: say("note.go"),
    submit: async () => {
      await form.send();
      room.tell(say("done.note"));
    },
  });
}
