// The facilitator rings a team as a journalist.
import { say } from "../common/words.js";
import { open } from "./dialog.js";
import { choices, field, input, select, textarea } from "./fields.js";

export function askRing(room) {
  const { outlets = [], teams } = room.sections;
  const outlet = select(outlets.map(({ id, name }) => [id, name]));
  const question = textarea("", { required: true, rows: "3", maxlength: "500", class: "entry serif" });
  const patience = input({ type: "number", min: "1", max: "120", step: "1", value: "5", required: true });
  const whom = choices(
    say("ring.whom"),
    "whom",
    teams.map(({ id, name }) => [id, name]),
    [room.team],
    "checkbox",
  );
  open({
    title: say("ring.title"),
    lead: say("ring.lead"),
    body: [
      field(say("ring.outlet"), outlet),
      field(say("ring.question"), question),
      field(say("ring.patience"), patience, say("ring.patience_hint")),
      teams.length > 1 ? whom.node : null,
    ],
    action: say("ring.go"),
    submit: () =>
      room.direct(
        {
          do: "ring_team",
          outlet: outlet.value,
          question: question.value.trim(),
          patience: Number(patience.value),
        },
        whom.all().length ? whom.all() : [room.team],
      ),
  });
}
