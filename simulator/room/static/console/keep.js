// Lists that change under one's hand: what has not changed keeps its node, hence place and focus.

const kept = new WeakMap();

/** Show `items` in `node`; `draw(item)` makes one child, and only again when the item changed. */
export function keep(node, items, draw, id = (item) => item.id) {
  const before = kept.get(node) ?? new Map();
  const after = new Map();
  for (const item of items) {
    const text = JSON.stringify(item);
    const old = before.get(id(item));
    after.set(id(item), old?.text === text ? old : { text, child: renew(old?.child, draw(item)) });
    after.get(id(item)).child.dataset.row = id(item);
  }
  arrange(
    node,
    [...after.values()].map(({ child }) => child),
  );
  kept.set(node, after);
}

// A changed row takes the place of the old one, and its focus and open details with it.
function renew(old, child) {
  if (!old) return child;
  const focus = old.contains(document.activeElement) && document.activeElement.dataset.focus;
  old.querySelectorAll("details[open]").forEach((_, i) => {
    child.querySelectorAll("details")[i]?.setAttribute("open", "");
  });
  old.replaceWith(child);
  // Where the button is gone (what was played is not played again) its row takes the focus.
  if (focus)
    (child.querySelector(`[data-focus="${focus}"]`) ?? child.querySelector("[data-focus]")).focus({
      preventScroll: true,
    });
  return child;
}

function arrange(node, children) {
  const wanted = new Set(children);
  for (const child of [...node.children]) if (!wanted.has(child)) child.remove();
  children.forEach((child, i) => {
    if (node.children[i] !== child) node.insertBefore(child, node.children[i] ?? null);
  });
}
