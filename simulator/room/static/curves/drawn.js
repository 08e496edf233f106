// What stands on a curve beside its lines: the base line, statements, the present, last values.

import uPlot from "/static/vendor/uplot/uPlot.esm.js";
import { font, token } from "./tokens.js";

const APART = 13; // Two last values closer than this step aside, half each.

/** Draw `{statements, now, broke, ends}`; `ends` are `{at, share, text, colour}`. */
export function marks(plot, { statements = [], now = null, broke = null, ends = [] }) {
  const pen = plot.ctx;
  pen.save();
  pen.scale(uPlot.pxRatio, uPlot.pxRatio);
  const box = frame(plot);
  base(pen, box);
  if (broke !== null) upright(pen, box, x(plot, broke), "edge");
  statements.forEach((minute) => block(pen, box, x(plot, minute)));
  if (now !== null) upright(pen, box, x(plot, now), "ink");
  last(plot, pen, box, ends);
  pen.restore();
}

function frame(plot) {
  const { left, top, width, height } = plot.bbox;
  const ratio = uPlot.pxRatio;
  return { left: left / ratio, top: top / ratio, right: (left + width) / ratio, bottom: (top + height) / ratio };
}

function x(plot, minute) {
  return plot.valToPos(minute, "x", true) / uPlot.pxRatio;
}

function base(pen, { left, right, bottom }) {
  pen.fillStyle = token("edge");
  pen.fillRect(left, bottom - 0.5, right - left, 1);
}

function upright(pen, { top, bottom }, at, colour) {
  pen.fillStyle = token(colour);
  pen.fillRect(Math.round(at) - 0.5, top, colour === "ink" ? 1.5 : 1, bottom - top);
}

function block(pen, { bottom }, at) {
  pen.fillStyle = token("team");
  pen.fillRect(at - 3, bottom + 2, 6, 6);
}

function last(plot, pen, box, ends) {
  pen.font = font(12, 600);
  pen.textBaseline = "middle";
  pen.textAlign = "left";
  const places = ends.map((end) => ({ ...end, y: plot.valToPos(end.share, "y", true) / uPlot.pxRatio }));
  part(places, box.bottom - 6);
  for (const { at, y, text, colour } of places) {
    // Right of its point, and always inside the room kept free there; its ground hides the lines.
    const left = Math.min(x(plot, at) + 5, box.right + 4);
    pen.fillStyle = token("ground", plot.root);
    pen.fillRect(left - 1, y - 6, pen.measureText(text).width + 2, 12);
    pen.fillStyle = token(colour);
    pen.fillText(text, left, y);
  }
}

/** Keep two values apart, and both above the base line. */
function part(places, bottom) {
  const [high, low] = [...places].sort((one, other) => one.y - other.y);
  if (!high) return;
  const short = low ? Math.max(0, APART - (low.y - high.y)) : 0;
  if (low) low.y = Math.min(low.y + short / 2, bottom);
  high.y = Math.min(high.y - short / 2, bottom - (low ? APART : 0));
}
