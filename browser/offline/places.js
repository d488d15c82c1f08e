/** Which copies the guide keeps for use without a network, and where. Both the page and the service worker use it. */

export const PAGES = "partnership-guide/pages";
export const ASSETS = "partnership-guide/assets";
export const RUNTIME = "partnership-guide/runtime";
/** What Python's workers keep, unpacked, below `UNPACKED`: no host has anything at such an address. */
export const PYTHON = "partnership-guide/python";
export const UNPACKED = "unpacked/";
/** A new release is gathered here, until no open page needs the one before. */
export const NEXT = "partnership-guide/next";
/** Is there where the reader has asked for the whole guide; it holds nothing. */
export const EVERYTHING = "partnership-guide/everything";
export const LISTING = "release.json";

/** @typedef {{ bytes: number, sha256: string }} Listed `sha256`: the first 16 hexadecimal digits */
/** @typedef {{ release: string, files: Record<string, Listed> }} Listing every file for use offline, by its
 *   address below the site's root */

/** @param {string} path */
export function cacheFor(path) {
  if (path.startsWith("assets/")) return ASSETS;
  if (path.startsWith(`runtime/${UNPACKED}`)) return PYTHON;
  return path.startsWith("runtime/") ? RUNTIME : PAGES;
}

/**
 * Is this address one of the guide's pages? Those for the frames of other sites are none.
 *
 * @param {string} path
 */
export function isPage(path) {
  return (path === "" || path.endsWith("/")) && !/^(en\/)?embed\//.test(path);
}
