/** The partnership being edited: every change passes here, is kept, and can be undone. */

import { blank, completed, isBlank, keyedLike, withoutDrafts, withTeam } from "./document.js";
import { History } from "./history.js";
import { Keeper } from "./shelf/keeper.js";
import { rememberOpen } from "./shelf/place.js";
import { isReadable, newId } from "./shelf/shelf.js";
import { apartTitle } from "./shelf/titles.js";

/** @typedef {import("./types.js").Partnership} Partnership */
/** @typedef {import("./shelf/shelf.js").Held} Held */
/** @typedef {import("./shelf/database.js").Entry} Entry */
/**
 * @typedef {{ type: "kept" | "trouble" | "elsewhere" | "erased" | "removed" | "late" } |
 *   { type: "split", id: string, name: string }} News what happened to what is kept
 */

/** Told until it is put away: what was last on the desk cannot be read. */
const DAMAGED = "kept.damaged";

/**
 * Fires `shelf` when another partnership than the one on the desk may have changed, `erased` when all are gone, and
 * `forgotten` with the id of one that undo has taken away.
 */
export class Workspace extends EventTarget {
  #home;
  #keeper;
  /** @type {History<Held>} */ #history = new History();
  /** @type {Held} */ #held;
  /** The partnership that the next page will begin with. */ #open = "";
  /** What came into being in this tab as a whole, as a file opened: undone, it goes. @type {Set<string>} */
  #made = new Set();
  /** What was last laid out as a whole; unchanged, the next may take its place. @type {Partnership | null} */
  #laid = null;
  /** @type {(news: News) => void} */ #tell = () => {};
  /** What the reader must know about how the document is kept: a word's key. @type {string | null} */
  trouble = null;

