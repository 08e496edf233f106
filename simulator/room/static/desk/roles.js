// Each role sees the same desk; "my role" gives its own sections the first place and the room.

import { keep, recall } from "/static/common/kept.js";
import { choice } from "/static/common/settings.js";
import { say } from "/static/common/words.js";

const LEADS = {
  head: { parts: ["due", "log"], tab: "due", side: "known" },
  spokesperson: { parts: ["feed"], tab: "calls", side: "world" },
  community: { parts: ["feed"], tab: "feed", side: "world" },
  lawyer: { parts: ["due"], tab: "due", side: "known" },
  it: { parts: ["known"], tab: "due", side: "known" },
};
const ALL = { parts: [], tab: "calls", side: "world" };

/** Return what leads for `role`: `{parts, tab, side}`. */
export function leading(role) {
  return mine() ? LEADS[role] ?? ALL : ALL;
}

/** Put the leading parts first in their column. */
export function emphasise(role) {
  const { parts } = leading(role);
  for (const part of document.querySelectorAll(".section")) part.classList.remove("lead");
  for (const name of [...parts].reverse()) {
    const part = document.querySelector(`.part-${name}`);
    part?.classList.add("lead");
    const first = part?.parentElement.querySelector(":scope > .section");
    if (first && first !== part) first.before(part);
  }
}

/** Settings: my role, or all alike. */
export function roleRow(role) {
  if (!LEADS[role]) return [];
  const options = [["mine", say("role.mine", { role: say(`role.${role}`) })], ["all", say("role.all")]];
  return [choice(say("role.view"), options, mine() ? "mine" : "all", (value) => {
    keep("local", "emphasis", value);
    // The order of the parts is that of the page: it is built again.
    location.reload();
  })];
}

function mine() {
  return recall("local", "emphasis") !== "all";
}
