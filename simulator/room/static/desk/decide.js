// One decision sent, its refusal said beside the button that asked for it.

import { el, fill } from "/static/common/dom.js";
import { language, say } from "/static/common/words.js";

/** Return the place, beside a button, where refusals are said. */
export function notice() {
  return el("p", { class: "refusal", role: "alert" });
}

/** Send `decision`; say in `where` what holds it up; return whether the room took it. */
export async function decide(room, decision, label, where) {
  const late = setTimeout(() => fill(where, el("strong", { class: "waiting" }, say("pending")), " ", label), 1500);
  try {
    return await attempt(room, decision, label, where);
  } finally {
    clearTimeout(late);
  }
}

/** The same, where the page shows elsewhere what still waits to be sent. */
export async function attempt(room, decision, label, where) {
  fill(where);
  try {
    const answer = await room.queue.add(decision, label);
    fill(where);
    if (!answer.taken) refuse(where, answer.refused?.[language()] ?? "");
    return answer.taken;
  } catch (error) {
    refuse(where, error.say?.(language()) ?? String(error));
    return false;
  }
}

function refuse(where, why) {
  fill(where, el("strong", {}, say("refused")), " ", why);
}
