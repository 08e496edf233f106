// Dialogs: one form, one final action; errors are said inside, focus comes back where it was.
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { why } from "./room.js";

let count = 0;

/**
 * Open a dialog and return it. `body` is a list of nodes; `submit`, if given, is awaited and the
 * dialog closes when it succeeds; `action` names its button.
 */
export function open({ title, lead, body, action, submit, wide }) {
  const id = `dialog-${(count += 1)}`;
  const alert = el("p", { role: "alert", class: "dialog-error" });
  const go = submit && el("button", { type: "submit", class: "button final" }, action);
  const close = el("button", { type: "button", class: "button" }, say(submit ? "cancel" : "close"));
  const form = el(
    "form",
    { method: "dialog", class: "dialog-form" },
    el("h2", { id }, title),
    lead ? el("p", { class: "dialog-lead" }, lead) : null,
    el("div", { class: "dialog-body" }, ...body),
    alert,
    el("div", { class: "dialog-acts" }, go ?? null, close),
  );
  const dialog = el("dialog", { class: wide ? "dialog wide" : "dialog", "aria-labelledby": id }, form);
  close.addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => send(event, { dialog, alert, go, submit }));
  return show(dialog);
}

function show(dialog) {
  const back = wayBack(document.activeElement);
  dialog.addEventListener("close", () => {
    dialog.remove();
    back()?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

// The row of the opener may have been drawn anew meanwhile: then its like in the new row.
function wayBack(opener) {
  const row = opener?.closest("[data-row]")?.dataset.row;
  const name = opener?.dataset.focus;
  return () => {
    if (opener?.isConnected || !row || !name) return opener;
    return document.querySelector(`[data-row="${CSS.escape(row)}"] [data-focus="${name}"]`);
  };
}

async function send(event, { dialog, alert, go, submit }) {
  event.preventDefault();
  if (!submit) return dialog.close();
  go.disabled = true;
  fill(alert);
  try {
    await submit();
    dialog.close();
  } catch (error) {
    fill(alert, why(error));
    go.disabled = false;
    go.focus();
  }
}
