// What does not fit on a page: words wider than their box, controls over one another, a page too wide.
() => {
  const seen = (node) => node.checkVisibility({ checkVisibilityCSS: true, opacityProperty: true });
  const name = (node) => `“${(node.ariaLabel || node.textContent || node.name).trim().slice(0, 40)}”`;
  return [...wide(), ...cut(), ...over()];

  function wide() {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide`] : [];
  }

  function cut() {
    return [...document.querySelectorAll("button, label, h1, h2, h3, th, a.button")]
      .filter((node) => seen(node) && !node.closest(".unheard") && node.clientWidth > 0)
      .filter((node) => node.scrollWidth > node.clientWidth + 1)
      .map((node) => `${name(node)} is cut: ${node.scrollWidth} > ${node.clientWidth}`);
  }

  function over() {
    const all = [...document.querySelectorAll("button, input, select, summary, a.button")]
      .filter((node) => seen(node) && !node.closest("[popover], .unheard, .skip, .tabs"))
      .map((node) => ({ node, held: held(node), box: shown(node) }))
      .filter(({ box }) => box.right - box.left > 1 && box.bottom - box.top > 1);
    return all.flatMap((one, i) => all.slice(i + 1).filter((other) => meet(one, other))
      .map((other) => `${name(one.node)} over ${name(other.node)}`));
  }

  function meet({ node, held, box }, other) {
    if (node.contains(other.node) || other.node.contains(node) || held !== other.held) return false;
    const [a, b] = [box, other.box];
    return Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  }

  // What stands still while the page scrolls lies over it on purpose.
  function held(node) {
    for (let at = node; at; at = at.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return at;
    return null;
  }

  // The part of a control that its scrolling boxes leave to be seen.
  function shown(node) {
    const { left, right, ...box } = node.getBoundingClientRect().toJSON();
    let { top, bottom } = box;
    for (let at = node.parentElement; at; at = at.parentElement) {
      if (!/auto|scroll|hidden/.test(getComputedStyle(at).overflowY)) continue;
      const edge = at.getBoundingClientRect();
      top = Math.max(top, edge.top);
      bottom = Math.min(bottom, edge.bottom);
    }
    return { left, right, top, bottom };
  }
}
