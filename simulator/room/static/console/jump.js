// “Go to…”: the next inject, or an hour.
import { el } from "../common/dom.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { choices, field, input } from "./fields.js";

export function askJump(room) {
  const { clock } = room;
  const next = nextInject(room);
  const options = [["hour", say("jump.hour")]];
  if (next) options.unshift(["next", say("jump.next")]);
  const where = choices(say("jump.where"), "where", options, options[0][0]);
  const hour = hourField(room, room.now + 60);
  const at = field(say("jump.at"), hour);
  const refresh = () => {
    at.hidden = where.value() !== "hour";
  };
  where.boxes.forEach((box) => box.addEventListener("change", refresh));
  refresh();
  open({
    title: say("jump.title"),
    lead: next ? say("jump.lead", { when: clock.moment(next.at), title: next.title }) : say("jump.none"),
    body: [where.node, at, el("p", { class: "field-hint" }, say("jump.warn"))],
    action: say("jump.go"),
    submit: () =>
      room.post(
        "clock",
        where.value() === "hour" ? { action: "jump", to: clock.parse(hour.value) } : { action: "jump" },
      ),
  });
}

/** A field of a local hour, from now to the horizon. */
export function hourField(room, value, from = room.now, to = room.clock.horizon) {
  const { clock } = room;
  const inside = Math.min(Math.max(value, from), to);
  return input({
    type: "datetime-local",
    required: true,
    value: clock.local(inside),
    min: clock.local(from),
    max: clock.local(to),
  });
}

/** The next inject of the script that has an hour. */
export function nextInject(room) {
  return (room.sections.script ?? [])
    .filter(({ at, state }) => at !== null && state === "to_come" && at > room.now)
    .sort((a, b) => a.at - b.at)[0];
}
