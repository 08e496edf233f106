// The scenarios as a list to choose from, and the brief of the chosen one.
import { el, fill } from "../common/dom.js";
import { language, say } from "../common/words.js";
import { whole } from "./pace.js";

/** The field: its node, `value()` the chosen scenario, `onChange(scenario)` to be set. */
export function scenarioField(scenarios) {
  const lang = language();
  const brief = el("div", { class: "brief", tabindex: "0", role: "region", "aria-label": say("form.brief") });
  const made = { onChange: () => {} };
  const boxes = scenarios.map(({ id }, i) =>
    el("input", {
      type: "radio",
      name: "scenario",
      value: id,
      checked: i === 0,
      onchange: () => {
        showBrief(brief, made.value());
        made.onChange(made.value());
      },
    }),
  );
  const rows = scenarios.map((scenario, i) =>
    el(
      "label",
      { class: "scenario" },
      boxes[i],
      el("span", { class: "scenario-title" }, scenario.title[lang]),
      el("span", { class: "scenario-span" }, whole(scenario.horizon)),
      el("span", { class: "scenario-more" }, scenario.subtitle[lang]),
    ),
  );
  made.value = () => scenarios[boxes.findIndex(({ checked }) => checked)];
  made.node = el(
    "section",
    { class: "section lobby-scenarios" },
    el("h2", {}, say("form.new")),
    el("fieldset", { class: "scenarios" }, el("legend", { class: "unheard" }, say("form.scenario")), rows),
    brief,
  );
  showBrief(brief, made.value());
  return made;
}

function showBrief(root, { brief, title }) {
  const lang = language();
  fill(
    root,
    el("h3", {}, say("form.brief")),
    el("p", { class: "unheard" }, title[lang]),
    brief[lang].split(/\n\s*\n/).map((paragraph) => el("p", { class: "serif" }, paragraph)),
  );
}
