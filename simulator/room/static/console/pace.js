// The pace: fixed steps and one's own, in minutes of the exercise a real second.
import { el } from "../common/dom.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { field, input } from "./fields.js";
import { realSpan } from "./when.js";

/** The fixed steps: real seconds that an hour of the exercise takes. */
export const STEPS = [3600, 600, 120, 30];

export const paceOf = (seconds) => 60 / seconds;
export const secondsOf = (pace) => 60 / pace;

/** Whether `pace` is the step of so many seconds, whatever the rounding. */
export function isStep(pace, seconds) {
  return Math.abs(secondsOf(pace) / seconds - 1) < 0.01;
}

/** The name of a step: “réel” for an hour in an hour. */
export function stepName(seconds) {
  return seconds === 3600 ? say("pace.real") : realSpan(seconds);
}

/** Ask for a pace of one's own: an hour in so many minutes, or what is left in so many hours. */
export function askPace(room) {
  const { pace, horizon } = room.sections.clock;
  const left = Math.max(0, horizon - room.now);
  const hour = input({ type: "number", min: "0.1", max: "60", step: "any" });
  hour.value = String(Math.round((secondsOf(pace) / 60) * 10) / 10);
  const all = input({ type: "number", min: "0.1", max: "240", step: "any" });
  const whole = () => (left / pace / 3600).toFixed(1);
  all.value = whole();
  link(hour, all, (minutes) => (left / paceOf(minutes * 60) / 3600).toFixed(1));
  link(all, hour, (hours) => ((60 * 60 * hours) / left).toFixed(1));
  open({
    title: say("pace.title"),
    body: [
      field(say("pace.hour_in"), hour),
      left > 0 ? field(say("pace.rest_in", { span: room.clock.span(left) }), all) : null,
    ],
    action: say("pace.set"),
    submit: () => room.post("clock", { action: "pace", pace: paceOf(Number(hour.value) * 60) }),
  });
}

function link(from, to, turn) {
  from.addEventListener("input", () => {
    if (Number(from.value) > 0) to.value = String(Number(turn(Number(from.value))));
  });
}

/** The buttons of the bar; `refresh()` presses the one in force. */
export function paceButtons(room) {
  const steps = STEPS.map((seconds) =>
    el(
      "button",
      {
        type: "button",
        class: "button",
        "aria-pressed": "false",
        onclick: () => room.attempt(() => room.post("clock", { action: "pace", pace: paceOf(seconds) })),
      },
      stepName(seconds),
    ),
  );
  const other = el(
    "button",
    {
      type: "button",
      class: "button",
      "aria-pressed": "false",
      "aria-haspopup": "dialog",
      onclick: () => askPace(room),
    },
    say("pace.other"),
  );
  const node = el(
    "div",
    { class: "pace-steps", role: "group", "aria-label": say("pace.label") },
    steps,
    other,
  );
  const refresh = (pace) => {
    const on = STEPS.findIndex((seconds) => isStep(pace, seconds));
    steps.forEach((step, i) => step.setAttribute("aria-pressed", String(i === on)));
    other.setAttribute("aria-pressed", String(on < 0));
  };
  return { node, refresh };
}
