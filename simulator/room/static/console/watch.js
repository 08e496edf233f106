// To watch: what deserves the facilitator's eye, with the chain of causes behind it.
import { el, fill, write } from "../common/dom.js";
import { say } from "../common/words.js";
import { keep } from "./keep.js";

export function drawWatch(root, room) {
  const list = el("ul");
  const empty = el("p", { class: "empty" });
  fill(root, el("h2", {}, say("watch.title")), list, empty);
  room.on(["watch"], ({ watch }) => {
    keep(
      list,
      watch,
      (item) => row(room, item),
      ({ team_id, entry, text }) => `${team_id} ${entry} ${text}`,
    );
    empty.hidden = watch.length > 0;
    write(empty, say("watch.none"));
  });
}

function row(room, { team, team_id, text, why }) {
  const name = el(
    "button",
    { type: "button", class: "team-link", onclick: () => room.choose(team_id) },
    team,
  );
  const chain = why.length
    ? el(
        "details",
        {},
        el("summary", {}, say("watch.why")),
        el(
          "ol",
          { class: "chain" },
          why.map((cause) => el("li", {}, cause)),
        ),
      )
    : null;
  return el("li", { class: "row watch" }, name, ` ${text}`, chain);
}
