/** What Python reads: what every check needs, kept from an earlier visit or fetched, and what comes later. */

import runtime from "@built/runtime";
import { Damaged } from "./damaged.js";
import { hashNow } from "./hash.js";
import { forgetOne, keepOne, keepOnly, kept } from "./kept.js";
import { addressOf, keptPart, memoryOf } from "./kept-part.js";
import { Parts } from "./parts.js";
import { unpackedNow } from "./unpack.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export class Library {
  #place;
  #parts;
  /** What has been fetched and is to be kept. @type {Map<Packed, Bytes>} */
  #fetched = new Map();
  /** @type {Blob | null} */ #script = null;

  /**
   * @param {import("./kept-part.js").Place} place
   * @param {(bytes: number) => void} received called with each number of bytes that has come
   */
  constructor(place, received) {
    this.#place = place;
    this.#parts = new Parts(place.runtime, received);
  }

  /** @param {Blob} script of Python's worker, which is to be kept too */
  hasScript(script) {
    this.#script = script;
  }

  /**
   * Bring an archive that every check needs.
   *
   * @param {Packed} part
   * @returns {Promise<Bytes>}
   */
  async archive(part) {
    const own = await keptPart(this.#place, part);
    if (own) return bytesOf(own.body);
    const bytes = await this.#parts.use(part, bytesOf);
    this.#fetched.set(part, bytes);
    return bytes;
  }

  /**
   * @param {Promise<WebAssembly.Module>} module
   * @returns {Promise<import("./python.js").Files>} all that Python starts from
   */
  async files(module) {
    const { library, checks } = runtime.parts;
    const all = await Promise.all([module, this.archive(library), this.archive(checks)]);
    return { module: all[0], library: all[1], checks: all[2], rest: () => this.restNow() };
  }

  /** @returns {Promise<Bytes | null>} what Python's memory held on an earlier visit */
  async memory() {
    const own = await kept(memoryOf(this.#place));
    return own && bytesOf(own.body).catch(() => null);
  }

  /** @param {Bytes} image of Python's memory, for the next visit; one for another browser or place goes */
  async keepMemory(image) {
    await this.#clear();
    await keepOne(memoryOf(this.#place), { content: new Blob([image]), type: "memory" });
  }

  /** Keep nothing that no visit would use any more. */
  #clear() {
    const used = Object.values(runtime.parts).map((part) => addressOf(this.#place, part));
    return keepOnly(new Set([...used, this.#place.script, memoryOf(this.#place)]));
  }

  /** It did not wake Python. */
  forgetMemory() {
    return forgetOne(memoryOf(this.#place));
  }

  /**
   * @param {string} name an archive's file name in the lock
   * @returns {Promise<Bytes>}
   */
  package(name) {
    const part = runtime.packages[name];
    if (!part) throw new Error(`no package ${name}`);
    return this.#parts.use(part, bytesOf);
  }

  /** @returns {Promise<Bytes>} the rest of Python's library */
  rest() {
    return this.#parts.use(runtime.rest, bytesOf);
  }

  /** The same at once, while Python waits within an import; fetched once more where it came damaged. */
  restNow() {
    /** @type {Record<string, string>[]} */
    const tries = [{}, { "Cache-Control": "no-cache" }];
    for (const headers of tries) {
      const packed = fetchedNow(this.#place.runtime + runtime.rest.file, headers);
      if (hashNow(packed) === runtime.rest.sha256) return unpackedNow(packed);
    }
    throw new Damaged(`${runtime.rest.file}: not as published`);
  }

  /** Keep what has been fetched for the next visit, and nothing of an earlier release. */
  async keep() {
    const fetched = [...this.#fetched];
    const script = this.#script;
    if (!script && fetched.length === 0) return;
    this.#fetched.clear();
    this.#script = null;
    await this.#clear();
    if (script) await keepOne(this.#place.script, { content: script, type: "script" });
    for (const [part, bytes] of fetched)
      await keepOne(addressOf(this.#place, part), { content: new Blob([bytes]), type: "archive" });
  }
}

/**
 * @param {string} address
 * @param {Record<string, string>} headers
 * @returns {Bytes}
 */
function fetchedNow(address, headers) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
  request.send();
  if (request.status !== 200) throw new Error(`${request.status} ${address}`);
  return new Uint8Array(request.response);
}

/**
 * @param {ReadableStream<Bytes> | null} content
 * @returns {Promise<Bytes>}
 */
async function bytesOf(content) {
  return new Uint8Array(await new Response(content).arrayBuffer());
}
