/** A file of the runtime as the browser keeps it: unpacked, under an address at which no host has anything. */

import { parts } from "@built/runtime";
import { UNPACKED } from "../offline/places.js";
import { kept } from "./kept.js";

/** @typedef {{ runtime: string, script: string, served: boolean, task: "answer" | "remember" }} Place addresses of
 *   the runtime's folder and of the kept script of Python's worker; whether a service worker answers what is
 *   fetched; what Python is for */

/**
 * @param {{ runtime: string }} place
 * @param {{ file: string }} part
 */
export function addressOf({ runtime }, { file }) {
  return runtime + UNPACKED + file;
}

/**
 * Where Python's memory is kept: it is of use to the same files in the same browser and time zone alone.
 *
 * @param {{ runtime: string }} place
 */
export function memoryOf(place) {
  const made = Object.values(parts).map(({ sha256 }) => sha256.slice(0, 8));
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const used = new URLSearchParams({ browser: navigator.userAgent, timeZone });
  return addressOf(place, { file: `memory-${made.join("-")}.bin?${used}` });
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
