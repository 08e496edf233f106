// What the facilitator allows: coaching of drafts, sound, decisions while time stands.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";

export function drawOptions(root, room) {
  const boxes = Object.fromEntries(["coaching", "sound", "turns"].map((name) => [name, box(room, name)]));
  fill(
    root,
    el("h2", {}, say("options.title")),
    Object.values(boxes).map(({ node }) => node),
  );
  room.on(["settings"], ({ settings }) => {
    for (const [name, { input }] of Object.entries(boxes)) input.checked = settings[name];
  });
}

function box(room, name) {
  const input = el("input", {
    type: "checkbox",
    onchange: async () => {
      const wanted = input.checked;
      if (!(await room.attempt(() => room.post("settings", { [name]: wanted })))) input.checked = !wanted;
    },
  });
  return { input, node: el("label", { class: "option" }, input, el("span", {}, say(`options.${name}`))) };
}
