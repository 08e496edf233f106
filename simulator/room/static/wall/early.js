// Runs before the first paint, not as a module: paper unless the address asks for dark.
// The system's wish does not count: it is the laptop's, and the room is lit.
document.documentElement.className =
  new URLSearchParams(location.search).get("theme") === "dark" ? "dark" : "light";
