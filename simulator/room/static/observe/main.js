// The observer's notebook: everything the console reads, no command, and a form for notes.
import { get, token } from "../common/api.js";
import { language } from "../common/words.js";
import "../console/words/all.js";
import { listen, showKeys } from "../console/keys.js";
import { drawPage, moveTeam } from "../console/page.js";
import { Room } from "../console/room.js";
import { drawForm } from "./form.js";

document.documentElement.lang = language();
token();
const room = new Room({ exercise: new URLSearchParams(location.search).get("exercise"), commands: false });
let form;
const script = drawPage(document.getElementById("page"), room, {
  face: "observe",
  notes: "first",
  side: (add) => {
    form = add(drawForm);
  },
});
listen({
  n: () => form.focus(),
  "?": () => showKeys(false),
  ArrowDown: () => script.move(1),
  ArrowUp: () => script.move(-1),
  ArrowLeft: () => moveTeam(room, -1),
  ArrowRight: () => moveTeam(room, 1),
});
// An observer's link does not name its exercise in the address: its seat does.
get("/api/me")
  .then((me) => {
    room.exercise ??= me.exercise;
  })
  .catch(() => {})
  .finally(() => room.listen());
