// What stands on the front page, and for how long.

const STAYS = 20000; // A lead story stands at least so long (ms): who looks up must find it.

/** The front page shown, and the one that waits for its turn. */
export class Held {
  constructor() {
    this.shown = null;
    this.since = -Infinity;
  }

  /** Return the page to show at `now`, given what the room would have there. */
  page(wanted, now = performance.now()) {
    const same = this.shown !== null && sameStory(this.shown.lead, wanted.lead);
    const free = this.shown === null || this.shown.lead === null || now - this.since >= STAYS;
    if (same) this.shown = wanted;
    else if (free) [this.shown, this.since] = [wanted, now];
    return { lead: this.shown.lead, seconds: others(this.shown) };
  }
}

/** The second stories; the lead may still stand among them while it waits to be replaced. */
function others({ lead, seconds }) {
  return seconds.filter((story) => !sameStory(story, lead)).slice(0, 2);
}

/** Return whether two stories are one: the same paper at the same minute. */
export function sameStory(one, other) {
  if (!one || !other) return one === other;
  return one.at === other.at && one.source === other.source;
}
