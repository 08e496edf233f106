// The journal, read for the marks of the slider: statements, calls lost.

import { headers } from "/static/common/api.js";

/** Return `{statements, lost}`, minutes each; empty where the journal cannot be had. */
export async function readMarks(exercise, team) {
  const path = `/api/exercises/${encodeURIComponent(exercise)}/teams/${encodeURIComponent(team)}/journal.jsonl`;
  const response = await fetch(path, { headers: headers(), cache: "no-store" }).catch(() => null);
  const found = { statements: [], lost: [] };
  if (!response?.ok) return found;
  for (const line of (await response.text()).split("\n")) {
    // A look before parsing: a journal has thousands of lines, a few dozen of which matter here.
    if (line.includes('"call_lost"') || line.includes('"statement_issued"')) sort(line, found);
  }
  return found;
}

function sort(line, found) {
  const entry = JSON.parse(line);
  if (entry.kind === "call_lost") found.lost.push(entry.at);
  else if (entry.kind === "statement_issued") found.statements.push(entry.at);
}
