/** Keeps every change: one save at a time, the latest wins, and nothing is lost where the browser cannot keep it. */

import { troubleOf } from "./database.js";
import { forget, isUnsaved, Journal, unsaved } from "./journal.js";
import { Channel } from "./news.js";
import { olderDocument, takeOver } from "./older.js";
import { forgetPlace, lastOpen } from "./place.js";
import { isReadable, newId, Shelf } from "./shelf.js";

/** @typedef {import("./shelf.js").Held} Held */
/** @typedef {import("./shelf.js").Readable} Readable */
/** @typedef {import("./database.js").Entry} Entry */
/** @typedef {import("./database.js").Trouble | "gone"} Trouble `gone`: what was kept was removed by someone */
/**
 * @typedef {{ type: "kept" } | { type: "trouble" } | { type: "changed", id: string } | { type: "erased" } | { type: "removed" } |
 *   { type: "split", id: string, entry: Entry } | { type: "late", entry: Entry | null }} Heard
 */

/** So long may the page wait for what is kept, in milliseconds. */
const PATIENCE = 5_000;

export class Keeper {
  /** @type {Trouble | null} */ trouble = null;
  #shelf = new Shelf(() => this.#emptied());
  #journal = new Journal();
  #channel = new Channel();
  /** The version of each partnership that this tab last read or wrote. @type {Map<string, number>} */
  #seen = new Map();
  /** What is not kept yet, by id; null is to be removed. @type {Map<string, Held | null>} */
  #pending = new Map();
  /** The saving that goes on. @type {Promise<void> | null} */ #work = null;
  #apart;
  #heard;

  /**
   * @param {(held: Held) => string} apart what to call a partnership that is kept beside another version of it
   * @param {(heard: Heard) => void} heard
   */
  constructor(apart, heard) {
    this.#apart = apart;
    this.#heard = heard;
  }

  /** Is everything kept that was handed over? */
  get isKept() {
    return this.#pending.size === 0;
  }

  /**
   * Take up what earlier pages left and return what is to lie on the desk: an entry, or null for an empty one.
   * Where the browser keeps nothing, that is what is left in its memory.
   *
   * @returns {Promise<Entry | Held | null>}
   */
  async start() {
    const begun = this.#begin();
    try {
      return await within(PATIENCE, begun);
    } catch (error) {
      this.#fail(error);
      begun.then((entry) => this.#late(entry)).catch(() => {});
      return this.#remembered();
    }
  }

  async #begin() {
    const moved = await takeOver(this.#shelf);
    for (const { key, held, seen } of unsaved()) {
      const { entry } = await this.#shelf.keep(held, seen, this.#apart);
      forget(key);
      this.#channel.tell({ type: "changed", id: entry.id });
    }
    const entries = await this.#shelf.all();
    const wanted = [moved, ...lastOpen()].flatMap((id) => entries.find((entry) => entry.id === id) ?? []);
    const found = wanted[0] ?? entries.find(isReadable) ?? null;
    if (found) this.#seen.set(found.id, found.version);
    return found;
  }

  /**
   * The database answers after all.
   *
   * @param {Entry | null} entry
   */
  #late(entry) {
    this.trouble = null;
    this.#heard({ type: "late", entry });
  }

  /**
   * Keep a partnership; an empty one is forgotten.
   *
   * @param {Held} held
   * @param {boolean} isEmpty
   */
  keep(held, isEmpty) {
    this.#pending.set(held.id, isEmpty ? null : held);
    // Where the last save failed, this one may too, and the page may be gone before that is known.
    if (this.trouble) this.leave();
    this.#work ??= this.#run();
  }

  /** Wait until everything that could be kept is. */
  async idle() {
    await this.#work;
  }

  async #run() {
    try {
      for (let next = first(this.#pending); next; next = first(this.#pending)) await this.#settle(...next);
      this.trouble = null;
    } catch (error) {
      this.#fail(error);
      this.leave();
    }
    this.#work = null;
    this.#heard({ type: this.trouble ? "trouble" : "kept" });
  }

  /**
   * @param {string} id
   * @param {Held | null} held
   */
  async #settle(id, held) {
    const seen = this.#seen.get(id) ?? 0;
    if (held === null) {
      await this.#shelf.remove(id, seen);
      this.#settled(id, held, 0);
      return;
    }
    const { outcome, entry } = await this.#shelf.keep(held, seen, this.#apart);
    if (outcome === "split") this.#split(id, entry, held);
    this.#settled(entry.id, held, entry.version);
    if (outcome === "split") this.#heard({ type: "split", id, entry });
  }

  /**
   * @param {string} id
   * @param {Held | null} held
   * @param {number} version
   */
  #settled(id, held, version) {
    this.#seen.set(id, version);
    if (this.#pending.get(id) === held) this.#pending.delete(id);
    this.#journal.drop(id);
    this.#channel.tell({ type: "changed", id });
  }

