// What console and observer have in common: the header and the three columns.
import { el, fill } from "../common/dom.js";
import { header } from "../common/header.js";
import { say } from "../common/words.js";
import { drawAfter } from "./after.js";
import { drawFoot } from "./foot.js";
import { drawLook } from "./look.js";
import { drawNotes } from "./notes.js";
import { drawNow } from "./now.js";
import { drawScore } from "./score.js";
import { drawScript } from "./script.js";
import { drawTeams } from "./teams.js";
import { drawWatch } from "./watch.js";

/** Build the page in `root`; `face` names it; `side(add)` adds sections to the right column. */
export function drawPage(root, room, { face, bar, notes, side }) {
  const head = el("header");
  const command = bar && el("section", { class: "bar", "aria-label": say("bar.label") });
  const [script, middle, right] = ["script", "middle", "side"].map((name) =>
    el("div", { class: `column ${name}`, tabindex: "-1" }),
  );
  const foot = el("footer", { class: "foot" });
  const skip = el("a", { class: "skip", href: "#middle" }, say("page.skip"));
  middle.id = "middle";
  const title = el("h1", { class: "unheard" }, say(`${face}.title`));
  fill(
    root,
    skip,
    head,
    command ?? null,
    el("main", { class: "columns" }, title, script, middle, right),
    foot,
  );
  drawFoot(foot, room);
  if (bar) bar(command, room);
  const scripted = drawScript(section(script), room);
  fillMiddle(middle, room);
  const add = (draw, ...more) => draw(section(right), room, ...more);
  if (notes === "first") side(add);
  add(drawWatch);
  add(drawNow);
  add(drawNotes, { dialog: notes === "dialog" });
  if (notes === "dialog") side(add);
  room.on(["clock", "who"], ({ who }) => showHead(head, room, who, face));
  room.on(["staff", "clock"], () => showHead(head, room, room.sections.who, face));
  return scripted;
}

function fillMiddle(middle, room) {
  const [teams, after, look, score] = [section(middle), section(middle), section(middle), section(middle)];
  after.hidden = true;
  drawAfter(after, room);
  drawTeams(teams, room);
  drawLook(look, room);
  drawScore(score, room);
}

function section(column) {
  const node = el("section", { class: "section" });
  column.append(node);
  return node;
}

function showHead(head, room, who, face) {
  const title = who?.title ?? room.title;
  if (who) {
    room.title = who.title;
    document.title = `${who.title} · ${say(`${face}.title`)}`;
  }
  header(head, {
    clock: room.clock,
    staff: room.sections.staff,
    who: { organisation: say(`${face}.short`), title },
  });
}

/** The team before or after the chosen one. */
export function moveTeam(room, by) {
  const ids = (room.sections.teams ?? []).map(({ id }) => id);
  const to = ids[ids.indexOf(room.team) + by];
  if (to) room.choose(to);
}
