/** The document being edited: every change passes here, is kept, and can be undone. */

import { blank, completed, isBlank, withoutDrafts, withTeam } from "./document.js";
import { History } from "./history.js";
import { Store } from "./store.js";

/** @typedef {import("./types.js").Partnership} Partnership */

export class Workspace {
  #home;
  #store = new Store();
  /** @type {History<Partnership>} */ #history = new History();
  /** @type {Partnership} */ #partnership;
  /** What the reader must know about how the document is kept: a word's key. @type {string | null} */
  trouble = null;

  /** @param {string} home code of the programme's home country */
  constructor(home) {
    this.#home = home;
    this.#partnership = this.#read() ?? blank(home);
  }

  get partnership() {
    return this.#partnership;
  }

  get canUndo() {
    return this.#history.canUndo;
  }

  get canRedo() {
    return this.#history.canRedo;
  }

  /**
   * Return the document with a team of the component, empty where nobody has begun it.
   *
   * @param {string} component
   */
  shown(component) {
    return withTeam(this.#partnership, component);
  }

  /**
   * Take a changed document.
   *
   * @param {Partnership} next
   * @param {string | null} place what was changed; changes in a row to one place are undone together
   */
  change(next, place = null) {
    this.#history.remember(this.#partnership, place);
    this.#take(withoutDrafts(next));
  }

  undo() {
    this.#take(this.#history.undo(this.#partnership));
  }

  redo() {
    this.#take(this.#history.redo(this.#partnership));
  }

  /** Take what another page of this site has kept. */
  refresh() {
    this.#history.remember(this.#partnership);
    this.#partnership = this.#read() ?? blank(this.#home);
  }

  /**
   * @param {() => void} callback called when another page has changed the document
   * @param {AbortSignal} signal
   */
  watch(callback, signal) {
    this.#store.watch(callback, signal);
  }

  #read() {
    const { document, aside } = this.#store.read();
    if (aside) this.trouble = "notice.aside";
    return document && completed(document);
  }

  /** @param {Partnership} next */
  #take(next) {
    this.#partnership = completed(next);
    const outcome = this.#store.write(isBlank(next, this.#home) ? null : this.#partnership);
    if (outcome === "failed") this.trouble = "notice.not_kept";
    else if (outcome === "aside") this.trouble = "notice.other_aside";
    else if (this.trouble === "notice.not_kept") this.trouble = null;
  }
}
