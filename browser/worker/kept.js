/**
 * What the browser keeps of the runtime, unpacked, for the next visit: nothing is then fetched or unpacked, and
 * the browser's own compiled form of the module, which it keeps beside it, can be used again.
 */

import { PYTHON } from "../offline/places.js";

const TYPES = {
  module: "application/wasm",
  archive: "application/zip",
  script: "text/javascript",
  memory: "application/octet-stream",
};

/** @typedef {keyof typeof TYPES} Type */

/**
 * Reading makes nothing: to open a cache that is not there would make it.
 *
 * @param {string} address
 * @returns {Promise<Response | null>} null where nothing is kept, or the browser keeps nothing
 */
export async function kept(address) {
  try {
    return (await caches.match(address, { cacheName: PYTHON })) ?? null;
  } catch {
    return null;
  }
}

/**
 * Keep a file, unless storage is full, refused or absent: the next visit then fetches it again.
 *
 * @param {string} address
 * @param {{ content: Blob, type: Type }} file
 */
export async function keepOne(address, { content, type }) {
  try {
    const headers = { "Content-Type": TYPES[type], "Content-Length": String(content.size) };
    await (await caches.open(PYTHON)).put(address, new Response(content, { headers }));
  } catch (error) {
    console.warn(error);
  }
}

/**
 * Of what is kept, forget what is no longer used.
 *
 * @param {Set<string>} used addresses
 */
export async function keepOnly(used) {
  try {
    const cache = await caches.open(PYTHON);
    for (const { url } of await cache.keys()) if (!used.has(url)) await cache.delete(url);
  } catch (error) {
    console.warn(error);
  }
}

/** @param {string} address */
export async function forgetOne(address) {
  try {
    // To open a cache that is not there would make it.
    if (await caches.has(PYTHON)) await (await caches.open(PYTHON)).delete(address);
  } catch (error) {
    console.info(error);
  }
}

/** Forget what is kept: it did not start. */
export async function forget() {
  try {
    await caches.delete(PYTHON);
  } catch (error) {
    console.warn(error);
  }
}
