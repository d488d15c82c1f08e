/** Keeps the document in this browser; never writes over what it cannot read. */

import { isPartnership } from "./shape.js";

/** @typedef {import("./types.js").Partnership} Partnership */

const KEY = "partnership-guide:document";
const ASIDE = "partnership-guide:kept";

export class Store {
  /** What this page last read or wrote. @type {string | null} */
  #seen = null;

  /**
   * Read the document that is kept. One that cannot be read is put aside, which the answer tells.
   *
   * @returns {{ document: Partnership | null, aside: boolean }}
   */
  read() {
    const text = this.#stored();
    this.#seen = text;
    if (text === null) return { document: null, aside: false };
    const value = parsed(text);
    if (isPartnership(value)) return { document: value, aside: false };
    // Where there is no room for a copy, what is kept stays unseen, and so is never written over.
    if (!this.#putAside(text)) this.#seen = null;
    return { document: null, aside: true };
  }

  /**
   * Keep a document, or with null forget it.
   *
   * @param {Partnership | null} document
   * @returns {"kept" | "failed" | "aside"} `aside`: another page's unseen change was put aside first
   */
  write(document) {
    try {
      const stored = localStorage.getItem(KEY);
      const text = document && JSON.stringify(document);
      const unseen = stored !== null && stored !== this.#seen && stored !== text;
      if (unseen && !this.#putAside(stored)) return "failed";
      if (text === null) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, text);
      this.#seen = text;
      return unseen ? "aside" : "kept";
    } catch {
      return "failed";
    }
  }

  /** Did another page change the document since this one last looked? */
  get changedElsewhere() {
    return this.#stored() !== this.#seen;
  }

  /**
   * Call back when another page of this site changes the document.
   *
   * @param {() => void} callback
   * @param {AbortSignal} signal
   */
  watch(callback, signal) {
    const look = () => {
      if (document.visibilityState === "visible" && this.changedElsewhere) callback();
    };
    addEventListener(
      "storage",
      (event) => {
        if ((event.key === KEY || event.key === null) && this.changedElsewhere) callback();
      },
      { signal },
    );
    // A page from the back-forward cache, or one that slept, missed the event.
    addEventListener("pageshow", look, { signal });
    document.addEventListener("visibilitychange", look, { signal });
  }

  /** @returns {string | null} */
  #stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  /**
   * @param {string} text
   * @returns {boolean}
   */
  #putAside(text) {
    try {
      localStorage.setItem(`${ASIDE}:${new Date().toISOString()}`, text);
      return true;
    } catch {
      return false;
    }
  }
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
