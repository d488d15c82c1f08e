/** Fetches a file of the release, and lets through nothing that only looks like one. */

import { isPage } from "./places.js";

/** Every page names the folder of its release; what a network's login page shows instead does not. */
const OURS = /assets\/[0-9a-f]{12}\//;

/** @typedef {import("./places.js").Listed} Listed */

/**
 * @param {string} url
 * @param {string} path
 * @param {Listed | undefined} listed
 * @param {RequestInit} [how]
 * @param {(response: Response) => Promise<BodyInit>} [body]
 * @returns {Promise<Response>} a copy to keep
 */
export async function fetched(url, path, listed, how, body = (response) => response.blob()) {
  const response = await fetch(url, { ...how, cache: "no-cache" });
  const copy = isWhole(response) && copyOf(response, await body(response));
  if (!copy || !(await (isPage(path) ? isOurs(copy) : isSame(copy, listed)))) throw new Error(path);
  return copy;
}

/**
 * A copy to keep of what came over the network, or null.
 *
 * @param {Response} response
 */
export async function copyFrom(response) {
  const copy = isWhole(response) && copyOf(response, await response.blob());
  return copy && (isData(copy) || (await isOurs(copy))) ? copy : null;
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
async function isOurs(copy) {
  return OURS.test(await copy.clone().text());
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
