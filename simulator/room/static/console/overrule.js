// One criterion: why it has its score, and the facilitator's own judgement instead.
import { el } from "../common/dom.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { field, input, textarea } from "./fields.js";

export function askOverrule(room, criterion) {
  const { name, score, rating, weight, explanation } = criterion;
  const given = say("overrule.now", {
    score: score === null ? "–" : Math.round(score),
    rating: rating ?? "–",
    weight,
  });
  const body = [el("p", {}, el("b", {}, given)), el("p", {}, explanation)];
  const title = say("overrule.title", { criterion: name, team: room.name() });
  if (!room.commands) return open({ title, body });
  const wanted = input({
    type: "number",
    min: "0",
    max: "100",
    step: "1",
    required: true,
    value: score === null ? "" : String(Math.round(score)),
  });
  const reason = textarea("", { required: true, rows: "2", maxlength: "1000" });
  return open({
    title,
    body: [
      ...body,
      el("hr"),
      el(
        "div",
        { class: "field-row narrow-first" },
        field(say("overrule.score"), wanted),
        field(say("overrule.reason"), reason, say("overrule.hint")),
      ),
    ],
    action: say("overrule.go"),
    submit: () =>
      room.direct(
        { do: "overrule", criterion: criterion.id, score: Number(wanted.value), reason: reason.value.trim() },
        [room.team],
      ),
  });
}
