/** The page's side: fetches the worker's script and starts it. */

import worker from "@built/worker";
import { Damaged } from "./damaged.js";
import { keepOne, kept } from "./kept.js";

const RUNTIME = new URL("../../../runtime/", import.meta.url).href;
const SCRIPT = RUNTIME + worker.file;

/**
 * Start the worker from a Blob: such a worker is bound by the page's content policy, one started from a file is
 * not. Its script is one file, so that a reader on a slow line waits for one answer.
 *
 * @param {AbortSignal} given ends the start when nobody waits for it any more
 * @returns {Promise<Worker>}
 */
export async function startWorker(given) {
  const script = (await ownCopy()) ?? (await fetchedAndKept(given));
  const served = Boolean(navigator.serviceWorker?.controller);
  const place = `self.place = ${JSON.stringify({ runtime: RUNTIME, script: SCRIPT, served })};\n`;
  const address = URL.createObjectURL(new Blob([place, script], { type: "text/javascript" }));
  const started = new Worker(address, { type: "module" });
  started.addEventListener("message", () => URL.revokeObjectURL(address), { once: true });
  return started;
}

/** @returns {Promise<Blob | null>} */
async function ownCopy() {
  return (await (await kept(SCRIPT))?.blob()) ?? null;
}

/** @param {AbortSignal} given */
async function fetchedAndKept(given) {
  const script = await fetched("default", given).catch(() => fetched("reload", given));
  void keepOne(SCRIPT, { content: script, type: "script" });
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
