/** What was there before each change, so that nothing entered is lost by a slip. */

/**
 * @template T
 */
export class History {
  /** @type {T[]} */ #past = [];
  /** @type {T[]} */ #future = [];
  /** @type {string | null} */ #place = null;

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /**
   * Remember a value before it changes. Changes in a row to the same place count as one.
   *
   * @param {T} before
   * @param {string | null} place
   */
  remember(before, place = null) {
    this.#future = [];
    if (place === null || place !== this.#place) this.#past.push(before);
    this.#place = place;
  }

  /**
   * Return the value before the last change, or the present one where there is none.
   *
   * @param {T} present
   * @returns {T}
   */
  undo(present) {
    return this.#step(present, this.#past, this.#future);
  }

  /**
   * Return the value that was last undone, or the present one where there is none.
   *
   * @param {T} present
   * @returns {T}
   */
  redo(present) {
    return this.#step(present, this.#future, this.#past);
  }

  /**
   * Is there a value like this to go back to?
   *
   * @param {(value: T) => boolean} test
   */
  holds(test) {
    return this.#past.some(test);
  }

  /**
   * Change every value that is remembered.
   *
   * @param {(value: T) => T} change
   */
  rewrite(change) {
    this.#past = this.#past.map(change);
    this.#future = this.#future.map(change);
  }

  clear() {
    this.#past = [];
    this.#future = [];
    this.#place = null;
  }

  /**
   * @param {T} present
   * @param {T[]} from
   * @param {T[]} to
   * @returns {T}
   */
  #step(present, from, to) {
    const value = from.pop();
    if (value === undefined) return present;
    to.push(present);
    this.#place = null;
    return value;
  }
}
