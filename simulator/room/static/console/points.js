// Points one can restart from: a restart is a new exercise, and this one's journal stays.
import { el, fill, write } from "../common/dom.js";
import { token } from "../common/api.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { field, input } from "./fields.js";
import { hourField } from "./jump.js";
import { keep } from "./keep.js";
import { dayHour } from "./when.js";

export function drawPoints(root, room) {
  const list = el("ul");
  const empty = el("p", { class: "empty" });
  const free = el(
    "button",
    { type: "button", class: "button", "aria-haspopup": "dialog", onclick: () => askBranch(room) },
    say("points.free"),
  );
  const more = el("p", { class: "source" }, say("points.note"));
  fill(root, el("h2", {}, say("points.title")), list, empty, el("div", { class: "after-list" }, free), more);
  room.on(["points", "clock"], ({ points }) => {
    keep(
      list,
      points,
      (point) => row(room, point),
      ({ at, label }) => `${at} ${label}`,
    );
    empty.hidden = points.length > 0;
    free.hidden = more.hidden = room.state === "ready";
    write(empty, say("points.none"));
  });
}

function row(room, { at, label }) {
  const when = dayHour(room.clock, at);
  return el(
    "li",
    { class: "row point" },
    el("span", {}, el("time", {}, when), ` · ${label}`),
    el(
      "button",
      {
        type: "button",
        class: "button quiet small",
        "aria-haspopup": "dialog",
        "aria-label": say("points.from", { when }),
        onclick: () => askBranch(room, { at, label }),
      },
      say("points.here"),
    ),
  );
}

function askBranch(room, point = null) {
  const title = input({
    required: true,
    maxlength: "120",
    value: say("points.name", {
      title: room.sections.who?.title ?? "",
      when: dayHour(room.clock, point?.at ?? room.now),
    }),
  });
  const hour = point ? null : hourField(room, room.now - 60, 0, room.now);
  open({
    title: point ? say("points.ask", { when: room.clock.full(point.at) }) : say("points.ask_free"),
    lead: say("points.lead"),
    body: [hour ? field(say("points.hour"), hour) : null, field(say("points.new_title"), title)],
    action: say("points.go"),
    submit: async () => {
      const at = point?.at ?? room.clock.parse(hour.value);
      const { id } = await room.post("branch", { at, title: title.value.trim() });
      location.assign(`/console?exercise=${encodeURIComponent(id)}#${token()}`);
    },
  });
}
