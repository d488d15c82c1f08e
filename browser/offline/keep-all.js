/** Fetches the whole guide for use without a network: every page in both languages, and the checker. */

import { SITE } from "../site.js";
import { fetched, isSame } from "./fetched.js";
import { cacheFor, EVERYTHING, LISTING, PAGES } from "./places.js";
import { register } from "./registration.js";

/** Files fetched at a time. */
const LANES = 4;

/** @typedef {import("./places.js").Listing} Listing */

/** @returns {Promise<Listing>} as the site now is, or as it was kept */
export async function listingNow() {
  const live = navigator.onLine ? fetch(SITE + LISTING, { cache: "no-store" }) : Promise.reject();
  const response = await live.catch(() => caches.match(SITE + LISTING));
  if (!response?.ok) throw new Error(LISTING);
  return response.json();
}

/** @param {Listing} listing */
export function sizeOf({ files }) {
  return Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Has the reader got everything? */
export function hasEverything() {
  return "caches" in self ? caches.has(EVERYTHING).catch(() => false) : Promise.resolve(false);
}

/**
 * What is there already stays, so that one who stopped goes on from there.
 *
 * @param {Listing} listing
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} progress told how much is there
 */
export async function keepAll({ files }, signal, progress) {
  await register();
  const waiting = Object.entries(files);
  let there = 0;
  const add = (/** @type {number} */ bytes) => {
    there += bytes;
    progress(there);
  };
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await keep(next, files, signal, add);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  const response = await fetch(SITE + LISTING, { cache: "no-store", signal });
  signal.throwIfAborted();
  await (await caches.open(PAGES)).put(SITE + LISTING, response);
  signal.throwIfAborted();
  await caches.open(EVERYTHING);
}

/**
 * @param {[string, import("./places.js").Listed]} file
 * @param {Listing["files"]} files
 * @param {AbortSignal} signal
 * @param {(bytes: number) => void} add
 */
async function keep([path, listed], files, signal, add) {
  signal.throwIfAborted();
  const url = SITE + path;
  const cache = await caches.open(cacheFor(path));
  if (await isSame(await cache.match(url, { ignoreVary: true }), listed)) add(listed.bytes);
  else {
    let got = 0;
    const count = (/** @type {number} */ bytes) => {
      got += bytes;
      add(bytes);
    };
    const once = () => fetched(url, path, files, { signal }, (response) => bytesOf(response, count));
    const copy = await once().catch(() => {
      // One that fails among a hundred is tried again before all of it stops.
      signal.throwIfAborted();
      add(-got);
      return once();
    });
    signal.throwIfAborted();
    await cache.put(url, copy);
  }
}

/**
 * @param {Response} response
 * @param {(bytes: number) => void} add
 */
async function bytesOf(response, add) {
  const parts = [];
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    parts.push(read.value);
    add(read.value.byteLength);
  }
  return new Blob(parts);
}
