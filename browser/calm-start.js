/**
 * Starts Python before the reader turns to it, where that costs nobody anything: the page is idle and shown, and
 * what is to be fetched is either here already or comes by a line that is known to be fast and free.
 */

import { isFastAndFree, isSaving } from "./line.js";
import { hasPython } from "./worker/start.js";

/** So long a page lies idle before Python is started, in milliseconds. */
const PATIENCE = 3_000;

/**
 * Call a function once the page has been idle for a while, if a start of Python is welcome then.
 *
 * @param {() => void} start
 * @param {AbortSignal} gone
 */
export async function startWhenCalm(start, gone) {
  // In a frame it is another site's page, whose readers may have come for something else.
  if (window.top !== window) return;
  await calm();
  if (gone.aborted || document.visibilityState === "hidden") return;
  if (isSaving()) return;
  if (isFastAndFree() || (await hasPython())) start();
}

function calm() {
  return new Promise((resolve) => {
    const wait = () =>
      setTimeout(() => {
        if ("requestIdleCallback" in window) requestIdleCallback(resolve);
        else resolve(undefined);
      }, PATIENCE);
    if (document.readyState === "complete") wait();
    else addEventListener("load", wait, { once: true });
  });
}
