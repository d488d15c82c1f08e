/**
 * After the checker's first answer the guide is kept for the next visit. Not before: registering a service
 * worker while Python starts would make the reader wait.
 */

import { isSaving } from "../line.js";

const ANSWERED = "checker:ready";
const LATER = new URL("./newer-release.js", import.meta.url).href;

/** @type {(callback: () => void) => void} */
const whenIdle = self.requestIdleCallback ?? ((callback) => setTimeout(callback, 1_000));

/** Not in the frames of other sites, whose pages have no place for news; nor where the reader saves data. */
function isKeepable() {
  return "serviceWorker" in navigator && !isSaving() && document.querySelector(".pg-newer");
}

if (isKeepable()) {
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName(ANSWERED).length === 0) return;
    observer.disconnect();
    whenIdle(() => void import(LATER).catch(console.info));
  });
  observer.observe({ type: "mark", buffered: true });
}
