/** Says what changed to those who do not see it: politely, briefly, and not while they are still typing. */

import { h } from "./dom.js";

const PAUSE = 700;

export class Announcer {
  element = h("p", { class: "checker-announce", role: "status", "aria-live": "polite" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;

  /** @param {string} text */
  say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.element.textContent !== text) this.element.textContent = text;
    }, PAUSE);
  }
}
