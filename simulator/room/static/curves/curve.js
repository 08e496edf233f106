// One small curve of shares over time, in the product's colours; uPlot draws it on a canvas.

import uPlot from "/static/vendor/uplot/uPlot.esm.js";
import { shareAxis, timeAxis } from "./axis.js";
import { marks } from "./drawn.js";
import { font, token } from "./tokens.js";

const drawn = new Set();
document.addEventListener("themechange", () => drawn.forEach((curve) => curve.redraw()));
document.fonts?.ready.then(() => drawn.forEach((curve) => curve.redraw()));

// Past is ink of its voice; what is still to come is thin and grey.
const LINES = {
  belief: { stroke: () => token("world"), width: 2 },
  account: { stroke: () => token("team"), width: 2, dash: [5, 3] },
  belief_later: { stroke: () => token("edge"), width: 1 },
  account_later: { stroke: () => token("edge"), width: 1, dash: [5, 3] },
};

/**
 * A curve in `root`. `lines` names what its columns are (see `LINES`), `top` ends its scale;
 * `room` is what is kept free at the right for the last values.
 */
export class Curve {
  constructor(root, { clock, lines, top, room = 40 }) {
    Object.assign(this, { root, clock, lines, top, room });
    this.columns = null;
    this.extra = {};
    drawn.add(this);
    new ResizeObserver(() => this.place()).observe(root);
  }

  /** Show `columns` (minutes first, then shares 0 to 100, null where there is none) and marks. */
  show(columns, extra = {}) {
    this.columns = columns;
    this.extra = extra;
    if (this.plot) this.plot.setData(columns);
    else this.place();
  }

  redraw() {
    this.plot?.redraw(false, true);
  }

  place() {
    const width = Math.floor(this.root.clientWidth);
    if (!width || !this.columns || width === this.plot?.width) return;
    if (this.plot) this.plot.setSize({ width, height: heightOf(width) });
    else this.plot = new uPlot(this.options(width), this.columns, this.root);
  }

  options(width) {
    const { clock, top, room } = this;
    return {
      width,
      height: heightOf(width),
      padding: [6, room, 0, 0],
      legend: { show: false },
      cursor: { show: false },
      select: { show: false },
      scales: { x: { time: false, range: () => [0, Math.max(1, clock.horizon)] }, y: { range: () => [0, top] } },
      axes: [xAxis(clock), yAxis(top)],
      series: [{}, ...this.lines.map((name) => ({ ...LINES[name], points: { show: false }, spanGaps: false }))],
      hooks: { draw: [(plot) => marks(plot, this.extra)] },
    };
  }
}

/** A third of the width, so that slopes look alike at any size. */
function heightOf(width) {
  return Math.round(Math.min(170, Math.max(98, width * 0.36)));
}

function xAxis(clock) {
  return {
    ...quiet(),
    size: 24,
    gap: 8, // Statements stand between the axis and its hours.
    grid: { show: false },
    splits: (plot) => timeAxis(clock, plot.bbox.width / uPlot.pxRatio).splits,
    values: (plot) => timeAxis(clock, plot.bbox.width / uPlot.pxRatio).values,
  };
}

function yAxis(top) {
  const { splits, values } = shareAxis(top);
  const grid = { stroke: () => token("rule"), width: 1 };
  return { ...quiet(), size: 26, gap: 4, grid, splits: () => splits, values: () => values };
}

function quiet() {
  return { stroke: () => token("ink-2"), font: font(), ticks: { show: false }, border: { show: false } };
}
