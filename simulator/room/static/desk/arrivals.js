// Lists where news enter above: what is being read does not move, and the news are counted.

import { el, keyed, write } from "/static/common/dom.js";
import { say } from "/static/common/words.js";

/** A list in a scrolling box, newest first. */
export class Arrivals {
  constructor({ clock, keyOf, build, refresh = () => {}, label, role }) {
    Object.assign(this, { keyOf, build });
    this.refresh = (node, item) => {
      // Yesterday's hours need their day, once it is yesterday.
      write(node.querySelector("time"), clock.moment(item.at));
      refresh(node, item);
    };
    this.list = el("ul", { class: "list" });
    this.count = el("button", { type: "button", class: "button small arrived", hidden: true, onclick: () => this.toTop() });
    this.box = el("div", { class: "scroller", tabindex: 0, role: role ?? "group", "aria-label": label }, this.list);
    this.root = el("div", { class: "arrivals" }, this.count, this.box);
    this.unread = 0;
    this.seen = null;
    this.frozen = false;
    this.box.addEventListener("scroll", () => this.box.scrollTop < 4 && this.forget(), { passive: true });
  }

  /** Show `items`; while frozen, only count those that came. */
  show(items) {
    this.items = items;
    const fresh = this.seen ? items.filter((item) => !this.seen.has(this.keyOf(item))).length : 0;
    const held = this.frozen || this.isRead();
    if (this.frozen && this.seen) return this.tell(fresh);
    const before = this.box.scrollHeight;
    keyed(this.list, items, this.keyOf, this.build, this.refresh);
    this.seen = new Set(items.map(this.keyOf));
    const grown = this.box.scrollHeight - before;
    if (held && fresh && grown > 0) this.box.scrollTop += grown;
    if (held && fresh && this.box.scrollTop > 4) this.tell(this.unread + fresh);
  }

  /** Stop or let go: while stopped nothing enters. */
  freeze(frozen) {
    this.frozen = frozen;
    if (!frozen && this.items) {
      this.forget();
      this.show(this.items);
    }
  }

  isRead() {
    return this.box.scrollTop > 4 || this.box.matches(":hover") || this.box.contains(document.activeElement);
  }

  tell(unread) {
    this.unread = unread;
    this.count.hidden = unread === 0;
    write(this.count, say("arrived", { n: unread }));
  }

  forget() {
    if (!this.frozen) this.tell(0);
  }

  toTop() {
    this.box.scrollTop = 0;
    this.forget();
    this.box.focus();
  }
}
