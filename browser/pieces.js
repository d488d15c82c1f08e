/** Does long work in small pieces, and lets the page answer its reader and paint between them. */

/** So long may the pieces of one task take together, in milliseconds: a slow phone needs four times as long. */
const BUDGET = 5;
/**
 * Work of more tasks than this is a crowd's. The page then takes longer and longer to lay out what has come, and each
 * task does as much as twice that time has room for, in milliseconds at most so much.
 */
const MANY = 24;
const MOST = 250;
/** So long is painting waited for, in milliseconds: a page that nobody sees is not painted at all. */
const UNSEEN = 100;

/** Given by the step after which the reader sees what she waits for: where the rest is long, that is painted first. */
export const SEEN = Symbol("seen");
/** Given when all that belongs to it is there too: it is painted before anything else is done. */
export const WHOLE = Symbol("whole");

/** @typedef {Iterator<unknown, unknown, undefined>} Steps each `next` does a small piece */

export class Pieces {
  /** What is being done. @type {Steps | null} */ #steps = null;
  /** @type {(() => void)[]} */ #waiting = [];

  get isDone() {
    return this.#steps === null;
  }

  /**
   * Do the first pieces now and the others in tasks of their own. Work that is not done yet is given up for it.
   *
   * @param {Steps} steps
   */
  async run(steps) {
    this.#steps = steps;
    let budget = BUDGET;
    for (let tasks = 1; this.#steps === steps; tasks += 1) {
      const isSeen = this.#some(steps, budget);
      const left = performance.now();
      if (this.#steps === steps) await (isSeen ? Promise.race([painted(), later(UNSEEN)]) : turn());
      if (tasks > MANY) budget = Math.min(Math.max(BUDGET, 2 * (performance.now() - left)), MOST);
    }
  }

  /** Do now what is not done yet. */
  finish() {
    const steps = this.#steps;
    while (steps && this.#steps === steps) this.#next(steps);
  }

  /**
   * Call back when nothing is left to do, now if that is so already.
   *
   * @param {() => void} callback
   */
  afterwards(callback) {
    if (this.isDone) callback();
    else this.#waiting.push(callback);
  }

  /**
   * Do as much as one task has room for, and return whether any of it is to be seen before the rest.
   *
   * @param {Steps} steps
   * @param {number} budget in milliseconds
   */
  #some(steps, budget) {
    const end = performance.now() + budget;
    let isSeen = false;
    while (this.#steps === steps) {
      const step = this.#next(steps);
      isSeen ||= step === SEEN;
      if (performance.now() >= end || (isSeen && step === WHOLE)) break;
    }
    return isSeen;
  }

  /** @param {Steps} steps */
  #next(steps) {
    const { done, value } = steps.next();
    if (done && this.#steps === steps) {
      this.#steps = null;
      for (const callback of this.#waiting.splice(0)) callback();
    }
    return value;
  }
}

/**
 * Wait until what was drawn just now is on the screen: a frame's callbacks come before its painting.
 *
 * @returns {Promise<void>}
 */
export function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => void message().then(resolve));
  });
}

/**
 * @param {number} milliseconds
 * @returns {Promise<void>}
 */
function later(milliseconds) {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** Let the page do what waits, the reader's own events first. */
function turn() {
  const { scheduler } = /** @type {{ scheduler?: { yield?: () => Promise<void> } }} */ (globalThis);
  return scheduler?.yield ? scheduler.yield() : message();
}

/** @returns {Promise<void>} */
function message() {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
