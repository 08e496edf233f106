// The wall: a front page of what the team could see, for a projector.

import { get } from "/static/common/api.js";
import { banner } from "/static/common/banner.js";
import { el, fill } from "/static/common/dom.js";
import { keep, recall } from "/static/common/kept.js";
import { connect } from "/static/common/stream.js";
import { Clock } from "/static/common/time.js";
import { say, setLanguage, language } from "/static/common/words.js";
import { front } from "./front.js";
import { masthead } from "./masthead.js";
import { phones } from "./phones.js";
import { rumour } from "./rumour.js";
import { talk } from "./talk.js";
import "./words.js";

const asked = new URLSearchParams(location.search);
const wall = {
  clock: new Clock(),
  sections: {},
  line: { state: "opening", seconds: 0, since: 0 },
};

async function begin() {
  const me = await get("/api/me").catch(() => null);
  speak(asked.get("lang") ?? me?.language ?? language());
  document.title = `${say("wall.page")} · Cellule`;
  const parts = build();
  const refresh = () => parts.forEach((part) => part(wall));
  wall.stream = connect({
    exercise: asked.get("exercise"),
    team: asked.get("team"),
    lang: language(),
    onSection(name, data) {
      wall.sections[name] = data;
      if (name === "clock") wall.clock.set(data);
      refresh();
    },
    onState(state, seconds, since) {
      wall.line = { state, seconds, since };
      refresh();
    },
  });
  setInterval(refresh, 250);
  addEventListener("resize", refresh);
  document.fonts?.ready.then(refresh);
  addEventListener("keydown", onKey);
}

/** The room's language, without changing what the reader of this machine chose for other pages. */
function speak(lang) {
  const chosen = recall("local", "language");
  setLanguage(lang);
  keep("local", "language", chosen);
}

/** Build the page; return the functions that keep its parts true. */
function build() {
  const [head, showHead] = masthead();
  const held = el("div", { class: "banner", role: "status", hidden: true });
  const [lead, showLead] = front();
  const [said, showSaid] = talk();
  const [thermometer, showRumour] = rumour();
  const [lines, showLines] = phones();
  fill(
    document.body,
    head,
    el("main", {}, held, el("div", { class: "page" }, lead, said), el("div", { class: "low" }, thermometer, lines)),
  );
  const showHeld = ({ clock, line }) => banner(held, { clock, line, retry: () => wall.stream.retry() });
  return [showHead, showHeld, showLead, showSaid, showRumour, showLines];
}

/** D for dark, D for paper; the address remembers. */
function onKey(event) {
  if (event.key.toLowerCase() !== "d" || event.ctrlKey || event.metaKey || event.altKey) return;
  const root = document.documentElement;
  const dark = root.classList.toggle("dark");
  root.classList.toggle("light", !dark);
  dark ? asked.set("theme", "dark") : asked.delete("theme");
  const query = asked.size ? `?${asked}` : "";
  history.replaceState(history.state, "", location.pathname + query);
}

begin();
