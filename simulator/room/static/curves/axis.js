// Where the marks of an axis stand: days at their noon, or hours; shares at round numbers.

import { number } from "/static/common/words.js";

const DAY = 1440;
const HOURS = [30, 60, 120, 180, 360, 720];
const ROOM = 44; // Pixels a mark of the time axis wants.

/** Return `{splits, values}` of the time axis, as uPlot asks for them. */
export function timeAxis(clock, width) {
  const long = clock.horizon > 1.5 * DAY;
  const most = Math.max(1, Math.floor(width / ROOM));
  const step = long ? DAY * Math.ceil(clock.horizon / DAY / most) : HOURS.find((one) => clock.horizon / one <= most) ?? DAY;
  const first = clock.midnight(0) + (long ? DAY / 2 : 0);
  const splits = [];
  for (let minute = first; minute <= clock.horizon; minute += step) if (minute >= 0) splits.push(minute);
  const name = (minute) => (long ? clock.format(minute, { weekday: "short" }) : clock.hour(minute));
  return { splits, values: splits.map(name) };
}

/** Return the top of a scale that holds `share` (0 to 1) in quarters: 25, 50, 75 or 100. */
export function scaleTop(share) {
  return Math.min(100, Math.max(25, Math.ceil(share * 4) * 25));
}

/** Return the round numbers of a scale of shares up to `top`. */
export function shareAxis(top) {
  const splits = top === 25 ? [0, 10, 20] : [0, 25, 50, 75, 100].filter((one) => one <= top);
  return { splits, values: splits.map((one) => number(one)) };
}
