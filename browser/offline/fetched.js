/** Fetches a file of the release, and lets through nothing that only looks like one. */

import { ASSETS, isPage } from "./places.js";

/** Every page names its release's style; what a network's login page shows instead does not. */
const STYLE = /assets\/[0-9a-f]{12}\/css\/site\.css/;

/** @typedef {import("./places.js").Listed} Listed */

/**
 * A page of another release than the others is none of these files: the host is putting one up.
 *
 * @param {string} url
 * @param {string} path
 * @param {Record<string, Listed>} files of the release
 * @param {RequestInit} [how]
 * @param {(response: Response) => Promise<BodyInit>} [body]
 * @returns {Promise<Response>} a copy to keep
 */
export async function fetched(url, path, files, how, body = (response) => response.blob()) {
  const response = await fetch(url, { ...how, cache: "no-cache" });
  const copy = isWhole(response) && copyOf(response, await body(response));
  if (!copy) throw new Error(path);
  const style = isPage(path) && (await styleOf(copy));
  if (!(isPage(path) ? style && style in files : await isSame(copy, files[path]))) throw new Error(path);
  return copy;
}

/**
 * A copy to keep of what came over the network, or null. A page whose style is not kept would be without it.
 *
 * @param {Response} response
 * @param {string} root
 */
export async function copyFrom(response, root) {
  const copy = isWhole(response) && copyOf(response, await response.blob());
  if (!copy || isData(copy)) return copy || null;
  const style = await styleOf(copy);
  return style && (await caches.match(root + style, { cacheName: ASSETS })) ? copy : null;
}

/**
 * Does a copy hold what the listing says?
 *
 * @param {Response | undefined} copy
 * @param {Listed | undefined} listed
 */
export async function isSame(copy, listed) {
  if (!copy || !listed) return false;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await copy.clone().arrayBuffer()));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .startsWith(listed.sha256);
}

/** @param {Response} response */
function isWhole({ status, redirected, type }) {
  return status === 200 && !redirected && type === "basic";
}

/** @param {Response} copy */
function isData({ headers }) {
  return /json/.test(headers.get("content-type") ?? "");
}

/** @param {Response} copy */
async function styleOf(copy) {
  return STYLE.exec(await copy.clone().text())?.[0];
}

/**
 * Without the headers that would tie the copy to one request, as `Vary` does.
 *
 * @param {Response} response
 * @param {BodyInit} body
 */
function copyOf(response, body) {
  return new Response(body, { headers: { "content-type": response.headers.get("content-type") ?? "" } });
}
