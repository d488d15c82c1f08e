/** The partnerships that the browser keeps. What another tab has written unseen is never written over. */

import { isPartnership } from "../shape.js";
import { Database } from "./database.js";

/** @typedef {import("../types.js").Partnership} Partnership */
/** @typedef {import("./database.js").Entry} Entry */
/** @typedef {{ id: string, title: string | null, partnership: Partnership }} Held a partnership in the hand */
/** @typedef {Entry & { document: Partnership }} Readable */
/**
 * @typedef {{ outcome: "kept" | "split", entry: Entry }} Kept `split`: another tab had changed it unseen, so that
 *   this tab's version is kept beside it, as the entry says
 */

/**
 * Can the form show what is kept?
 *
 * @param {Entry | null | undefined} entry
 * @returns {entry is Readable}
 */
export function isReadable(entry) {
  if (entry == null || typeof entry.version !== "number") return false;
  return (entry.title == null || typeof entry.title === "string") && isPartnership(entry.document);
}

/**
 * Return an id that no other partnership has. (`crypto.randomUUID` is missing where the site is not on https.)
 *
 * @returns {string}
 */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export class Shelf {
  #database;

  /** @param {() => void} emptied called when someone removes all of it */
  constructor(emptied) {
    this.#database = new Database(emptied);
  }

  /**
   * Return everything that is kept, the latest first.
   *
   * @returns {Promise<Entry[]>}
   */
  async all() {
    const entries = await this.#database.transact("readonly", (store) => store.getAll());
    return entries.sort((one, other) => (String(one.changed) < String(other.changed) ? 1 : -1));
  }

  /**
   * @param {string} id
   * @returns {Promise<Entry | undefined>}
   */
  get(id) {
    return this.#database.transact("readonly", (store) => store.get(id));
  }

  /**
   * Keep a partnership, if what is kept is what this tab has seen; else keep it beside that.
   *
   * @param {Held} held
   * @param {number} seen the version that this tab last read or wrote; 0 for none
   * @param {(held: Held) => string} apart what to call it where it is kept beside another version
   * @returns {Promise<Kept>}
   */
  keep(held, seen, apart) {
    return this.#database.transact("readwrite", async (store, commit) => {
      const there = await store.get(held.id);
      const unseen = there !== undefined && there.version !== seen;
      if (unseen && sameContent(there, held)) return { outcome: "kept", entry: there };
      const entry = unseen ? entryOf({ ...held, id: newId(), title: apart(held) }) : entryOf(held, seen);
      const done = store.put(entry);
      commit();
      await done;
      return { outcome: unseen ? "split" : "kept", entry };
    });
  }

  /**
   * Put an entry where none is; return whether there was room.
   *
   * @param {Entry} entry
   * @returns {Promise<boolean>}
   */
  add(entry) {
    return this.#database.transact("readwrite", async (store, commit) => {
      const there = await store.get(entry.id);
      if (there) return false;
      const done = store.put(entry);
      commit();
      await done;
      return true;
    });
  }

  /**
   * Remove a partnership and return it as it was; with a version only where no other has been kept since.
   *
   * @param {string} id
   * @param {number | null} seen
   * @returns {Promise<Entry | undefined>}
   */
  remove(id, seen = null) {
    return this.#database.transact("readwrite", async (store, commit) => {
      const there = await store.get(id);
      if (!there || (seen !== null && there.version !== seen)) return undefined;
      const done = store.delete(id);
      commit();
      await done;
      return there;
    });
  }
}

/**
 * @param {Held} held
 * @param {number} [seen] the version before
 * @returns {Entry}
 */
export function entryOf({ id, title, partnership }, seen = 0) {
  const now = Date.now();
  // A time, so that what is removed and begun anew never has a version that it had before.
  const version = Math.max(now, seen + 1);
  return { id, title, document: partnership, version, changed: new Date(now).toISOString() };
}

/**
 * @param {Entry} entry
 * @param {Held} held
 */
function sameContent({ title, document }, held) {
  return title === held.title && JSON.stringify(document) === JSON.stringify(held.partnership);
}
