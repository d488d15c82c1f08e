/** A file of the runtime as the browser keeps it: unpacked, under an address at which no host has anything. */

import { UNPACKED } from "../offline/places.js";
import { kept } from "./kept.js";

/** @typedef {{ runtime: string, script: string, served: boolean }} Place addresses of the runtime's folder and of
 *   the kept script of Python's worker; whether a service worker answers what is fetched */

/**
 * @param {{ runtime: string }} place
 * @param {Packed} part
 */
export function addressOf({ runtime }, { file }) {
  return runtime + UNPACKED + file;
}

/**
 * Is everything that Python starts from kept already?
 *
 * @param {string} runtime address of the runtime's folder
 * @param {Packed[]} parts
 */
export async function hasAll(runtime, parts) {
  const own = await Promise.all(parts.map((part) => kept(addressOf({ runtime }, part))));
  return own.every(Boolean);
}

/**
 * Browsers keep the compiled form of a module only where it is fetched, so the service worker is asked where
 * there is one.
 *
 * @param {Place} place
 * @param {Packed} part
 * @returns {Promise<Response | null>}
 */
export async function keptPart(place, part) {
  const address = addressOf(place, part);
  const own = await kept(address);
  if (!own || !place.served) return own;
  const response = await fetch(address).catch(() => null);
  return response?.ok ? response : own;
}
