// The facilitator's console.
import { token } from "../common/api.js";
import { language } from "../common/words.js";
import "./words/all.js";
import { drawBar, turn } from "./bar.js";
import { listen, showKeys } from "./keys.js";
import { askNote } from "./note.js";
import { drawOptions } from "./options.js";
import { drawPage, moveTeam } from "./page.js";
import { drawPoints } from "./points.js";
import { Room } from "./room.js";

document.documentElement.lang = language();
token();
const exercise = new URLSearchParams(location.search).get("exercise");
if (!exercise) location.replace(`/#${token() ?? ""}`);
const room = new Room({ exercise, commands: true });

const script = drawPage(document.getElementById("page"), room, {
  face: "console",
  bar: drawBar,
  notes: "dialog",
  side: (add) => {
    add(drawPoints);
    add(drawOptions);
  },
});
listen({
  " ": () => turn(room),
  n: () => askNote(room),
  "?": () => showKeys(true),
  ArrowDown: () => script.move(1),
  ArrowUp: () => script.move(-1),
  ArrowLeft: () => moveTeam(room, -1),
  ArrowRight: () => moveTeam(room, 1),
});
room.listen();
