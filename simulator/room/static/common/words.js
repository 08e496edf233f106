// Words shared by all pages, in French and in English; pages add theirs with `words`.

import { keep, recall } from "./kept.js";

const known = { fr: new Map(), en: new Map() };
let chosen = null;

/** Return the language of the page: the reader's choice, else the link's, else the browser's. */
export function language() {
  chosen ??= first(recall("local", "language"), linked(), navigator.language);
  return chosen;
}

/** Choose the language, for this page and the next ones. */
export function setLanguage(wanted) {
  chosen = wanted === "en" ? "en" : "fr";
  keep("local", "language", chosen);
  document.documentElement.lang = chosen;
}

/** Add words: `{fr: {key: text}, en: {key: text}}`. */
export function words({ fr, en }) {
  for (const [key, text] of Object.entries(fr)) known.fr.set(key, spaced(text));
  for (const [key, text] of Object.entries(en)) known.en.set(key, text);
}

/**
 * Return the words of `key`, its {names} filled from `values`.
 *
 * With `values.n` the key's plural is `key.many`: one for 0 and 1 in French, for 1 in English.
 */
export function say(key, values = {}) {
  const lang = language();
  const many = values.n !== undefined && (lang === "fr" ? values.n >= 2 : values.n !== 1);
  const text = (many && known[lang].get(`${key}.many`)) || known[lang].get(key);
  if (text === undefined) return key;
  return text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
}

/** Return French text with its thin and hard spaces, and typographic apostrophes. */
export function spaced(text) {
  return text
    .replace(/'/g, "\u2019")
    .replace(/ ([;?!])/g, "\u202f$1")
    .replace(/ ([:%»])/g, "\u00a0$1")
    .replace(/« /g, "«\u00a0");
}

/** Return `text` between the quotation marks of the language. */
export function quoted(text) {
  const bare = text.trim().replace(/^[«“"]\s*|\s*[»”"]$/gu, "");
  return language() === "fr" ? `«\u00a0${bare}\u00a0»` : `“${bare}”`;
}

/** Return a number as readers of the language write it. */
export function number(value, options = {}) {
  return new Intl.NumberFormat(language() === "fr" ? "fr-FR" : "en-GB", options).format(value);
}

// A link says the exercise's language once; the pages opened from it in this tab keep to it.
function linked() {
  const given = new URLSearchParams(location.search).get("lang");
  if (given) keep("session", "language", given);
  return given ?? recall("session", "language");
}

function first(...candidates) {
  const found = candidates.map((name) => name?.slice(0, 2)).find((name) => name === "fr" || name === "en");
  return found ?? "fr";
}

words({
  fr: {
    "app.name": "Cellule",
    "time.d": "j",
    "state.ready": "Pas commencé",
    "state.running": "En cours",
    "state.paused": "Suspendu",
    "state.ended": "Terminé",
    "state.pace": "1 h = {span}",
    "state.sentence.ready": "L'exercice n'a pas commencé.",
    "state.sentence.ready.more": "Vous pouvez lire et préparer votre brouillon.",
    "state.sentence.paused": "Suspendu par l'animateur.",
    "state.sentence.paused.more": "Les délais sont arrêtés. Votre brouillon est gardé.",
    "state.sentence.turns": "Suspendu par l'animateur.",
    "state.sentence.turns.more": "Les délais sont arrêtés, mais on peut décider.",
    "state.sentence.ended": "Exercice terminé.",
    "state.lost": "Connexion perdue depuis {since}.",
    "state.lost.more": "L'exercice continue. Nouvel essai dans {seconds} s.",
    "state.lost.trying": "L'exercice continue. Nouvel essai en cours.",
    "state.retry": "Réessayer",
    "state.refused": "Ce lien n'ouvre plus cette page.",
    "state.refused.more": "Demandez un nouveau lien à l'animateur.",
    "staff.world": "le monde",
    "staff.team": "l'équipe",
    "staff.label": "Portée : {above} événements du monde, {below} actes de l'équipe. {next}",
    "staff.next": "Prochaine échéance : {label}, {at}.",
    "staff.none": "Aucune échéance.",
    "who.team": "Équipe",
    "settings.open": "Réglages",
    "settings.language": "Langue",
    "settings.theme": "Aspect",
    "settings.theme.auto": "Système",
    "settings.theme.light": "Clair",
    "settings.theme.dark": "Sombre",
    "settings.close": "Fermer",
    "role.facilitator": "animateur",
    "role.head": "chef de cellule",
    "role.spokesperson": "porte-parole",
    "role.community": "veille et réseaux",
    "role.lawyer": "juriste",
    "role.it": "informatique",
    "role.observer": "observateur",
    "role.wall": "mur",
    "tone.fair": "fidèle",
    "tone.critical": "critique",
    "tone.speculative": "spéculatif",
    "mark.established": "établi",
    "mark.under": "en cours",
    "mark.unknown": "inconnu",
    "mark.withhold": "à taire",
    "share.percent": "{n} %",
    cancel: "Annuler",
    close: "Fermer",
    and: "et",
  },
  en: {
    "app.name": "Cellule",
    "time.d": "d",
    "state.ready": "Not started",
    "state.running": "Running",
    "state.paused": "Paused",
    "state.ended": "Ended",
    "state.pace": "1 h = {span}",
    "state.sentence.ready": "The exercise has not started.",
    "state.sentence.ready.more": "You can read and prepare your draft.",
    "state.sentence.paused": "Paused by the facilitator.",
    "state.sentence.paused.more": "Deadlines have stopped. Your draft is kept.",
    "state.sentence.turns": "Paused by the facilitator.",
    "state.sentence.turns.more": "Deadlines have stopped, but you may decide.",
    "state.sentence.ended": "The exercise has ended.",
    "state.lost": "Connection lost for {since}.",
    "state.lost.more": "The exercise goes on. Trying again in {seconds} s.",
    "state.lost.trying": "The exercise goes on. Trying now.",
    "state.retry": "Try again",
    "state.refused": "This link no longer opens this page.",
    "state.refused.more": "Ask the facilitator for a new link.",
    "staff.world": "the world",
    "staff.team": "the team",
    "staff.label": "Staff: {above} events of the world, {below} acts of the team. {next}",
    "staff.next": "Next deadline: {label}, {at}.",
    "staff.none": "No deadline.",
    "who.team": "Team",
    "settings.open": "Settings",
    "settings.language": "Language",
    "settings.theme": "Look",
    "settings.theme.auto": "System",
    "settings.theme.light": "Light",
    "settings.theme.dark": "Dark",
    "settings.close": "Close",
    "role.facilitator": "facilitator",
    "role.head": "head of the cell",
    "role.spokesperson": "spokesperson",
    "role.community": "monitoring and networks",
    "role.lawyer": "lawyer",
    "role.it": "IT",
    "role.observer": "evaluator",
    "role.wall": "wall",
    "tone.fair": "fair",
    "tone.critical": "critical",
    "tone.speculative": "speculative",
    "mark.established": "established",
    "mark.under": "under inquiry",
    "mark.unknown": "unknown",
    "mark.withhold": "withhold",
    "share.percent": "{n}%",
    cancel: "Cancel",
    close: "Close",
    and: "and",
  },
});
