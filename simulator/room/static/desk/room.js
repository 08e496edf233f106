// What the desk's parts share: the clock, the last state of every section, the way out.

import { Clock } from "/static/common/time.js";

/** The room as this seat sees it. */
export class Room {
  constructor(queue) {
    this.clock = new Clock();
    this.queue = queue;
    this.sections = {};
    this.line = { state: "opening", seconds: 0, since: 0 };
    this.listeners = [];
  }

  /** Call `listener` whenever one of the sections in `names` changes (or "tick", each second). */
  on(names, listener) {
    this.listeners.push({ names: [].concat(names), listener });
  }

  /** Take a section, or the news that something else called `name` changed. */
  take(name, data) {
    if (name === "clock") this.clock.set(data);
    this.sections[name] = data;
    this.tell(name);
  }

  tell(name) {
    for (const { names, listener } of this.listeners) if (names.includes(name)) listener();
  }

  get calls() {
    return this.sections.calls ?? { lost: 0, items: [], can_answer: [], open: true, by_hand: true };
  }

  get known() {
    return this.sections.known ?? { facts: [], investigations: [], claims: [] };
  }

  get options() {
    return this.sections.options ?? NOTHING;
  }

  get ended() {
    return this.clock.state === "ended";
  }
}

const NOTHING = {
  channels: [], audiences: [], elements: [], responsibilities: [], spokespeople: [],
  partners: [], duties: [], topics: [], helpline: null, done: {},
};
