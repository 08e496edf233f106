// Which call stands in which slot: the first free one, kept to the end; nothing ever shifts.

const STAYS = 20000; // A lost call is shown so long (ms), then its slot is free.

/** The slots of the phone band. */
export class Slots {
  constructor(count = 4) {
    this.places = Array(count).fill(null);
    this.lostAt = new Map();
  }

  /** Place `items`; return `{places, others}`, the others having found no slot. */
  update(items, now = Date.now()) {
    const shown = items.filter((item) => this.isShown(item, now));
    const byCall = new Map(shown.map((item) => [item.call, item]));
    this.places = this.places.map((call) => (byCall.has(call) ? call : null));
    const others = [];
    for (const item of shown.filter((one) => !this.places.includes(one.call))) {
      const free = this.places.indexOf(null);
      if (free >= 0 && item.state !== "lost") this.places[free] = item.call;
      else if (item.state !== "lost") others.push(item);
    }
    return { places: this.places.map((call) => byCall.get(call) ?? null), others };
  }

  isShown(item, now) {
    if (item.state !== "lost") return true;
    if (!this.lostAt.has(item.call)) this.lostAt.set(item.call, now);
    return now - this.lostAt.get(item.call) < STAYS;
  }
}
