// Which call stands in which slot: the first free one, kept to the end; nothing ever shifts.

const STAYS = 20000; // A lost call is shown so long (ms), then its slot is free.

/** The places of calls, four of them. */
export class Slots {
  constructor(count = 4) {
    this.places = Array(count).fill(null);
    this.lost = new Map();
  }

  /** Place `items`; return `{places, others}`, the others being without a slot. */
  update(items, now = performance.now()) {
    const shown = new Map(items.filter((item) => this.stays(item, now)).map((item) => [item.call, item]));
    this.places = this.places.map((call) => (shown.has(call) ? call : null));
    const waiting = [...shown.values()].filter((item) => item.state !== "lost" && !this.places.includes(item.call));
    for (const item of waiting) {
      const free = this.places.indexOf(null);
      if (free >= 0) this.places[free] = item.call;
    }
    const others = waiting.filter((item) => !this.places.includes(item.call));
    return { places: this.places.map((call) => shown.get(call) ?? null), others };
  }

  stays(item, now) {
    if (item.state !== "lost") return true;
    if (!this.lost.has(item.call)) this.lost.set(item.call, now);
    return now - this.lost.get(item.call) < STAYS;
  }
}
