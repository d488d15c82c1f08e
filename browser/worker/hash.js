/** SHA-256 of a file, in base16. */

import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";

/**
 * Browsers offer their own, faster one only where a page comes by https or from the reader's own device.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {Promise<string>}
 */
export async function hashOf(bytes) {
  const own = globalThis.crypto?.subtle;
  return own ? bytesToHex(new Uint8Array(await own.digest("SHA-256", bytes))) : hashNow(bytes);
}

/**
 * The same at once, for where nothing may wait.
 *
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function hashNow(bytes) {
  return bytesToHex(sha256(bytes));
}
