// Which part shows on a small screen: five tabs on a phone, three beside the composer in between.

import { el, fill, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";

const PHONE = ["calls", "feed", "write", "due", "log"];
const SIDE = ["world", "known", "log"];

/** Return the two rows of tabs; they set `data-tab` and `data-side` on the body. */
export function tabs(room, { tab, side }) {
  return { phone: phone(room, tab), side: beside(side) };
}

function phone(room, first) {
  const buttons = PHONE.map((name) => el("button", { type: "button", class: "tab", "data-name": name, onclick: () => show(name) }, el("b", {}), el("span", {}, say(`tab.${name}`))));
  const show = (name) => {
    document.body.dataset.tab = name;
    for (const button of buttons) button.toggleAttribute("aria-current", button.dataset.name === name);
    scrollTo(0, 0);
  };
  show(first);
  room.showTab = show;
  room.on(["calls", "feed", "inbox", "due", "log", "clock", "number", "tick"], () => {
    const ringing = room.calls.items.filter((item) => item.state === "ringing").length;
    const owed = (room.sections.due ?? []).filter((item) => !["kept", "missed"].includes(item.state)).length;
    const counts = { calls: ringing, feed: room.unread ?? 0, write: room.ended ? "\u00a0" : `${say("number")} ${room.number ?? 1}`, due: owed, log: (room.sections.log ?? []).length };
    for (const button of buttons) {
      write(button.firstChild, String(counts[button.dataset.name]));
      if (button.dataset.name === "write") write(button.lastChild, say(room.ended ? "tab.hotwash" : "tab.write"));
    }
    buttons[0].classList.toggle("ringing", ringing > 0);
  });
  return el("nav", { class: "tabs", "aria-label": say("tabs") }, buttons);
}

function beside(first) {
  const buttons = SIDE.map((name) => el("button", { type: "button", class: "tab", "data-name": name, onclick: () => show(name) }, say(`side.${name}`)));
  const show = (name) => {
    document.body.dataset.side = name;
    for (const button of buttons) button.toggleAttribute("aria-current", button.dataset.name === name);
  };
  show(first);
  return el("nav", { class: "side-tabs", "aria-label": say("tabs") }, buttons);
}

/** On a phone, whatever the tab: who rings, and how long the most pressing one still waits. */
export function ringBar(room) {
  const words = el("span", {});
  const left = el("span", { class: "number left" });
  const root = el("button", { type: "button", class: "ring-bar", hidden: true, onclick: () => room.showTab("calls") }, words, left);
  room.on(["ringing", "tick"], () => {
    const [first, ...others] = [...(room.ringing ?? [])].sort((one, other) => one.gives_up - other.gives_up);
    root.hidden = !first || room.ended;
    if (!first) return;
    const now = room.clock.now();
    const text = others.length ? say("ringing.others", { n: others.length }) : say("ringing.one");
    if (words.textContent !== `${first.outlet} ${text}`) fill(words, el("b", {}, first.outlet), " ", text);
    write(left, room.clock.countdown(first.gives_up - now));
    left.classList.toggle("soon", first.gives_up - now < (first.gives_up - first.rang) / 3);
  });
  return root;
}
