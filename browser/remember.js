/**
 * After an answer, has Python's memory kept for the next visit, which then wakes it instead of starting it. It is
 * the memory of another Python, that has been asked nothing by the reader: it holds the rules and nobody's name.
 */

import { hasMemory, hasPython, startWorker } from "./worker/start.js";

/** So long nothing has been asked before that other Python is started, in milliseconds. */
const PAUSE = 1_000;
/** So often it is looked whether all that Python came from is kept by now, which takes slow devices a while. */
const LOOKS = 20;
/** Gigabytes below which a device has better uses for its memory; not every browser tells. */
const LITTLE = 2;

/** @type {(callback: () => void) => void} */
const whenIdle = self.requestIdleCallback ?? ((callback) => setTimeout(callback));

export class Remembering {
  #isDone = false;
  #looks = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #timer;
  #stopped = new AbortController();

  /** Python has answered: once it has had nothing to do for a while, its memory is kept. */
  soon() {
    clearTimeout(this.#timer);
    if (this.#isDone) return;
    this.#timer = setTimeout(() => whenIdle(() => void this.#keep()), PAUSE);
  }

  /** Keep nothing more. */
  stop() {
    clearTimeout(this.#timer);
    this.#isDone = true;
    this.#stopped.abort();
  }

  async #keep() {
    if (this.#isDone || !isWelcome()) return;
    this.#isDone = true;
    if (await hasMemory()) return;
    if (!(await hasPython())) {
      this.#again();
      return;
    }
    try {
      await remembered(this.#stopped.signal);
    } catch (error) {
      // The next visit starts Python as this one did.
      console.info(error);
    }
  }

  #again() {
    this.#looks += 1;
    if (this.#stopped.signal.aborted || this.#looks > LOOKS) return;
    this.#isDone = false;
    this.soon();
  }
}

/** In a frame it is another site's page, whose readers may have come for something else. */
function isWelcome() {
  const { deviceMemory = LITTLE } = /** @type {{ deviceMemory?: number }} */ (navigator);
  return window.top === window && deviceMemory >= LITTLE;
}

/** @param {AbortSignal} stopped */
async function remembered(stopped) {
  // It may have been stopped while it was looked what is kept.
  stopped.throwIfAborted();
  const done = new AbortController();
  stopped.addEventListener("abort", () => done.abort());
  const worker = await startWorker(done.signal, "remember");
  worker.onmessage = ({ data }) => {
    if (JSON.parse(data).type !== "progress") done.abort();
  };
  worker.onerror = () => done.abort();
}
