/**
 * Starts Python before the reader turns to it, where that costs nobody anything: the page is idle and shown, and
 * what is to be fetched is either here already or comes by a line that is known to be fast and free.
 */

import { hasPython } from "./worker/start.js";

/** So long a page lies idle before Python is started, in milliseconds. */
const PATIENCE = 3_000;
const SLOW = ["slow-2g", "2g", "3g"];

/** @typedef {{ saveData?: boolean, effectiveType?: string, type?: string }} Connection */

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

/** Has the reader asked pages to fetch little? */
export function isSaving() {
  return Boolean(connection()?.saveData);
}

/** @returns {Connection | undefined} */
function connection() {
  return /** @type {{ connection?: Connection }} */ (navigator).connection;
}

/** Browsers that do not say what the line is like leave it open: not known is not fast. */
function isFastAndFree() {
  const { effectiveType, type } = connection() ?? {};
  return effectiveType !== undefined && !SLOW.includes(effectiveType) && type !== "cellular";
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
