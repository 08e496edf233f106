// The truth of the chosen team: one small figure for each audience, all on one scale.
import { el, fill, keyed, svg, write } from "../common/dom.js";
import { say } from "../common/words.js";
import { ceiling, drawMultiple } from "./plot.js";
import { decimal, percent } from "./when.js";

export function drawTruth(root, room) {
  const grid = el("div", { class: "multiples" });
  const numbers = el("p", { class: "truth-numbers" });
  fill(root, legend(), grid, numbers);
  const draw = () => room.sections.truth && room.has("clock") && multiples(room, grid, numbers);
  room.on(["truth", "clock"], draw);
  new ResizeObserver(draw).observe(grid);
}

function legend() {
  const item = (name, kind) =>
    el("span", {}, el("b", { class: kind }, say(`truth.${name}`)), ` ${say(`truth.${name}.is`)}`);
  return el(
    "p",
    { class: "legend" },
    item("solid", "world-ink"),
    item("dashed", "team-ink"),
    item("block", "team-ink"),
  );
}

function multiples(room, grid, numbers) {
  const { truth } = room.sections;
  const top = ceiling(truth.audiences);
  keyed(grid, truth.audiences, ({ id }) => id, build);
  const wide = Math.floor(grid.firstElementChild?.getBoundingClientRect().width ?? 0);
  if (wide < 60) return;
  truth.audiences.forEach((audience, i) => {
    const node = grid.children[i];
    write(node.querySelector(".trust"), say("truth.trust", { value: decimal(audience.trust) }));
    const figure = node.querySelector("svg");
    drawMultiple(figure, wide, { audience, statements: truth.statements, top, clock: room.clock });
    figure.setAttribute(
      "aria-label",
      say("truth.alt", {
        name: audience.name,
        belief: percent(audience.belief),
        account: percent(audience.account),
        trust: decimal(audience.trust),
      }),
    );
  });
  write(
    numbers,
    say("truth.numbers", {
      heat: percent(truth.heat),
      vacuum: percent(truth.vacuum),
      open: percent(truth.questions_open),
    }),
  );
}

function build({ name }) {
  return el(
    "div",
    { class: "multiple" },
    el("h3", {}, name, el("span", { class: "trust" })),
    svg("svg", { class: "plot", role: "img" }),
  );
}
