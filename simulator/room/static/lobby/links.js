// The links of one exercise, to copy, to scan or to print.
import { get, token } from "../common/api.js";
import { el, fill } from "../common/dom.js";
import { say } from "../common/words.js";
import { qr } from "./qr.js";

export async function drawLinks(root, exercise) {
  const path = `/api/exercises/${encodeURIComponent(exercise)}`;
  const [links, exercises] = await Promise.all([get(`${path}/links`), get("/api/exercises")]);
  const title = exercises.find(({ id }) => id === exercise)?.title ?? exercise;
  document.title = say("links.title", { title });
  const said = el("p", { class: "unheard", role: "status" });
  const groups = Map.groupBy ? Map.groupBy(links, ({ team }) => team) : grouped(links);
  fill(
    root,
    el(
      "div",
      { class: "links-head" },
      el("div", {}, el("h1", {}, say("links.title", { title })), el("p", {}, say("links.lead"))),
      el(
        "div",
        { class: "links-acts" },
        el("a", { class: "button", href: `/#${token()}` }, say("links.back")),
        el("button", { type: "button", class: "button", onclick: () => print() }, say("links.print")),
        el(
          "a",
          { class: "button final", href: `/console?exercise=${encodeURIComponent(exercise)}#${token()}` },
          say("links.console"),
        ),
      ),
    ),
    said,
    [...groups].map(([, members]) => group(members, title, said)),
  );
}

function grouped(links) {
  const groups = new Map();
  for (const link of links) groups.set(link.team, [...(groups.get(link.team) ?? []), link]);
  return groups;
}

function group(members, title, said) {
  const name = members[0].team_name;
  return el(
    "section",
    { class: "section links-team" },
    el(
      "h2",
      {},
      el("span", {}, name ? say("links.team", { team: name }) : say("links.room")),
      el("span", { class: "aside" }, title),
    ),
    el(
      "ul",
      { class: "seats-grid" },
      members.map((link) => seat(link, said)),
    ),
  );
}

function seat({ role, url, qr: picture, team_name }, said) {
  const name = say(`role.${role}`);
  const whose = team_name ? `${name}, ${team_name}` : name;
  const address = el("a", { href: url, target: "_blank", rel: "noopener" }, url);
  const button = el(
    "button",
    { type: "button", class: "button", "aria-label": say("links.copy_of", { whose }) },
    say("links.copy"),
  );
  button.addEventListener("click", async () => {
    const done = await copy(url, address);
    const word = say(done ? "links.copied" : "links.selected");
    fill(button, word);
    fill(said, `${whose}, ${word}`);
    setTimeout(() => fill(button, say("links.copy")), 3000);
  });
  return el(
    "li",
    { class: "seat" },
    el("h3", {}, name),
    el("p", { class: "source seat-does" }, say(`links.does.${role}`)),
    qr(picture, say("links.qr", { whose })),
    el("p", { class: "seat-url" }, address),
    button,
  );
}

/** Copy by the browser's way, which needs https or this machine; else by the old one; else select. */
async function copy(text, node) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(node);
    return document.execCommand("copy");
  }
}
