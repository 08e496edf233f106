// What a page keeps in the browser; a browser that refuses loses comfort, never the exercise.

/** Return what `store` ("local" or "session") keeps under `name`, or null. */
export function recall(store, name) {
  try {
    return (store === "local" ? localStorage : sessionStorage).getItem(`cellule.${name}`);
  } catch {
    return null;
  }
}

/** Keep `value` under `name`; null forgets it. */
export function keep(store, name, value) {
  try {
    const where = store === "local" ? localStorage : sessionStorage;
    if (value === null) where.removeItem(`cellule.${name}`);
    else where.setItem(`cellule.${name}`, value);
  } catch {
    // Private windows may refuse; the page goes on without.
  }
}
