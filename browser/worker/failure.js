/** Why the runtime did not start, in a word that the page has a sentence for. */

import { Damaged } from "./damaged.js";

/** @typedef {"network" | "damaged" | "blocked"} Reason */

/** Somebody else has found out why. */
export class Failure extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * @param {unknown} error
 * @returns {Reason}
 */
export function failureOf(error) {
  if (error instanceof Failure) return error.reason;
  if (error instanceof WebAssembly.CompileError) return "blocked";
  return error instanceof Damaged ? "damaged" : "network";
}
