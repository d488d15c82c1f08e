/** What Python runs from: what every check needs, kept from an earlier visit or fetched, and what comes later. */

import runtime from "@built/runtime";
import { keepOne, keepOnly, kept } from "./kept.js";
import { Parts } from "./parts.js";
import { unpackedNow } from "./unpack.js";

/** @typedef {import("./kept.js").Type} Type */
/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ runtime: string, script: string, served: boolean }} Place addresses of the runtime's folder and of
 *   the worker's own script; whether a service worker answers what is fetched */

export class Library {
  #address;
  #own;
  #served;
  #parts;
  /** What has been fetched and is to be kept. @type {Map<string, { content: Blob, type: Type }>} */
  #fetched = new Map();
  #loaded = 0;

  /**
   * @param {Place} place
   * @param {(loaded: number, total: number) => void} told called as bytes come that every check needs
   */
  constructor({ runtime: address, script, served }, told) {
    const total = Object.values(runtime.parts).reduce((sum, { bytes }) => sum + bytes, 0);
    this.#address = address;
    this.#own = script;
    this.#served = served;
    this.#parts = new Parts(address, (bytes) => {
      this.#loaded += bytes;
      if (this.#loaded <= total) told(this.#loaded, total);
    });
  }

  /**
   * Bring what every check needs, all at once.
   *
   * @returns {{ module: Promise<WebAssembly.Module>, library: Promise<Bytes>, checks: Promise<Bytes> }}
   */
  base() {
    const { module, library, checks } = runtime.parts;
    return { module: this.#module(module), library: this.#archive(library), checks: this.#archive(checks) };
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

  /** The same at once, while Python waits within an import. */
  restNow() {
    const request = new XMLHttpRequest();
    request.open("GET", this.#address + runtime.rest.file, false);
    request.responseType = "arraybuffer";
    request.send();
    if (request.status !== 200) throw new Error(`${request.status} ${runtime.rest.file}`);
    return unpackedNow(new Uint8Array(request.response));
  }

  /** Keep what has been fetched for the next visit. */
  async keep() {
    if (this.#fetched.size === 0) return;
    const fetched = [...this.#fetched];
    this.#fetched.clear();
    const used = Object.values(runtime.parts).map((part) => this.#addressOf(part));
    await keepOnly(new Set([...used, this.#own]));
    for (const [address, file] of fetched) await keepOne(address, file);
  }

  /** @param {Packed} part */
  async #module(part) {
    const address = this.#addressOf(part);
    const own = await this.#keptModule(address);
    if (own) return WebAssembly.compileStreaming(own).catch(() => this.#anew(part));
    return this.#anew(part);
  }

  /**
   * Browsers keep the compiled form only of what is fetched, so the service worker is asked where there is one.
   *
   * @param {string} address
   */
  async #keptModule(address) {
    const own = await kept(address);
    if (!own || !this.#served) return own;
    const response = await fetch(address).catch(() => null);
    return response?.ok ? response : own;
  }

  /**
   * Compile the module as it arrives.
   *
   * @param {Packed} part
   */
  #anew(part) {
    return this.#parts.use(part, async (content) => {
      const chunks = /** @type {Bytes[]} */ ([]);
      const noting = new TransformStream({
        transform: (/** @type {Bytes} */ chunk, out) => {
          chunks.push(chunk);
          out.enqueue(chunk);
        },
      });
      const headers = { "Content-Type": "application/wasm" };
      const module = await WebAssembly.compileStreaming(
        new Response(content.pipeThrough(noting), { headers }),
      );
      this.#fetched.set(this.#addressOf(part), { content: new Blob(chunks), type: "module" });
      return module;
    });
  }

  /** @param {Packed} part */
  async #archive(part) {
    const address = this.#addressOf(part);
    const own = await kept(address);
    if (own) return new Uint8Array(await own.arrayBuffer());
    const bytes = await this.#parts.use(part, bytesOf);
    this.#fetched.set(address, { content: new Blob([bytes]), type: "archive" });
    return bytes;
  }

  /** Where the unpacked file is kept; nothing is at this address on the host. @param {Packed} part */
  #addressOf({ file }) {
    return `${this.#address}unpacked/${file}`;
  }
}

/**
 * @param {ReadableStream<Bytes>} content
 * @returns {Promise<Bytes>}
 */
async function bytesOf(content) {
  return new Uint8Array(await new Response(content).arrayBuffer());
}
