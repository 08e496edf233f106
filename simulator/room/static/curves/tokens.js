// The look's colours for a canvas, which does not know CSS.

/** Return the value of the token `name` as it is in the present theme, at `node`. */
export function token(name, node = document.documentElement) {
  return getComputedStyle(node).getPropertyValue(`--${name}`).trim();
}

/** Return the font of axes and end labels, in CSS pixels. */
export function font(size = 11, weight = 400) {
  return `${weight} ${size}px "Cellule Sans", "Arial Narrow", sans-serif`;
}
