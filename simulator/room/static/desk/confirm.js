// Asked once before anything is published: the text as the public will read it.

import { el } from "/static/common/dom.js";
import { say } from "/static/common/words.js";
import { capital } from "./options.js";

/** Show the message; return whether it is to go out. */
export function confirm({ title, rows, text, warning, go }) {
  const heading = el("h2", { id: "confirm-title", class: "confirm-title" }, title);
  const dialog = el("dialog", { class: "confirm", "aria-labelledby": "confirm-title" });
  const end = (value) => dialog.close(value);
  dialog.append(
    heading,
    el("dl", {}, rows.filter(([, value]) => value).map(([name, value]) => el("div", {}, el("dt", {}, name), el("dd", {}, capital(value))))),
    text ? el("div", { class: "confirm-text", tabindex: 0, role: "region", "aria-label": say("field.text") }, paragraphs(text)) : el("p", { class: "empty" }, say("confirm.no_text")),
    warning ? el("p", { class: "small" }, el("strong", {}, say("review")), " ", warning) : null ?? "",
    el(
      "div",
      { class: "confirm-acts" },
      el("button", { type: "button", class: "button", onclick: () => end("") }, say("confirm.back")),
      el("button", { type: "button", class: "button final", onclick: () => end("go") }, go),
    ),
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "go");
    });
  });
}

function paragraphs(text) {
  return text.trim().split(/\n\s*\n/).map((part) => el("p", {}, part.split("\n").flatMap((line, place) => (place ? [el("br"), line] : [line]))));
}
