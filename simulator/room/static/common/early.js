// Runs before the first paint, not as a module: the chosen theme and language of the page.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("cellule.theme");
    if (theme === "dark" || theme === "light") root.classList.add(theme);
    const linked = new URLSearchParams(location.search).get("lang");
    const chosen = localStorage.getItem("cellule.language") ?? linked ?? sessionStorage.getItem("cellule.language");
    const language = chosen ?? navigator.language.slice(0, 2);
    if (language === "fr" || language === "en") root.lang = language;
  } catch {
    // A browser that keeps nothing still shows the page.
  }
})();
