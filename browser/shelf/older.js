/** Takes over what an older edition of the guide kept in the browser's local storage. */

import { isPartnership } from "../shape.js";
import { forget } from "./journal.js";
import { newId } from "./shelf.js";

/** @typedef {import("./shelf.js").Shelf} Shelf */
/** @typedef {import("./database.js").Entry} Entry */

const DOCUMENT = "partnership-guide:document";
const ASIDE = "partnership-guide:kept";

/**
 * Move what is there into the database; return the id of what was being edited, or null.
 *
 * @param {Shelf} shelf
 * @returns {Promise<string | null>}
 */
export async function takeOver(shelf) {
  /** @type {string | null} */
  let edited = null;
  for (const [key, text] of older()) {
    const entry = entryFrom(key, text);
    // The same id each time: two tabs that start at once take it over once.
    const stood = (await shelf.add(entry)) ? undefined : await shelf.get(entry.id);
    const other = stood && JSON.stringify(stood.document) !== JSON.stringify(entry.document);
    const id = other ? newId() : entry.id;
    if (other) await shelf.add({ ...entry, id });
    forget(key);
    if (key === DOCUMENT && isPartnership(entry.document)) edited = id;
  }
  return edited;
}

/** Return what an older edition was editing, where it can be read. */
export function olderDocument() {
  const [, text] = older().find(([key]) => key === DOCUMENT) ?? [];
  const value = text && parsed(text);
  return isPartnership(value) ? value : null;
}

/** @returns {[key: string, text: string][]} */
function older() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key === DOCUMENT || key.startsWith(ASIDE));
    return keys.map((key) => [key, localStorage.getItem(key) ?? ""]);
  } catch {
    return [];
  }
}

/**
 * What cannot be read is taken over as the text it is.
 *
 * @param {string} key
 * @param {string} text
 * @returns {Entry}
 */
export function entryFrom(key, text) {
  const value = parsed(text);
  const time = Date.parse(key.slice(ASIDE.length + 1));
  const changed = new Date(key.startsWith(ASIDE) && !Number.isNaN(time) ? time : Date.now());
  const id = key === DOCUMENT ? "document" : key.slice(key.indexOf(":") + 1);
  return {
    id,
    title: null,
    document: isPartnership(value) ? value : text,
    version: 1,
    changed: changed.toISOString(),
  };
}

/**
 * @param {string} text
 * @returns {unknown}
 */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
