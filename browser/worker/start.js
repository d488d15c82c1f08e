/** The page's side: starts the worker of Python, and the one that unpacks Pyodide's module for it. */

import unpacker from "@built/unpacker";
import worker from "@built/worker";
import { Damaged } from "./damaged.js";
import { keepOne, kept } from "./kept.js";
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
  const script = await pythonScript(given);
  given.throwIfAborted();
  const python = started(script, given);
  python.postMessage("{}", [port2]);
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
 * The script of Python's worker: the copy from an earlier visit, else as it comes.
 *
 * @param {AbortSignal} given
 */
async function pythonScript(given) {
  const copy = await kept(COPY);
  if (copy) return copy.blob();
  const script = await fetched("default", given).catch(() => fetched("reload", given));
  void keepOne(COPY, { content: script, type: "script" });
  return script;
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
