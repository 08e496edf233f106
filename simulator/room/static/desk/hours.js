// Hours as people type them.

/** Return "10:30" for "10:30", "10h30", "10 h", "1030"; null for anything else. */
export function hourOf(typed) {
  const found = /^\s*(\d{1,2})\s*(?:[:hH.]?\s*(\d{2})?)\s*$/.exec(typed);
  if (!found) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2] ?? 0)];
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  return `${String(hour % 24).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}
