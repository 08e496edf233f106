// Keys of the console, all off while one types, and the list of them.
import { el } from "../common/dom.js";
import { say } from "../common/words.js";
import { open } from "./dialog.js";

/** Listen for `{key: act}` anywhere but in fields and dialogs, and without other keys held. */
export function listen(acts) {
  document.addEventListener("keydown", (event) => {
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || typing(event)) return;
    event.preventDefault();
    act(event);
  });
}

// Space presses a focused button, arrows move in a focused choice: those keys are theirs.
function typing(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.querySelector("dialog[open], :popover-open")) return true;
  const own = event.key === " " ? "input, select, textarea, button, a, summary" : "input, select, textarea";
  return event.target.closest?.(own) !== null;
}

export function showKeys(commands) {
  const rows = [...(commands ? ["space"] : []), "note", "arrows", "teams", "help"];
  open({
    title: say("keys.title"),
    body: [
      el(
        "dl",
        { class: "keys" },
        rows.map((row) =>
          el(
            "div",
            {},
            el("dt", {}, el("kbd", {}, say(`keys.${row}`))),
            el("dd", {}, say(`keys.${row}.does`)),
          ),
        ),
      ),
    ],
  });
}
