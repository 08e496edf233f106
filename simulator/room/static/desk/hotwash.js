// After the end: the scores, the report, and the talk at once, in writing.

import { key, post, token } from "/static/common/api.js";
import { el, fill, write } from "/static/common/dom.js";
import { language, number, say } from "/static/common/words.js";
import { notice } from "./decide.js";
import { many, picked } from "./options.js";

const AGAIN = 2000;

/** Return what the banner says at the end, built once: a score that comes later takes no report away. */
export function ending(room) {
  const found = el("span");
  room.on("score", () => write(found, verdict(room.sections.score)));
  const where = el("span", { class: "report-files", role: "status" });
  const button = el("button", { type: "button", class: "button final", onclick: () => report(room, button, where) }, say("end.report"));
  return [el("p", {}, el("strong", {}, say("state.sentence.ended")), " ", found), el("div", { class: "actions" }, where, ...lookBack(), button)];
}

function verdict({ reactivity, transparency, grade }) {
  return say("end.score", { reactivity: number(Math.round(reactivity)), transparency: number(Math.round(transparency)), grade });
}

/** Links to the pages that look back, in tabs of their own: this one keeps the hot wash. */
function lookBack() {
  const link = (page, words) => el("a", { class: "button", href: `/${page}#${token()}`, target: "_blank", rel: "noopener" }, say(words));
  return [link("replay", "end.again"), link("compare", "end.compare")];
}

async function report(room, button, where) {
  button.disabled = true;
  fill(where, say("end.making"));
  const { exercise, team_id } = room.sections.who;
  const answer = await post(`/api/exercises/${exercise}/report`, { team: team_id, language: language() }).catch((error) => ({ state: "failed", error }));
  if (answer.state === "making") return setTimeout(() => report(room, button, where), AGAIN);
  if (answer.state === "ready") {
    button.hidden = true;
    return fill(where, answer.files.filter(readable).map((file) => el("a", { class: "button", href: file.url, target: "_blank", rel: "noopener" }, nameOf(file))));
  }
  button.disabled = false;
  fill(where, el("span", { class: "world-ink strong" }, answer.error?.say?.(language()) ?? say("end.failed")));
}

const readable = ({ name }) => /\.(pdf|html)$/.test(name);

function nameOf({ name }) {
  return name.endsWith(".pdf") ? "PDF" : name.endsWith(".html") ? "HTML" : name;
}

/** Return the hot wash: hidden until the end, then in the composer's place. */
export function hotwash(room) {
  const root = el("section", { class: "section part-hotwash", "aria-labelledby": "title-hotwash", hidden: true });
  const sent = key();
  let asked = null;
  room.on(["hotwash", "clock"], () => {
    const section = room.sections.hotwash;
    root.hidden = !room.ended;
    const now = JSON.stringify(section ?? null);
    if (!room.ended || now === asked) return;
    asked = now;
    const body = !section ? el("p", { class: "empty" }, say("hotwash.wait")) : section.answered ? el("p", { class: "row" }, say("hotwash.thanks")) : form(section.questions, sent);
    fill(root, el("div", { class: "title" }, el("h2", { id: "title-hotwash" }, say("hotwash"))), body);
  });
  return root;
}

function form(questions, sent) {
  const where = notice();
  const root = el("form", { class: "hotwash", onsubmit: send }, questions.map(question), el("div", { class: "hotwash-go" }, el("button", { class: "button final" }, say("hotwash.send")), where));
  async function send(event) {
    event.preventDefault();
    const answers = Object.fromEntries(questions.map((one) => [one.id, answerTo(root, one)]).filter(([, answer]) => answer !== ""));
    try {
      await post("/api/hotwash", { key: sent, answers });
      fill(root, el("p", { class: "row", role: "status" }, say("hotwash.thanks")));
    } catch (error) {
      fill(where, el("strong", {}, say("refused")), " ", error.say(language()));
    }
  }
  return root;
}

function question(one) {
  const id = `hotwash-${one.id}`;
  if (one.kind === "text") {
    return el("div", { class: "row" }, el("label", { for: id, class: "hotwash-question" }, one.text), el("textarea", { id, name: one.id, class: "entry", rows: 3, maxlength: 4000 }));
  }
  const items = [1, 2, 3, 4, 5].map((point) => ({ id: String(point), name: point === 1 ? say("hotwash.least") : point === 5 ? say("hotwash.most") : String(point) }));
  return el("div", { class: "row" }, el("p", { class: "hotwash-question" }, one.text), many({ name: one.id, label: one.text, items, chosen: [], type: "radio" }));
}

function answerTo(root, one) {
  if (one.kind === "text") return root.elements[one.id].value.trim();
  const [point] = picked(root, one.id);
  return point ? Number(point) : "";
}
