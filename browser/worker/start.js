/** The page's side: starts the worker of Python, and the one that unpacks Pyodide's module for it. */

import unpacker from "@built/unpacker";
import worker from "@built/worker";
import { Damaged } from "./damaged.js";
import { kept } from "./kept.js";
import { addressOf } from "./kept-part.js";

export const RUNTIME = new URL("../../../runtime/", import.meta.url).href;
const SCRIPT = RUNTIME + worker.file;
const COPY = addressOf({ runtime: RUNTIME }, worker);
/** The smallest module there is: magic number and version. */
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/**
 * Fetch Python and start it.
 *
 * @param {AbortSignal} given ends both workers, and the start when nobody waits for it any more
 * @returns {Promise<Worker>}
 */
export async function startWorker(given) {
  // Where a policy forbids WebAssembly, nothing need be fetched.
  await WebAssembly.compile(EMPTY_WASM);
  const { port1, port2 } = new MessageChannel();
  // Its script is at hand: it fetches what is longest at once.
  started(unpacker.script, given).postMessage("{}", [port1]);
  const copy = await kept(COPY).then((response) => response?.blob());
  const script = copy ?? (await fetchedScript(given));
  given.throwIfAborted();
  const python = started(script, given);
  // Whoever started Python may not ask it anything: it keeps what it came from once it has answered.
  python.postMessage(copy ? null : script, [port2]);
  return python;
}

/**
 * Start a worker from a Blob: such a worker is bound by the page's content policy, one started from a file is
 * not.
 *
 * @param {string | Blob} script
 * @param {AbortSignal} given
 */
function started(script, given) {
  const served = Boolean(navigator.serviceWorker?.controller);
  const place = `self.place = ${JSON.stringify({ runtime: RUNTIME, script: COPY, served })};\n`;
  const address = URL.createObjectURL(new Blob([place, script], { type: "text/javascript" }));
  const one = new Worker(address, { type: "module" });
  given.addEventListener("abort", () => {
    one.terminate();
    URL.revokeObjectURL(address);
  });
  return one;
}

/**
 * The script of Python's worker, as a host has it.
 *
 * @param {AbortSignal} given
 */
function fetchedScript(given) {
  return fetched("default", given).catch(() => fetched("reload", given));
}

/**
 * @param {RequestCache} cache
 * @param {AbortSignal} signal
 */
async function fetched(cache, signal) {
  const response = await fetch(SCRIPT, { cache, signal });
  if (!response.ok) throw new Error(`${response.status} ${SCRIPT}`);
  const packed = await response.blob();
  if (packed.size !== worker.bytes) throw new Damaged(`${SCRIPT}: not as published`);
  // What gzip packs ends in a sum over its content: a change shows as well.
  const script = new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
  return await script.blob().catch(() => {
    throw new Damaged(`${SCRIPT}: not as published`);
  });
}
