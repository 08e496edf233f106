// How long the exercise takes: fixed paces, or all of it in so many hours.
import { el, fill } from "../common/dom.js";
import { number, say } from "../common/words.js";
import { choices, input } from "../console/fields.js";
import { paceOf, STEPS } from "../console/pace.js";
import { realSpan } from "../console/when.js";

const ALL = "all";

/** “10 jours”, “36 h”: a length of the story. */
export function whole(minutes) {
  return minutes % 1440 ? `${Math.round(minutes / 60)}\u00a0h` : say("days", { n: minutes / 1440 });
}

/** The field: `value()` in minutes of exercise a real second, `lasts()` in words. */
export function paceField() {
  const hours = input({
    type: "number",
    min: "0.5",
    max: "240",
    step: "0.5",
    value: "2",
    required: true,
    "aria-label": say("pace.hours"),
    class: "entry hours",
  });
  const group = choices(
    say("pace.legend"),
    "pace",
    [[ALL, ""], ...STEPS.map((seconds) => [String(seconds), ""])],
    ALL,
  );
  const texts = [...group.node.querySelectorAll("label > span")];
  group.node.classList.add("paces");
  let horizon = 14400;
  const value = () =>
    group.value() === ALL
      ? horizon / (3600 * Math.max(0.1, Number(hours.value)))
      : paceOf(Number(group.value()));
  const lasts = () => realSpan(horizon / value());
  const hint = el("p", { class: "field-hint" });
  const refresh = () =>
    fill(hint, say("pace.hint", { hour: realSpan(60 / value()), times: number(Math.round(value() * 60)) }));
  const name = () => {
    fill(texts[0], say("pace.all"), " ", hours, " ", say("pace.all_hours", { story: whole(horizon) }));
    STEPS.forEach((seconds, i) =>
      fill(
        texts[i + 1],
        say(seconds === 3600 ? "pace.step_real" : "pace.step", {
          times: 3600 / seconds,
          hour: realSpan(seconds),
          all: realSpan(horizon / paceOf(seconds)),
        }),
      ),
    );
    refresh();
  };
  hours.addEventListener("focus", () => {
    group.boxes[0].checked = true;
    refresh();
  });
  group.node.addEventListener("input", refresh);
  group.node.append(hint);
  name();
  return {
    node: group.node,
    value,
    lasts,
    horizon: (minutes) => {
      horizon = minutes;
      name();
    },
  };
}
