/**
 * Keeps copies of the guide, so that it opens without a network. It controls both languages from the site's root.
 *
 * Pages come from the network first, shared files and the runtime from their copies: those never change under
 * one name. A new release is gathered aside and takes over when no page of the one before is open.
 */

import { isSame } from "../offline/fetched.js";
import { ASSETS, cacheFor, LISTING, NEXT, PAGES, RUNTIME } from "../offline/places.js";
import { answerTo } from "./answers.js";
import { gather } from "./gather.js";

/** @type {ServiceWorkerGlobalScope} */
const worker = /** @type {any} */ (self);
const root = worker.registration.scope;

worker.addEventListener("install", (event) => {
  event.waitUntil(gather(worker));
  // Where the browser can, it takes shared files from their copies by itself, without waking this script.
  const { addRoutes } = /** @type {{ addRoutes?: Function }} */ (/** @type {unknown} */ (event));
  const urlPattern = `${root}assets/*`;
  if (addRoutes) void addRoutes.call(event, [{ condition: { urlPattern }, source: { cacheName: ASSETS } }]);
});
worker.addEventListener("activate", (event) => event.waitUntil(takeOver()));
worker.addEventListener("fetch", (event) => {
  const answer = answerTo(event, root);
  if (answer) event.respondWith(answer);
});

/** Remove what is not of this release, and put what was gathered in its place. */
async function takeOver() {
  const name = `${NEXT}/${RELEASE}`;
  const next = await caches.open(name);
  const listing = await next.match(root + LISTING);
  if (!listing) return;
  /** @type {import("../offline/places.js").Listing} */
  const { files } = await listing.json();
  for (const place of [PAGES, ASSETS, RUNTIME]) {
    const kept = await caches.open(place);
    for (const { url } of await kept.keys())
      if (!(await isSame(await kept.match(url), files[url.slice(root.length)]))) await kept.delete(url);
  }
  for (const { url } of await next.keys()) {
    const response = await next.match(url);
    if (response) await (await caches.open(cacheFor(url.slice(root.length)))).put(url, response);
  }
  for (const other of await caches.keys()) if (other.startsWith(NEXT)) await caches.delete(other);
  await worker.clients.claim();
}
