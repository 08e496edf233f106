// A call is heard: said to screen readers when it rings, at one third left, when lost; and a bell.

import { el, write } from "/static/common/dom.js";
import { keep, recall } from "/static/common/kept.js";
import { choice } from "/static/common/settings.js";
import { say } from "/static/common/words.js";
import { isSoon } from "./calls.js";

const EVERY = 4000;

/** Return the live region, and begin to listen to the phones. */
export function announcer(room) {
  const region = el("p", { class: "unheard", "aria-live": "assertive" });
  const told = new Map();
  const bell = new Bell(room);
  room.on(["calls", "tick"], () => {
    const news = room.calls.items.map((item) => fresh(item, told, room.clock.now())).filter(Boolean);
    if (news.length) write(region, news.join(" "));
    bell.ring();
  });
  return region;
}

/** Return what to say of a call, once for each of its stages. */
function fresh(item, told, now) {
  const soon = item.state === "ringing" && isSoon(item, now);
  const stage = soon ? "soon" : item.state;
  const before = told.get(item.call);
  if (before === stage) return null;
  told.set(item.call, stage);
  if (!["ringing", "soon", "lost"].includes(stage)) return null;
  return say(`heard.${stage}`, { outlet: item.outlet, question: item.question });
}

/** Settings: the bell is off until the player wants it, and only where the room allows it. */
export function soundRow(room) {
  if (!room.clock.section?.sound) return [];
  const options = [["off", say("sound.off")], ["on", say("sound.on")]];
  return [choice(say("sound"), options, recall("local", "sound") ?? "off", (value) => {
    keep("local", "sound", value);
    if (value === "on") new Bell(room).strike();
  })];
}

class Bell {
  constructor(room) {
    this.room = room;
    this.last = 0;
  }

  ring() {
    const wanted = this.room.clock.section?.sound && recall("local", "sound") === "on";
    const rings = this.room.clock.running && this.room.calls.items.some((item) => item.state === "ringing");
    if (!wanted || !rings || Date.now() - this.last < EVERY) return;
    this.last = Date.now();
    this.strike();
  }

  /** Two short soft notes. */
  strike() {
    const context = (Bell.context ??= new AudioContext());
    // Before any press on the page a browser keeps quiet; nothing to be done about it.
    context.resume().catch(() => {});
    for (const [start, pitch] of [[0, 660], [0.18, 550]]) note(context, context.currentTime + start, pitch);
  }
}

function note(context, start, pitch) {
  const tone = new OscillatorNode(context, { frequency: pitch });
  const volume = new GainNode(context, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(0.12, start + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, start + 0.16);
  tone.connect(volume).connect(context.destination);
  tone.start(start);
  tone.stop(start + 0.17);
}
