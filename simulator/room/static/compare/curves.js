// One curve a team for the audience chosen, all to the same scale: several in one would need colours.

import { scaleTop } from "/static/curves/axis.js";
import { Curve } from "/static/curves/curve.js";
import { el, fill } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { percent } from "./tables.js";

/** Return the choice of an audience and the small multiples. */
export function curves(data, clock) {
  // One scale for every audience too: changing the choice moves the lines, never the axis.
  const shares = data.teams.flatMap((team) => Object.values(team.curves).flat().map(([, share]) => share));
  const top = scaleTop(shares.reduce((most, share) => Math.max(most, share), 0));
  const panels = data.teams.map((team) => panel(team, data, clock, top));
  const show = (audience) => panels.forEach((one) => one.show(audience));
  if (data.audiences.length) show(data.audiences[0]);
  return [
    audiences(data.audiences, show),
    el("p", { class: "key" }, key("world-ink", "belief"), key("team-ink", "statement"), key("", "broke")),
    el("div", { class: "multiples" }, panels.map(({ root }) => root)),
  ];
}

function key(ink, name) {
  return el("span", {}, el("b", { class: ink }, say(`compare.key.${name}`)), " ", say(`compare.key.${name}.is`));
}

function audiences(list, show) {
  const one = (audience, place) =>
    el(
      "label",
      { class: "option" },
      el("input", { type: "radio", name: "audience", value: audience.id, checked: place === 0, onchange: () => show(audience) }),
      el("span", {}, audience.name),
    );
  return el("fieldset", { class: "audiences" }, el("legend", { class: "unheard" }, say("compare.audience")), el("div", { class: "options" }, list.map(one)));
}

function panel(team, data, clock, top) {
  const place = el("div", { class: "curve-place", role: "img" });
  const peak = el("span", { class: "aside" });
  const root = el("div", { class: "panel" }, el("div", { class: "curve-title" }, el("h3", {}, team.name), peak), place);
  const curve = new Curve(place, { clock, lines: ["belief"], top });
  return { root, show };

  function show(audience) {
    const points = team.curves[audience.id] ?? [];
    const highest = points.reduce((most, [, share]) => Math.max(most, share), 0);
    const end = points.at(-1) ?? [0, 0];
    fill(peak, say("compare.peak", { share: percent(highest) }));
    place.setAttribute("aria-label", say("compare.alt", { team: team.name, audience: audience.name, peak: percent(highest), end: percent(end[1]) }));
    curve.show([points.map(([at]) => at), points.map(([, share]) => share * 100)], {
      statements: team.statements,
      broke: data.breaks ?? null,
      ends: [{ at: end[0], share: end[1] * 100, text: percent(end[1]), colour: "world" }],
    });
  }
}
