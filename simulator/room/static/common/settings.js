// Language and look, for every page; a page may add rows of its own.

import { el } from "./dom.js";
import { setTheme, theme } from "./theme.js";
import { language, say, setLanguage } from "./words.js";

let count = 0;

/** Return a button that opens the settings; `rows()` gives the page's own, built at each opening. */
export function settings(rows = () => []) {
  const id = `settings-${++count}`;
  const panel = el("div", { id, class: "settings", popover: "auto", role: "dialog", "aria-label": say("settings.open") });
  const opener = el("button", { type: "button", class: "button quiet small", popovertarget: id }, say("settings.open"));
  panel.addEventListener("beforetoggle", (event) => {
    if (event.newState === "open") panel.replaceChildren(...choices(), ...rows(), closer(id));
  });
  return el("span", { class: "settings-holder" }, opener, panel);
}

/** Return one row of choices, of which one is in force. */
export function choice(label, options, current, choose) {
  const name = `choice-${++count}`;
  return el(
    "fieldset",
    { class: "choice" },
    el("legend", {}, label),
    el(
      "div",
      { class: "options" },
      options.map(([value, text]) =>
        el(
          "label",
          { class: "option" },
          el("input", { type: "radio", name, value, checked: value === current, onchange: () => choose(value) }),
          el("span", {}, text),
        ),
      ),
    ),
  );
}

function choices() {
  const languages = [["fr", "Français"], ["en", "English"]];
  const themes = ["auto", "light", "dark"].map((name) => [name, say(`settings.theme.${name}`)]);
  return [
    choice(say("settings.language"), languages, language(), (value) => {
      setLanguage(value);
      // Every text of the room comes in one language: the page is simply opened again.
      location.reload();
    }),
    choice(say("settings.theme"), themes, theme(), setTheme),
  ];
}

function closer(id) {
  const attrs = { type: "button", class: "button small", popovertarget: id, popovertargetaction: "hide" };
  return el("button", attrs, say("settings.close"));
}
