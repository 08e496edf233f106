// The middle column's two looks at the chosen team: its truth, or what it sees itself.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { drawSeen } from "./seen.js";
import { drawTruth } from "./truth.js";

export function drawLook(root, room) {
  const title = el("h2");
  const truth = el("div");
  const seen = el("div", { class: "seen", hidden: true });
  const faces = { truth, seen };
  const buttons = Object.keys(faces).map((name) =>
    el(
      "button",
      {
        type: "button",
        class: "button small",
        "aria-pressed": String(name === "truth"),
        onclick: () => choose(name),
      },
      say(`look.${name}`),
    ),
  );
  const choose = (name) => {
    for (const [each, node] of Object.entries(faces)) node.hidden = each !== name;
    buttons.forEach((button, i) =>
      button.setAttribute("aria-pressed", String(Object.keys(faces)[i] === name)),
    );
  };
  fill(
    root,
    el(
      "div",
      { class: "title" },
      title,
      el("div", { class: "switch", role: "group", "aria-label": say("look.label") }, buttons),
    ),
    truth,
    seen,
  );
  drawTruth(truth, room);
  drawSeen(seen, room);
  room.on(["team", "teams"], () => fill(title, say("look.title", { team: room.name() })));
}
