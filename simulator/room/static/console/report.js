// Reports: asked for, waited for, and offered as files once ready.
import { el, fill } from "../common/dom.js";
import { headers } from "../common/api.js";
import { language, say } from "../common/words.js";
import { why } from "./room.js";

const PATIENCE = 2000; // Between two looks, while a report is being made.

/** One row a team, and one for the room when there are several teams. */
export function drawReports(root, room, teams) {
  const rows = teams.map(({ id, name }) => reportRow(room, id, name));
  if (teams.length > 1) rows.unshift(reportRow(room, null, say("report.room")));
  fill(root, el("h3", { class: "after-head" }, say("report.title")), el("ul", {}, rows));
}

function reportRow(room, team, name) {
  const state = el("span", { class: "report-state", role: "status" });
  const files = el("span", { class: "report-files" });
  const make = el(
    "button",
    { type: "button", class: "button", "aria-label": say("report.make_of", { name }) },
    say("report.make"),
  );
  const look = async () => {
    make.disabled = true;
    fill(state, say("report.making"));
    try {
      const answer = await room.post("report", { team, language: language() });
      if (answer.state === "making") return void setTimeout(look, PATIENCE);
      fill(state, answer.state === "failed" ? say("report.failed") : "");
      fill(
        files,
        answer.files.map((file) => fileLink(file, state, name)),
      );
      make.hidden = answer.state === "ready";
    } catch (error) {
      fill(state, why(error));
    }
    make.disabled = false;
  };
  make.addEventListener("click", look);
  const own = team
    ? ["journal.jsonl", "decisions.yaml", "scorecard.json"].map((file) =>
        fileLink({ name: file, url: `/api/exercises/${room.exercise}/teams/${team}/${file}` }, state, name),
      )
    : [];
  return el("li", { class: "row report-row" }, el("b", {}, name), make, files, state, own);
}

// What has a sealed link opens in the browser. Other files are asked for with the token, which a
// plain link cannot carry, and then saved.
function fileLink({ name, url }, state, whose) {
  const label = say("report.save", { name, whose });
  if (url.startsWith("/files/")) {
    const there = { href: url, target: "_blank", rel: "noopener" };
    return el("a", { class: "button quiet small", "aria-label": label, ...there }, name);
  }
  const save = async () => {
    try {
      const response = await fetch(url, { headers: headers() });
      if (!response.ok) throw new Error(response.status);
      const link = el("a", {
        href: URL.createObjectURL(await response.blob()),
        download: `${whose} ${name}`,
      });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    } catch {
      fill(state, say("report.unsaved", { name }));
    }
  };
  return el(
    "button",
    {
      type: "button",
      class: "button quiet small",
      onclick: save,
      "aria-label": label,
    },
    name,
  );
}
