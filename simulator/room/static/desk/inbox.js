// What the team is told: mails, notes and messages, newest first.

import { el, write } from "/static/common/dom.js";
import { keep, recall } from "/static/common/kept.js";
import { say } from "/static/common/words.js";
import { Arrivals } from "./arrivals.js";
import { section } from "./sections.js";

/** Return the section; messages open at a press and are then read. */
export function inbox(room) {
  const read = new Set(JSON.parse(recall("session", "read") ?? "[]"));
  const list = new Arrivals({
    clock: room.clock,
    keyOf: (item) => item.id,
    label: say("inbox"),
    build: (item) => message(room, item, () => opened(item)),
    refresh: (node, item) => node.classList.toggle("unread", !read.has(item.id)),
  });
  const { root, aside } = section("inbox", say("inbox"), list.root);
  const show = () => {
    const items = room.sections.inbox ?? [];
    list.show(items);
    emptied(list.list, items.length, say("inbox.empty"));
    const unread = items.filter((item) => !read.has(item.id)).length;
    write(aside, unread ? say("inbox.unread", { n: unread }) : "");
    room.unread = unread;
  };
  const opened = (item) => {
    read.add(item.id);
    keep("session", "read", JSON.stringify([...read]));
    show();
  };
  room.on(["inbox", "clock"], show);
  return root;
}

/** Say in one line that a list is empty. */
export function emptied(list, count, text) {
  list.dataset.empty = count ? "" : text;
}

function message(room, item, opened) {
  const body = el("p", { class: "message-text", hidden: true }, item.text);
  const open = el(
    "button",
    { type: "button", class: "message-head", "aria-expanded": "false", onclick: toggle },
    el("span", { class: "strong" }, item.title),
    el("span", { class: "source" }, item.sender),
  );
  function toggle() {
    body.hidden = !body.hidden;
    open.setAttribute("aria-expanded", String(!body.hidden));
    opened();
  }
  const when = el("time", {});
  return el("li", { class: "row timed new" }, when, el("div", { class: "message" }, open, body));
}
