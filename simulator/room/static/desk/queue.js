// Decisions on their way: each has its key, none is lost, none is said sent before it is.

import { ApiError, key, post, token } from "/static/common/api.js";
import { keep, recall } from "/static/common/kept.js";

const AGAIN = new Set([0, 429, 502, 503, 504]);
const WAIT = 3000;

/** The decisions not yet answered, sent one by one in their order, also after a reload. */
export class Queue {
  /** `held()` says whether what waits has to wait on: the line is gone, or the exercise stands. */
  constructor(onChange, held = () => false) {
    this.onChange = onChange;
    this.held = held;
    this.waiters = new Map();
    // Another seat's decisions, left by an earlier link in this tab, are not this seat's to send.
    this.name = `queue.${(token() ?? "").split(".")[0]}`;
    this.items = JSON.parse(recall("session", this.name) ?? "[]").map((item) => ({ ...item, waiting: true }));
    this.busy = false;
    // Refusals of what an earlier page asked for: no button is left to say them beside.
    this.unheard = [];
  }

  /** Send `decision`; return the room's answer, however long it takes. `label` says what it is. */
  add(decision, label) {
    const item = { key: key(), decision, label, waiting: false };
    const answer = new Promise((resolve, reject) => this.waiters.set(item.key, { resolve, reject }));
    this.items.push(item);
    this.changed();
    this.pump();
    return answer;
  }

  /** Those that could not be sent yet. */
  get waiting() {
    return this.items.filter((item) => item.waiting);
  }

  /** Send the first; the next follows once it is answered. */
  async pump() {
    if (this.busy || !this.items.length || (this.items[0].waiting && this.held())) return;
    this.busy = true;
    const item = this.items[0];
    try {
      this.settle(item, "resolve", await post("/api/decisions", { key: item.key, decision: item.decision }));
    } catch (error) {
      if (!(error instanceof ApiError) || !AGAIN.has(error.status)) this.settle(item, "reject", error);
      else this.hold();
    }
    this.busy = false;
    if (this.items.length && !this.items[0].waiting) this.pump();
  }

  hold() {
    for (const item of this.items) item.waiting = true;
    this.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.retry(), WAIT);
  }

  /** Try at once, for instance when the stream is back. */
  retry() {
    clearTimeout(this.timer);
    this.pump().then(() => this.items.length && !this.busy && this.hold());
  }

  settle(item, how, value) {
    this.items = this.items.filter((other) => other !== item);
    for (const other of this.items) other.waiting = false;
    const waiter = this.waiters.get(item.key);
    if (!waiter && how === "reject") this.unheard.push({ ...item, why: value });
    this.changed();
    waiter?.[how](value);
    this.waiters.delete(item.key);
  }

  changed() {
    keep("session", this.name, this.items.length ? JSON.stringify(this.items) : null);
    this.onChange();
  }
}
