// The past, minute by minute: asked for once, one question at a time, the latest wish first.

import { get } from "/static/common/api.js";
import { language } from "/static/common/words.js";

const KEPT = 240; // Minutes kept in memory.

/** What the room says of past minutes of one team's exercise. */
export class Past {
  constructor({ exercise, team, onPast, onError }) {
    Object.assign(this, { exercise, team, onPast, onError });
    this.known = new Map();
    this.wanted = null;
    this.asking = false;
  }

  /** Want `minute`; `onPast(sections, minute)` follows, unless a later wish overtakes it. */
  want(minute) {
    this.wanted = minute;
    if (this.known.has(minute)) this.onPast(this.known.get(minute), minute);
    else if (!this.asking) this.ask();
  }

  async ask() {
    this.asking = true;
    const minute = this.wanted;
    try {
      const sections = await this.at(minute);
      if (this.wanted === minute) this.onPast(sections, minute);
    } catch (error) {
      this.onError(error);
    }
    this.asking = false;
    if (this.wanted !== minute && !this.known.has(this.wanted)) this.ask();
  }

  /** Return the sections of `minute`. */
  async at(minute) {
    if (this.known.has(minute)) return this.known.get(minute);
    const query = new URLSearchParams({ exercise: this.exercise, team: this.team, at: minute, lang: language() });
    const sections = await get(`/api/replay?${query}`);
    this.known.set(minute, sections);
    if (this.known.size > KEPT) this.known.delete(this.known.keys().next().value);
    return sections;
  }
}