  /**
   * @param {string} home code of the programme's home country
   * @param {import("./words.js").Say} say
   * @param {string} language
   */
  constructor(home, say, language) {
    super();
    this.#home = home;
    this.#held = this.#empty();
    this.#keeper = new Keeper(
      (held) => apartTitle(held, say, language),
      (heard) => void this.#hear(heard),
    );
  }

  /** Read what is kept. Until then there is nothing to show. */
  async open() {
    const found = await this.#keeper.start();
    this.#complain();
    if (found && "partnership" in found) this.#held = { ...found, partnership: completed(found.partnership) };
    else if (isReadable(found)) this.#held = heldFrom(found);
    else if (found) this.trouble = DAMAGED;
    this.#take(this.#held);
    if (!this.isEmpty && found && "partnership" in found) this.#keep();
  }

  get partnership() {
    return this.#held.partnership;
  }

  /** The partnership on the desk with its own title, where it has one. */
  get held() {
    return this.#held;
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  get isKept() {
    return this.#keeper.isKept;
  }

  /** Has nobody entered anything, nor given it a title? */
  get isEmpty() {
    return this.#isEmpty(this.#held);
  }

  /**
   * Return the document with a team of the component, empty where nobody has begun it.
   *
   * @param {string} component
   */
  shown(component) {
    return withTeam(this.#held.partnership, component);
  }

  /**
   * Take a changed document.
   *
   * @param {Partnership} next
   * @param {string | null} place what was changed; changes in a row to one place are undone together
   */
  change(next, place = null) {
    this.#step({ ...this.#held, partnership: completed(withoutDrafts(next)) }, place);
  }

  /**
   * Lay out a whole partnership, as from a file. What lies there stays kept beside it.
   *
   * @param {Partnership} partnership
   */
  lay(partnership) {
    const takesPlace = this.isEmpty || this.#held.partnership === this.#laid;
    const held = { ...this.#empty(), partnership: completed(withoutDrafts(partnership)) };
    const next = takesPlace ? { ...held, id: this.#held.id } : held;
    if (!takesPlace) this.#made.add(next.id);
    this.#laid = next.partnership;
    this.#step(next);
  }

  /** Empty the partnership, and forget it. */
  restart() {
    this.#step({ ...this.#empty(), id: this.#held.id });
  }

  /** Begin another partnership; what lies there stays kept. */
  begin() {
    this.#step(this.#empty());
  }

  /**
   * Lay another partnership that is kept on the desk; false where it cannot be read.
   *
   * @param {string} id
   * @returns {Promise<boolean>}
   */
  async turnTo(id) {
    const entry = await this.#keeper.read(id);
    if (!entry) return false;
    this.#history.remember(this.#held);
    this.#take(heldFrom(entry));
    return true;
  }

  /** Return everything that the browser keeps, the latest first. */
  async entries() {
    await this.#keeper.idle();
    return this.#keeper.entries();
  }

  /**
   * Remove a partnership and return it as it was kept. Where it lay on the desk, another takes its place.
   *
   * @param {string} id
   */
  async remove(id) {
    const entry = await this.#keeper.remove(id);
    if (id !== this.#held.id) return entry;
    const next = (await this.#keeper.entries()).find(isReadable);
    if (next) await this.turnTo(next.id);
    else this.begin();
    return entry;
  }

  /**
   * Put back what was removed, or a copy.
   *
   * @param {Entry} entry
   */
  restore(entry) {
    return this.#keeper.add(entry);
  }

  /**
   * Give any of the partnerships a title, or with null the names of its partners.
   *
   * @param {string} id
   * @param {string | null} title
   */
  async retitle(id, title) {
    if (id === this.#held.id) this.#step({ ...this.#held, title });
    else {
      const entry = await this.#keeper.read(id);
      if (entry) this.#keeper.keep({ id, title, partnership: entry.document }, false);
      this.#history.rewrite((held) => (held.id === id ? { ...held, title } : held));
    }
    await this.#keeper.idle();
  }

  undo() {
    const before = this.#held;
    this.#goTo(this.#history.undo(before));
    if (before.id === this.#held.id) return;
    const stays = this.#history.holds(({ id }) => id === before.id);
    if (!this.#made.has(before.id) || stays) return;
    this.#keeper.keep(before, true);
    this.dispatchEvent(new CustomEvent("forgotten", { detail: before.id }));
  }

  redo() {
    this.#goTo(this.#history.redo(this.#held));
  }

  /**
   * @param {(news: News) => void} callback called when what is kept was changed by another than the reader here
   * @param {AbortSignal} signal
   */
  watch(callback, signal) {
    this.#tell = callback;
    this.#keeper.listen(signal);
    signal.addEventListener("abort", () => {
      this.#tell = () => {};
    });
  }

  /** Start afresh, with nothing remembered. */
  reset() {
    this.#history.clear();
    this.#made.clear();
    this.#held = this.#empty();
    this.trouble = null;
  }

  /** @param {import("./shelf/keeper.js").Heard} heard */
  async #hear(heard) {
    if (heard.type === "changed") return this.#look();
    if (heard.type === "split") this.#split(heard.id, heard.entry);
    if (heard.type === "erased") {
      this.reset();
      this.dispatchEvent(new Event("erased"));
    }
    if (heard.type === "late") this.#late(heard.entry);
    this.dispatchEvent(new Event("shelf"));
    const isNew = this.#complain();
    if (heard.type === "kept" && isNew) this.#tell({ type: "trouble" });
    else if (heard.type !== "split") this.#tell({ type: heard.type });
  }

  /**
   * What is kept came late. It is shown where nobody has begun anything else meanwhile.
   *
   * @param {Entry | null} entry
   */
  #late(entry) {
    if (this.isEmpty && !this.canUndo && isReadable(entry)) this.#take(heldFrom(entry));
  }

  /** Has another tab changed the partnership on the desk? */
  async #look() {
    this.dispatchEvent(new Event("shelf"));
    const { id } = this.#held;
    // Where nobody has begun anything, what was begun in another tab is what is wanted here too.
    const waits = this.isEmpty && !this.canUndo;
    const entry = waits ? await this.#keeper.last() : await this.#keeper.newer(id);
    if (!entry || id !== this.#held.id) return;
    if (entry !== "removed" && !isReadable(entry)) return;
    this.#history.remember(this.#held);
    const kept = entry === "removed" ? { ...this.#empty(), id } : heldFrom(entry, this.partnership);
    this.#take(kept);
    this.#tell({ type: "elsewhere" });
  }

  /**
   * Another tab had changed the same partnership: from now on this tab's is another one.
   *
   * @param {string} id
   * @param {Entry} entry
   */
  #split(id, entry) {
    const moved = (/** @type {Held} */ held) =>
      held.id === id ? { ...held, id: entry.id, title: entry.title } : held;
    this.#history.rewrite(moved);
    this.#take(moved(this.#held));
    this.#tell({ type: "split", id, name: entry.title ?? "" });
  }

  /**
   * @param {Held} next
   * @param {string | null} place
   */
  #step(next, place = null) {
    this.#history.remember(this.#held, place);
    this.#show(next);
  }

  /** @param {Held} next */
  #show(next) {
    this.#take(next);
    this.#keep();
  }

  /**
   * Go back or forth to what lay here; another partnership may have been changed in another tab since.
   *
   * @param {Held} next
   */
  #goTo(next) {
    if (next.id === this.#held.id) {
      this.#show(next);
      return;
    }
    this.#take(next);
    void this.#arrive(next);
  }

  /** @param {Held} held */
  #take(held) {
    this.#held = held;
    if (held.id !== this.#open) rememberOpen(held.id);
    this.#open = held.id;
  }

  /** @param {Held} held */
  async #arrive(held) {
    const there = await this.#keeper.there(held.id);
    if (this.#held !== held) return;
    if (there && there !== "removed" && isReadable(there)) {
      const kept = heldFrom(there, held.partnership);
      if (isSame(kept, held)) return;
      this.#held = kept;
      this.#tell({ type: "elsewhere" });
    } else if (!this.#keeper.has(held.id)) this.#keep();
  }

  #keep() {
    this.#keeper.keep(this.#held, this.isEmpty);
  }

  /** Take over what troubles the keeper, and return whether that is something new. */
  #complain() {
    const { trouble } = this.#keeper;
    const before = this.trouble;
    if (trouble) this.trouble = `kept.${trouble}`;
    else if (before !== DAMAGED) this.trouble = null;
    return before !== this.trouble;
  }

  /** @returns {Held} */
  #empty() {
    return { id: newId(), title: null, partnership: blank(this.#home) };
  }

  /** @param {Held} held */
  #isEmpty({ title, partnership }) {
    return title === null && isBlank(partnership, this.#home);
  }
}

/**
 * @param {Held} one
 * @param {Held} other
 */
function isSame(one, other) {
  return one.title === other.title && JSON.stringify(one.partnership) === JSON.stringify(other.partnership);
}

/**
 * @param {import("./shelf/shelf.js").Readable} entry
 * @param {Partnership} [before] another version of it, whose keys it takes over
 * @returns {Held}
 */
function heldFrom({ id, title, document }, before) {
  return { id, title, partnership: completed(before ? keyedLike(document, before) : document) };
}
