/** The form's part on replacements: folded until it is needed, and asking Python only while it is open. */

import { h } from "../dom.js";
import { button } from "../parts.js";
import { patch } from "../patch.js";
import { teamOf } from "../view.js";
import { cardOf } from "./card.js";
import { Drafts } from "./drafts.js";
import { trialsOf } from "./trials.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../view.js").View} View */

export class ReplaceScreen {
  root = h("div", { class: "checker-form" });
  #drafts = new Drafts();
  /** @type {Desk | null} */ #desk = null;
  /** What was last drawn from. @type {unknown[]} */ #shown = [];

  constructor() {
    // A fold's own event does not bubble.
    this.root.addEventListener("toggle", () => this.#desk && this.draw(this.#desk), { capture: true });
  }

  /** @param {Desk} desk */
  draw(desk) {
    this.#desk = desk;
    const { view } = desk;
    this.#drafts.look(desk.workspace.held.id, view.document);
    const trials = trialsOf(desk);
    const facts = [view.form, view.document.partners, view.document.teams[view.team], trials.version];
    if (!facts.every((fact, place) => fact === this.#shown[place])) {
      this.#shown = facts;
      patch(this.root, h("div", { class: "checker-form" }, section(desk, view)));
    }
    if (this.root.querySelector("details")?.open) trials.look();
  }
}

/**
 * @param {Desk} desk
 * @param {View} view
 */
function section(desk, view) {
  const replacements = teamOf(view).replacements ?? [];
  const nobody = (teamOf(view).participants ?? []).length === 0;
  return h(
    "details",
    { class: "checker-section checker-folded", "data-key": "replacements", id: "checker-replacements" },
    h(
      "summary",
      {},
      h("h3", { class: "checker-heading" }, view.say("section.replacements")),
      replacements.length > 0 ? h("span", { class: "checker-count" }, replacements.length) : null,
    ),
    h("p", { class: "checker-hint" }, view.say("section.replacements_hint")),
    replacements.map((one, index) => cardOf(desk, view, one, index)),
    nobody ? h("p", { class: "checker-empty", "data-key": "nobody" }, view.say("replace.nobody")) : null,
    button("add-replacement", view.say("replacement.add"), { image: "add" }),
  );
}
