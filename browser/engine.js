/** The page's side of the worker: starts it, asks one thing at a time, and gives up within a time limit. */

import { Remembering } from "./remember.js";
import { failureOf } from "./worker/failure.js";
import { forget } from "./worker/kept.js";
import { forgetMemory, startWorker } from "./worker/start.js";

/** @typedef {"idle" | "loading" | "ready" | "failed"} State */
/** @typedef {import("./worker/failure.js").Reason | "timeout"} Reason */
/** @typedef {{ stage: string, loaded: number, total: number }} Progress */
/** @typedef {{ type: string, language: string } & Record<string, unknown>} Request what
 *   `checkers.service.answer` takes; `packages` names those it needs beside the checks */
/** @typedef {{ id: number, request: Request, answer: (text: string | null) => void }} Job */

/** So long may nothing be heard from the worker, in milliseconds. */
const SILENCE = 60_000;

export class Engine {
  /** @type {State} */ state = "idle";
  /** @type {Reason | null} */ reason = null;
  /** @type {Progress | null} */ progress = null;
  /** Was it ended, so that nothing is kept, and has nobody asked for it since? */
  isResting = false;
  /** How often it has failed. */
  failures = 0;
  /** @type {Worker | null} */ #worker = null;
  /** @type {Job[]} */ #waiting = [];
  /** @type {Job | null} */ #current = null;
  /** Are the workers there, or on their way? */
  #isBegun = false;
  #loaded = false;
  #stopped = new AbortController();
  #count = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #limit;
  #remembering = new Remembering();
  /** @type {() => void} */ #changed;

  /** @param {() => void} changed called when state, reason or progress is another */
  constructor(changed) {
    this.#changed = changed;
  }

  /** Start Python, if it has not been started or has failed. */
  start() {
    this.isResting = false;
    if (this.state === "loading" || this.state === "ready") return;
    this.warm();
    this.#become("loading");
    this.#next();
  }

  /** Start Python before anyone asks, and say nothing of it: should it fail, nobody has waited. */
  warm() {
    if (this.isResting || this.#isBegun) return;
    this.#isBegun = true;
    this.#loaded = false;
    this.progress = null;
    this.#stopped = new AbortController();
    this.#listen();
    void this.#begin(this.#stopped.signal);
  }

  /** @param {AbortSignal} stopped */
  async #begin(stopped) {
    try {
      this.#worker = await startWorker(stopped);
      this.#worker.onmessage = (event) => this.#receive(JSON.parse(event.data));
      this.#worker.onerror = () => {
        // Should it be its kept script that does not run, the next try fetches everything.
        if (!this.#loaded) void forget();
        this.#fail("crashed");
      };
    } catch (error) {
      if (!stopped.aborted) this.#fail(failureOf(error));
    }
  }

  /** End the worker; what is asked goes unanswered. */
  stop() {
    clearTimeout(this.#limit);
    this.#stopped.abort();
    this.#isBegun = false;
    this.#loaded = false;
    this.#worker = null;
    for (const job of [...this.#waiting, ...(this.#current ? [this.#current] : [])]) job.answer(null);
    this.#waiting = [];
    this.#current = null;
  }

  /** Keep nothing more for the next visit. */
  remembersNothing() {
    this.#remembering.stop();
  }

  /** End Python, until somebody turns to it again: nothing more is kept for the next visit. */
  rest() {
    this.stop();
    this.isResting = true;
    this.#remembering.stop();
    this.#become("idle");
  }

  /**
   * Ask Python something; the answer is JSON text, or null where a later question of its kind took its place
   * or Python failed.
   *
   * @param {Request} request
   * @returns {Promise<string | null>}
   */
  ask(request) {
    // Nobody is there to answer until it is tried again, or started again.
    if (this.state === "failed" || this.isResting) return Promise.resolve(null);
    this.#drop(request);
    this.#count += 1;
    const id = this.#count;
    return new Promise((answer) => {
      this.#waiting.push({ id, request, answer });
      this.#next();
    });
  }

  /** @param {Request} request */
  #drop(request) {
    for (const job of this.#waiting) if (replaces(request, job.request)) job.answer(null);
    this.#waiting = this.#waiting.filter((job) => !replaces(request, job.request));
  }

  #next() {
    if (!this.#loaded || this.#current) return;
    const job = this.#waiting.shift();
    if (!job) return;
    this.#current = job;
    const { packages = [], ...request } = job.request;
    this.#worker?.postMessage(JSON.stringify({ id: job.id, request: JSON.stringify(request), packages }));
    this.#listen();
  }

  /** @param {{ type: string, id?: number, text?: string, reason?: Reason, isWoken?: boolean } &
   *   Partial<Progress>} message */
  #receive(message) {
    this.#listen();
    switch (message.type) {
      case "progress":
        this.progress = {
          stage: message.stage ?? "",
          loaded: message.loaded ?? 0,
          total: message.total ?? 0,
        };
        if (this.state !== "idle") this.#changed();
        break;
      case "loaded":
        this.#loaded = true;
        performance.mark(message.isWoken ? "checker:woken" : "checker:started");
        // Started before anyone asked, it may rest as long as it likes.
        this.#listen();
        this.#next();
        break;
      case "answer":
        this.#answer(message.id, message.text ?? null);
        break;
      default:
        this.#fail(message.reason ?? "crashed");
    }
  }

  /**
   * @param {number | undefined} id
   * @param {string | null} text
   */
  #answer(id, text) {
    const job = this.#current;
    if (!job || job.id !== id) return;
    this.#current = null;
    clearTimeout(this.#limit);
    if (this.state !== "ready") {
      performance.mark("checker:ready");
      this.#become("ready");
    }
    // A newer question is on its way: this answer is about what no longer stands in the form.
    const stale = this.#waiting.some((one) => replaces(one.request, job.request));
    job.answer(stale ? null : text);
    this.#remembering.soon();
    this.#next();
  }

  #listen() {
    clearTimeout(this.#limit);
    if (!this.#loaded || this.#current) this.#limit = setTimeout(() => this.#fail("timeout"), SILENCE);
  }

  /** @param {Reason} reason */
  #fail(reason) {
    if (this.state === "failed") return;
    this.stop();
    // Should it be the memory that Python was woken from, the next try does without.
    void forgetMemory();
    if (this.state === "idle") return;
    this.reason = reason;
    this.failures += 1;
    this.#become("failed");
  }

  /** @param {State} state */
  #become(state) {
    this.state = state;
    if (state !== "failed") this.reason = null;
    this.#changed();
  }
}

/** Of these every one is answered; of the rest the last one of its type counts. */
const EACH_COUNTS = new Set(["open", "form"]);

/**
 * Does a later request make an earlier one idle?
 *
 * @param {Request} later
 * @param {Request} earlier
 */
function replaces(later, earlier) {
  return later.type === earlier.type && !EACH_COUNTS.has(later.type);
}
