/** The page's side: starts the worker of Python, and the one that unpacks Pyodide's module for it. */

import { parts } from "@built/runtime";
import unpacker from "@built/unpacker";
import worker from "@built/worker";
import { Damaged, throwUnlessSent } from "./damaged.js";
import { forgetOne, kept } from "./kept.js";
import { addressOf, hasAll, memoryOf } from "./kept-part.js";
import { STOP } from "./stop.js";

const RUNTIME = new URL("../../../runtime/", import.meta.url).href;
const SCRIPT = RUNTIME + worker.file;
const COPY = addressOf({ runtime: RUNTIME }, worker);
/** The smallest module there is: magic number and version. */
const EMPTY_WASM = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/** @typedef {import("./kept-part.js").Place["task"]} Task */

/**
 * Fetch Python and start it.
 *
 * @param {AbortSignal} given ends both workers, and the start when nobody waits for it any more
 * @param {Task} [task]
 * @returns {Promise<Worker>}
 */
export async function startWorker(given, task = "answer") {
  // Where a policy forbids WebAssembly, nothing need be fetched.
  await WebAssembly.compile(EMPTY_WASM);
  const { port1, port2 } = new MessageChannel();
  // Its script is at hand: it fetches what is longest at once.
  const unpacking = started(unpacker.script, given, task);
  unpacking.postMessage("{}", [port1]);
  given.addEventListener("abort", () => unpacking.postMessage(STOP));
  const copy = await kept(COPY)
    .then((response) => response?.blob())
    .catch(() => undefined);
  const script = copy ?? (await fetchedScript(given));
  given.throwIfAborted();
  const python = started(script, given, task);
  given.addEventListener("abort", () => python.terminate());
  // Whoever started Python may not ask it anything: it keeps what it came from once it has answered.
  python.postMessage(copy ? null : script, [port2]);
  return python;
}

/** Is everything that Python starts from kept already? */
export function hasPython() {
  return hasAll(RUNTIME, [worker, ...Object.values(parts)]);
}

/** Is Python's memory kept, so that it will be woken instead of started? */
export async function hasMemory() {
  return Boolean(await kept(memoryOf({ runtime: RUNTIME })));
}

/** Have Python started anew the next time: woken from its memory it did not do. */
export function forgetMemory() {
  return forgetOne(memoryOf({ runtime: RUNTIME }));
}

/**
 * Start a worker from a Blob: such a worker is bound by the page's content policy, one started from a file is
 * not.
 *
 * @param {string | Blob} script
 * @param {AbortSignal} given
 * @param {Task} task
 */
function started(script, given, task) {
  const served = Boolean(navigator.serviceWorker?.controller);
  const place = `self.place = ${JSON.stringify({ runtime: RUNTIME, script: COPY, served, task })};\n`;
  const address = URL.createObjectURL(new Blob([place, script], { type: "text/javascript" }));
  const one = new Worker(address, { type: "module" });
  given.addEventListener("abort", () => URL.revokeObjectURL(address));
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
  throwUnlessSent(response, SCRIPT);
  const packed = await response.blob();
  if (packed.size !== worker.bytes) throw new Damaged(`${SCRIPT}: not as published`);
  // What gzip packs ends in a sum over its content: a change shows as well.
  const script = new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
  return await script.blob().catch(() => {
    throw new Damaged(`${SCRIPT}: not as published`);
  });
}
