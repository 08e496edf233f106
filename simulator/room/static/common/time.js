// Minutes of the exercise as readers say them: the scenario's hours, days and spans.

import { language, say } from "./words.js";

const LOCALES = { fr: "fr-FR", en: "en-GB" };

/** The exercise's clock, counting on by itself between two words of the room. */
export class Clock {
  constructor() {
    this.section = null;
    this.at = 0;
    this.formats = new Map();
  }

  /** Take the section `clock`. */
  set(section) {
    if (section.timezone !== this.section?.timezone) this.formats.clear();
    this.section = section;
    this.at = performance.now();
  }

  get running() {
    return Boolean(this.section?.running);
  }

  get state() {
    return this.section?.state ?? "ready";
  }

  get horizon() {
    return this.section?.horizon ?? 0;
  }

  /** Minutes since StartEx. */
  now() {
    if (!this.section) return 0;
    const { now, pace, horizon } = this.section;
    return this.running ? Math.min(horizon, now + (pace * (performance.now() - this.at)) / 1000) : now;
  }

  /** "10:42". */
  hour(minute) {
    return this.format(minute, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  }

  /** "lundi 23 février 2015". */
  day(minute) {
    return this.format(minute, { weekday: "long", day: "numeric", month: "long", year: "numeric" });
  }

  /** "lun. 23 févr. 2015". */
  date(minute) {
    return this.format(minute, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  }

  /** "lun. 23 févr.". */
  middleDay(minute) {
    return this.format(minute, { weekday: "short", day: "numeric", month: "short" });
  }

  /** "lun. 23". */
  shortDay(minute) {
    return this.format(minute, { weekday: "short", day: "numeric" });
  }

  /** "mer. 25 févr., 10:30". */
  full(minute) {
    return `${this.middleDay(minute)}, ${this.hour(minute)}`;
  }

  /** The hour, with the weekday when it is not today's: "12:00", "mer. 10:30". */
  moment(minute) {
    if (this.dayNumber(minute) === this.dayNumber(this.now())) return this.hour(minute);
    return `${this.format(minute, { weekday: "short" })} ${this.hour(minute)}`;
  }

  /** "0 h 18", "1 h 18", "1 j 23 h"; never negative. */
  span(minutes) {
    const whole = Math.max(0, Math.floor(minutes + 1e-9));
    const hours = Math.floor(whole / 60);
    if (hours >= 24) return `${Math.floor(hours / 24)}\u00a0${say("time.d")} ${hours % 24}\u00a0h`;
    return `${hours}\u00a0h\u00a0${String(whole % 60).padStart(2, "0")}`;
  }

  /** "T+86 h 42". */
  since(minute) {
    const whole = Math.max(0, Math.floor(minute));
    return `T+${Math.floor(whole / 60)}\u00a0h\u00a0${String(whole % 60).padStart(2, "0")}`;
  }

  /** Real time between two minutes of the exercise, as a hand feels it: "1:05", from 100 min on "2 h 05". */
  countdown(minutes) {
    const seconds = Math.max(0, Math.ceil(minutes / (this.section?.pace || 1) - 1e-6));
    if (seconds >= 6000) return this.span(seconds / 60);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  }

  /** The minute at which the day of `minute` began (local midnight). */
  midnight(minute) {
    return this.parse(`${this.local(minute).slice(0, 10)}T00:00`);
  }

  /** "2015-02-25T10:30", as a field of type datetime-local wants it. */
  local(minute) {
    const part = this.parts(this.epochOf(minute));
    const two = (number) => String(number).padStart(2, "0");
    const date = `${String(part.year).padStart(4, "0")}-${two(part.month)}-${two(part.day)}`;
    return `${date}T${two(part.hour)}:${two(part.minute)}`;
  }

  /** The minute of a local string; NaN when it is none. */
  parse(localString) {
    const wall = Date.parse(`${localString}Z`);
    if (Number.isNaN(wall) || !this.section) return NaN;
    // The offset at that hour is found by trying: twice is enough beside a change of summer time.
    let moment = wall - this.offset(wall);
    moment = wall - this.offset(moment);
    return Math.round((moment - this.section.epoch) / 60000);
  }

  dayNumber(minute) {
    return this.local(minute).slice(0, 10);
  }

  epochOf(minute) {
    // Whole minutes: 10:42 stays until 10:43, and the promised hour is not a second early.
    return (this.section?.epoch ?? 0) + Math.floor(minute + 1e-6) * 60000;
  }

  offset(epoch) {
    const part = this.parts(epoch);
    const wall = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
    return wall - Math.floor(epoch / 1000) * 1000;
  }

  parts(epoch) {
    const wanted = { year: "numeric", month: "numeric", day: "numeric", second: "numeric" };
    const format = this.formatter("en-US", { ...wanted, hour: "numeric", minute: "numeric", hourCycle: "h23" });
    const named = format.formatToParts(epoch).filter((part) => part.type !== "literal");
    return Object.fromEntries(named.map((part) => [part.type, Number(part.value)]));
  }

  format(minute, options) {
    const said = this.formatter(LOCALES[language()], options).format(this.epochOf(minute));
    return options.day ? first(said) : said;
  }

  formatter(locale, options) {
    const name = locale + JSON.stringify(options);
    if (!this.formats.has(name)) {
      const zone = this.section?.timezone ?? "UTC";
      this.formats.set(name, new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }));
    }
    return this.formats.get(name);
  }
}

/** "dim. 1er mars": in French the first of a month is an ordinal. */
export function first(date) {
  return language() === "fr" ? date.replace(/(^|\s)1(?=\s|$)/, "$11er") : date;
}