  /**
   * What this tab goes on writing belongs to the version that is kept beside.
   *
   * @param {string} id
   * @param {Entry} entry
   * @param {Held} held
   */
  #split(id, entry, held) {
    const later = this.#pending.get(id);
    this.#pending.delete(id);
    this.#journal.drop(id);
    this.#seen.delete(id);
    if (later && later !== held) this.#pending.set(entry.id, { ...later, id: entry.id, title: entry.title });
  }

  /**
   * Write down at once what is not kept yet.
   *
   * @returns {boolean} is everything safe now?
   */
  leave() {
    const waiting = [...this.#pending.values()].filter((held) => held !== null);
    const written = waiting.map((held) => this.#journal.write(held, this.#seen.get(held.id) ?? 0));
    return written.every(Boolean);
  }

  /**
   * Return what is kept of a partnership where another tab has changed it since this one last looked.
   *
   * @param {string} id
   * @returns {Promise<Entry | "removed" | null>}
   */
  async newer(id) {
    const seen = this.#seen.get(id) ?? 0;
    const there = await this.there(id);
    return there && there !== "removed" && there.version === seen ? null : there;
  }

  /**
   * Return what is kept of a partnership; null where this tab has a change of its own to keep, for the save itself
   * then finds out what another tab did.
   *
   * @param {string} id
   * @returns {Promise<Entry | "removed" | null>}
   */
  async there(id) {
    if (this.trouble || this.#pending.has(id)) return null;
    const seen = this.#seen.get(id) ?? 0;
    const entry = await this.#shelf.get(id).catch(() => null);
    if (entry === null || this.#pending.has(id) || (this.#seen.get(id) ?? 0) !== seen) return null;
    this.#seen.set(id, entry?.version ?? 0);
    if (entry) return entry;
    return seen > 0 ? "removed" : null;
  }

  /** Return what was last used in another tab. @returns {Promise<Entry | null>} */
  async last() {
    const [entry] = await this.#shelf.all().catch(() => []);
    if (entry) this.#seen.set(entry.id, entry.version);
    return entry ?? null;
  }

  /**
   * Has this tab read or written a partnership that is kept?
   *
   * @param {string} id
   */
  has(id) {
    return (this.#seen.get(id) ?? 0) > 0;
  }

  /** @returns {Promise<Entry[]>} none where the browser keeps nothing */
  async entries() {
    return this.#shelf.all().catch((error) => {
      this.#fail(error);
      return [];
    });
  }

  /**
   * Read a partnership so that this tab may change it.
   *
   * @param {string} id
   * @returns {Promise<Readable | null>}
   */
  async read(id) {
    const entry = await this.#shelf.get(id).catch(() => undefined);
    if (!isReadable(entry)) return null;
    this.#seen.set(id, entry.version);
    return entry;
  }

  /**
   * Remove a partnership and return it.
   *
   * @param {string} id
   */
  async remove(id) {
    this.#pending.delete(id);
    this.#journal.drop(id);
    const entry = await this.#shelf.remove(id);
    this.#seen.delete(id);
    this.#channel.tell({ type: "changed", id });
    return entry;
  }

  /**
   * Put an entry where none is.
   *
   * @param {Entry} entry
   */
  async add(entry) {
    await this.#shelf.add(entry);
    this.#seen.set(entry.id, entry.version);
    this.#channel.tell({ type: "changed", id: entry.id });
  }

  /**
   * Listen to the other tabs, and write down what is not kept when the page goes away.
   *
   * @param {AbortSignal} signal
   */
  listen(signal) {
    const look = () => {
      if (document.visibilityState === "visible") this.#heard({ type: "changed", id: "" });
      else this.leave();
    };
    this.#channel.listen((news) => {
      if (news.type === "erased") {
        this.#forget();
        forgetPlace();
      }
      this.#heard(news);
    }, signal);
    // Another tab was closed with something unsaved, which may have been kept after all.
    addEventListener("storage", ({ key }) => isUnsaved(key) && look(), { signal });
    // A page from the back-forward cache, or one that slept, missed what was told.
    addEventListener("pageshow", look, { signal });
    document.addEventListener("visibilitychange", look, { signal });
    addEventListener("pagehide", () => this.leave(), { signal });
    addEventListener("beforeunload", (event) => this.leave() || event.preventDefault(), { signal });
    signal.addEventListener("abort", () => this.#channel.close());
  }

  /** Return what can be had where the database cannot. @returns {Held | null} */
  #remembered() {
    const lines = unsaved();
    const here = lastOpen().flatMap((id) => lines.filter(({ held }) => held.id === id));
    const [line] = [...here, ...lines];
    if (line) this.#journal.adopt(line);
    const older = olderDocument();
    return line?.held ?? (older && { id: newId(), title: null, partnership: older });
  }

  /** What was kept is gone: this tab must not write it back. */
  #forget() {
    this.#pending.clear();
    this.#seen.clear();
    this.trouble = null;
  }

  #emptied() {
    this.#forget();
    this.trouble = "gone";
    this.#heard({ type: "trouble" });
  }

  /** @param {unknown} error */
  #fail(error) {
    console.info(error);
    this.trouble = troubleOf(error);
  }
}

/**
 * @template K, V
 * @param {Map<K, V>} map
 * @returns {[K, V] | undefined}
 */
function first(map) {
  return map.entries().next().value;
}

/**
 * @template T
 * @param {number} limit
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
function within(limit, work) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the database does not answer")), limit);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
