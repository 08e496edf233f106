// The teams' names: one at least, more at will.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { input } from "../console/fields.js";

const RIVERS = ["Rhône", "Seine", "Loire", "Garonne", "Meuse", "Dordogne", "Charente", "Moselle"];
const MOST = 8;

export function teamsField() {
  const rows = el("ol", { class: "team-rows" });
  const add = el(
    "button",
    { type: "button", class: "button", onclick: () => more(rows, refresh).focus() },
    say("form.add_team"),
  );
  const refresh = () => {
    const all = [...rows.children];
    all.forEach((row, i) => {
      row.querySelector("input").setAttribute("aria-label", say("form.team", { n: i + 1 }));
      row.querySelector("button").hidden = all.length === 1;
    });
    add.hidden = all.length >= MOST;
  };
  more(rows, refresh);
  const node = el(
    "fieldset",
    { class: "field" },
    el("legend", {}, say("form.teams")),
    rows,
    el("div", {}, add),
  );
  return {
    node,
    value: () => [...rows.querySelectorAll("input")].map(({ value }) => value.trim()).filter(Boolean),
  };
}

// A new team takes the first river that no other has.
function more(rows, refresh) {
  const taken = [...rows.querySelectorAll("input")].map(({ value }) => value.trim());
  const name = input({
    required: true,
    maxlength: "40",
    value: RIVERS.find((river) => !taken.includes(river)) ?? "",
  });
  const row = el("li", { class: "with-button" });
  const away = el(
    "button",
    {
      type: "button",
      class: "button quiet small",
      onclick: () => {
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        refresh();
        next?.querySelector("input").focus();
      },
    },
    say("form.remove_team"),
  );
  fill(row, name, away);
  rows.append(row);
  refresh();
  return name;
}
