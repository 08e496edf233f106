// The numbers behind the curves, for who cannot or will not read a drawing.

import { el } from "/static/common/dom.js";
import { number, say } from "/static/common/words.js";

/** Return a table of every audience at that minute. */
export function table(audiences) {
  const heads = ["audience", "belief", "account", "trust"].map((key) => el("th", { scope: "col" }, say(`replay.table.${key}`)));
  const rows = audiences.map((one) =>
    el(
      "tr",
      {},
      el("th", { scope: "row" }, one.name),
      el("td", {}, percent(one.belief)),
      el("td", {}, percent(one.account)),
      el("td", {}, one.trust === null || one.trust === undefined ? "–" : number(one.trust, { minimumFractionDigits: 2, maximumFractionDigits: 2 })),
    ),
  );
  return el("table", { class: "plain" }, el("thead", {}, el("tr", {}, heads)), el("tbody", {}, rows));
}

function percent(share) {
  return say("share.percent", { n: number(share * 100, { maximumFractionDigits: 1 }) });
}
