/** Why the runtime did not start, or stopped, in a word that the page has a sentence for. */

import { Damaged, Missing } from "./damaged.js";

/** @typedef {"network" | "missing" | "damaged" | "blocked" | "memory" | "crashed"} Reason */

/** Somebody else has found out why. */
export class Failure extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Why something was not brought.
 *
 * @param {unknown} error
 * @returns {Reason}
 */
export function failureOf(error) {
  if (error instanceof Failure) return error.reason;
  // Some browsers have none at all while they are locked down.
  if (!("WebAssembly" in globalThis) || error instanceof WebAssembly.CompileError) return "blocked";
  if (error instanceof Missing) return "missing";
  if (error instanceof Damaged) return "damaged";
  return isOfMemory(error) ? "memory" : "network";
}

/**
 * Why Python stopped: everything has been brought by then, so the line has no part in it.
 *
 * @param {unknown} error
 * @returns {Reason}
 */
export function stopOf(error) {
  return isOfMemory(error) ? "memory" : "crashed";
}

/**
 * Browsers say so with a RangeError, as of a stack that is full; Python with an error of its own.
 *
 * @param {unknown} error
 */
function isOfMemory(error) {
  if (error instanceof RangeError) return !/stack/i.test(error.message);
  return error instanceof Error && /^MemoryError\b/m.test(error.message);
}
