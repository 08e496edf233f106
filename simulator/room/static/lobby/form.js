// A new exercise: scenario, variant, luck, language, teams, pace.
import { key, post, token } from "../common/api.js";
import { el, fill } from "../common/dom.js";
import { language, say } from "../common/words.js";
import { choices, field, input } from "../console/fields.js";
import { why } from "../console/room.js";
import { paceField, whole } from "./pace.js";
import { scenarioField } from "./scenarios.js";
import { teamsField } from "./teams.js";

const SEEDS = 100000000; // Eight digits: short enough to read aloud, many enough not to meet twice.

export function drawForm(root, scenarios) {
  const form = fields(scenarios);
  const alert = el("p", { role: "alert", class: "dialog-error" });
  const summary = el("p", { class: "lobby-summary" });
  const go = el("button", { type: "submit", class: "button final" }, say("form.create"));
  fill(root, form.scenario.node, settingsColumn(form, alert, summary, go));
  const refresh = () => fill(summary, sentence(form));
  form.scenario.onChange = (scenario) => {
    chosen(form, scenario);
    refresh();
  };
  root.addEventListener("input", refresh);
  root.addEventListener("click", () => queueMicrotask(refresh));
  chosen(form, form.scenario.value());
  refresh();
  root.addEventListener("submit", (event) => create(event, { form, alert, go }));
}

function fields(scenarios) {
  return {
    scenario: scenarioField(scenarios),
    variant: el("div"),
    title: input({ required: true, maxlength: "120" }),
    seed: input({ required: true, inputmode: "numeric", pattern: "[0-9]{1,15}", value: draw() }),
    language: choices(
      say("form.language"),
      "language",
      [
        ["fr", "Français"],
        ["en", "English"],
      ],
      language(),
    ),
    teams: teamsField(),
    pace: paceField(),
    options: choices(
      say("form.options"),
      "options",
      [
        ["coaching", say("form.coaching")],
        ["sound", say("form.sound")],
        ["turns", say("form.turns")],
      ],
      [],
      "checkbox",
    ),
  };
}

function draw() {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] % SEEDS);
}

function settingsColumn(form, alert, summary, go) {
  const again = el(
    "button",
    {
      type: "button",
      class: "button quiet small",
      onclick: () => {
        form.seed.value = draw();
      },
    },
    say("form.draw"),
  );
  const seed = field(say("form.seed"), form.seed, say("form.seed_hint"));
  seed.querySelector("label").after(el("div", { class: "with-button" }, form.seed, again));
  return el(
    "section",
    { class: "section lobby-settings" },
    el("h2", {}, say("form.settings")),
    el(
      "div",
      { class: "lobby-fields" },
      field(say("form.title"), form.title),
      form.variant,
      form.teams.node,
      form.language.node,
      form.pace.node,
      form.options.node,
      seed,
    ),
    el("div", { class: "lobby-final" }, summary, alert, go),
  );
}

// The title follows the scenario until somebody writes one.
function chosen(form, scenario) {
  const lang = language();
  if (!form.title.value || form.title.value === form.given) {
    form.given = form.title.value = scenario.title[lang].split(/\s?:\s/)[0];
  }
  form.variants = scenario.variants.length
    ? choices(
        say("form.variant"),
        "variant",
        scenario.variants.map(({ id, title }) => [id, title[lang]]),
        scenario.variants[0].id,
      )
    : null;
  fill(form.variant, form.variants?.node ?? null);
  form.variant.hidden = !form.variants;
  form.pace.horizon(scenario.horizon);
}

function sentence(form) {
  const { horizon } = form.scenario.value();
  return say("form.summary", {
    n: form.teams.value().length,
    story: whole(horizon),
    real: form.pace.lasts(),
  });
}

async function create(event, { form, alert, go }) {
  event.preventDefault();
  fill(alert);
  go.disabled = true;
  try {
    const { id } = await post("/api/exercises", { key: key(), ...body(form) });
    location.assign(`/?links=${encodeURIComponent(id)}#${token()}`);
  } catch (error) {
    fill(alert, why(error));
    go.disabled = false;
    go.focus();
  }
}

function body(form) {
  const options = form.options.all();
  return {
    scenario: form.scenario.value().id,
    ...(form.variants ? { variant: form.variants.value() } : {}),
    seed: Number(form.seed.value),
    language: form.language.value(),
    title: form.title.value.trim(),
    teams: form.teams.value(),
    pace: form.pace.value(),
    coaching: options.includes("coaching"),
    sound: options.includes("sound"),
    turns: options.includes("turns"),
  };
}
