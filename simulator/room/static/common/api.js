// Requests to the room, with the seat's token; refusals in the reader's language.

import { keep, recall } from "./kept.js";

/** Return this tab's token: from the link's fragment the first time, then from the session. */
export function token() {
  const given = location.hash.slice(1);
  // A fragment may also be a place on the page, as of the link that skips to the calls.
  if (TOKEN.test(given)) {
    keep("session", "token", given);
    held = given;
    // A token left in the address bar ends on a projector or in a screenshot.
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return held ?? recall("session", "token");
}
let held = null;
const TOKEN = /^[\w-]+\.[\w-]+$/;

/** What the room refused, or that it could not be reached (`status` 0). */
export class ApiError extends Error {
  constructor(status, text) {
    super(text?.en ?? `HTTP ${status}`);
    this.status = status;
    this.text = text;
  }

  /** Return the reason in `lang`. */
  say(lang) {
    return this.text?.[lang] ?? (this.status ? ODD : UNREACHED)[lang].replace("{status}", this.status);
  }
}
const UNREACHED = {
  fr: "La salle ne répond pas. Rien n’a changé.",
  en: "The room does not answer. Nothing has changed.",
};
const ODD = {
  fr: "La salle a refusé (code {status}). Rien n’a changé.",
  en: "The room refused (code {status}). Nothing has changed.",
};

/** Ask for `path`; a room that is asked too much is asked again a little later, `times` times. */
export async function get(path, times = 10) {
  try {
    return await ask("GET", path);
  } catch (error) {
    if (error.status !== 429 || times === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return get(path, times - 1);
  }
}
export const post = (path, body = {}) => ask("POST", path, body);
export const put = (path, body) => ask("PUT", path, body);

/** Return the headers that say who asks. */
export function headers() {
  const mine = token();
  return mine ? { Authorization: `Bearer ${mine}` } : {};
}

/** Return a new UUID; the browser's own needs a secure context, which a laptop's address is not. */
export function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

async function ask(method, path, body) {
  const sent = body === undefined ? {} : { "Content-Type": "application/json" };
  const response = await fetch(path, {
    method,
    headers: { ...headers(), ...sent },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: "no-store",
    signal: AbortSignal.timeout(20000),
  }).catch(() => {
    throw new ApiError(0, null);
  });
  const answer = await response.json().catch(() => null);
  if (!response.ok) throw new ApiError(response.status, answer?.error);
  return answer;
}
