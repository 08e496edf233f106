// The status line at the bottom: always there, so that nothing moves when it speaks.
import { el, fill, write } from "../common/dom.js";
import { say } from "../common/words.js";

const LASTS = 8000; // How long a word about a command stays.

export function drawFoot(root, room) {
  const state = el("p", { class: "foot-state" });
  const word = el("p", { class: "foot-word", role: "status" });
  const retry = el(
    "button",
    { type: "button", class: "button small", hidden: true, onclick: () => room.stream.retry() },
    say("state.retry"),
  );
  fill(root, state, retry, word);
  let timer;
  let line = { state: "open" };
  const refresh = () => {
    write(state, sentence(room, line));
    root.classList.toggle("trouble", line.state !== "open");
    root.classList.toggle("calm", line.state === "open" && room.state === "running");
    retry.hidden = line.state !== "lost";
  };
  room.on(["clock"], refresh);
  room.onState = (name, seconds, since) => {
    line = { state: name, seconds, since };
    refresh();
  };
  room.tell = (text, refused = false) => {
    clearTimeout(timer);
    fill(word, refused ? el("b", { class: "world-ink" }, `${say("refused")} `) : null, text);
    timer = setTimeout(() => fill(word), LASTS);
  };
  refresh();
}

function sentence(room, { state, seconds, since }) {
  if (state === "refused") return `${say("state.refused")} ${say("state.refused.more")}`;
  if (state === "lost") {
    const counted = `${Math.floor(since / 60)}:${String(since % 60).padStart(2, "0")}`;
    const next = seconds ? say("state.lost.more", { seconds }) : say("state.lost.trying");
    return `${say("state.lost", { since: counted })} ${next}`;
  }
  const { clock } = room.sections;
  if (!clock) return say("foot.opening");
  if (clock.state === "paused") return `${clock.why ?? say("state.sentence.paused")} ${say("foot.paused")}`;
  if (clock.state === "ready")
    return `${say("state.sentence.ready")} ${room.commands ? say("foot.ready") : ""}`;
  return clock.state === "ended"
    ? say("state.sentence.ended")
    : say(room.commands ? "foot.keys" : "foot.keys_observer");
}
