/** Answers requests from the network and from copies; what it has no answer for goes its way untouched. */

import { isSaving } from "../line.js";
import { copyFrom } from "../offline/fetched.js";
import { cacheFor, isPage, PAGES } from "../offline/places.js";

/** So long a page may take where there is a copy of it, in milliseconds. */
const PATIENCE = 4_000;
const DATA = "search/index.json";

/**
 * @param {FetchEvent} event
 * @param {string} root
 * @returns {Promise<Response> | null}
 */
export function answerTo(event, root) {
  const { method, mode, url } = event.request;
  const [address = ""] = url.split(/[?#]/);
  if (method !== "GET" || !address.startsWith(root)) return null;
  const path = address.slice(root.length);
  if (cacheFor(path) !== PAGES) return kept(address, path).then((copy) => copy ?? fetch(event.request));
  if (mode === "navigate" && isPage(path)) return fresh(event, root, path, () => offline(root, path));
  return path.endsWith(DATA) ? fresh(event, root, path, () => Response.error()) : null;
}

/**
 * From the copies of its own kind alone: Python's worker keeps other content under the runtime's addresses. Where
 * the browser cannot read them there is the network.
 *
 * @param {string} address
 * @param {string} path
 */
function kept(address, path) {
  return caches.match(address, { cacheName: cacheFor(path), ignoreVary: true }).catch(() => undefined);
}

/**
 * From the network; the copy where that fails or takes long.
 *
 * @param {FetchEvent} event
 * @param {string} root
 * @param {string} path
 * @param {() => Response} nothing the answer where neither is to be had
 */
async function fresh(event, root, path, nothing) {
  const address = root + path;
  // A host that says nothing of caching may have an old page kept, whose scripts are gone.
  const coming = fetch(event.request, { cache: "no-cache" });
  event.waitUntil(coming.then((response) => keep(address, response.clone(), root)).catch(() => {}));
  const copy = await kept(address, path);
  const late = new Promise((resolve) => copy && setTimeout(resolve, PATIENCE, copy));
  try {
    const response = await Promise.race([coming, late]);
    return copy && response.status >= 500 ? copy : response;
  } catch {
    return copy ?? nothing();
  }
}

/**
 * @param {string} address
 * @param {Response} response
 * @param {string} root
 */
async function keep(address, response, root) {
  if (isSaving()) return;
  const copy = await copyFrom(response, root);
  // Where the reader has erased everything, nothing is kept until they come anew.
  if (copy && (await caches.has(PAGES))) await (await caches.open(PAGES)).put(address, copy);
}

/**
 * @param {string} root
 * @param {string} path
 */
function offline(root, path) {
  const page = `${root}${path.startsWith("en/") ? "en/" : ""}offline/`;
  return page === root + path ? Response.error() : Response.redirect(`${page}#${path}`);
}
