// Lets the minutes of the past go by, at a chosen speed.

const TICK = 250;

/** Plays from where it stands to the end. */
export class Player {
  constructor({ onMinute, onState }) {
    Object.assign(this, { onMinute, onState });
    this.minute = 0;
    this.end = 0;
    this.speed = 30; // Minutes of the exercise a second.
    this.timer = null;
  }

  get playing() {
    return this.timer !== null;
  }

  toggle() {
    this.playing ? this.stop() : this.start();
  }

  start() {
    if (this.minute >= this.end) this.go(0);
    this.timer = setInterval(() => this.tick(), TICK);
    this.onState(true);
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.onState(false);
  }

  tick() {
    this.go(this.minute + (this.speed * TICK) / 1000);
    if (this.minute >= this.end) this.stop();
  }

  /** Go to `minute`, within what there is. */
  go(minute) {
    this.minute = Math.min(Math.max(0, minute), this.end);
    this.onMinute(Math.floor(this.minute));
  }
}
