// The team's desk: its parts in their places, and the stream that keeps them true.

import { get } from "/static/common/api.js";
import { banner } from "/static/common/banner.js";
import { el, fill } from "/static/common/dom.js";
import { header } from "/static/common/header.js";
import { keep, recall } from "/static/common/kept.js";
import { settings } from "/static/common/settings.js";
import { connect } from "/static/common/stream.js";
import { language, say } from "/static/common/words.js";
import { calls } from "./calls.js";
import { composer } from "./composer.js";
import { due } from "./due.js";
import { feed } from "./feed.js";
import { ending, hotwash } from "./hotwash.js";
import { inbox } from "./inbox.js";
import { known } from "./known.js";
import { log } from "./log.js";
import { Queue } from "./queue.js";
import { announcer, soundRow } from "./ring.js";
import { emphasise, leading, roleRow } from "./roles.js";
import { Room } from "./room.js";
import { ringBar, tabs } from "./tabs.js";
import "./words.js";

const room = new Room(new Queue(() => room?.tell("queue"), () => !told || (room.clock.state === "paused" && !room.clock.section.takes)));
let told = false; // Whether the room has said, since the line is open, where its clock stands.

/** Build the page once; its parts then refresh themselves. */
function build(role) {
  const head = el("header", { class: "head" });
  const title = el("h1", { class: "unheard" }, say("page"));
  const held = el("div", { class: "banner", role: "status", hidden: true });
  const rows = () => [...roleRow(role), ...soundRow(room)];
  const { phone, side } = tabs(room, leading(role));
  const left = el("div", { class: "column world" }, inbox(room), feed(room));
  const middle = el("div", { class: "column middle" }, composer(room), hotwash(room));
  const right = el("div", { class: "column binds" }, known(room), due(room), log(room));
  fill(
    document.body,
    el("a", { class: "skip", href: "#calls" }, say("skip")),
    head,
    held,
    announcer(room),
    calls(room),
    ringBar(room),
    el("main", { class: "columns" }, side, left, middle, right),
    el("div", { class: "phone-settings" }, settings(rows)),
    phone,
  );
  emphasise(role);
  const end = ending(room);
  const hold = () => banner(held, { clock: room.clock, line: room.line, retry: () => room.stream.retry(), end });
  room.on(["clock", "line"], hold);
  room.on(["clock", "staff", "who"], () => {
    if (room.clock.section) header(head, { clock: room.clock, staff: room.sections.staff, who: room.sections.who, rows });
    if (!title.isConnected) head.prepend(title);
    document.body.classList.toggle("ended", room.ended);
    document.body.classList.toggle("still", !room.clock.running);
  });
}

/** Open the stream, and send what still waits as soon as it is open. */
function listen() {
  room.stream = connect({
    lang: language(),
    onSection: (name, data) => {
      room.take(name, data);
      if (name !== "clock" || told) return;
      told = true;
      room.queue.retry();
    },
    onState: (state, seconds, since) => {
      if (state !== "open") told = false;
      room.line = { state, seconds, since };
      room.tell("line");
    },
  });
}

function beat() {
  let minute = -1;
  setInterval(() => {
    room.tell("tick");
    const now = Math.floor(room.clock.now());
    if (now !== minute) room.tell("minute");
    minute = now;
  }, 500);
}

/** What the room says of this seat, kept: a reload while the room is away must still find the desk. */
async function whoAmI() {
  const me = await get("/api/me").catch(() => JSON.parse(recall("session", "me") ?? "null"));
  if (me) keep("session", "me", JSON.stringify(me));
  return me;
}

async function begin() {
  const me = await whoAmI();
  // The exercise's language, unless the reader has chosen another on this machine.
  if (me?.language && !recall("local", "language")) document.documentElement.lang = me.language;
  document.documentElement.lang = language();
  document.title = `${say("page")} · Cellule`;
  build(me?.role ?? "");
  room.tell("queue");
  listen();
  beat();
}

begin();
