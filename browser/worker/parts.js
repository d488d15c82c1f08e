/**
 * Files of the runtime, each held against the hash that the build knows. What is not as published is asked for
 * once more, past the browser's own cache; then it is refused.
 */

import { Damaged, throwUnlessSent } from "./damaged.js";
import { hashOf } from "./hash.js";
import { unpacked } from "./unpack.js";

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

export class Parts {
  #base;
  #received;
  #stopped;

  /**
   * @param {string} base address of the runtime's folder
   * @param {(bytes: number) => void} received called with each number of bytes that has come
   * @param {AbortSignal} [stopped] ends what is being fetched
   */
  constructor(base, received, stopped) {
    this.#base = base;
    this.#received = received;
    this.#stopped = stopped ?? null;
  }

  /**
   * Fetch a file, use its content while it arrives, and return what came of it once the file is known to be
   * the right one.
   *
   * @template T
   * @param {Packed} part
   * @param {(content: ReadableStream<Bytes>) => Promise<T>} use
   * @returns {Promise<T>}
   */
  async use(part, use) {
    try {
      return await this.#try(part, use, "default");
    } catch (error) {
      if (this.#stopped?.aborted) throw error;
      console.warn(`${part.file}: ${error}; once more`);
      return await this.#try(part, use, "reload");
    }
  }

  /**
   * @template T
   * @param {Packed} part
   * @param {(content: ReadableStream<Bytes>) => Promise<T>} use
   * @param {RequestCache} cache
   */
  async #try(part, use, cache) {
    const response = await fetch(this.#base + part.file, { cache, signal: this.#stopped });
    throwUnlessSent(response, part.file);
    const [content, copy] = /** @type {ReadableStream<Bytes>} */ (response.body).tee();
    // Whatever garbage is used for, that it is garbage says more.
    const [checked, used] = await Promise.allSettled([
      this.#check(part, copy),
      use(content.pipeThrough(/** @type {TransformStream<Bytes, Bytes>} */ (unpacked()))),
    ]);
    if (checked.status === "rejected") throw checked.reason;
    if (used.status === "rejected") throw used.reason;
    return used.value;
  }

  /**
   * @param {Packed} part
   * @param {ReadableStream<Bytes>} body
   */
  async #check(part, body) {
    const bytes = new Uint8Array(part.bytes);
    let length = 0;
    for await (const chunk of chunksOf(body)) {
      if (length + chunk.length > part.bytes) throw new Damaged(`${part.file}: too long`);
      bytes.set(chunk, length);
      length += chunk.length;
      this.#received(chunk.length);
    }
    if (length < part.bytes) throw new Damaged(`${part.file}: too short`);
    if ((await hashOf(bytes)) !== part.sha256) throw new Damaged(`${part.file}: not as published`);
  }
}

/**
 * Streams cannot be iterated over in every browser.
 *
 * @template T
 * @param {ReadableStream<T>} stream
 */
async function* chunksOf(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}
