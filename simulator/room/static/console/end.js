// Ending the exercise asks once: it cannot be taken back, but one can restart from a point.
import { say } from "../common/words.js";
import { open } from "./dialog.js";

export function askEnd(room) {
  open({
    title: say("end.title"),
    lead: say("end.lead", { when: room.clock.full(room.now) }),
    body: [],
    action: say("end.go"),
    submit: () => room.post("clock", { action: "end" }),
  });
}
