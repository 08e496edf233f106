// The form of notes: always open, emptied once the note is kept; team and name stay.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { entries, noteForm } from "../console/note.js";
import { why } from "../console/room.js";

export function drawForm(root, room) {
  const holder = el("form", { class: "note-form" });
  fill(root, el("h2", {}, say("observe.note")), holder);
  const view = { form: null };
  room.on(["teams", "objectives"], () => {
    // Built once: what one is writing is never taken away by what arrives.
    view.form ??= build(holder, room);
  });
  room.on(["team"], () => {
    if (view.form && !view.form.text.value) view.form.team.value = room.team;
  });
  return { focus: () => view.form?.text.focus() };
}

function build(holder, room) {
  const form = noteForm(room);
  const word = el("p", { role: "status", class: "note-word" });
  const go = el("button", { type: "submit", class: "button ink" }, say("note.go"));
  fill(
    holder,
    form.nodes,
    el("div", { class: "note-acts" }, go, word),
    el("p", { class: "field-hint" }, say("observe.to")),
  );
  form.about.addEventListener("focus", () => renew(form.about, room));
  holder.addEventListener("submit", async (event) => {
    event.preventDefault();
    go.disabled = true;
    try {
      await form.send();
      empty(form);
      fill(word, say("observe.kept"));
    } catch (error) {
      fill(word, el("b", { class: "world-ink" }, `${say("refused")} `), why(error));
    }
    go.disabled = false;
  });
  holder.addEventListener("input", () => fill(word));
  return form;
}

// The entries one can write about have grown since the form was built.
function renew(select, room) {
  const chosen = select.value;
  fill(
    select,
    entries(room).map(([value, text]) => el("option", { value }, text)),
  );
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function empty(form) {
  form.text.value = "";
  form.about.value = "";
  form.rating.boxes[0].checked = true;
  form.text.focus();
}
