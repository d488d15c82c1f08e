/** Asks Python what replacements change, one at a time, while the reader looks at them and does not type. */

import { keyOf } from "../document.js";
import { teamOf } from "../view.js";
import { draftOf } from "./drafts.js";
import { proposalOf } from "./proposal.js";

/** @typedef {import("../desk.js").Desk} Desk */
/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("./types.js").Answer} Answer */
/** @typedef {{ about: Partnership, answer: Answer }} Tried */

/** The verdict comes first: so long nothing may have changed, in milliseconds. */
const PAUSE = 300;

export class Trials {
  /** Another number where something shows otherwise than before. */
  version = 0;
  /** In which language the message is shown. @type {string} */ language;
  /** What was last said of copying a message, and of which replacement's. @type {[number, string] | null} */
  copied = null;
  #desk;
  /** By the replacement's key. @type {Map<number, Tried>} */ #tried = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  /** @type {Promise<void> | null} */ #asking = null;
  /** What the pause is counted from. @type {unknown} */ #waiting = null;

  /** @param {Desk} desk */
  constructor(desk) {
    this.#desk = desk;
    this.language = desk.settings.language;
  }

  /**
   * Return what Python last said of a replacement.
   *
   * @param {object} replacement
   * @returns {Answer | null}
   */
  answer(replacement) {
    return this.#tried.get(keyOf(replacement))?.answer ?? null;
  }

  /**
   * Show the message in another language.
   *
   * @param {string} language
   */
  turnTo(language) {
    this.language = language;
    this.copied = null;
    this.#redraw();
  }

  /**
   * Say something of copying a message, beside its button.
   *
   * @param {object} replacement
   * @param {string} text
   */
  say(replacement, text) {
    this.copied = [keyOf(replacement), text];
    this.#redraw();
  }

  /** Ask, after a pause, about every replacement that has changed since. */
  look() {
    const { document } = this.#desk.view;
    if (this.#waiting === document || !this.#stale().length) return;
    this.#waiting = document;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.ask(), PAUSE);
  }

  /** Ask now; resolves when every replacement has its answer, or Python gives none. */
  ask() {
    this.#asking ??= this.#askAll().finally(() => {
      this.#asking = null;
      this.#waiting = null;
      this.look();
    });
    return this.#asking;
  }

  async #askAll() {
    for (const index of this.#stale()) {
      const { view, engine } = this.#desk;
      const replacement = teamOf(view).replacements?.[index];
      const proposal = proposalOf(view, index);
      if (!replacement || !proposal) continue;
      engine.start();
      const text = await engine.ask({
        type: "replace",
        language: view.settings.language,
        text: JSON.stringify(view.document),
        place: view.team,
        proposal: JSON.stringify(proposal),
      });
      if (text === null) return;
      this.#tried.set(keyOf(replacement), { about: view.document, answer: JSON.parse(text) });
      this.#redraw();
    }
  }

  #redraw() {
    this.version += 1;
    this.#desk.redraw();
  }

  /** @returns {number[]} */
  #stale() {
    const { view, engine } = this.#desk;
    if (engine.state === "failed" || engine.isResting) return [];
    return (teamOf(view).replacements ?? []).flatMap((one, index) => {
      const idle = draftOf(one).done || !proposalOf(view, index);
      return idle || this.#tried.get(keyOf(one))?.about === view.document ? [] : [index];
    });
  }
}

/** @type {WeakMap<Desk, Trials>} */
const TRIALS = new WeakMap();

/**
 * @param {Desk} desk
 * @returns {Trials}
 */
export function trialsOf(desk) {
  const known = TRIALS.get(desk);
  if (known) return known;
  const trials = new Trials(desk);
  TRIALS.set(desk, trials);
  return trials;
}
