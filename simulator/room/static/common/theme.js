// Light, dark or as the system: a class on the root, remembered.

import { keep, recall } from "./kept.js";

/** Return "auto", "light" or "dark". */
export function theme() {
  return recall("local", "theme") ?? "auto";
}

/** Choose the theme; pages that draw on a canvas listen to "themechange" on the document. */
export function setTheme(wanted) {
  keep("local", "theme", wanted === "auto" ? null : wanted);
  document.documentElement.classList.remove("light", "dark");
  if (wanted !== "auto") document.documentElement.classList.add(wanted);
  document.dispatchEvent(new Event("themechange"));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () =>
  document.dispatchEvent(new Event("themechange")),
);
