// Days, shares and lengths of time as the console writes them, short.
import { number, say } from "../common/words.js";

const DAY = 1440;

/** “lun.”, “Mon”. */
export function weekday(clock, minute) {
  return clock.format(minute, { weekday: "short" });
}

/** “lun. 11:00”, on one line. */
export function dayHour(clock, minute) {
  return `${weekday(clock, minute)}\u00a0${clock.hour(minute)}`;
}

/** The first minute of each local day from StartEx to `end`. */
export function midnights(clock, end) {
  const first = clock.midnight(0) + DAY;
  const count = Math.max(0, Math.floor((end - first) / DAY) + 1);
  return Array.from({ length: count }, (_, i) => first + i * DAY);
}

/** “20 %”, “20%”. */
export function percent(share) {
  return say("share.percent", { n: Math.round(share * 100) });
}

/** Points, or a dash where there are none yet. */
export function rounded(score) {
  return score === null ? "–" : String(Math.round(score));
}

/** “0,61”, “0.61”. */
export function decimal(value) {
  return number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** Real seconds in a word: “45 s”, “2 min”, “1 h 20”. */
export function realSpan(seconds) {
  if (seconds < 90) return `${Math.round(seconds)}\u00a0s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return say("days", { n: Math.round(hours / 24) });
  const rest = minutes % 60;
  return rest ? `${hours}\u00a0h\u00a0${String(rest).padStart(2, "0")}` : `${hours}\u00a0h`;
}
