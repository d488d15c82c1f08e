/**
 * What could not be kept in time is written here, at once, when the page goes away: a tab may be closed right after a
 * key, or the database may be slow or refused. The next page takes it up.
 */

import { isPartnership } from "../shape.js";

/** @typedef {import("./shelf.js").Held} Held */
/** @typedef {{ key: string, held: Held, seen: number }} Unsaved `seen`: the version that it was a change of */

const KEY = "partnership-guide:unsaved";

export class Journal {
  /** Tells this tab's lines from those of another tab on the same partnership. */
  #mark = Math.random().toString(36).slice(2);
  /** Earlier tabs' lines that this one goes on from, by partnership. @type {Map<string, string[]>} */
  #before = new Map();

  /**
   * Go on from what an earlier page wrote.
   *
   * @param {Unsaved} line
   */
  adopt({ key, held }) {
    this.#before.set(held.id, [...(this.#before.get(held.id) ?? []), key]);
  }

  /**
   * @param {Held} held
   * @param {number} seen
   * @returns {boolean} is it kept now?
   */
  write(held, seen) {
    try {
      localStorage.setItem(`${KEY}:${held.id}:${this.#mark}`, JSON.stringify({ held, seen }));
      this.#dropBefore(held.id);
      return true;
    } catch {
      return false;
    }
  }

  /**
   * Forget what this tab wrote about a partnership.
   *
   * @param {string} id
   */
  drop(id) {
    forget(`${KEY}:${id}:${this.#mark}`);
    this.#dropBefore(id);
  }

  /** @param {string} id */
  #dropBefore(id) {
    for (const key of this.#before.get(id) ?? []) forget(key);
    this.#before.delete(id);
  }
}

/**
 * Return what earlier pages could not keep in time.
 *
 * @returns {Unsaved[]}
 */
export function unsaved() {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(KEY))
      .flatMap((key) => line(key, localStorage.getItem(key)));
  } catch {
    return [];
  }
}

/**
 * Is this the name of something unsaved?
 *
 * @param {string | null} key
 */
export function isUnsaved(key) {
  return key?.startsWith(KEY) ?? false;
}

/** @param {string} key */
export function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing can be removed, nothing was kept.
  }
}

/**
 * Return what a line holds, or nothing where it is spoilt.
 *
 * @param {string} key
 * @param {string | null} text
 * @returns {Unsaved[]}
 */
export function line(key, text) {
  try {
    const { held, seen } = JSON.parse(text ?? "");
    const whole = typeof held.id === "string" && typeof seen === "number" && isPartnership(held.partnership);
    return whole ? [{ key, held, seen }] : [];
  } catch {
    return [];
  }
}
