// What is being written: the state of the composer, and its keeping each second.

import { put } from "/static/common/api.js";
import { keep, recall } from "/static/common/kept.js";

const EMPTY = {
  kind: "publish", channels: [], audiences: [], facts: [], claims: [], elements: [],
  responsibility: "neutral", holding: false, revises: [], blames: "", next_update: "", signed_by: "",
  speakers: [], document: false, claim: "", text: "",
};

/** The draft of this seat. */
export class Draft {
  constructor(room, onKept) {
    this.room = room;
    this.onKept = onKept;
    this.state = structuredClone(EMPTY);
    this.touched = false;
    this.dirty = false;
    this.restore();
    setInterval(() => this.keep(), 1000);
    addEventListener("pagehide", () => this.keep());
  }

  /** Change a part of the draft. */
  set(change) {
    Object.assign(this.state, change);
    this.touched = this.dirty = true;
    keep("session", "draft", JSON.stringify(this.state));
    this.room.tell("draft.changed");
  }

  /** Take what this tab had not yet handed to the room when it was closed. */
  restore() {
    const unsent = JSON.parse(recall("session", "draft") ?? "null");
    if (!unsent) return;
    this.state = { ...structuredClone(EMPTY), ...unsent };
    this.touched = this.dirty = true;
  }

  /** Take the draft the room kept, unless somebody has begun to write here. */
  adopt(kept) {
    if (this.touched || !kept) return false;
    this.state = { ...structuredClone(EMPTY), ...kept };
    return true;
  }

  /** Begin anew, keeping who signs: it rarely changes. */
  clear() {
    const { kind, signed_by } = this.state;
    this.set({ ...structuredClone(EMPTY), kind, signed_by });
  }

  async keep() {
    if (!this.dirty || this.keeping) return;
    this.dirty = false;
    this.keeping = true;
    try {
      await put("/api/draft", { draft: this.state });
      if (!this.dirty) keep("session", "draft", null);
      this.onKept(this.room.clock.now());
    } catch {
      this.dirty = true;
      this.onKept(null);
    }
    this.keeping = false;
  }

  /** Return the decision this draft makes: the fields of its kind, nothing empty. */
  decision(options) {
    const { state } = this;
    const known = new Set(options.facts.map((fact) => fact.id));
    const said = {
      do: state.kind,
      facts: state.facts.filter((id) => known.has(id)),
      claims: state.kind === "correct_claim" ? [] : state.claims,
      elements: state.elements,
      responsibility: state.responsibility,
      holding: state.holding,
      revises: state.revises,
      ...this.only(),
    };
    if (state.blames) said.blames = state.blames;
    if (state.signed_by) said.signed_by = state.signed_by;
    const next = this.room.clock.parse(state.next_update);
    if (Number.isFinite(next)) said.next_update = next;
    const text = state.text.trim();
    if (text) said.text = { fr: text, en: text };
    return said;
  }

  only() {
    const { state } = this;
    if (state.kind === "publish") {
      return state.audiences.length ? { channels: state.channels, audiences: state.audiences } : { channels: state.channels };
    }
    if (state.kind === "hold_conference") return { speakers: state.speakers, document: state.document };
    if (state.kind === "correct_claim") return { claim: state.claim, channels: state.channels };
    return {};
  }
}
