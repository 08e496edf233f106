// Notes of all observers, newest first.
import { el, fill, write } from "../common/dom.js";
import { say } from "../common/words.js";
import { keep } from "./keep.js";
import { askNote } from "./note.js";
import { dayHour } from "./when.js";

export function drawNotes(root, room, { dialog }) {
  const list = el("ul", { class: "notes" });
  const empty = el("p", { class: "empty" });
  const take =
    dialog &&
    el(
      "button",
      {
        type: "button",
        class: "button quiet small",
        "aria-haspopup": "dialog",
        onclick: () => askNote(room),
      },
      say("notes.take"),
    );
  fill(root, el("div", { class: "title" }, el("h2", {}, say("notes.title")), take ?? null), list, empty);
  room.on(["notes", "clock", "teams"], ({ notes, objectives = [] }) => {
    keep(list, notes, (note) => row(room, note, objectives));
    empty.hidden = notes.length > 0;
    write(empty, say("notes.none"));
  });
}

function row(room, { at, team, author, objective, rating, text }, objectives) {
  const aim = objectives.find(({ id }) => id === objective)?.text;
  const about = [team ? room.name(team) : null, author, rating ? say("notes.rated", { rating }) : null]
    .filter(Boolean)
    .join(" · ");
  return el(
    "li",
    { class: "row note" },
    el("p", {}, el("time", {}, dayHour(room.clock, at)), " ", text),
    el("p", { class: "source", title: aim ?? "" }, about),
  );
}
