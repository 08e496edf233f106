// The head of the wall: the hour, large, and the portée.

import { el, svg, write } from "/static/common/dom.js";
import { drawStaff } from "/static/common/staff.js";
import { say } from "/static/common/words.js";

const BARE = { nights: [], above: [], below: [], due: [] };
const LARGER = 2; // The portée is drawn for a screen at arm's length; this one hangs on a wall.

/** Return the head and what keeps it true. */
export function masthead() {
  const hour = el("time", { class: "hour" });
  const day = el("span", { class: "day" });
  const staff = svg("svg", { class: "staff" });
  enlarge(staff);
  const root = el(
    "header",
    { class: "masthead" },
    el("div", { class: "clock" }, hour, day),
    el("div", { class: "staff-cell" }, staff),
  );
  let drawn = "";
  return [root, show];

  function show({ clock, sections, line }) {
    if (!clock.section) return;
    const now = clock.now();
    write(hour, clock.hour(now));
    write(day, clock.state === "ended" ? `${clock.middleDay(now)} · ${say("state.ended").toLowerCase()}` : clock.day(now));
    root.classList.toggle("still", !clock.running && line.state !== "lost");
    // Drawn again when the minute, the events or the size change, not four times a second.
    const box = root.lastChild.getBoundingClientRect();
    const is = [Math.floor(now), clock.state, sections.staff?.above.length, box.width, box.height].join();
    if (is === drawn && staff.events === sections.staff) return;
    drawn = is;
    staff.events = sections.staff;
    drawStaff(staff, sections.staff ?? BARE, clock);
  }
}

/** Tell the drawing that it has a smaller place than it has: all in it comes out larger. */
function enlarge(staff) {
  staff.getBoundingClientRect = () => {
    const { width, height } = staff.parentNode.getBoundingClientRect();
    const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    return { width: width / (LARGER * unit), height: height / (LARGER * unit) };
  };
}
