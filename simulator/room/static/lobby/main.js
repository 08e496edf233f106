// The lobby: exercises there are, a new one, and the links of one (`?links=ID`).
import { ApiError, get } from "../common/api.js";
import { el, fill } from "../common/dom.js";
import { settings } from "../common/settings.js";
import { language, say } from "../common/words.js";
import "./words.js";
import { drawForm } from "./form.js";
import { drawLinks } from "./links.js";
import { drawList } from "./list.js";

document.documentElement.lang = language();
const main = el("main", { class: "lobby-main" });
fill(
  document.getElementById("page"),
  el(
    "header",
    { class: "lobby-head" },
    el("a", { class: "lobby-name", href: "/" }, say("app.name")),
    el("span", { class: "lobby-tag" }, say("lobby.tag")),
    settings(),
  ),
  main,
);
open();

async function open() {
  fill(main, el("h1", { class: "lobby-wait" }, say("lobby.wait")));
  try {
    const me = await get("/api/me");
    // Whoever comes here with a player's link is shown the door that link opens.
    if (me.role !== "facilitator") return void location.replace(me.page);
    const exercise = new URLSearchParams(location.search).get("links");
    await (exercise ? drawLinks(main, exercise) : drawLobby());
  } catch (error) {
    refuse(error);
  }
}

async function drawLobby() {
  const [scenarios, exercises] = await Promise.all([get("/api/scenarios"), get("/api/exercises")]);
  document.title = `${say("app.name")} · ${say("lobby.title")}`;
  const form = el("form", { class: "lobby-form" });
  const list = el("section", { class: "section lobby-list" });
  fill(
    main,
    el("h1", { class: "unheard" }, say("lobby.title")),
    el("div", { class: "lobby-columns" }, form, list),
  );
  drawForm(form, scenarios);
  drawList(list, exercises, scenarios);
}

function refuse(error) {
  const known = error instanceof ApiError;
  if (!known) console.error(error);
  const text = known ? error.say(language()) : say("lobby.failed");
  const more = known && error.status === 401 ? say("lobby.token") : null;
  fill(
    main,
    el(
      "div",
      { class: "lobby-refused" },
      el("h1", {}, say("lobby.closed")),
      el("p", { role: "alert" }, text),
      more ? el("p", {}, more) : null,
      el("button", { type: "button", class: "button", onclick: open }, say("state.retry")),
    ),
  );
}
