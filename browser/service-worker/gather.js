/** What a new release needs to be there before it can take over. */

import { isSaving } from "../line.js";
import { fetched, isSame } from "../offline/fetched.js";
import { ASSETS, cacheFor, EVERYTHING, LISTING, NEXT, PAGES } from "../offline/places.js";

const OFFLINE = /^(en\/)?offline\/$/;

/** @typedef {import("../offline/places.js").Listing} Listing */

/**
 * Fetch all shared files, and a fresh copy of every page that is kept or open, the latter unless the reader saves
 * data; the whole guide where the reader has asked for it. Where anything does not come, the release before goes on, and this is tried again.
 *
 * @param {ServiceWorkerGlobalScope} worker
 */
export async function gather(worker) {
  const root = worker.registration.scope;
  const address = root + LISTING;
  const response = await fetch(address, { cache: "no-store" });
  /** @type {Listing} */
  const { release, files } = await response.clone().json();
  if (release !== RELEASE) throw new Error("a release is being put up");
  const next = await caches.open(`${NEXT}/${RELEASE}`);
  await caches.open(PAGES);
  const wanted = await wantedPaths(worker, root, files);
  for (const path of wanted) {
    const url = root + path;
    if (await isSame(await caches.match(url, { cacheName: cacheFor(path) }), files[path])) continue;
    // Shared files are in nobody's way: their names are new in every release.
    const place = cacheFor(path) === ASSETS ? await caches.open(ASSETS) : next;
    await place.put(url, await fetched(url, path, files));
  }
  await next.put(address, response);
}

/**
 * @param {ServiceWorkerGlobalScope} worker
 * @param {string} root
 * @param {Listing["files"]} files
 */
async function wantedPaths(worker, root, files) {
  const everything = await caches.has(EVERYTHING);
  const kept = await (await caches.open(PAGES)).keys();
  const open = isSaving() ? [] : await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const read = new Set([...kept, ...open].map(({ url }) => url.split(/[?#]/)[0]?.slice(root.length)));
  return Object.keys(files).filter(
    (path) => everything || path.startsWith("assets/") || OFFLINE.test(path) || read.has(path),
  );
}
