// The room's stream of sections: read by fetch (it carries the token), taken up again when lost.

import { headers } from "./api.js";

const WAITS = [1, 2, 3, 5]; // Seconds before each new try; the last one repeats.
const ASLEEP = 20000; // A timer that slept so long (ms) means that the machine slept too.
const SILENCE = 45000; // The room speaks at least every 15 s, if only a comment.

/**
 * Open the stream (`exercise` is for the facilitator, whose token is the room's);
 * `onSection(name, data)` for each section, `onState(state, seconds, since)`:
 * "open"; "lost", each second, with the seconds to the next try and those since the loss;
 * "refused" with the status, after which nobody tries again.
 */
export function connect({ exercise, team, lang, onSection, onState }) {
  const line = new Line({ exercise, team, lang, onSection, onState });
  line.open();
  return { close: () => line.close(), retry: () => line.retry() };
}

class Line {
  constructor({ exercise, team, lang, onSection, onState }) {
    const wanted = Object.entries({ exercise, team, lang }).filter(([, value]) => value);
    const query = new URLSearchParams(wanted);
    this.path = `/api/stream?${query}`;
    Object.assign(this, { onSection, onState, tries: 0, lostAt: null, nextAt: null, closed: false });
    this.heard = this.ticked = Date.now();
    this.beats = false;
    this.timer = setInterval(() => this.tick(), 1000);
    this.wake = () => this.lostAt !== null && this.retry();
    addEventListener("online", this.wake);
    document.addEventListener("visibilitychange", this.wake);
  }

  async open() {
    const reading = (this.reading = new AbortController());
    this.nextAt = null;
    try {
      const response = await fetch(this.path, {
        headers: headers(),
        cache: "no-store",
        signal: reading.signal,
      });
      if ([401, 403, 404].includes(response.status)) return this.refuse(response.status);
      if (!response.ok) throw new Error(response.status);
      await this.read(response.body, reading);
    } catch {
      // A stream that breaks and one that ends mean the same here: try again.
    }
    if (!this.closed && reading === this.reading) this.lose();
  }

  async read(body, reading) {
    const chunks = body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await chunks.read();
      if (done || reading !== this.reading) return;
      this.alive();
      const blocks = (rest + value).split(/\r?\n\r?\n/);
      rest = blocks.pop();
      blocks.forEach((block) => this.take(block));
    }
  }

  alive() {
    this.heard = Date.now();
    if (this.lostAt === null && this.tries === 0 && this.opened) return;
    Object.assign(this, { opened: true, tries: 0, lostAt: null });
    this.onState?.("open", 0, 0);
  }

  take(block) {
    let name = "message";
    const data = [];
    for (const row of block.split(/\r?\n/)) {
      if (row.startsWith("event:")) name = row.slice(6).trim();
      else if (row.startsWith("data:")) data.push(row.slice(5).replace(/^ /, ""));
      else if (row.startsWith(":")) this.beats = true;
    }
    if (data.length && name !== "bye") this.tell(name, data.join("\n"));
  }

  tell(name, data) {
    try {
      this.onSection(name, JSON.parse(data));
    } catch (error) {
      // A fault in a page's part must not cut the stream: the others go on.
      reportError(error);
    }
  }

  lose() {
    const now = Date.now();
    this.lostAt ??= now;
    this.nextAt = now + 1000 * WAITS[Math.min(this.tries++, WAITS.length - 1)];
    this.say();
  }

  tick() {
    const now = Date.now();
    const slept = now - this.ticked > ASLEEP && now - this.heard > ASLEEP;
    this.ticked = now;
    // A stream cut by sleep often breaks without a word.
    if (this.lostAt === null && (slept || (this.beats && now - this.heard > SILENCE))) this.retry();
    else if (this.nextAt !== null && now >= this.nextAt) this.open();
    if (this.lostAt !== null) this.say();
  }

  say() {
    const now = Date.now();
    const until = this.nextAt === null ? 0 : Math.max(0, Math.ceil((this.nextAt - now) / 1000));
    this.onState?.("lost", until, Math.round((now - this.lostAt) / 1000));
  }

  retry() {
    if (this.closed) return;
    const before = this.reading;
    this.lostAt ??= Date.now();
    this.heard = Date.now();
    this.open();
    before?.abort();
  }

  refuse(status) {
    this.close();
    this.onState?.("refused", status, 0);
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    removeEventListener("online", this.wake);
    document.removeEventListener("visibilitychange", this.wake);
    this.reading?.abort();
  }
}
