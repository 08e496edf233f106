// Words that would run over their place are set smaller, in steps; nothing is cut off.

/** Give `node` the first class of `steps` with which all it holds fits its height. */
export function fit(node, steps) {
  const base = (node.dataset.base ??= node.className);
  for (const step of steps) {
    node.className = `${base} ${step}`.trim();
    if (node.scrollHeight <= node.clientHeight + 1) return;
  }
}
