/** The guide's service worker, at the site's root. */

import { SITE } from "../site.js";

/** @returns {Promise<ServiceWorkerRegistration>} */
export function register() {
  return navigator.serviceWorker.register(`${SITE}sw.js`, { updateViaCache: "none" });
}
