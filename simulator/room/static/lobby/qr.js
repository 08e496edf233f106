// A QR code from the room's SVG text: only its squares are taken, built anew as our own nodes.
import { svg } from "../common/dom.js";

const SHAPE = ["d", "x", "y", "width", "height", "transform", "stroke-width"];

/** Return the picture, black on white in any theme, or nothing when there is none. */
export function qr(text, label) {
  const read = text ? new DOMParser().parseFromString(text, "image/svg+xml").documentElement : null;
  if (!read || read.querySelector("parsererror") || read.nodeName !== "svg") return null;
  const [wide, high] = size(read);
  const shapes = [...read.querySelectorAll("path, rect")].map(shape);
  return svg(
    "svg",
    {
      class: "qr",
      viewBox: `0 0 ${wide} ${high}`,
      role: "img",
      "aria-label": label,
      "shape-rendering": "crispEdges",
    },
    svg("rect", { class: "qr-ground", width: wide, height: high }),
    shapes,
  );
}

function size(read) {
  const box = read
    .getAttribute("viewBox")
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  return box
    ? box.slice(2)
    : [Number.parseFloat(read.getAttribute("width")), Number.parseFloat(read.getAttribute("height"))];
}

// Stroked lines and filled squares are told apart by what the original says; colours are ours.
function shape(node) {
  const kept = SHAPE.filter((name) => node.hasAttribute(name)).map((name) => [name, node.getAttribute(name)]);
  const line = node.hasAttribute("stroke") || /qrline/.test(node.getAttribute("class") ?? "");
  const ground = /^(#fff(fff)?|white)$/i.test(node.getAttribute("fill") ?? "");
  return svg(node.nodeName, {
    ...Object.fromEntries(kept),
    class: ground ? "qr-ground" : line ? "qr-line" : "qr-square",
  });
}
